"""Meshes of the unit line, square and cube, of any cell type, regular and distorted."""

from __future__ import annotations

LINEAR = {"EDGE2": 2, "TRI3": 3, "QUAD4": 4, "TET4": 4, "HEX8": 8}
CELLS = ("EDGE2", "EDGE3", "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "TET4", "TET10", "HEX8", "HEX20",
         "HEX27")
_DIMENSIONS = {"EDGE": 1, "TRI": 2, "QUAD": 2, "TET": 3, "HEX": 3}
_CORNERS = {"EDGE3": "EDGE2", "TRI6": "TRI3", "TET10": "TET4"}

_BOX = """
[Mesh]
  second_order = {second}
  [box]
    type = GeneratedMeshGenerator
    dim = {dim}
    elem_type = {cell}
    nx = {n}
    ny = {n}
    nz = {n}
  []
"""
_MOVED = """
  [moved]
    type = ParsedNodeTransformGenerator
    input = box
    {axis}_function = '{formula}'
  []
"""


def dimension(cell: str) -> int:
    return _DIMENSIONS[cell.rstrip("0123456789")]


def degree(cell: str) -> int:
    return 1 if cell in LINEAR else 2


def mesh(cell: str, n: int, distorted: bool = False) -> str:
    """[Mesh] of n cells along each axis.

    Distorted quadrilaterals are trapezia of one shape, whatever (even) n is, and hexahedra likewise (Arnold,
    Boffi, Falk, Math. Comp. 71 (2002) 909, fig. 1); the inner corners of the other cells lie irregularly.
    Sides remain straight.
    """
    dim = dimension(cell)
    if not distorted:
        return _BOX.format(dim=dim, cell=cell, n=n, second="false") + "[]"
    if cell.startswith(("QUAD", "HEX")):
        assert n % 2 == 0, "an odd number of rows would move the upper side"
        waves = "*".join(f"cos(pi*{n}*{a})" for a in "xz"[:dim - 1])
        box = _BOX.format(dim=dim, cell=cell, n=n, second="false")
        return box + _MOVED.format(axis="y", formula=f"y + {0.4 / n}*{waves}*sin(pi*{n}*y/2)^2") + "[]"
    corners = _CORNERS.get(cell, cell)
    inside = "*".join(f"{a}*(1 - {a})" for a in "xyz"[:dim])
    number = " + ".join(f"{k}*{n}*{a}" for k, a in zip((37.1, 53.3, 71.7), "xyz"[:dim], strict=False))
    box = _BOX.format(dim=dim, cell=corners, n=n, second=str(corners != cell).lower())
    moved = _MOVED.format(axis="x", formula=f"x + {0.25 / n}*sin({number})*min(1, 1e6*{inside})")
    return box + moved + "[]"
