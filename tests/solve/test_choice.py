"""The linear solver that a Jacobian gets when the deck does not say."""
from __future__ import annotations

from pathlib import Path

import alces
import numpy as np
import pytest
from alces.dofs import Ghosts
from alces.ranks import Ranks
from alces.run.executioner import DIRECT
from alces.solve.choice import choose
from alces.solve.coupling import Coupling
from alces.solve.spread import Spread
from scipy import sparse

INPUTS = Path(__file__).parents[2] / "inputs"
SMALL = (
    "lx=0.8", "ly=0.8", "nx=20", "ny=20", "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62",
    "Executioner/num_steps=2", "Postprocessors/active=dendrite_area", "Outputs/pictures/execute_on=NONE",
)
N = 40
STIFF = sparse.diags([-1.0, 2.0, -1.0], [-1, 0, 1], shape=(N, N)).toarray()
MASS = sparse.diags([1.0, 4.0, 1.0], [-1, 0, 1], shape=(N, N)).toarray() / 6.0
NAMES = "abcdefgh"


def joined(blocks: dict[tuple[int, int], np.ndarray], n: int, units=None):
    """The Jacobian of n fields on N points, node by node, and the variable of each unknown."""
    units = np.ones(n) if units is None else units
    out = np.zeros((N, n, N, n))
    for (f, g), block in blocks.items():
        out[:, f, :, g] = block * units[g] / units[f] ** 2
    return sparse.csr_matrix(out.reshape(N * n, N * n)), np.tile(np.arange(n), N)


