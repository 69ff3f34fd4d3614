"""Orders of convergence in space by manufactured solutions, on every cell type."""

from __future__ import annotations

import numpy as np
import pytest
from alces.mesh import generated, order_second
from alces.output import ExodusWriter, RunInfo

TYPES = {"EDGE": 1, "TRI": 2, "QUAD": 2, "TET": 3, "HEX": 3}
LINEAR = {"EDGE2": 2, "TRI3": 3, "QUAD4": 4, "TET4": 4, "HEX8": 8}
CELLS = ["EDGE2", "EDGE3", "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "TET4", "TET10", "HEX8", "HEX20",
         "HEX27"]
DIVISIONS = {(1, 1): (8, 16, 32), (1, 2): (4, 8, 16), (2, 1): (6, 12, 24), (2, 2): (4, 8, 16),
             (3, 1): (3, 6, 9), (3, 2): (2, 3, 5)}

SOLUTIONS = {1: ("sin(2*x + 0.5)", 4.0), 2: ("sin(2*x + 0.5)*cos(1.5*y)", 6.25),
             3: ("sin(2*x + 0.5)*cos(1.5*y)*exp(z/2)", 6.0)}
"""u and k with -div grad u = k u."""

SCALAR = """
[Mesh]
  {mesh}
[]
[Variables]
  [u]
    order = {order}
  []
[]
[Functions]
  [exact]
    type = ParsedFunction
    expression = '{u}'
  []
[]
[Kernels]
  [diffusion]
    type = Diffusion
    variable = u
  []
  [reaction]
    type = Reaction
    variable = u
    rate = 2
  []
  [source]
    type = BodyForce
    variable = u
    value = {source}
    function = exact
  []
[]
[BCs]
  [exact]
    type = FunctionDirichletBC
    variable = u
    boundary = '{boundaries}'
    function = exact
  []
[]
[Postprocessors]
  [l2]
    type = ElementL2Error
    variable = u
    function = exact
  []
  [h1]
    type = ElementH1SemiError
    variable = u
    function = exact
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
  nl_rel_tol = 1e-11
[]
"""
BOUNDARIES = ["left right", "left right bottom top", "left right bottom top back front"]


def _degree(cell: str) -> int:
    return 1 if cell in LINEAR else 2


def _dim(cell: str) -> int:
    return TYPES[cell.rstrip("0123456789")]


def _scalar_deck(cell: str, mesh: str) -> str:
    dim, degree = _dim(cell), _degree(cell)
    u, k = SOLUTIONS[dim]
    return SCALAR.format(mesh=mesh, order=("FIRST", "SECOND")[degree - 1], u=u, source=k + 2.0,
                         boundaries=BOUNDARIES[dim - 1])


@pytest.mark.parametrize("cell", CELLS)
def test_diffusion_and_reaction(cell, tmp_path, final, order):
    dim, degree = _dim(cell), _degree(cell)
    mesh = f"type = GeneratedMesh\n  dim = {dim}\n  elem_type = {cell}\n  nx = 1\n  ny = 1\n  nz = 1"
    deck = tmp_path / "deck.i"
    deck.write_text(_scalar_deck(cell, mesh))
    sizes = DIVISIONS[dim, degree]
    found = [final(deck, *(f"Mesh/n{a}={n}" for a in "xyz"[:dim])) for n in sizes]
    h = [1.0 / n for n in sizes]
    order(f"{cell}: L2", h, [f["l2"] for f in found], degree + 1)
    order(f"{cell}: H1", h, [f["h1"] for f in found], degree)


def _distorted(cell: str, n: int, file: str) -> None:
    """An Exodus file of the unit square whose inner corners are moved at random by up to 0.2 h."""
    linear = {"TRI6": "TRI3", "QUAD8": "QUAD4", "QUAD9": "QUAD4"}.get(cell, cell)
    mesh = generated(2, n, n, 1, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, linear)
    points = mesh.points
    inner = np.all((points[:, :2] > 1e-9) & (points[:, :2] < 1 - 1e-9), axis=1)
    points[inner, :2] += np.random.default_rng(n).uniform(-0.2 / n, 0.2 / n, (inner.sum(), 2))
    if cell != linear:
        mesh = order_second(mesh, full=cell != "QUAD8")
    assert [block.cell_type for block in mesh.blocks] == [cell]
    writer = ExodusWriter()
    writer.open(mesh, [], RunInfo(file, "distorted", "", {}))
    writer.close()


