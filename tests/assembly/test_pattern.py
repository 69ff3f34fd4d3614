"""The sparsity pattern against counting cell by cell, and sums at places that do not change."""

from __future__ import annotations

from itertools import product

import numpy
import pytest
from alces import backend
from alces.assembly.coordinates import Coordinates
from alces.assembly.domain import cell_domains
from alces.assembly.pattern import Pattern
from alces.dofs import DofMap, Space, Variable, cellwise_space
from alces.mesh import bounding_box_subdomain, generated

FIRST, SECOND = Space(), Space("LAGRANGE", "SECOND")


def mesh():
    """4 x 3 second-order cells, the right half in a block of its own."""
    return bounding_box_subdomain(
        generated(2, 4, 3, elem_type="QUAD9"), (0.5, 0.0, 0.0), (1.0, 1.0, 0.0), 1, "right"
    )


def variables(m):
    return {
        "equal": [Variable("u", FIRST), Variable("v", FIRST)],
        "blocks": [Variable("u", FIRST), Variable("v", FIRST, (0,)), Variable("w", FIRST, (1,))],
        "orders": [Variable("u", SECOND), Variable("v", FIRST), Variable("w", SECOND, blocks=(1,))],
        "cells": [Variable("u", FIRST), Variable("c", Space("MONOMIAL", "CONSTANT")),
                  Variable("d", cellwise_space(m, "MONOMIAL", "FIRST"), blocks=(0,))],
    }


def periodic(m):
    """Nodes on the right are those on the left."""
    merge = numpy.arange(m.n_nodes)
    for node in numpy.flatnonzero(m.points[:, 0] > 1 - 1e-9):
        there = (m.points[:, 0] < 1e-9) & (abs(m.points[:, 1] - m.points[node, 1]) < 1e-9)
        merge[node] = numpy.flatnonzero(there)[0]
    return merge


@pytest.mark.parametrize("kind", ["equal", "blocks", "orders", "cells"])
@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("tied", [False, True])
def test_pattern(kind, every, tied):
    m = mesh()
    chosen = variables(m)[kind]
    dofmap = DofMap(m, chosen, {"u": periodic(m)} if tied else None)
    n = range(len(chosen))
    blocks = tuple((f, g) for f, g in product(n, n) if every or f == g or (f, g) == (0, len(chosen) - 1))
    pattern = Pattern(dofmap, blocks)
    domains = cell_domains(m, 2, Coordinates())
    pairs = {(f, g): [(d, dofmap.cell_dofs(f, d.block), dofmap.cell_dofs(g, d.block)) for d in domains]
             for f, g in blocks}
    want = {(int(a), int(b)) for found in pairs.values() for _, rows, columns in found
            if rows is not None and columns is not None
            for of_row, of_column in zip(rows, columns, strict=True) for a in of_row for b in of_column}
    row_of = numpy.repeat(numpy.arange(dofmap.n), numpy.diff(pattern.indptr))
    have = list(zip(row_of.tolist(), pattern.indices.tolist(), strict=True))
    assert have == sorted(want)
    numpy.testing.assert_array_equal(pattern.indices[pattern.diagonal], numpy.arange(dofmap.n))
    numpy.testing.assert_array_equal(row_of[pattern.diagonal], numpy.arange(dofmap.n))
    for block, found in pairs.items():
        for domain, rows, columns in found:
            if rows is not None and columns is not None:
                part = slice(1, 4)
                places = pattern.places(block, domain, part).reshape(3, rows.shape[1], columns.shape[1])
                r, c = rows[part][:, :, None], columns[part][:, None, :]
                numpy.testing.assert_array_equal(row_of[places], numpy.broadcast_to(r, places.shape))
                numpy.testing.assert_array_equal(pattern.indices[places], numpy.broadcast_to(c, places.shape))


@pytest.mark.parametrize("at_once", [None, 1, 40])
@pytest.mark.parametrize("size", [50, 100_000], ids=["close", "scattered"])
def test_sums_at_places(size, at_once, monkeypatch):
    """Repeated places, in one array and between two."""
    rng = numpy.random.default_rng(5)
    places = [rng.integers(0, size, (30, 4)), rng.integers(0, size, (30, 3))]
    places[1][:, 0] = places[0][:, 0]
    values = [rng.normal(size=a.shape) for a in places]
    monkeypatch.setattr(backend.active(), "sums_at_once", at_once)
    have, want = numpy.ones(size), numpy.ones(size)
    add = backend.adder(places, size)
    for _ in range(2):
        add(have, values)
        for where, a in zip(places, values, strict=True):
            numpy.add.at(want, where, a)
    numpy.testing.assert_allclose(have, want, rtol=0, atol=1e-13)
