"""The equations of one step of plasticity with several yield surfaces (W. T. Koiter, Q. Appl. Math. 11 (1953)
350; implicit Euler: Simo & Hughes, Computational Inelasticity (1998), chapter 5).

Unknowns are the stress s and one multiplier gamma per surface::

    C^-1 (s - trial) + sum gamma_a r_a(s, q_a) = 0,   q_a = old q_a + gamma_a
    f_a(s, q_a) = 0 where surface a is active,        gamma_a = 0 where it is not
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from alces.ad import Dual, Tensor, abs, partials, value, where
from alces.physics import Points

from alces_mechanics.elasticity import VOIGT, AnisotropicStiffness, IsotropicStiffness, Stiffness
from alces_mechanics.plastic_elimination import Elimination
from alces_mechanics.plastic_model import PlasticModel

Unknowns = list[Any]
"""The components of the stress that exist, then the multipliers."""


class Place:
    """Some of the points: those where a mask holds."""

    def __init__(self, mask: Any):
        self._mask = mask

    def take(self, a: Any) -> Any:
        """The values at these points; Python's numbers stand for themselves."""
        return a if isinstance(a, (float, int)) and not hasattr(a, "shape") else self._whole(a)[self._mask]

    def put(self, part: Any, whole: Any) -> Any:
        """`whole` with new values at these points."""
        changed = self._whole(whole)
        changed[self._mask] = part
        return changed

    def _whole(self, a: Any) -> Any:
        return where(self._mask, a, a)  # a copy of the full shape, an array even for one number


