"""Writes 3a.msh, the coarse mesh of 3a.i: half of the quarter, below its diagonal, by bisection of triangles.

    python make_3a_mesh.py [length of the arm = 320]

Cells are 7.5 wide where the dendrite will be, and wider with the distance from there.
"""
from __future__ import annotations

import sys
from collections.abc import Iterable
from math import hypot
from pathlib import Path

Point = tuple[float, float]
Triangle = tuple[Point, Point, Point]
"""Corner opposite the longest edge first, anticlockwise: triangles are halved at their longest edge."""

SIDE, FINEST, GRADING = 960.0, 7.5, 0.15
TIP_RADIUS = 14.0  # of the parabola about the arm


def wanted(triangle: Triangle, length: float) -> float:
    """Width of cells at the corner nearest to the arm."""
    outside = []
    for x, y in triangle:
        shape = (2 * TIP_RADIUS * max(length - x, 0.0)) ** 0.5
        outside.append(hypot(max(x - length, 0.0), max(y - shape, 0.0)))
    return FINEST + GRADING * min(outside)


def middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def halves(t: Triangle) -> tuple[Triangle, Triangle]:
    apex, b, c = t
    m = middle(b, c)
    return (m, apex, b), (m, c, apex)


def edges(t: Triangle) -> list[frozenset[Point]]:
    """The longest first."""
    a, b, c = t
    return [frozenset((b, c)), frozenset((a, b)), frozenset((c, a))]


def split(triangles: list[Triangle], cut: set[frozenset[Point]]) -> list[Triangle]:
    """Halves triangles until none has an edge in `cut`; whoever is halved cuts its longest edge first."""
    while more := {edges(t)[0] for t in triangles if cut.intersection(edges(t))} - cut:
        cut |= more
    while any(edges(t)[0] in cut for t in triangles):
        triangles = [part for t in triangles for part in (halves(t) if edges(t)[0] in cut else (t,))]
    return triangles


def mesh(length: float) -> list[Triangle]:
    triangles: list[Triangle] = [((SIDE, 0.0), (SIDE, SIDE), (0.0, 0.0))]
    while cut := {edges(t)[0] for t in triangles
                  if hypot(t[0][0] - t[1][0], t[0][1] - t[1][1]) > 1.001 * wanted(t, length)}:
        triangles = split(triangles, cut)
    return triangles


def gmsh(triangles: Iterable[Triangle]) -> str:
    """Gmsh's format 2.2."""
    triangles = list(triangles)
    nodes = {p: i for i, p in enumerate(sorted({p for t in triangles for p in t}), 1)}
    cells = [f"{k} 2 2 0 0 {' '.join(str(nodes[p]) for p in t)}" for k, t in enumerate(triangles, 1)]
    return "\n".join([
        "$MeshFormat", "2.2 0 8", "$EndMeshFormat",
        "$Nodes", str(len(nodes)), *(f"{i} {x:g} {y:g} 0" for (x, y), i in nodes.items()), "$EndNodes",
        "$Elements", str(len(cells)), *cells, "$EndElements", "",
    ])


if __name__ == "__main__":
    text = gmsh(mesh(float(sys.argv[1]) if len(sys.argv) > 1 else 320.0))
    Path(__file__).with_name("3a.msh").write_text(text)
