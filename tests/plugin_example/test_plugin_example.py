"""A stranger's package becomes part of Alces by being installed, and a broken one is kept out."""

from __future__ import annotations

import csv
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "plugin-example"


def pip_install(source: Path, target: Path) -> None:
    """Install a package into a folder of its own, without a network."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--disable-pip-version-check",
        "--target",
        str(target),
        str(source),
    ]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr


def python(site: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A Python that finds what is installed in `site`."""
    path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH", "")]))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def alces(site: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return python(site, "-m", "alces.cli.main", *arguments, folder=folder)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder it is installed in, and a copy of its sources."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(
        EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__")
    )
    pip_install(folder / "source", folder / "site")
    return folder / "site", folder / "source"


def test_nobody_has_it_before_it_is_installed(installed, tmp_path: Path) -> None:
    answer = alces(tmp_path, "check", str(installed[1] / "front.i"), folder=tmp_path)
    assert answer.returncode == 2
    assert "unknown type 'LogisticGrowth' in [Kernels]" in answer.stderr
    assert "unknown type 'ArrheniusRate' in [Materials]" in answer.stderr


def test_its_deck_gives_the_exact_wave(installed, tmp_path: Path) -> None:
    site, source = installed
    deck = shutil.copy(source / "front.i", tmp_path)
    answer = alces(site, "-i", deck, folder=tmp_path)
    assert answer.returncode == 0, answer.stderr
    rows = list(csv.DictReader((tmp_path / "front_out.csv").open()))
    assert float(rows[-1]["time"]) == pytest.approx(5.0)
    assert float(rows[-1]["error"]) < 5e-3
    speed = (float(rows[-1]["front"]) - float(rows[0]["front"])) / 5.0
    assert speed == pytest.approx(5 / math.sqrt(6), rel=1e-3)
    assert speed > 2.0  # no front of u (1 - u) is slower than 2 sqrt(r D)


def test_its_own_tests_pass(installed) -> None:
    site, source = installed
    answer = python(site, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", folder=source)
    assert answer.returncode == 0, answer.stdout
    assert "6 passed" in answer.stdout


def test_the_command_line_knows_it(installed, tmp_path: Path) -> None:
    listed = alces(installed[0], "list", "Kernels", folder=tmp_path).stdout
    assert "LogisticGrowth" in listed
    explained = alces(installed[0], "explain", "LogisticGrowth", folder=tmp_path).stdout
    assert "LogisticGrowth   [Kernels], from plugin example_fisher" in explained
    assert "capacity: number; default 1; unit 1/area; capacity > 0" in explained


def test_its_mistakes_are_reported_like_any_other(installed, tmp_path: Path) -> None:
    deck = tmp_path / "deck.i"
    deck.write_text(
        (installed[1] / "front.i").read_text().replace("rate = r\n", "rate = r\n    capcity = 2\n")
    )
    answer = alces(installed[0], "check", "deck.i", folder=tmp_path)
    assert answer.returncode == 2
    assert "unused parameter 'Kernels/growth/capcity'" in answer.stderr
    assert "did you mean 'capacity'?" in answer.stderr


def test_the_readme_shows_the_real_code() -> None:
    """Every indented line of code in the README stands in the sources."""
    sources = "".join(p.read_text() for p in EXAMPLE.rglob("*.py")) + (EXAMPLE / "pyproject.toml").read_text()
    text = (EXAMPLE / "README.md").read_text().split("## 2.")[1].split("## 3.")[0]
    quoted = [line.strip() for line in text.splitlines() if line.startswith("    ") and line.strip()]
    assert len(quoted) >= 9
    assert [line for line in quoted if line not in sources] == []


# ---- broken plugins ----

BROKEN = {
    "does not import": "import no_such_package_anywhere\n",
    "bad syntax": "def alces_objects(:\n",
    "raises": "raise RuntimeError('the licence server does not answer')\n",
    "ends the program": "import sys\nsys.exit(3)\n",
    "name taken": "from alces.registry import hookimpl\nfrom alces.physics import Kernel\n\n"
    "class Diffusion(Kernel):\n    pass\n\n@hookimpl\ndef alces_objects():\n    return [Diffusion]\n",
    "no class": "from alces.registry import hookimpl\n\n@hookimpl\ndef alces_objects():\n"
    "    return ['Kernel']\n",
}
REASON = {
    "does not import": "No module named 'no_such_package_anywhere'",
    "bad syntax": "SyntaxError",
    "raises": "the licence server does not answer",
    "ends the program": "SystemExit",
    "name taken": "'Diffusion' exists already",
    "no class": "",
}
DECK = (ROOT / "inputs" / "diffusion.i").read_text()


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_plugin_is_named_and_harms_nobody(tmp_path: Path, fault: str) -> None:
    site = tmp_path / "site"
    info = site / "alces_broken-0.1.dist-info"
    info.mkdir(parents=True)
    (site / "alces_broken.py").write_text(BROKEN[fault])
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: alces-broken\nVersion: 0.1\n")
    (info / "entry_points.txt").write_text("[alces.plugins]\nbroken_one = alces_broken\n")
    (tmp_path / "good.i").write_text(DECK)
    (tmp_path / "bad.i").write_text(DECK.replace("MatDiffusion", "BrokenDiffusion"))
    good = alces(site, "-i", "good.i", "Executioner/end_time=0.1", "--quiet", folder=tmp_path)
    assert good.returncode == 0, good.stderr
    assert (tmp_path / "good_out.csv").exists()
    bad = alces(site, "check", "bad.i", folder=tmp_path)
    assert bad.returncode == 2
    assert "unknown type 'BrokenDiffusion'" in bad.stderr
    assert "plugins that could not be loaded: broken_one (" in bad.stderr
    assert REASON[fault] in bad.stderr
    assert "Traceback" not in bad.stderr
    listed = alces(site, "list", "Kernels", folder=tmp_path)
    assert listed.returncode == 0
    assert "plugin 'broken_one' could not be loaded" in listed.stderr