class PlasticStep:
    """The equations, for given trial stress and old internal parameters."""

    def __init__(
        self,
        q: Points,
        models: Sequence[PlasticModel],
        stiffness: Stiffness,
        trial: Tensor,
        old: Sequence[Any],
        tolerance: float,
    ):
        """
        Args:
            models: one yield surface each.
            old: internal parameters at the start of the step, one for each model.
            tolerance: of the plastic strain.
        """
        self.q, self.models, self.stiffness, self.trial, self.old = q, models, stiffness, trial, old
        self._tolerance = tolerance
        self.kept = self._components()
        self.n = len(self.kept)
        law = mapped(stiffness, value)
        columns = [law.strain(_unit(k)) for k in self.kept]
        twice = [1.0 if k < 3 else 2.0 for k in self.kept]  # shear strains count twice in Voigt's sense
        self._compliance = [
            [(column * factor)[VOIGT[k]] for column in columns]
            for k, factor in zip(self.kept, twice, strict=True)
        ]

    def plain(self) -> PlasticStep:
        """The same equations without partials."""
        trial, old = self.trial.map(value), [value(a) for a in self.old]
        return PlasticStep(self.q, self.models, mapped(self.stiffness, value), trial, old, self._tolerance)

    def at(self, place: Place) -> PlasticStep:
        """The same equations at some of the points."""
        part = copy(self)
        part.trial, part.old = self.trial.map(place.take), [place.take(a) for a in self.old]
        part.stiffness = mapped(self.stiffness, place.take)
        part._compliance = [[place.take(a) for a in row] for row in self._compliance]
        return part

    def _components(self) -> list[int]:
        """Numbers of the components of the stress that do not vanish whatever the state."""
        trial, law = self.trial.map(value), mapped(self.stiffness, value)
        zero = where(True, 0.0, 0.0)  # a number that is no structural zero
        found: set[int] = set()
        more = {0, 1, 2} | _present(trial)
        while not more <= found:  # the flow due to one surface may turn that of another
            found |= more
            probe = [trial[ij] + zero if k in found else 0.0 for k, ij in enumerate(VOIGT)]
            for model, old in zip(self.models, self.old, strict=True):
                more |= _present(law.stress(model.flow(self.q, Tensor.symmetric(*probe), value(old))))
        return sorted(found)

    def start(self) -> Unknowns:
        """The trial state: no plastic flow."""
        values = [value(self.trial[VOIGT[k]]) for k in self.kept]
        nothing = where(True, 0.0 * sum(values), 0.0)
        return [a + nothing for a in values] + [nothing] * len(self.models)

    def stress(self, x: Unknowns) -> Tensor:
        """The stress among the unknowns."""
        components: list[Any] = [0.0] * 6
        for k, a in zip(self.kept, x[: self.n], strict=True):
            components[k] = a
        return Tensor.symmetric(*components)

    def internal(self, x: Unknowns) -> list[Any]:
        """The internal parameters."""
        return [old + gamma for old, gamma in zip(self.old, x[self.n :], strict=True)]

    def plastic(self, x: Unknowns) -> Tensor:
        """The plastic strain of the step."""
        stress, total = self.stress(x), Tensor.zero()
        for model, internal, gamma in zip(self.models, self.internal(x), x[self.n :], strict=True):
            total = total + model.flow(self.q, stress, internal) * gamma
        return total

    def yields(self, x: Unknowns) -> list[Any]:
        """The yield functions."""
        stress = self.stress(x)
        return [
            m.yield_function(self.q, stress, i) for m, i in zip(self.models, self.internal(x), strict=True)
        ]

    def residual(self, x: Unknowns, active: Sequence[Any]) -> list[Any]:
        """What should vanish: strains, then yield functions or multipliers."""
        back = self.stiffness.stress(self.plastic(x))
        off = [a - self.trial[VOIGT[k]] + back[VOIGT[k]] for k, a in zip(self.kept, x[: self.n], strict=True)]
        strains = [_dot(row, off) for row in self._compliance]
        surfaces = zip(active, self.yields(x), x[self.n :], strict=True)
        return strains + [where(on, f, gamma) for on, f, gamma in surfaces]

    def linearised(self, x: Unknowns, active: Sequence[Any]) -> tuple[list[Any], Elimination]:
        """Residual and its derivative by the unknowns."""
        residual = self.residual([Dual(a, {i: 1.0}) for i, a in enumerate(x)], active)
        matrix = [[partials(r).get(j, 0.0) for j in range(len(x))] for r in residual]
        return [value(r) for r in residual], Elimination(matrix, self.n)

    def size(self, residual: Sequence[Any]) -> Any:
        """Sum of the squares of the residual in units of the tolerances: at most one where it is small."""
        scales = [self._tolerance] * self.n + [m.p.yield_function_tolerance for m in self.models]
        return sum((abs(r) / scale) ** 2 for r, scale in zip(residual, scales, strict=True))

    def corrected(self, x: Unknowns, active: Sequence[Any], plain: PlasticStep) -> Unknowns:
        """A root that is known by value, with its partials (implicit function theorem).

        `plain` are these equations without partials.
        """
        _, elimination = plain.linearised(x, active)
        change = elimination.solve(self.residual(x, active))
        return [a - d for a, d in zip(x, change, strict=True)]


def mapped(stiffness: Stiffness, f: Callable[[Any], Any]) -> Stiffness:
    """An elastic law with `f` applied to its constants."""
    if isinstance(stiffness, IsotropicStiffness):
        return IsotropicStiffness(f(stiffness.lame), f(stiffness.shear))
    return AnisotropicStiffness([[f(stiffness.component(i, j)) for j in range(6)] for i in range(6)])


def _present(t: Tensor) -> set[int]:
    return {k for k, ij in enumerate(VOIGT) if not (type(t[ij]) is float and t[ij] == 0.0)}


def _unit(k: int) -> Tensor:
    """The stress with one component."""
    return Tensor.symmetric(*(1.0 if i == k else 0.0 for i in range(6)))


def _dot(row: Sequence[Any], column: Sequence[Any]) -> Any:
    """Sum of products, without those that are structurally zero."""
    terms = [b * a for a, b in zip(row, column, strict=True) if not (type(a) is float and a == 0.0)]
    return sum(terms[1:], terms[0])
