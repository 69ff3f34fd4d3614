"""Single numbers drawn from the solution."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Literal

from alces.params import BLOCKS, BOOLEAN, BOUNDARIES, INTEGER, POINT, STRING, STRINGS, Choices, Never, Param
from alces.physics.base import Object
from alces.physics.points import Points, Status
from alces.physics.shared_parameters import UNDISPLACED

Reduction = Literal["integral", "average", "maximum", "minimum", "sum", "collect", "cells", "quotient"]


class Postprocessor(Object):
    """One number per time step: a column of the CSV file and a global variable of the datasets."""

    system: ClassVar[str] = "Postprocessors"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "execute_on",
            Choices("NONE", "INITIAL", "LINEAR", "NONLINEAR", "TIMESTEP_BEGIN", "TIMESTEP_END", "FINAL"),
            ("TIMESTEP_END",),
            doc="when it is computed",
        ),
        Param("outputs", STRINGS, ("all",), doc="outputs that show it; 'none' for none"),
        Param("allow_duplicate_execution_on_initial", BOOLEAN, False, doc="accepted"),
        Param("execution_order_group", INTEGER, 0, doc="accepted: the order follows from who needs whom"),
        Param("force_preaux", Never("postprocessors follow the auxiliary variables"), False,
              doc="compute it before the auxiliary variables"),
        Param("force_postaux", BOOLEAN, False, doc="accepted: it follows the auxiliary variables"),
        UNDISPLACED,
        Param("unit", STRING, "1", doc="unit, for the datasets"),
        Param("long_name", STRING, "", doc="what it is, for the datasets"),
    )

    def initial(self) -> float:
        """The value before it is computed for the first time."""
        return 0.0

    def finish(self, total: Any) -> float:
        """The value from the reduced number, e.g. its square root."""
        return total


class ElementPostprocessor(Postprocessor):
    """Reduces `integrand` over all quadrature points of the mesh or of some blocks.

    Attributes:
        reduction: ``"integral"``, ``"average"`` (integral / volume), ``"maximum"`` or ``"minimum"``.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", BLOCKS, (), doc="blocks to go over; default: all"),
    )
    reduction: Reduction = "integral"

    def integrand(self, q: Points) -> Any:
        """The number at each quadrature point."""
        raise NotImplementedError(f"{type(self).__name__} defines no integrand")

    def divisor(self, q: Points) -> Any:
        """What is integrated and divides the integral of `integrand` if the reduction is ``"quotient"``."""
        return 1.0

    def chooser(self, q: Points) -> Any:
        """What chooses the point of an extreme value if it is not the integrand itself; None if it is."""
        return None


class SidePostprocessor(Postprocessor):
    """Reduces `integrand` over the quadrature points of boundaries; ``q.normal`` is the outward normal.

    Attributes:
        flat: True for lengths and areas without the circumference of RZ and RSPHERICAL problems.
    """

    parameters: ClassVar[tuple[Param, ...]] = (Param("boundary", BOUNDARIES, doc="boundaries to go over"),)
    flat: ClassVar[bool] = False
    reduction: Reduction = "integral"

    def integrand(self, q: Points) -> Any:
        """The number at each quadrature point."""
        raise NotImplementedError(f"{type(self).__name__} defines no integrand")


class NodePostprocessor(Postprocessor):
    """Reduces `integrand` over nodes: ``"sum"``, ``"average"``, ``"maximum"`` or ``"minimum"``."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", BLOCKS, (), doc="blocks whose nodes to go over; default: all"),
        Param("boundary", BOUNDARIES, (), doc="boundaries whose nodes to go over instead"),
        Param("unique_node_execute", BOOLEAN, False, doc="accepted: every node counts once"),
    )
    reduction: Reduction = "maximum"

    def integrand(self, q: Points) -> Any:
        """The number at each node."""
        raise NotImplementedError(f"{type(self).__name__} defines no integrand")

    def chooser(self, q: Points) -> Any:
        """What chooses the node of an extreme value if it is not the integrand itself; None if it is."""
        return None


class PointPostprocessor(Postprocessor):
    """Evaluates `integrand` at one point of the mesh."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("point", POINT, doc="where"),)

    def integrand(self, q: Points) -> Any:
        """The number at the point."""
        raise NotImplementedError(f"{type(self).__name__} defines no integrand")


class SearchPostprocessor(Postprocessor):
    """Finds a number from values at points of the mesh that it chooses one after another."""

    def integrand(self, q: Points) -> Any:
        """The number at a point."""
        raise NotImplementedError(f"{type(self).__name__} defines no integrand")

    def search(self, at: Callable[[tuple[float, float, float]], float]) -> float:
        """The result.

        Args:
            at: value of `integrand` at a point.
        """
        raise NotImplementedError(f"{type(self).__name__} searches nothing")


class GeneralPostprocessor(Postprocessor):
    """Computes a number from the state of the run and from other postprocessors."""

    def compute(self, s: Status) -> float:
        """The number."""
        raise NotImplementedError(f"{type(self).__name__} computes nothing")
