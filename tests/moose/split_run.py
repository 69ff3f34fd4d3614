"""``python split_run.py -i DECK ...``: run a deck, then once more from the checkpoint in the middle of the run.

The results that lie there in the end are those of the second run from the middle on.
"""
import sys
from pathlib import Path

from alces.cli.main import main

if __name__ == "__main__":
    words = sys.argv[1:]
    folder = Path("split_cp")
    keep = ["Outputs/split/type=Checkpoint", "Outputs/split/num_files=100000", "Outputs/split/file_base=split"]
    code = main([*words, *keep])
    files = sorted(folder.glob("*.chk"), key=lambda file: int(file.stem))
    if code == 0 and len(files) > 2:
        code = main([*words, *keep, "--recover", str(files[len(files) // 2])])
    sys.exit(code)
