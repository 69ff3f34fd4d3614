"""Run the dendrite with the linear solver of its first Jacobian; print what has been chosen and computed."""
from __future__ import annotations

import json
import sys

import alces
import numpy as np
from alces.run.executioner import DIRECT

DIRECT[2] = 1000
problem = alces.load(*sys.argv[1:])
said: list[str] = []
problem.console.message = said.append
kinds: list[tuple[str, ...]] = []
plain = problem.solve


def solve(*arguments):
    out = plain(*arguments)
    kinds.append(problem._newton.blocks.kinds)
    return out


problem.solve = solve
data = problem.run(write=False)
own = problem.model.unknowns.ghosts.own
total = problem.ranks.sum(np.array([float(np.abs(problem.state.u[own]).sum())]))
found = problem.ranks.everyone([said[0].split("; ")[0], list(kinds[-1]), float(total[0])])
if problem.ranks.first:
    print(json.dumps(found))
