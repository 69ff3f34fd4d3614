"""``mpiexec -n K python run_decks.py LIST``: run the decks of a JSON list [deck, overrides...] one by one."""
import json
import sys
from pathlib import Path

from alces.hit import load
from alces.run.problem import Problem
from alces.solve.mpi import world

if __name__ == "__main__":
    ranks = world()
    for deck, *overrides in json.loads(Path(sys.argv[1]).read_text()):
        problem = Problem(load(deck, overrides), Path(deck), ranks=ranks)
        problem.run()
        ranks.wait()
    print(f"process {ranks.rank} of {ranks.size} is done")
