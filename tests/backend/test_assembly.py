"""The whole assembly, and whole runs, on a device that nothing leaves unasked: the numbers of NumPy."""

from __future__ import annotations

from pathlib import Path

import alces
import numpy as np
import pytest
from alces import backend
from alces.cli.jacobian import randomize

from tests.parallel.test_mpi import INPUTS, SHORTER

pytest.importorskip("array_api_strict")
BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "coupled5.i"
DECKS = {**{str(INPUTS / deck): overrides for deck, overrides in SHORTER.items()}, str(BENCHMARK): ("N=10",)}
RUNS = ("nzsp_dendrite.i", "plasticity_element.i", "butler_volmer_front.i", "inclusion.i", "pfhub/1c.i")
LAUNCHES = {"residual": 170, "jacobian": 320}
"""Most operations of one evaluation of `coupled5`: each is a launch on a GPU, some microseconds at best."""


def evaluated(deck: str) -> tuple[np.ndarray, np.ndarray]:
    """Residual and dense Jacobian at a random state."""
    problem = alces.load(deck, *DECKS[deck])
    randomize(problem, 1)
    return problem.residual(), problem.jacobian().toarray()


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: Path(deck).stem)
def test_same_residual_and_jacobian(deck, use):
    want = evaluated(deck)
    use("strict")
    for a, b in zip(want, evaluated(deck), strict=True):
        np.testing.assert_allclose(b, a, rtol=0, atol=1e-12 * np.abs(a).max())


@pytest.mark.parametrize("deck", RUNS)
def test_same_run(deck, use):
    want = alces.load(str(INPUTS / deck), *SHORTER[deck]).run(write=False)
    use("strict")
    have = alces.load(str(INPUTS / deck), *SHORTER[deck]).run(write=False)
    for name in want.data_vars:
        a, b = want[name].values, have[name].values
        if a.dtype.kind == "f":
            limit = 1e-10 if name.endswith("_error") else 1e-8 * np.nanmax(np.abs(a), initial=0.0)
            np.testing.assert_allclose(b, a, rtol=0, atol=limit, err_msg=name)


def test_nothing_crosses_between_gather_and_hand_over(use, capsys):
    library = use("strict")
    problem = alces.load(str(BENCHMARK), "N=10")
    for name, evaluate in (("residual", problem.system.residual), ("jacobian", problem.system.jacobian)):
        evaluate(problem.state)  # what stays on the device gets there
        library.operations.clear()
        library.counts.clear()
        evaluate(problem.state)
        launches = sum(library.operations.values())
        with capsys.disabled():
            most = dict(library.operations.most_common(6))
            print(f"\ncoupled5, {name}: {launches} device operations: {most}")
        assert library.counts["arrays to host"] == 0
        assert library.counts["arrays to device"] == 0
        assert launches <= LAUNCHES[name]
    problem.state.u = problem.state.u.copy()
    problem.system.jacobian(problem.state)
    assert library.counts["arrays to device"] == 1  # the unknowns
    problem.residual()
    assert library.counts["arrays to host"] == 1


def test_arrays_on_the_device_do_not_come_back_by_themselves(use):
    use("strict")
    a = backend.asarray([1.0, 2.0])
    adding = (lambda a: a + np.ones(2), lambda a: np.ones(2) + a)
    for crossing in (np.asarray, float, bool, list, np.exp, *adding):
        with pytest.raises(TypeError):
            crossing(a)
    assert backend.to_host(a).tolist() == [1.0, 2.0]


def test_what_is_resident_cannot_change(use):
    use("strict")
    u = np.zeros(3)
    assert backend.resident(u) is backend.resident(u)
    with pytest.raises(ValueError, match="read-only"):
        u[0] = 1.0
    fresh = u.copy()
    fresh[0] = 1.0
    assert backend.to_host(backend.resident(fresh)).tolist() == [1.0, 0.0, 0.0]
