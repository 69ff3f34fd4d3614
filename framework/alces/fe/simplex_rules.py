"""Tables of symmetric quadrature rules with positive weights and interior points on triangles and tetrahedra.

Weights are fractions of the cell's measure. Every rule is a list of orbits, points that are permutations of
one another in barycentric coordinates. The published figures were refined by Newton's method on the moment
equations.

Sources: triangle 1-6 and 8: D.A. Dunavant, Int. J. Numer. Meth. Eng. 21 (1985) 1129 (degree 3 is left out:
its rule has a negative weight); 5: J. Radon (1948); 7: K. Gatermann, Computing 40 (1988) 229. Tetrahedron 2:
A.H. Stroud, "Approximate calculation of multiple integrals" (1971), T3 2-1; 3: F.D. Witherden, P.E. Vincent,
Comput. Math. Appl. 69 (2015) 1232; 5: N.J. Walkington, CMU report 00-NA-023 (2000); 6: P. Keast, Comput.
Meth. Appl. Mech. Eng. 55 (1986) 339.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Orbit:
    """All distinct permutations of `barycentric`, or only its cyclic shifts, each with the same weight."""

    weight: float
    barycentric: tuple[float, ...]
    cyclic: bool = False

    def points(self) -> list[tuple[float, ...]]:
        b = self.barycentric
        if self.cyclic:
            return [b[i:] + b[:i] for i in range(len(b))]
        return sorted(set(itertools.permutations(b)), reverse=True)


def expand(dim: int, orbits: tuple[Orbit, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Reference points (nq, dim) and weights (nq,) that sum to the measure of the unit simplex, 1 / dim!."""
    measure = 0.5 if dim == 2 else 1.0 / 6.0
    pairs = [(point, orbit.weight) for orbit in orbits for point in orbit.points()]
    points = np.array([point[1:] for point, _ in pairs])
    return points, measure * np.array([weight for _, weight in pairs])


def _tri(weight: float, a: float) -> Orbit:
    return Orbit(weight, (a, a, 1.0 - 2.0 * a))


def _tri6(weight: float, a: float, b: float) -> Orbit:
    return Orbit(weight, (a, b, 1.0 - a - b))


def _tri_turned(weight: float, a: float, b: float) -> Orbit:
    return Orbit(weight, (a, b, 1.0 - a - b), cyclic=True)


def _tet(weight: float, a: float) -> Orbit:
    return Orbit(weight, (a, a, a, 1.0 - 3.0 * a))


def _tet6(weight: float, a: float) -> Orbit:
    return Orbit(weight, (a, a, 0.5 - a, 0.5 - a))


def _tet12(weight: float, a: float, b: float) -> Orbit:
    return Orbit(weight, (a, a, b, 1.0 - 2.0 * a - b))


_TRI_CENTRE = (1.0 / 3.0,) * 3

TRIANGLE: dict[int, tuple[Orbit, ...]] = {
    1: (Orbit(1.0, _TRI_CENTRE),),
    2: (_tri(1.0 / 3.0, 1.0 / 6.0),),
    4: (_tri(0.223381589678011466, 0.445948490915964886), _tri(0.109951743655321868, 0.0915762135097707435)),
    5: (
        Orbit(0.225, _TRI_CENTRE),
        _tri(0.132394152788506181, 0.470142064105115090),
        _tri(0.125939180544827153, 0.101286507323456339),
    ),
    6: (
        _tri(0.116786275726379366, 0.249286745170910421),
        _tri(0.0508449063702068169, 0.0630890144915022283),
        _tri6(0.0828510756183735752, 0.310352451033784405, 0.0531450498448169474),
    ),
    7: (
        _tri_turned(0.0530340563148725029, 0.0623822650944021182, 0.0675178670739160854),
        _tri_turned(0.0877628174288921101, 0.0552254566569266117, 0.321502493851981823),
        _tri_turned(0.0575500855699631715, 0.0343243029450971465, 0.660949196186735658),
        _tri_turned(0.134986374019605549, 0.515842334353591779, 0.277716166976391783),
    ),
    8: (
        Orbit(0.144315607677787168, _TRI_CENTRE),
        _tri(0.0950916342672846248, 0.459292588292723156),
        _tri(0.103217370534718250, 0.170569307751760207),
        _tri(0.0324584976231980803, 0.0505472283170309755),
        _tri6(0.0272303141744349943, 0.263112829634638113, 0.00839477740995760534),
    ),
}

TETRAHEDRON: dict[int, tuple[Orbit, ...]] = {
    1: (Orbit(1.0, (0.25,) * 4),),
    2: (_tet(0.25, 0.138196601125010515),),
    3: (_tet(0.136217842537087396, 0.328163302516381685), _tet(0.113782157462912604, 0.108047249898428586)),
    5: (
        _tet(0.0734930431163619495, 0.0927352503108912264),
        _tet(0.112687925718015851, 0.310885919263300610),
        _tet6(0.0425460207770814664, 0.0455037041256496495),
    ),
    6: (
        _tet(0.0399227502581674921, 0.214602871259152029),
        _tet(0.0100772110553206429, 0.0406739585346113531),
        _tet(0.0553571815436547221, 0.322337890142275510),
        _tet12(0.0482142857142857143, 0.0636610018750175253, 0.269672331458315808),
    ),
}
