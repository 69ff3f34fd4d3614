"""A long run holds no more at its end than after its first steps: the short form of benchmarks/soak.py."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux")


def soak():
    path = Path(__file__).parents[2] / "benchmarks" / "soak.py"
    spec = importlib.util.spec_from_file_location("soak", path)
    module = sys.modules["soak"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.soak


def test_nothing_grows_with_the_number_of_steps() -> None:
    """One number that every step leaves behind would be 50 blocks of memory."""
    warm, late = soak()(150, 3)[1:]
    assert (warm.step, late.step) == (100, 150)
    assert late.files == warm.files
    assert late.petsc == warm.petsc > 0
    assert late.objects - warm.objects < 10
    assert late.blocks - warm.blocks < 70
