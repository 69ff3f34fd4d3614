"""Tables that define the cell types: vertices, edges, faces and nodes, in Exodus II order.

Edges, quadrilaterals and hexahedra live on [-1, 1]^d, triangles and tetrahedra on the unit simplices.
Every node of every cell is the mean of some vertices (a vertex, an edge's middle, a face's centre, the cell's
centre), so a cell type is its vertices plus one tuple of vertex numbers per node.

Source: L. Schoof, V. Yarberry, "EXODUS II: a finite element data model", SAND92-2137 (node and side figures).
HEX27 keeps the order of the Exodus file: 8 vertices, 12 edges, the centre (index 20), then the faces
z-, z+, x-, x+, y-, y+. (libMesh's own order, faces first and the centre last, is never used here.)
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """Shape of a cell without its nodes: vertex coordinates and the vertices of every side and edge.

    Sides are listed in Exodus order and turn so that their normal (2-D: tangent turned clockwise; 3-D: first
    tangent x second tangent) points out of the cell.
    """

    vertices: tuple[tuple[float, ...], ...]
    sides: tuple[tuple[int, ...], ...]
    edges: tuple[tuple[int, ...], ...]
    is_simplex: bool


POINT = Family(vertices=((),), sides=(), edges=(), is_simplex=False)

EDGE = Family(vertices=((-1.0,), (1.0,)), sides=((0,), (1,)), edges=((0, 1),), is_simplex=False)

TRI = Family(
    vertices=((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)),
    sides=((0, 1), (1, 2), (2, 0)),
    edges=((0, 1), (1, 2), (2, 0)),
    is_simplex=True,
)

QUAD = Family(
    vertices=((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)),
    sides=((0, 1), (1, 2), (2, 3), (3, 0)),
    edges=((0, 1), (1, 2), (2, 3), (3, 0)),
    is_simplex=False,
)

TET = Family(
    vertices=((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    sides=((0, 1, 3), (1, 2, 3), (0, 3, 2), (0, 2, 1)),
    edges=((0, 1), (1, 2), (0, 2), (0, 3), (1, 3), (2, 3)),
    is_simplex=True,
)

HEX = Family(
    vertices=(
        (-1.0, -1.0, -1.0), (1.0, -1.0, -1.0), (1.0, 1.0, -1.0), (-1.0, 1.0, -1.0),
        (-1.0, -1.0, 1.0), (1.0, -1.0, 1.0), (1.0, 1.0, 1.0), (-1.0, 1.0, 1.0),
    ),
    sides=((0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (0, 4, 7, 3), (0, 3, 2, 1), (4, 5, 6, 7)),
    edges=(
        (0, 1), (1, 2), (2, 3), (3, 0), (0, 4), (1, 5), (2, 6), (3, 7), (4, 5), (5, 6), (6, 7), (7, 4),
    ),
    is_simplex=False,
)  # fmt: skip

_HEX_CENTRE_AND_FACES = (
    (0, 1, 2, 3, 4, 5, 6, 7),
    (0, 1, 2, 3), (4, 5, 6, 7), (0, 3, 7, 4), (1, 2, 6, 5), (0, 1, 5, 4), (2, 3, 7, 6),
)  # fmt: skip


@dataclass(frozen=True)
class CellEntry:
    """One cell type: its family, polynomial order, nodes beyond the vertices and related cell types.

    extra: for each node after the vertices, the vertices it is the mean of.
    side: cell type of the sides.
    full: cell type of the complete second-order cell of this family (QUAD4 -> QUAD9).
    """

    family: Family
    order: int
    extra: tuple[tuple[int, ...], ...]
    linear: str
    side: str
    full: str


CELL_TABLE: dict[str, CellEntry] = {
    "POINT": CellEntry(POINT, 1, (), "POINT", "", "POINT"),
    "EDGE2": CellEntry(EDGE, 1, (), "EDGE2", "POINT", "EDGE3"),
    "EDGE3": CellEntry(EDGE, 2, EDGE.edges, "EDGE2", "POINT", "EDGE3"),
    "TRI3": CellEntry(TRI, 1, (), "TRI3", "EDGE2", "TRI6"),
    "TRI6": CellEntry(TRI, 2, TRI.edges, "TRI3", "EDGE3", "TRI6"),
    "QUAD4": CellEntry(QUAD, 1, (), "QUAD4", "EDGE2", "QUAD9"),
    "QUAD8": CellEntry(QUAD, 2, QUAD.edges, "QUAD4", "EDGE3", "QUAD9"),
    "QUAD9": CellEntry(QUAD, 2, (*QUAD.edges, (0, 1, 2, 3)), "QUAD4", "EDGE3", "QUAD9"),
    "TET4": CellEntry(TET, 1, (), "TET4", "TRI3", "TET10"),
    "TET10": CellEntry(TET, 2, TET.edges, "TET4", "TRI6", "TET10"),
    "HEX8": CellEntry(HEX, 1, (), "HEX8", "QUAD4", "HEX27"),
    "HEX20": CellEntry(HEX, 2, HEX.edges, "HEX8", "QUAD8", "HEX27"),
    "HEX27": CellEntry(HEX, 2, HEX.edges + _HEX_CENTRE_AND_FACES, "HEX8", "QUAD9", "HEX27"),
}
