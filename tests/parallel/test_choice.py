"""Several processes choose the linear solver that one would choose."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.parallel.several import start, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

DECK = Path(__file__).parents[2] / "inputs" / "nzsp_dendrite.i"
SMALL = (
    "lx=0.8", "ly=0.8", "nx=20", "ny=20", "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62",
    "Executioner/num_steps=2", "Postprocessors/active=dendrite_area", "Outputs/pictures/execute_on=NONE",
    "Preconditioning/active=",
)


def test_one_choice(tmp_path: Path) -> None:
    found = {}
    for n in (1, 2):
        ran = start(n, Path(__file__).with_name("choose.py"), DECK, *SMALL, folder=tmp_path)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        found[n] = json.loads(ran.stdout.splitlines()[-1])
    assert len(found[2]) == 2 and found[2][0] == found[2][1]
    (text, kinds, total), (text_2, kinds_2, total_2) = found[1][0], found[2][0]
    assert "eta -> phi -> c -> disp_x+disp_y" in text and kinds == kinds_2
    number = r"\d\.\d+"
    assert re.sub(number, "", text) == re.sub(number, "", text_2)
    for a, b in zip(re.findall(number, text), re.findall(number, text_2), strict=True):
        assert float(a) == pytest.approx(float(b), rel=0.05)
    assert total == pytest.approx(total_2, rel=1e-8)
