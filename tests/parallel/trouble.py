"""``python trouble.py WHAT ARGUMENTS...``: the command line, with trouble on the second process in step 3."""
import os
import signal
import sys

import alces.cli.ending
from alces.assembly import System
from alces.cli.main import main
from alces.solve.mpi import world

SECOND = world().rank == 1
alces.cli.ending.PATIENCE = 2.0
plain = System.residual


def residual(self, state, *rest, **more):
    if SECOND and state.t > 0.25:
        if sys.argv[1] == "raise":
            raise RuntimeError("the second process has had enough")
        if sys.argv[1] == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if sys.argv[1] == "term":
            signal.raise_signal(signal.SIGTERM)
    out = plain(self, state, *rest, **more)
    return out * float("nan") if SECOND and sys.argv[1] == "nan" and state.t > 0.25 else out


System.residual = residual
if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
