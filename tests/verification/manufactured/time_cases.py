"""What is run to measure orders of convergence in time."""

from __future__ import annotations

from manufactured import problems as p

ORDERS = {
    "implicit-euler": 1, "bdf2": 2, "crank-nicolson": 2, "implicit-midpoint": 2, "lstable-dirk2": 2,
    "lstable-dirk3": 3, "lstable-dirk4": 4, "astable-dirk4": 4, "newmark-beta": 2,
}
STEPS = {"bdf2": (20, 40, 80), "newmark-beta": (20, 40, 80), "astable-dirk4": (40, 80, 160)}
"""Of schemes that need smaller ones than the others to show their order; two have a first step of another
scheme."""
CASES = [
    (problem, scheme, variable)
    for problem, schemes in {
        p.HEAT_IN_TIME: sorted(set(ORDERS) - {"newmark-beta"}),
        p.CAHN_HILLIARD_IN_TIME: ["bdf2", "crank-nicolson", "implicit-euler", "lstable-dirk2",
                                  "lstable-dirk3", "lstable-dirk4"],
        p.WAVE_IN_TIME: ["newmark-beta"],
    }.items()
    for scheme in schemes
    for variable in ((True,) if problem is p.CAHN_HILLIARD_IN_TIME else (False, True))
]


def label(problem, scheme: str, variable: bool, name: str) -> str:
    field = "" if len(problem.norms) == 1 else f": {name}"
    return f"{problem.title}, {scheme}, {'alternating' if variable else 'equal'} steps{field}"
