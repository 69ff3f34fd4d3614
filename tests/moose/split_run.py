"""``python split_run.py LOG -i DECK ...``: run a deck, then again from the checkpoint in the middle.

The results that lie there in the end are those of the second run from the middle on. LOG gets a line for each
run that was split.
"""
import sys
from pathlib import Path

from alces.cli.main import main
from alces.solve.mpi import world

if __name__ == "__main__":
    log, *words = sys.argv[1:]
    folder = Path("split_cp")
    keep = [f"Outputs/split/{word}" for word in ("type=Checkpoint", "num_files=100000", "file_base=split")]
    code = main([*words, *keep])
    files = sorted(folder.glob("*.chk"), key=lambda file: int(file.stem))
    if code == 0 and len(files) > 2:
        middle = files[len(files) // 2]
        code = main([*words, *keep, "--recover", str(middle)])
        if world().first:
            with open(log, "a") as stream:
                stream.write(f"{' '.join(words)}: step {middle.stem}\n")
    sys.exit(code)
