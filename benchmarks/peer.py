"""Other codes, each in a process of its own with the Python that has it."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measure import Seconds

FOLDER = Path(__file__).parent / "peers"


class Missing(Exception):
    """Why a peer cannot take part."""


@dataclass(frozen=True)
class Spec:
    """label: in tables; module: what its Python must be able to import; way: plain or tuned, see there."""

    label: str
    module: str
    script: str
    way: str


PEERS = (
    Spec("DOLFINx", "dolfinx", "with_dolfinx.py", "plain"),
    Spec("DOLFINx, tuned", "dolfinx", "with_dolfinx.py", "tuned"),
    Spec("scikit-fem", "skfem", "with_skfem.py", "plain"),
    Spec("scikit-fem, tuned", "skfem", "with_skfem.py", "tuned"),
)


@cache
def interpreter(module: str) -> str:
    """The first Python that can import it."""
    places = [sys.executable, "/usr/bin/python3", shutil.which("python3")]
    for python in dict.fromkeys(p for p in places if p and Path(p).exists()):
        tried = subprocess.run([python, "-c", f"import {module}"], capture_output=True, env=environment())
        if tried.returncode == 0:
            return python
    raise Missing(f"no Python here can import {module}")


def environment() -> dict[str, str]:
    """One thread; what is set for this Python's modules means nothing to others."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")}


class Peer:
    """A running script of `peers/`, ready to be asked.

    Attributes:
        facts: its name, version and the norms that it finds.

    Raises:
        Missing: it is not installed, or does not start.
    """

    def __init__(self, spec: Spec, *arguments: object):
        command = [interpreter(spec.module), str(FOLDER / spec.script), *map(str, arguments), spec.way]
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed by close()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         stderr=self._errors, text=True, env=environment())
        self.facts = self._answer()

    def _answer(self) -> dict:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            self._errors.seek(0)
            said = self._errors.read().strip().splitlines()
            raise Missing(said[-1] if said else f"it ended with code {self._process.returncode}")
        return json.loads(line)

    def measure(self, what: str) -> Seconds:
        """Seconds of one `residual` or `jacobian`, by its own clocks."""
        assert self._process.stdin is not None
        self._process.stdin.write(what + "\n")
        self._process.stdin.flush()
        return Seconds(**self._answer())

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()
        self._errors.close()
