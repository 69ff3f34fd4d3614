"""Volume terms of the weak form."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import BLOCKS, BOOLEAN, VARIABLE, Param
from alces.physics.base import Object
from alces.physics.points import Points


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
    )
    time: ClassVar[bool] = False

    def value(self, q: Points) -> Any:
        """f0, the factor of the test function; None if there is none."""

    def flux(self, q: Points) -> Vector | None:
        """f1, the factor of the test function's gradient; None if there is none."""
