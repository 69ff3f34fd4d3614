"""Judge thousands of mutants: ``python tests/fuzz/long.py N [--kind KIND] [--first SEED] [--out FOLDER]``.

KIND: `check` (decks, the default), `run` (decks, run for two steps), `mesh` (mesh files that a deck reads).

Chunks run in processes of their own, so that a crash of the interpreter ends one chunk and is told. What is
found is kept in FOLDER, one deck per kind of finding, with the traceback beside it. Mutant number k is the
same on every machine with the same decks; set ALCES_MOOSE_DECKS to mutate MOOSE's too.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from deckfuzz.judge import verdict

CHUNK = 250
SLOW = 5.0
MEMORY = 6 << 30  # bytes a chunk may have


def judge_chunk(first: int, count: int, kind: str, out: Path) -> None:
    """Judge mutants `first` to `first + count - 1`; prints one JSON line."""
    import faulthandler

    from alces.mesh import budget

    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    budget.memory = lambda: 40 << 20  # meshes stay small
    told: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as sound:
        make = mesh_mutants(Path(sound)) if kind == "mesh" else deck_mutants()
        for number in range(first, first + count):
            with tempfile.TemporaryDirectory() as scratch:
                text, overrides = make(number, Path(scratch))
                (out / "current.i").write_text(text, errors="surrogatepass")
                (out / "current.txt").write_text(f"{number} {overrides}")
                for file in Path(scratch).glob("mesh.*"):
                    shutil.copy(file, out / f"current{file.suffix}")
                started = time.process_time()
                try:
                    end = verdict(text, overrides, Path(scratch), run=kind != "check")
                except KeyboardInterrupt:
                    raise
                except BaseException as error:
                    end = _keep(error, text, overrides, number, out)
            told[end] += 1
            if (took := time.process_time() - started) > SLOW:
                told[f"slower than {SLOW:g} s"] += 1
                print(f"slow: {number}: {took:.1f} s", file=sys.stderr)
    print(json.dumps(told))


def deck_mutants() -> Callable[[int, Path], tuple[str, list[str]]]:
    """Mutant number and an empty folder -> deck text and overrides; the folder gets the files it reads."""
    from deckfuzz.mutate import mutant
    from deckfuzz.seeds import seeds

    decks = seeds()

    def make(number: int, scratch: Path) -> tuple[str, list[str]]:
        rng = Random(number)
        text, folder = rng.choice(decks)
        for file in folder.iterdir():
            if file.suffix in (".e", ".msh", ".csv", ".exd"):
                shutil.copy(file, scratch)
        return mutant(text, rng)

    return make


def mesh_mutants(sound: Path) -> Callable[[int, Path], tuple[str, list[str]]]:
    """The same for a sound deck with a mutated mesh."""
    from deckfuzz.files import DECK, mesh_files, mutated

    files = [(path, path.read_bytes()) for path in mesh_files(sound)]

    def make(number: int, scratch: Path) -> tuple[str, list[str]]:
        rng = Random(number)
        path, data = rng.choice(files)
        (scratch / f"mesh{path.suffix}").write_bytes(mutated(data, rng))
        return DECK.format(file=f"mesh{path.suffix}"), []

    return make


def _keep(error: BaseException, text: str, overrides: list[str], number: int, out: Path) -> str:
    """Keep the first deck of every kind of finding; the name of the kind."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "alces" in f.filename] or frames
    where = f"{Path(ours[-1].filename).name}-{ours[-1].lineno}"
    name = f"{type(error).__name__}-{where}"
    if not (out / f"{name}.i").exists():
        for file in out.glob("current.[em]*"):
            shutil.copy(file, out / f"{name}{file.suffix}")
        (out / f"{name}.i").write_text(text, errors="surrogatepass")
        (out / f"{name}.txt").write_text(
            f"mutant {number} {overrides}\n" + "".join(traceback.format_exception(error))
        )
    return f"FOUND {name}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int)
    parser.add_argument("--kind", choices=("check", "run", "mesh"), default="check")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--chunk", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.chunk:
        judge_chunk(chosen.first, chosen.n, chosen.kind, chosen.out.resolve())
        return 0
    told: Counter[str] = Counter()
    started = time.perf_counter()
    for first in range(chosen.first, chosen.first + chosen.n, CHUNK):
        count = min(CHUNK, chosen.first + chosen.n - first)
        command = [
            sys.executable,
            __file__,
            str(count),
            "--chunk",
            "--first",
            str(first),
            "--out",
            str(chosen.out),
            "--kind",
            chosen.kind,
        ]
        ran = subprocess.run(command, capture_output=True, text=True)
        if ran.returncode and not (chosen.out / "current.txt").exists():
            raise SystemExit(ran.stderr)
        if ran.returncode:
            told["CRASH"] += 1
            crashed = (chosen.out / "current.txt").read_text().split()[0]
            shutil.copy(chosen.out / "current.i", chosen.out / f"crash-{crashed}.i")
            (chosen.out / f"crash-{crashed}.txt").write_text(
                f"exit code {ran.returncode}\n{ran.stderr[-20000:]}"
            )
        else:
            told.update(json.loads(ran.stdout.splitlines()[-1]))
            sys.stderr.write(
                "".join(f"{line}\n" for line in ran.stderr.splitlines() if line.startswith("slow:"))
            )
    print(f"{sum(told.values())} mutants, {time.perf_counter() - started:.0f} s")
    for kind, count in sorted(told.items()):
        print(f"{count:8d}  {kind}")
    return 1 if any(kind.startswith(("FOUND", "CRASH")) for kind in told) else 0


if __name__ == "__main__":
    sys.exit(main())
