"""Elements that keep their volume without locking: Cook's membrane, exactness, rigid motions, derivatives."""

from __future__ import annotations

import meshio
import numpy
import pytest
from alces.ad import Tensor
from alces.cli.jacobian import compare, randomize
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors
from alces_mechanics.locking import mean_dilatation
from alces_mechanics.materials.compute_plane_stress_small_strain import ComputePlaneStressSmallStrain

DECK = """
[GlobalParams]
  displacements = '{displacements}'
  volumetric_locking_correction = {correction}
[]
[Mesh]
  {mesh}
[]
[Problem]
  coord_type = {coordinates}
[]
[Modules/TensorMechanics/Master]
  [all]
    add_variables = true
    incremental = {incremental}
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 70
    poissons_ratio = {poisson}
  []
  [stress]
    type = {stress}
  []
[]
[BCs]
  {conditions}
[]
[Executioner]
  {executioner}
[]
"""
DEFAULTS = {
    "displacements": "disp_x disp_y", "correction": "true", "coordinates": "XYZ", "incremental": "false",
    "poisson": "0.4999", "stress": "ComputeLinearElasticStress", "conditions": "", "executioner":
    "type = Steady",
}  # fmt: skip


def deck(**changes):
    given = {**DEFAULTS, **changes}
    if given["incremental"] == "true":
        given["stress"] = "ComputeStrainIncrementBasedStress"
        given["executioner"] = "type = Transient\n num_steps = 1\n dt = 1"
    return DECK.format(**given)


def fixed(boundary, *variables):
    return "".join(
        f"[{boundary}_{u}]\n type = DirichletBC\n variable = {u}\n boundary = {boundary}\n value = 0\n[]\n"
        for u in variables
    )


# -- Cook's membrane -------------------------------------------------------------------------------
def membrane(path, n, second=False):
    """The tapered panel with corners (0, 0), (48, 44), (48, 60), (0, 44): n x n cells, a Gmsh file."""
    m = 2 * n if second else n
    s, t = (a.T.ravel() for a in numpy.meshgrid(*[numpy.linspace(0, 1, m + 1)] * 2, indexing="ij"))
    low, high = 44 * s, 44 + 16 * s
    points = numpy.stack([48 * s, low + t * (high - low), 0 * s], axis=1)

    def node(i, j):
        return (m + 1) * j + i

    step = m // n
    i, j = (step * a.ravel() for a in numpy.meshgrid(range(n), range(n)))
    corners = [(0, 0), (step, 0), (step, step), (0, step)]
    more = [(1, 0), (2, 1), (1, 2), (0, 1), (1, 1)] if second else []
    cells = numpy.stack([node(i + a, j + b) for a, b in corners + more], axis=1)
    along = numpy.arange(0, m, step)
    line = [(0, step), (1,)] if second else [(0, step)]
    offsets = [d for part in line for d in part]
    left = numpy.stack([node(0, along + d) for d in offsets], axis=1)
    right = numpy.stack([node(m, along + d) for d in offsets], axis=1)
    tags = [numpy.full(len(a), k) for a, k in ((cells, 1), (left, 2), (right, 3))]
    names = ("quad9", "line3") if second else ("quad", "line")
    meshio.Mesh(
        points, [(names[0], cells), (names[1], left), (names[1], right)],
        cell_data={"gmsh:physical": tags, "gmsh:geometrical": tags},
        field_data={"left": numpy.array([2, 1]), "right": numpy.array([3, 1])},
    ).write(path, file_format="gmsh22", binary=False)  # fmt: skip
    return f"type = FileMesh\n file = {path}"


LOAD = "[load]\n type = NeumannBC\n variable = disp_y\n boundary = right\n value = 0.0625\n[]\n"


@pytest.fixture
def tip(problem, tmp_path):
    """Vertical displacement of the upper right corner under a shear force of 1."""

    def solve(n, second=False, **changes):
        mesh = membrane(tmp_path / "membrane.msh", n, second)
        p = problem(deck(mesh=mesh, conditions=fixed("left", "disp_x", "disp_y") + LOAD, **changes))
        p.run()
        return p.state.u[p.model.unknowns.field == 1].max()

    return solve


def test_cooks_membrane(tip):
    """First-order elements lock; with the correction they come close to second-order ones."""
    reference = tip(12, second=True, correction="false")
    assert tip(12, correction="false") < 0.6 * reference
    assert tip(12) == pytest.approx(reference, rel=0.03)
    assert tip(12, incremental="true") == pytest.approx(tip(12), rel=1e-9)


# -- exactness -------------------------------------------------------------------------------------
NAMES = {2: "disp_x disp_y", 3: "disp_x disp_y disp_z"}


def crooked(path, dim, n=2, left=0.0):
    """A box of n cells each way whose inner nodes are moved, a Gmsh file."""
    grid = numpy.meshgrid(*[numpy.arange(n + 1)] * dim, indexing="ij")
    number = numpy.arange((n + 1) ** dim).reshape([n + 1] * dim)
    points = numpy.zeros((number.size, 3))
    points[:, :dim] = numpy.stack([a.ravel() / n for a in grid], axis=1)
    inner = numpy.prod(points[:, :dim] * (1.0 - points[:, :dim]), axis=1)
    points[:, :dim] += 0.4 * inner[:, None] * numpy.array([1.0, -0.7, 0.5])[:dim]
    points[:, 0] += left
    corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
    if dim == 3:
        corners = [(*c, z) for z in (0, 1) for c in corners]
    cells = numpy.stack(
        [number[tuple(slice(o, n + o) for o in c)].ravel() for c in corners], axis=1
    )
    meshio.Mesh(points, [("quad" if dim == 2 else "hexahedron", cells)]).write(
        path, file_format="gmsh22", binary=False
    )
    return f"type = FileMesh\n file = {path}"


