"""Material properties at quadrature points."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import BLOCKS, BOUNDARIES, STRINGS, Choice, Param
from alces.physics.base import Object
from alces.physics.points import Points
from alces.physics.shared_parameters import UNDISPLACED


class Material(Object):
    """Provides named properties, computed on demand, once per chunk of points.

    A material may use the properties of others (``q.property``); the order follows from who asks for what.

    Attributes:
        static: True if the properties depend on position alone: they are computed once and kept.
    """

    system: ClassVar[str] = "Materials"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", BLOCKS, (), doc="blocks where the properties are defined; default: all"),
        Param("boundary", BOUNDARIES, (), doc="boundaries where they are defined instead of blocks"),
        Param("outputs", STRINGS, ("none",), doc="outputs that show cell averages of the properties"),
        Param("output_properties", STRINGS, (), doc="the properties to show; default: all"),
        Param("constant_on", Choice("NONE"), "NONE", doc="only NONE: properties are computed at every point"),
        UNDISPLACED,
    )
    static: ClassVar[bool] = False

    def provides(self) -> Mapping[str, str]:
        """Property name -> shape: ``"scalar"``, ``"vector"``, ``"tensor"``, or another word."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it provides")

    def state(self) -> Mapping[str, Any]:
        """Stateful properties and their initial values (float, `Vector` or `Tensor`): a subset of `provides`.

        ``q.state(name)`` is the value at the end of the last accepted step; what `properties` returns under
        the name becomes the committed value once the step has converged.
        """
        return {}

    def properties(self, q: Points) -> Mapping[str, Any]:
        """All provided properties at the points; a pure function of `q`."""
        raise NotImplementedError(f"{type(self).__name__} computes no properties")


def derivative_name(of: str, *variables: str) -> str:
    """Name of a derivative property, as in ``d^2F/dcdeta``: variables in alphabetical order."""
    if not variables:
        return of
    order = "" if len(variables) == 1 else f"^{len(variables)}"
    names = sorted(variables)
    counted = [(n, names.count(n)) for n in dict.fromkeys(names)]
    return f"d{order}{of}/" + "".join(f"d{n}" + (f"^{k}" if k > 1 else "") for n, k in counted)
