"""Elasticity of a mixture."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import combinations_with_replacement
from typing import Any, ClassVar

from alces.params import COUPLEDS, PROPERTIES, STRINGS, Param
from alces.physics import LazyProperties, Points, derivative_name
from alces_mechanics.elasticity import Stiffness, mixture
from alces_mechanics.elasticity_material import ElasticityMaterial
from alces_mechanics.options import prefixed


class CompositeElasticityTensor(ElasticityMaterial):
    """`elasticity_tensor` C = sum_i w_i C_i, with weights w_i such as the interpolation functions of phases.

    Its derivatives by `args` up to the second order are properties such as ``delasticity_tensor/dc``; the C_i
    count as constants in them. An entry of `tensors` is the `base_name` of the material that provides C_i.
    Source: Voigt's average, Hill, Proc. Phys. Soc. A 65 (1952) 349.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("tensors", STRINGS, doc="base names of the elasticity tensors that are mixed"),
        Param("weights", PROPERTIES, doc="weights w_i, one for each", unit="1"),
        Param(
            "args",
            COUPLEDS,
            (),
            doc="variables that the weights depend on, for derivatives as properties",
            aliases=("coupled_variables",),
        ),
    )

    def setup(self) -> None:
        if len(self.p.weights) != len(self.p.tensors) or not self.p.tensors:
            raise self.error(
                "weights", f"needs one weight for each of the {len(self.p.tensors)} tensors"
            )

    @cached_property
    def _derivatives(self) -> dict[str, tuple[str, ...]]:
        """Derivatives up to the second order by the variables of `args`."""
        name = prefixed(self.p.base_name, "elasticity_tensor")
        return {
            derivative_name(name, *by): by
            for order in (1, 2)
            for by in combinations_with_replacement(sorted(self.p.args), order)
        }

    def provides(self) -> Mapping[str, str]:
        return {**super().provides(), **dict.fromkeys(self._derivatives, "stiffness")}

    def stiffness(self, q: Points) -> Stiffness:
        return self._mixture(q, ())

    def properties(self, q: Points) -> Mapping[str, Any]:
        known = super().properties(q)
        return LazyProperties(
            self.provides(),
            lambda name: known[name] if name in known else self._mixture(q, self._derivatives[name]),
        )

    def _mixture(self, q: Points, by: tuple[str, ...]) -> Stiffness:
        """The mixture with derivatives of the weights; those that no material provides vanish."""
        tensors = [q.property(prefixed(name, "elasticity_tensor")) for name in self.p.tensors]
        names = [w if isinstance(w, float) else derivative_name(w, *by) for w in self.p.weights]
        if not by:
            return mixture(tensors, [q.property(w) for w in names])
        return mixture(
            tensors,
            [q.property(w) if isinstance(w, str) and q.has_property(w) else 0.0 for w in names],
        )
