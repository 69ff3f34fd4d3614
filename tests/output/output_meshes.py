"""Small meshes by hand, and a run of a few steps, for the writers' tests."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from alces.output import Field, RunInfo, Snapshot

INFO = {
    "title": "a test",
    "deck": "[Mesh]\n  type = GeneratedMesh\n[]\n",
    "versions": {"alces": "0.1", "alces_core": "0.2"},
}


def mesh(points, dim, blocks, **sets):
    """blocks: (cell type, subdomain, cells)."""
    points = np.asarray(points, dtype=float)
    points = np.pad(points, ((0, 0), (0, 3 - points.shape[1])))
    cells = [
        SimpleNamespace(cell_type=kind, subdomain=sub, cells=np.array(rows, dtype=np.int64))
        for kind, sub, rows in blocks
    ]
    empty = {"subdomain_names": {}, "sidesets": {}, "sideset_names": {}, "nodesets": {}, "nodeset_names": {}}
    return SimpleNamespace(points=points, dim=dim, blocks=cells, **{**empty, **sets})


def mixed():
    """Two unit squares: the left a quad (metal), the right two triangles (solid); 6 nodes, 3 cells."""
    points = [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)]
    side = SimpleNamespace(cells=np.array([0]), sides=np.array([3]))
    right = SimpleNamespace(cells=np.array([1]), sides=np.array([1]))
    return mesh(
        points, 2, [("QUAD4", 7, [(0, 1, 4, 3)]), ("TRI3", 9, [(1, 2, 5), (1, 5, 4)])],
        subdomain_names={7: "metal", 9: "solid"}, sidesets={0: side, 4: right},
        sideset_names={0: "left", 4: "right"},
        nodesets={2: np.array([0, 3])}, nodeset_names={2: "left_nodes"},
    )  # fmt: skip


def line(n=4):
    cells = [(i, i + 1) for i in range(n)]
    return mesh([(i / n,) for i in range(n + 1)], 1, [("EDGE2", 0, cells)])


def grid(n, size=1.0):
    """n x n quads on a square."""
    xs = np.linspace(0.0, size, n + 1)
    x, y = np.meshgrid(xs, xs)
    first = (np.arange(n)[:, None] * (n + 1) + np.arange(n)).ravel()
    cells = np.column_stack([first, first + 1, first + n + 2, first + n + 1])
    return mesh(np.column_stack([x.ravel(), y.ravel()]), 2, [("QUAD4", 0, cells)])


FIELDS = [
    Field("u", "concentration", "mol/m^3", "node"),
    Field("stress", "stress xx", "Pa", "cell"),
    Field("zeta", "a late name", "1", "global"),
    Field("area", "area of metal", "m^2", "global"),
]


def info(folder, name="out"):
    return RunInfo(str(folder / name), **INFO)


def snapshot(step, n_node, n_cell):
    """u = step + node/10, stress = -step - cell, zeta = step, area = 1/3."""
    return Snapshot(
        step,
        0.5 * step,
        0.5,
        {"u": step + np.arange(n_node) / 10},
        {"stress": -step - np.arange(float(n_cell))},
        {"zeta": step, "area": 1 / 3},
    )


def write(writer, target, folder, steps=3, fields=FIELDS):
    n_cell = sum(len(block.cells) for block in target.blocks)
    writer.open(target, fields, info(folder))
    for step in range(steps):
        writer.write(snapshot(step, len(target.points), n_cell))
    writer.close()
