"""``mpiexec -n K python run_decks.py LIST``: run the decks of a JSON list [deck, overrides...] one by one."""
import json
import sys
import traceback
from pathlib import Path

from alces.hit import load
from alces.run.problem import Problem
from alces.solve.mpi import world

if __name__ == "__main__":
    ranks = world()
    try:
        for deck, *overrides in json.loads(Path(sys.argv[1]).read_text()):
            Problem(load(deck, overrides), Path(deck), ranks=ranks).run()
            ranks.wait()
    except BaseException:
        traceback.print_exc()
        if ranks.size > 1:  # the others may be waiting
            ranks.abort(1)
        raise
    print(f"process {ranks.rank} of {ranks.size} is done")
