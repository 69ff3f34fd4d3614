"""Stress of a material with one or several yield surfaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import BOOLEAN, INTEGER, POINT, REAL, REALS, STRINGS, Choice, Kind, Param
from alces.physics import Points
from alces_mechanics.plastic_frame import rotation_to_z, turned, turned_stiffness
from alces_mechanics.plastic_model import PlasticModel
from alces_mechanics.plastic_return import Limits, integrate
from alces_mechanics.stress import StressMaterial

MODELS = Kind("list of user objects", STRINGS.parse, "UserObjects")
_COUNTS = ("NR_iterations", "linesearch_needed", "linear_dependence_encountered", "constraints_added")
_DEBUGGING = (
    Param(
        "debug_fspb",
        Choice("none", "crash", "jacobian", "jacobian_and_linear_system"),
        "none",
        doc="accepted; derivatives need no check",
    ),
    *(
        Param(f"debug_{name}", REALS, (), doc="accepted; belongs to debug_fspb")
        for name in ("jac_at_stress", "jac_at_pm", "jac_at_intnl", "pm_change", "intnl_change")
    ),
    Param("debug_stress_change", REAL, 1.0, doc="accepted; belongs to debug_fspb"),
)


class ComputeMultiPlasticityStress(StressMaterial):
    """`stress` = old stress + C : (`strain_increment` - plastic increment), on or within all yield surfaces.

    The plastic increment is ``sum gamma_a r_a`` over the models (Koiter), with ``gamma_a >= 0``, ``f_a <= 0``
    and ``gamma_a f_a = 0`` at the end of the step (implicit Euler); see `alces_mechanics.plastic_model`. The
    Jacobian is that of the converged step. Steps that find no solution are cut, down to `min_stepsize`; if
    that fails too, the time step fails.

    Besides `stress`, `elastic_strain` and `plastic_strain` there are the lists `plastic_yield_function` and
    `plastic_internal_parameter` with one number per model, and `plastic_NR_iterations`,
    `plastic_linesearch_needed`, `plastic_linear_dependence_encountered`, `plastic_constraints_added`.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("plastic_models", MODELS, (), doc="the yield surfaces; none: linear elasticity"),
        Param(
            "ep_plastic_tolerance",
            REAL,
            doc="largest error of the plastic strain in a step",
            range="ep_plastic_tolerance > 0",
        ),
        Param("max_NR_iterations", INTEGER, 20, doc="Newton iterations", range="max_NR_iterations >= 0"),
        Param(
            "min_stepsize",
            REAL,
            0.01,
            doc="smallest part of the strain increment in one go",
            range="min_stepsize > 0 & min_stepsize <= 1",
        ),
        Param(
            "max_stepsize_for_dumb",
            REAL,
            0.01,
            doc="accepted; all sets of surfaces are tried whatever the size of the step",
            range="max_stepsize_for_dumb > 0 & max_stepsize_for_dumb <= 1",
        ),
        Param(
            "deactivation_scheme",
            Choice(
                "optimized", "safe", "dumb", "optimized_to_safe", "safe_to_dumb",
                "optimized_to_safe_to_dumb", "optimized_to_dumb",
            ),
            "optimized",
            doc="accepted; what is found does not depend on the order of the search",
        ),
        Param(
            "specialIC",
            Choice("none", "rock", "joint"),
            "none",
            doc="accepted; the search begins with the surfaces that the elastic stress violates",
        ),
        Param(
            "tangent_operator",
            Choice("elastic", "linear", "nonlinear"),
            "nonlinear",
            doc="accepted; the Jacobian is always the exact one",
        ),
        Param(
            "ignore_failures",
            BOOLEAN,
            False,
            doc="whether to go on with the last admissible stress where no solution is found",
        ),
        Param(
            "transverse_direction",
            POINT,
            None,
            doc="the models see this direction as their z axis",
        ),
        Param(
            "perform_finite_strain_rotations", BOOLEAN, True, doc="accepted; small strains have no rotations"
        ),
        *_DEBUGGING,
    )  # fmt: skip

    def setup(self) -> None:
        p = self.p
        self._limits = Limits(p.ep_plastic_tolerance, p.max_NR_iterations, p.min_stepsize, p.ignore_failures)
        self._rotation: Tensor | None = None
        if p.transverse_direction is not None:
            if not any(p.transverse_direction):
                raise self.error("transverse_direction", "must not be zero")
            self._rotation = rotation_to_z(p.transverse_direction)

    def provides(self) -> Mapping[str, str]:
        lists = {self.named(f"plastic_{name}"): "list" for name in ("yield_function", "internal_parameter")}
        scalars = {self.named(f"plastic_{name}"): "scalar" for name in _COUNTS}
        own = {name: "scalar" for name in self._internal_names()}
        return {**super().provides(), self.named("plastic_strain"): "tensor", **lists, **scalars, **own}

    def _internal_names(self) -> list[str]:
        """Properties that remember the internal parameter of each model."""
        return [f"{self.name}:internal_parameter_{i}" for i in range(len(self.p.plastic_models))]

    def state(self) -> Mapping[str, Any]:
        tensors = {self.named(n): Tensor.zero() for n in ("stress", "elastic_strain", "plastic_strain")}
        return {**tensors, **dict.fromkeys(self._internal_names(), 0.0)}

    def _models(self, q: Points) -> list[PlasticModel]:
        found = []
        for name in self.p.plastic_models:
            model = q.user_object(name)
            if not isinstance(model, PlasticModel):
                what = type(model).__name__
                raise self.error("plastic_models", f"'{name}' is no model of plasticity but a {what}")
            found.append(model)
        return found

    def properties(self, q: Points) -> Mapping[str, Any]:
        models, stiffness = self._models(q), self.stiffness(q)
        increment = q.property(self.named("strain_increment"))
        stress = q.state(self.named("stress"))
        if self._rotation is not None:
            stiffness = turned_stiffness(stiffness, self._rotation)
            increment, stress = turned(increment, self._rotation), turned(stress, self._rotation)
        old = [q.state(name) for name in self._internal_names()]
        end = integrate(q, models, stiffness, stress, old, increment, self._limits)
        stress, plastic, elastic = end.stress, end.plastic, increment - end.plastic
        if self._rotation is not None:
            back = self._rotation.T
            stress, plastic, elastic = (turned(t, back) for t in (stress, plastic, elastic))
        yields = [m.yield_function(q, end.stress, i) for m, i in zip(models, end.internal, strict=True)]
        return {
            self.named("stress"): stress,
            self.named("elastic_strain"): q.state(self.named("elastic_strain")) + elastic,
            self.named("plastic_strain"): q.state(self.named("plastic_strain")) + plastic,
            self.named("plastic_yield_function"): yields,
            self.named("plastic_internal_parameter"): end.internal,
            **{self.named(f"plastic_{n}"): a for n, a in zip(_COUNTS, end.counts, strict=True)},
            **dict(zip(self._internal_names(), end.internal, strict=True)),
        }
