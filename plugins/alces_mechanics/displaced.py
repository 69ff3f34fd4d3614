"""Measures of the displaced mesh, as factors of those of the mesh at rest.

Sources: Nanson's formula n da = det(F) F^-T N dA, e.g. Holzapfel, Nonlinear Solid Mechanics (2000), eq. 2.55;
F = 1 + grad u, with the hoop stretches 1 + u_r/r in axisymmetric and spherically symmetric problems.
"""

from __future__ import annotations

from typing import Any

from alces.ad import Tensor, Vector
from alces.physics import Points


def volume_ratio(q: Points) -> Any:
    """Displaced volume element over that at rest, det F; 1 without displacements."""
    if not q.displacements:
        return 1.0
    return Vector(*_deformation(q)[0]).dot(Vector(*_cofactors(q)[0]))


def displaced_normal(q: Points) -> Vector:
    """Outward normal of the displaced boundary times its area over the area at rest."""
    if not q.displacements:
        return q.normal
    normal = Vector(*q.normal)
    return Vector(*(Vector(*row).dot(normal) for row in _cofactors(q)))


def on_displaced_mesh(q: Points, stress: Tensor) -> Tensor:
    """What the gradient at rest of a test function sees of a stress that meets its displaced gradient: the
    first Piola-Kirchhoff stress det(F) s F^-T of the Cauchy stress s."""
    if not q.displacements:
        return stress
    columns = list(zip(*_cofactors(q), strict=True))
    return Tensor([[Vector(*stress[i]).dot(Vector(*column)) for column in columns] for i in range(3)])


def _deformation(q: Points) -> list[list[Any]]:
    """The deformation gradient F, rows by displacement."""
    rows = [list(q.grad(u)) for u in q.displacements]
    rows += [[0.0, 0.0, 0.0]] * (3 - len(rows))
    f = [[a + 1.0 if i == j else a for j, a in enumerate(row)] for i, row in enumerate(rows)]
    if q.coord_type != "XYZ":
        stretch = 1.0 + q.value(q.displacements[q.radial]) / (q.x, q.y)[q.radial]
        for hoop in (2,) if q.coord_type == "RZ" else (1, 2):
            f[hoop][hoop] = stretch
    return f


def _cofactors(q: Points) -> list[list[Any]]:
    """det(F) F^-T."""
    f = _deformation(q)
    after = (1, 2, 0)
    return [
        [
            _minus(_times(f[j][m], f[k][n]), _times(f[j][n], f[k][m]))
            for m, n in ((after[c], after[after[c]]) for c in range(3))
        ]
        for j, k in ((after[r], after[after[r]]) for r in range(3))
    ]


def _zero(a: Any) -> bool:
    return type(a) is float and a == 0.0


def _times(a: Any, b: Any) -> Any:
    return 0.0 if _zero(a) or _zero(b) else a * b


def _minus(a: Any, b: Any) -> Any:
    return a if _zero(b) else a - b