@pytest.mark.parametrize("cell", ["TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9"])
def test_distorted_cells(cell, tmp_path, final, order):
    """Full order, except on QUAD8: on quadrilaterals that are no parallelograms its space holds only the
    linear polynomials (Arnold, Boffi, Falk, Math. Comp. 71 (2002) 909)."""
    degree = _degree(cell)
    sizes = (8, 16, 32) if degree == 1 else (6, 12, 24)
    deck = tmp_path / "deck.i"
    deck.write_text(_scalar_deck(cell, "type = FileMesh\n  file = mesh.e"))
    found = []
    for n in sizes:
        _distorted(cell, n, str(tmp_path / "mesh"))
        found.append(final(deck))
    expected = 1 if cell == "QUAD8" else degree
    h = [1.0 / n for n in sizes]
    order(f"{cell}, distorted: L2", h, [f["l2"] for f in found], expected + 1)
    order(f"{cell}, distorted: H1", h, [f["h1"] for f in found], expected)


# -- linear elasticity -----------------------------------------------------------------------------------
LAME, SHEAR = 2.0, 1.5
DISPLACEMENTS = {
    2: ("sin(2*x)*cos(y)", "cos(x + 0.3)*sin(1.5*y)"),
    3: ("sin(2*x)*cos(y)*(1+z)", "cos(x + 0.3)*sin(1.5*y)", "sin(x*y)*exp(z/2)"),
}


def _body_forces(dim: int) -> list[str]:
    """-div(stress) of the displacements, by a computer algebra system."""
    sympy = pytest.importorskip("sympy")
    x = sympy.symbols("x y z")[:dim]
    u = [sympy.sympify(text) for text in DISPLACEMENTS[dim]]
    volume = sum(sympy.diff(u[i], x[i]) for i in range(dim))
    forces = []
    for i in range(dim):
        row = [SHEAR * (sympy.diff(u[i], x[j]) + sympy.diff(u[j], x[i])) for j in range(dim)]
        row[i] += LAME * volume
        force = -sum(sympy.diff(row[j], x[j]) for j in range(dim))
        forces.append(str(force).replace("**", "^"))
    return forces


def _elasticity_deck(cell: str) -> str:
    dim = _dim(cell)
    names = [f"u{a}" for a in "xyz"[:dim]]
    parts = [f"[GlobalParams]\n displacements = '{' '.join(names)}'\n[]",
             f"[Mesh]\n type = GeneratedMesh\n dim = {dim}\n elem_type = {cell}\n nx=1\n ny=1\n nz=1\n[]",
             f"""
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    lambda = {LAME}
    shear_modulus = {SHEAR}
  []
  [strain]
    type = ComputeSmallStrain
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
  nl_rel_tol = 1e-11
[]"""]
    for i, (name, exact, force) in enumerate(zip(names, DISPLACEMENTS[dim], _body_forces(dim), strict=True)):
        parts.append(f"""
[Variables]
  [{name}]
    order = {("FIRST", "SECOND")[_degree(cell) - 1]}
  []
[]
[Functions]
  [{name}]
    type = ParsedFunction
    expression = '{exact}'
  []
[]
[Kernels]
  [stress_{name}]
    type = StressDivergenceTensors
    variable = {name}
    component = {i}
  []
  [force_{name}]
    type = BodyForce
    variable = {name}
    function = '{force}'
  []
[]
[BCs]
  [{name}]
    type = FunctionDirichletBC
    variable = {name}
    boundary = '{BOUNDARIES[dim - 1]}'
    function = {name}
  []
[]
[Postprocessors]
  [l2_{name}]
    type = ElementL2Error
    variable = {name}
    function = {name}
  []
  [h1_{name}]
    type = ElementH1SemiError
    variable = {name}
    function = {name}
  []
[]""")
    return "\n".join(parts)


@pytest.mark.parametrize("cell", ["QUAD4", "QUAD9", "HEX8"])
def test_elasticity(cell, tmp_path, final, order):
    dim, degree = _dim(cell), _degree(cell)
    sizes = {"QUAD4": (6, 12, 24), "QUAD9": (4, 8, 16), "HEX8": (3, 5, 7)}[cell]
    deck = tmp_path / "deck.i"
    deck.write_text(_elasticity_deck(cell))
    found = [final(deck, *(f"Mesh/n{a}={n}" for a in "xyz"[:dim])) for n in sizes]
    h = [1.0 / n for n in sizes]
    for norm, expected in (("l2", degree + 1), ("h1", degree)):
        total = [np.sqrt(sum(f[f"{norm}_u{a}"] ** 2 for a in "xyz"[:dim])) for f in found]
        order(f"elasticity on {cell}: {norm.upper()}", h, total, expected)
