"""What all models of plasticity share: a yield surface, the direction of flow, hardening.

Theory: J. C. Simo & T. J. R. Hughes, Computational Inelasticity (1998), chapters 2 and 5.
"""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from alces.ad import Tensor, identity, norm_sqrt, value, where
from alces.params import BOOLEAN, REAL, Param
from alces.physics import Points, UserObject

from alces_mechanics.hardening import HardeningModel
from alces_mechanics.invariants import third_invariant

CUSTOM_RETURN = (
    Param("use_custom_returnMap", BOOLEAN, True, doc="accepted; every model is returned in the same way"),
    Param("use_custom_cto", BOOLEAN, True, doc="accepted; the tangent is always the consistent one"),
)


class PlasticModel(UserObject):
    """Base of the models that ComputeMultiPlasticityStress takes.

    The stress is admissible where ``f(stress, q) <= 0``; otherwise the plastic strain grows by
    ``gamma r(stress, q)`` and the internal parameter q by gamma, so that f vanishes at the end of the step.
    The derivatives of f and r come with the numbers.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "yield_function_tolerance",
            REAL,
            doc="a yield function up to this value counts as admissible",
            unit="Pa",
            range="yield_function_tolerance > 0",
        ),
        Param(
            "internal_constraint_tolerance",
            REAL,
            doc="accepted; the internal parameter grows by gamma exactly",
            range="internal_constraint_tolerance > 0",
        ),
    )

    def yield_function(self, q: Points, stress: Tensor, internal: Any) -> Any:
        """f, at most zero where the stress is admissible."""
        raise NotImplementedError(f"{type(self).__name__} defines no yield function")

    def flow(self, q: Points, stress: Tensor, internal: Any) -> Tensor:
        """r, the direction of the plastic strain."""
        raise NotImplementedError(f"{type(self).__name__} defines no flow")

    def hardened(self, q: Points, parameter: str, internal: Any) -> Any:
        """The value of the hardening law that a parameter names."""
        name = getattr(self.p, parameter)
        law = q.user_object(name)
        if not isinstance(law, HardeningModel):
            raise self.error(parameter, f"'{name}' is no hardening law but a {type(law).__name__}")
        return law.value(internal)


class Invariants(NamedTuple):
    """What isotropic models see of a stress: mean ``tr/3``, deviator s, ``J2 = s:s/2``, ``J3 = det s``."""

    mean: Any
    deviator: Tensor
    second: Any
    third: Any

    @classmethod
    def of(cls, stress: Tensor) -> Invariants:
        """The invariants of a stress."""
        s = stress.deviator()
        return cls(stress.trace() * (1.0 / 3.0), s, 0.5 * s.ddot(s), third_invariant(s))

    @property
    def root(self) -> Any:
        """sqrt(J2)."""
        return norm_sqrt(self.second)

    @property
    def divisor(self) -> Any:
        """sqrt(J2) where something is divided by it: one where it vanishes."""
        return positive(self.root)


def positive(a: Any) -> Any:
    """`a` where it is positive, else one: for divisions whose result does not count there."""
    return where(value(a) > 0.0, a, 1.0)


class IsotropicPlasticModel(PlasticModel):
    """Base of models whose yield function and flow potential g depend on the invariants of the stress."""

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        """f."""
        raise NotImplementedError(f"{type(self).__name__} defines no surface")

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        """Derivatives of g by the mean stress, J2 and J3."""
        raise NotImplementedError(f"{type(self).__name__} defines no slopes")

    def yield_function(self, q: Points, stress: Tensor, internal: Any) -> Any:
        return self.surface(q, Invariants.of(stress), internal)

    def flow(self, q: Points, stress: Tensor, internal: Any) -> Tensor:
        s = Invariants.of(stress)
        mean, second, third = self.slopes(q, s, internal)
        flow = identity * (mean * (1.0 / 3.0)) + s.deviator * second
        if type(third) is float and third == 0.0:
            return flow
        return flow + (_square(s.deviator) - identity * (s.second * (2.0 / 3.0))) * third


def _square(s: Tensor) -> Tensor:
    """s s of a symmetric tensor, which is symmetric again."""
    rows = [s[i] for i in range(3)]
    (x, y, z) = rows
    return Tensor.symmetric(x.dot(x), y.dot(y), z.dot(z), y.dot(z), x.dot(z), x.dot(y))