def pieces(A, field, residual=None):
    points = np.zeros((len(field), 3))
    points[:, 0] = np.repeat(np.linspace(0, 1, N), len(field) // N)
    return Spread(Ghosts(Ranks(), len(field))), field, points, (A.indptr, A.indices), A.data


def chosen(blocks, n, multigrid_from=10**9, units=None, residual=None):
    A, field = joined(blocks, n, units)
    residual = np.ones(len(field)) if residual is None else residual
    return choose(NAMES[:n], *pieces(A, field), residual, multigrid_from)


# -- what is measured ----------------------------------------------------------------------------
@pytest.mark.parametrize("units", [[1.0, 1.0], [1e-6, 1e9]])
def test_loops_are_spectral_radii_in_any_units(units) -> None:
    blocks = {(0, 0): STIFF + MASS, (0, 1): 0.6 * MASS, (1, 0): 0.5 * STIFF, (1, 1): STIFF + MASS}
    A, field = joined(blocks, 2, np.array(units))
    coupling = Coupling(*pieces(A, field), 10**9)
    B = np.linalg.inv(STIFF + MASS)
    exact = max(abs(np.linalg.eigvals(B @ (0.6 * MASS) @ B @ (0.5 * STIFF))))
    assert coupling.loops()[0, 1] == pytest.approx(exact, rel=0.2)
    coupling.destroy()


@pytest.mark.parametrize("units", [[1.0, 1.0], [1e-6, 1e9]])
def test_actions_are_parts_of_the_update(units) -> None:
    """Field 0 has a residual of its own, field 1 changes because of it alone; little comes back."""
    units = np.array(units)
    blocks = {(0, 0): STIFF + MASS, (0, 1): 1e-3 * MASS, (1, 0): MASS, (1, 1): STIFF + MASS}
    A, field = joined(blocks, 2, units)
    coupling = Coupling(*pieces(A, field), 10**9)
    residual = np.where(field == 0, 1.0, 0.0) / units[field] ** 2
    actions = coupling.actions([[0], [1]], residual)
    assert actions[1, 0] == pytest.approx(1.0, rel=1e-2)
    B = np.linalg.inv(STIFF + MASS)
    first = B @ np.ones(N)
    back = np.linalg.norm(B @ (1e-3 * MASS) @ B @ MASS @ first) / np.linalg.norm(first)
    assert actions[0, 1] == pytest.approx(back, rel=1e-2)
    coupling.destroy()


# -- what follows from it ------------------------------------------------------------------------
def test_the_order_of_a_chain() -> None:
    """c drives a, a drives b."""
    blocks = {(f, f): STIFF + MASS for f in range(3)} | {(0, 2): MASS, (1, 0): MASS, (2, 1): 1e-3 * MASS}
    choice = chosen(blocks, 3)
    assert choice.groups == ((2,), (0,), (1,)) and not choice.whole
    assert choice.alike == ((2,), (0,), (1,))
    assert "against it" in choice.why


def test_strong_loops_are_one_block_in_any_units() -> None:
    K = STIFF + 0.1 * MASS
    blocks = {(0, 0): K, (0, 1): 0.7 * K, (1, 0): 0.7 * K, (1, 1): K, (2, 0): MASS, (2, 2): STIFF + MASS}
    choice = chosen(blocks, 3, units=np.array([1.0, 1e-8, 1e4]))
    assert choice.groups == ((0, 1), (2,))
    assert chosen(blocks, 3).alike == ((0, 1), (2,))  # symmetric as it stands: one vector


def test_a_circle_of_three_is_one_block() -> None:
    blocks = {(f, f): STIFF + MASS for f in range(4)}
    blocks |= {(1, 0): 5 * MASS, (2, 1): 5 * MASS, (0, 2): -5 * MASS, (3, 0): MASS}
    residual = np.where(np.tile(np.arange(4), N) == 0, 1.0, 0.0)
    assert chosen(blocks, 4, residual=residual).groups == ((0, 1, 2), (3,))


def test_no_diagonal_no_block_of_its_own() -> None:
    """A constraint with its multiplier, and a field that it drives."""
    saddle = {(0, 0): STIFF + MASS, (0, 1): MASS, (1, 0): MASS, (2, 0): MASS, (2, 2): STIFF + MASS}
    choice = chosen(saddle, 3)
    assert choice.groups == ((0, 1), (2,)) and not choice.whole
    coupling = Coupling(*pieces(*joined(saddle, 3)), 10**9)
    assert coupling.without_diagonal == [1] and np.isinf(coupling.loops()[0, 1])
    coupling.destroy()
    alone = {(0, 0): STIFF + MASS, (0, 1): MASS, (1, 0): MASS}
    assert chosen(alone, 2).whole


def test_a_singular_block_is_no_block_of_its_own() -> None:
    """Cahn and Hilliard's equation in two fields: that of the potential has constants in its null space."""
    free = STIFF.copy()
    free[0, 0] = free[-1, -1] = 1.0
    choice = chosen({(0, 0): STIFF - 0.1 * MASS, (0, 1): -MASS, (1, 0): MASS, (1, 1): free}, 2)
    assert choice.whole and "strongly on each other" in choice.why


# -- through decks -------------------------------------------------------------------------------
def run(*overrides: str):
    problem = alces.load(str(INPUTS / "nzsp_dendrite.i"), *SMALL, *overrides)
    said: list[str] = []
    problem.console.message = said.append
    solvers: list = []
    plain = problem.solve

    def solve(*arguments):
        out = plain(*arguments)
        solvers.append((problem._newton.blocks.kinds, problem._newton.trust.whole, out.iterations))
        return out

    problem.solve = solve
    data = problem.run(write=False)
    fields = {n: data[n][-1].values for n in ("eta", "phi", "c", "disp_x", "disp_y")}
    return said, solvers, fields


@pytest.fixture(scope="module")
def direct():
    return run("Preconditioning/active=")


@pytest.fixture
def small_is(monkeypatch: pytest.MonkeyPatch):
    """``small_is(n)``: systems of n unknowns and more are not small any more."""
    return lambda n: monkeypatch.setitem(DIRECT, 2, n)


def test_small_systems_are_solved_as_a_whole(direct) -> None:
    said, solvers, _ = direct
    assert said == [] and {kinds for kinds, *_ in solvers} == {()}


def same(a: dict[str, np.ndarray], b: dict[str, np.ndarray]) -> None:
    for name in a:
        np.testing.assert_allclose(a[name], b[name], atol=1e-8 * np.abs(b[name]).max(), err_msg=name)


def test_the_dendrite_finds_its_blocks_and_the_same_answer(direct, small_is) -> None:
    small_is(1000)
    said, solvers, fields = run("Preconditioning/active=")
    assert len(said) == 1 and "field blocks eta -> phi -> c -> disp_x+disp_y in the order" in said[0]
    assert "since 2205 unknowns in 2-D are many" in said[0]
    assert "phi: Cholesky" in said[0] and "eta: incomplete factorisation" in said[0]
    assert solvers[-1][0] == ("ilu", "cholesky", "ilu", "cholesky")
    assert [n for *_, n in solvers] == [n for *_, n in direct[1]]  # as many Newton iterations
    same(fields, direct[2])


def test_a_deck_can_ask_for_it(direct) -> None:
    said, _, fields = run("Preconditioning/blocks/splits=auto")
    assert "eta -> phi -> c -> disp_x+disp_y" in said[0] and "since" not in said[0]
    same(fields, direct[2])


@pytest.mark.parametrize("option", ["-pc_type", "-ksp_type", "-mat_mumps_icntl_14", "-fieldsplit_0_pc_type"])
def test_petsc_options_are_a_choice(small_is, option: str) -> None:
    small_is(10)
    problem = alces.load(str(INPUTS / "nzsp_dendrite.i"), *SMALL, "Preconditioning/active=",
                         f"Executioner/petsc_options_iname={option}", "Executioner/petsc_options_value=lu")
    assert problem.solver_options().preset == "lu"


def test_large_fields_in_one_dimension_stay_direct() -> None:
    problem = alces.load(str(INPUTS / "ohm_series.i"), "nx=30000")
    assert problem.solver_options().preset == "lu"


def test_linear_systems_take_one_newton_iteration_from_the_second_solve_on(small) -> None:
    coupled = {(0, 0): STIFF + MASS, (0, 1): 0.1 * MASS, (1, 0): 0.5 * STIFF, (1, 1): STIFF + MASS}
    A, field = joined(coupled, 2)
    A = A.toarray()
    system = small(lambda x: A @ x - 1.0, lambda x: A, field, ("a", "b"), preset="auto", nl_rel_tol=1e-8)
    first, second = system.solve(np.zeros(2 * N)), system.solve(np.zeros(2 * N))
    assert system.newton.options.preset == "blocks"
    assert first.iterations > 1 and second.iterations == 1
    np.testing.assert_allclose(second.x, np.linalg.solve(A, np.ones(2 * N)), rtol=1e-6)
