"""AverageElementSize on meshes whose cells are known."""

from __future__ import annotations

import pytest

DECK = """
[Mesh]
  [mesh]
    type = GeneratedMeshGenerator
    dim = {dim}
    xmax = 3
    ymax = 4
    zmax = 12
    elem_type = {cell}
    bias_x = {bias}
    nx = {nx}
    ny = 1
    nz = 1
  []
[]
[Variables]
  [u]
    order = {order}
  []
[]
[Kernels]
  [d]
    type = Diffusion
    variable = u
  []
  [r]
    type = Reaction
    variable = u
  []
[]
[Executioner]
  type = Steady
[]
[Postprocessors]
  [h]
    type = AverageElementSize
  []
[]
"""


@pytest.mark.parametrize(
    ("dim", "cell", "order", "nx", "bias", "size"),
    [
        (1, "EDGE2", "FIRST", 2, 2.0, 1.5),  # cells of 1 and 2
        (1, "EDGE3", "SECOND", 3, 1.0, 1.0),
        (2, "QUAD4", "FIRST", 1, 1.0, 5.0),  # the diagonal
        (2, "QUAD9", "SECOND", 1, 1.0, 5.0),
        (2, "TRI3", "FIRST", 1, 1.0, 5.0),
        (3, "HEX8", "FIRST", 1, 1.0, 13.0),
    ],
)
def test_mean_of_the_diameters(problem, dim, cell, order, nx, bias, size):
    data = problem(DECK.format(dim=dim, cell=cell, order=order, nx=nx, bias=bias)).run(write=False)
    assert float(data["h"].values[-1]) == pytest.approx(size, rel=1e-12)
