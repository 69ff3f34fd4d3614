"""Volume terms of the weak form."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import BLOCKS, BOOLEAN, VARIABLE, VARIABLES, Param
from alces.physics.base import Object
from alces.physics.points import Points
from alces.physics.shared_parameters import TAGS, UNDISPLACED

SAVE_IN = Param(
    "save_in", VARIABLES, (), doc="auxiliary variables that the term's part of the residual is added up in"
)


class Kernel(Object):
    """A term ``(v, f0) + (grad v, f1)`` of the residual of one variable, v its test function.

    Override `value` for f0 and `flux` for f1, whichever exist: pure functions of what `q` offers. The sum of
        all
    terms of a variable is the residual, so a source S in ``u_t = S`` enters as ``-S``. Derivatives come by
    themselves.

    Attributes:
        time: True for terms with a time derivative (Crank-Nicolson averages all the others over the step).
    """

    system: ClassVar[str] = "Kernels"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("variable", VARIABLE, doc="the variable whose equation this term belongs to"),
        Param("block", BLOCKS, (), doc="blocks (subdomains) where the term acts; default: all"),
        Param("implicit", BOOLEAN, True, doc="false: everything in the term is taken at the old time"),
        SAVE_IN,
        UNDISPLACED,
        *TAGS,
    )
    time: ClassVar[bool] = False

    def remembers(self) -> Mapping[str, int]:
        """Properties whose previous values the term uses: 1 for ``q.property_old``, 2 for
        ``q.property_older`` as well. They are zero before the first step."""
        return {}

    def value(self, q: Points) -> Any:
        """f0, the factor of the test function; None if there is none."""

    def flux(self, q: Points) -> Vector | None:
        """f1, the factor of the test function's gradient; None if there is none."""

    def curvature(self, q: Points) -> Any:
        """f2, the factor of the test function's Laplacian (family HERMITE); None if there is none."""