@pytest.fixture
def box(problem, tmp_path):
    """A problem on a crooked box."""

    def loaded(dim, left=0.0, **changes):
        mesh = crooked(tmp_path / "box.msh", dim, left=left)
        return problem(deck(mesh=mesh, displacements=NAMES[dim], **changes))

    return loaded


def displace(p, gradient):
    x = p.model.mesh.points
    for i, dofs in enumerate(p.model.unknowns.dofs):
        p.state.u[dofs] = 0.7 - i + x @ gradient[i]


@pytest.mark.parametrize("dim", [2, 3])
def test_rigid_motions_cause_no_forces(box, dim):
    p = box(dim)
    displace(p, numpy.array([[0.0, -0.3, 0.2], [0.3, 0.0, -0.1], [-0.2, 0.1, 0.0]]))
    assert numpy.abs(p.residual()).max() < 1e-9


@pytest.mark.parametrize("dim", [2, 3])
def test_a_constant_strain_is_in_equilibrium(box, dim):
    """The patch test: inner nodes of crooked cells feel no force."""
    p = box(dim)
    displace(p, numpy.array([[0.1, -0.3, 0.2], [0.1, 0.2, 0.4], [0.5, 0.1, -0.15]]))
    x = p.model.mesh.points[:, :dim]
    inner = numpy.flatnonzero(numpy.all((x > 1e-9) & (x < 1 - 1e-9), axis=1))
    r = p.residual()
    forces = r[numpy.array([dofs[inner] for dofs in p.model.unknowns.dofs])]
    assert len(inner) == 1 and numpy.abs(forces).max() < 1e-11 * numpy.abs(r).max()


CASES = [
    {"dim": 2},
    {"dim": 3},
    {"dim": 2, "left": 0.3, "coordinates": "RZ"},
    {"dim": 2, "left": 0.3, "coordinates": "RZ", "incremental": "true"},
]


@pytest.mark.parametrize("case", CASES)
def test_the_matrix_is_exact_and_symmetric(box, case):
    """The residual is linear, so the matrix follows from residuals without error."""
    p = box(**case)
    J = p.jacobian().toarray()
    r0, n = p.residual(), p.state.u.size
    columns = []
    for k in range(n):
        p.state.u[k] += 1.0
        columns.append(p.residual() - r0)
        p.state.u[k] -= 1.0
    numpy.testing.assert_allclose(J, numpy.stack(columns, axis=1), atol=1e-12 * numpy.abs(J).max())
    numpy.testing.assert_allclose(J, J.T, atol=1e-12 * numpy.abs(J).max())


PLASTIC = """ComputeJ2PlasticStress
    yield_stress = 0.5
    hardening_modulus = 3"""


def test_the_matrix_of_plastic_elements(box):
    p = box(2, poisson=0.3, stress=PLASTIC, executioner="type = Transient\n dt = 1")
    randomize(p, 3)
    J, direction = p.jacobian(), numpy.cos(numpy.arange(p.state.u.size))
    u, h = p.state.u.copy(), 1e-6
    p.state.u[:] = u + h * direction
    up = p.residual()
    p.state.u[:] = u - h * direction
    want = (up - p.residual()) / (2 * h)
    numpy.testing.assert_allclose(J @ direction, want, atol=1e-6 * numpy.abs(want).max())


def test_the_command_that_checks_partials_understands_means(box):
    p = box(2)
    randomize(p, 3)
    rows = compare(p)
    assert len(rows) == 4 and all(row.good for row in rows)


# -- axisymmetric ----------------------------------------------------------------------------------
def test_a_thick_tube_of_incompressible_material(problem):
    """Lame's solution u = (1 + nu)/E a^2 p/(b^2 - a^2) ((1 - 2 nu) r + b^2/r) at r = a."""
    nu, a, b = 0.4999, 1.0, 2.0
    want = (1 + nu) / 70 * a * a / (b * b - a * a) * ((1 - 2 * nu) * a + b * b / a)
    mesh = "type = GeneratedMesh\n dim = 2\n nx = 16\n xmin = 1\n xmax = 2"
    conditions = (
        fixed("bottom", "disp_y") + fixed("top", "disp_y")
        + "[Pressure]\n[inside]\n boundary = left\n use_displaced_mesh = false\n[]\n[]"
    )  # fmt: skip
    found = {}
    for correction in ("true", "false"):
        p = problem(deck(mesh=mesh, coordinates="RZ", conditions=conditions, correction=correction))
        p.run()
        found[correction] = p.state.u[p.model.unknowns.field == 0].max()
    assert found["true"] == pytest.approx(want, rel=2e-3)
    assert found["false"] < 0.7 * want


# -- pieces ----------------------------------------------------------------------------------------
def test_only_the_trace_is_averaged():
    xx = numpy.array([[1.0, 3.0], [0.0, 6.0]])
    q = SamplePoints({})
    t = mean_dilatation(q, Tensor.symmetric(xx, 0.0, 0.0, xy=5.0))
    numpy.testing.assert_allclose(t.trace(), [[2.0, 2.0], [3.0, 3.0]])
    numpy.testing.assert_allclose(t[0, 0] - t[1, 1], xx)
    assert t[0, 1] == 5.0


@pytest.mark.parametrize("cls", [StressDivergenceTensors, ComputePlaneStressSmallStrain])
def test_where_it_means_nothing_it_is_refused(make, cls):
    more = {"variable": "u", "component": 0} if cls is StressDivergenceTensors else {}
    with pytest.raises(DeckError, match="true is not supported"):
        make(cls, displacements="u", volumetric_locking_correction="true", **more)
