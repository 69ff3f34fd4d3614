"""Orders of convergence in time: solutions quadratic in space, hence exact there."""

from __future__ import annotations

import alces.run.problem
import numpy as np
import pytest
from alces.run.integrators import SCHEMES
from alces.run.tableaus import TABLEAUS
from manufactured import page
from manufactured import problems as p
from manufactured.time_cases import CASES, ORDERS, STEPS, label

EXECUTIONER = """
  type = Transient
  scheme = {scheme}
  end_time = 1
  [TimeStepper]
    type = TimeSequenceStepper
    time_sequence = '{times}'
  []
  [Quadrature]
    order = SEVENTH
  []
"""

def times(n: int, variable: bool) -> str:
    """Ends of n steps on [0, 1]; variable: they alternate between 1.3/n and 0.7/n."""
    return " ".join(repr((i + (0.3 if variable and i % 2 else 0.0)) / n) for i in range(1, n + 1))


def deck(problem, scheme: str, variable: bool, n: int) -> str:
    return problem.deck("EDGE3", 1, executioner=EXECUTIONER.format(scheme=scheme, times=times(n, variable)))


def measured(problem, scheme: str, variable: bool, run) -> tuple[tuple[int, ...], dict[str, list[float]]]:
    """Numbers of steps, and for each field its errors at the end."""
    steps = STEPS.get(scheme, (10, 20, 40))
    found = [run(deck(problem, scheme, variable, n)) for n in steps]
    return steps, {name: [f[f"L2_{name}"] for f in found] for name in problem.norms}


def test_every_scheme_is_here():
    assert set(ORDERS) == {*SCHEMES, *TABLEAUS} - {"explicit-euler"}


@pytest.mark.parametrize("problem, scheme, variable", CASES,
                         ids=[label(*case, "").removesuffix(": ") for case in CASES])
def test_order_in_time(problem, scheme, variable, text_final, order):
    """Prescribed values that move cost the methods of several stages no order, although their stages are of
    first order on their own."""
    steps, errors = measured(problem, scheme, variable, text_final)
    for name, found in errors.items():
        order("time", label(problem, scheme, variable, name), steps, (found, ORDERS[scheme]))


def test_weights_of_equal_steps_are_seen_on_others(text_final, monkeypatch):
    """BDF2 that takes the last step for as long as this one."""
    right = alces.run.problem.rate
    monkeypatch.setattr(alces.run.problem, "rate",
                        lambda scheme, dt, old, _, older: right(scheme, dt, old, dt, older))
    steps, errors = measured(p.HEAT_IN_TIME, "bdf2", True, text_final)
    with pytest.raises(AssertionError, match=r"order .*, not 2"):
        page.fit("bdf2", steps, errors["T"], 2)


@pytest.mark.parametrize("scheme, power", [("implicit-euler", 1), ("bdf2", 2), ("crank-nicolson", 2)])
def test_polynomials_in_time_are_exact(scheme, power, tmp_path, columns):
    """u = t^power is met exactly on steps of any length. BDF2 starts with implicit Euler; what that leaves
    behind on t^2 dies out as the slowest mode of the bar does, e^(-pi^2 t), and nothing is added."""
    problem = p.Manufactured("t^power", {"u": f"t^{power}"}, ("TimeDerivative u", "Diffusion u"))
    path = tmp_path / "deck.i"
    path.write_text(deck(problem, scheme, True, 40))
    found = columns(path)
    middle, end = (found["L2_u"][np.searchsorted(found["time"], t - 1e-9)] for t in (0.5, 1.0))
    if scheme == "bdf2":
        assert middle < 1 / 40**2 and end < middle * np.exp(-0.9 * np.pi**2 / 2)
    else:
        assert np.max(found["L2_u"]) < 1e-13
