"""What `alces` says and does from outside."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import alces as package
import netCDF4
import pytest
import xarray


def rows(path: Path) -> list[dict[str, float]]:
    return [{k: float(v) for k, v in row.items()} for row in csv.DictReader(path.open())]


# ---- words about itself ----


def test_help(alces) -> None:
    answer = alces("--help")
    assert answer.returncode == 0
    assert answer.stderr == ""
    for word in (
        "alces -i DECK",
        "check",
        "list",
        "explain",
        "doctor",
        "exit codes: 0 done, 2 mistake in the deck",
    ):
        assert word in answer.stdout


def test_version(alces) -> None:
    answer = alces("--version")
    assert (answer.returncode, answer.stdout) == (0, f"alces {package.__version__}\n")


def test_no_arguments_shows_the_help(alces) -> None:
    answer = alces()
    assert answer.returncode == 2
    assert "usage: alces -i DECK" in answer.stdout


@pytest.mark.parametrize("argument", ["--help", "--version", "--nonsense"])
def test_talk_is_cheap(argument: str) -> None:
    """Help must not load the libraries that a run needs."""
    code = (
        "import sys; from alces.cli.main import main; main([sys.argv[1]]);"
        "print([m for m in ('numpy', 'scipy', 'xarray', 'petsc4py', 'alces.run') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code, argument], capture_output=True, text=True)
    assert answer.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--hlep"], "unknown option '--hlep'; did you mean '--help'?"),
        (["-i"], "-i needs a value"),
        (["check"], "no deck is given"),
        (["explain"], "no type is given"),
        (
            ["chek", "decay.i"],
            "'chek' is neither an option nor path/to/parameter=value; did you mean 'check'?",
        ),
        (["decay.i"], "to run it write: alces -i decay.i"),
        (["-i", "decay.i", "--backend", "fortran"], "unknown backend 'fortran'; allowed: numpy"),
    ],
)
def test_mistakes_on_the_command_line(alces, deck: Path, arguments: list[str], said: str) -> None:
    answer = alces(*arguments)
    assert answer.returncode == 2
    assert said in answer.stderr
    assert len(answer.stderr.splitlines()) <= 2
    assert list(deck.parent.iterdir()) == [deck]


def test_missing_deck_names_the_nearest_file(alces, deck: Path) -> None:
    answer = alces("-i", "decya.i")
    assert answer.returncode == 2
    assert answer.stderr == "error: no such file: 'decya.i'\n  did you mean 'decay.i'?\n"
    assert "there is no folder 'nowhere'" in alces("-i", "nowhere/decay.i").stderr
    assert "it is a folder" in alces("-i", ".").stderr


def test_check_reads_the_deck_and_runs_nothing(alces, deck: Path) -> None:
    answer = alces("check", "decay.i")
    assert (answer.returncode, answer.stdout) == (0, "decay.i: no mistakes found; 8 cells, 9 unknowns\n")
    assert list(deck.parent.iterdir()) == [deck]
    assert (
        alces("check", "decay.i", "Mesh/nx=20").stdout
        == "decay.i: no mistakes found; 20 cells, 21 unknowns\n"
    )
    assert alces("check", "decay.i", "Mesh/nx=0").returncode == 2


# ---- a run ----


def test_run(alces, deck: Path) -> None:
    answer = alces("-i", "decay.i")
    assert answer.returncode == 0
    assert answer.stderr == ""
    lines = answer.stdout.splitlines()
    assert lines[0] == f"Alces     {package.__version__}, deck decay.i"
    assert lines[1] == "Mesh      8 cells, 9 nodes, 1-D"
    assert lines[2] == "Unknowns  9 (u)"
    steps = [line for line in lines if line.startswith("step ")]
    assert len(steps) == 3
    assert re.match(
        r"step 2: time = 0.2, dt = 0.1, \d+ Newton iterations \(.*\), 66.7% done, \d+s left$", steps[1]
    )
    table = lines[lines.index(next(line for line in lines if line.startswith("section"))) :]
    assert table[0].split() == ["section", "calls", "total", "s", "self", "s", "%"]
    timed = {line[: line.index("  ")]: line.split() for line in table[1:] if re.search(r"\d+\.\d{3}", line)}
    assert {"set-up", "newton", "residual", "jacobian", "output", "postprocessors"} <= set(timed)
    assert int(timed["newton"][1]) == 3
    assert any(re.match(r"finished at t = 0.3 after 3 steps, \d+\.\d s$", line) for line in table)
    assert "results in decay_out.*" in table


def test_results_are_right_in_all_formats(alces, deck: Path) -> None:
    alces("-i", "decay.i", "--quiet")
    exact = [1.1**-n for n in range(4)]
    found = rows(deck.parent / "decay_out.csv")
    assert [row["time"] for row in found] == pytest.approx([0.0, 0.1, 0.2, 0.3])
    assert [row["mean"] for row in found] == pytest.approx(exact)
    with xarray.open_dataset(deck.parent / "decay_out.nc") as data:
        assert data["u"].shape == (4, 9)
        assert data["u"].values[:, 0].tolist() == pytest.approx(exact)
    with netCDF4.Dataset(str(deck.parent / "decay_out.e")) as exodus:
        assert exodus["time_whole"][:].tolist() == pytest.approx([0.0, 0.1, 0.2, 0.3])
        assert exodus["vals_nod_var1"][3].tolist() == pytest.approx([exact[3]] * 9)


def test_quiet_keeps_the_summary_only(alces, deck: Path) -> None:
    answer = alces("-i", "decay.i", "-q")
    assert "step 1" not in answer.stdout
    assert "Mesh " not in answer.stdout
    assert "finished at t = 0.3 after 3 steps" in answer.stdout


def test_steady_run(alces, deck: Path) -> None:
    text = deck.read_text().replace("  type = Transient\n  dt = 0.1\n  num_steps = 3\n", "  type = Steady\n")
    deck.write_text(text.replace("TimeDerivative", "Diffusion"))
    answer = alces("-i", "decay.i")
    assert answer.returncode == 0
    assert "Time      steady" in answer.stdout
    assert rows(deck.parent / "decay_out.csv")[-1]["mean"] == pytest.approx(0.0, abs=1e-9)


def test_results_lie_beside_the_deck(alces, deck: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert alces("-i", "../decay.i", folder=elsewhere).returncode == 0
    assert list(elsewhere.iterdir()) == []
    assert sorted(p.name for p in tmp_path.glob("decay_out*")) == [
        "decay_out.csv",
        "decay_out.e",
        "decay_out.nc",
    ]


def test_folder_with_spaces_and_umlauts(alces, deck: Path, tmp_path: Path) -> None:
    folder = tmp_path / "größere Läufe"
    folder.mkdir()
    moved = deck.rename(folder / "mein deck.i")
    assert alces("-i", str(moved)).returncode == 0
    assert (folder / "mein deck_out.csv").is_file()


def test_overrides(alces, deck: Path) -> None:
    answer = alces(
        "-i", "decay.i", "Executioner/num_steps=1", "Kernels/loss/rate = 2", "Outputs/file_base='other name'"
    )
    assert answer.returncode == 0, answer.stderr
    assert rows(deck.parent / "other name.csv")[-1]["mean"] == pytest.approx(1 / 1.2)


def test_closed_pipe_ends_the_run_without_noise(deck: Path) -> None:
    line = f"{sys.executable} -m alces.cli.main -i decay.i Executioner/num_steps=400 | head -n 8"
    answer = subprocess.run(
        ["bash", "-c", line], cwd=deck.parent, capture_output=True, text=True, timeout=100
    )
    assert answer.stdout.startswith("Alces")
    assert answer.stderr == ""
    assert len(rows(deck.parent / "decay_out.csv")) < 400


# ---- PETSc ----


def test_petsc_options_take_effect(alces, deck: Path) -> None:
    answer = alces("-i", "decay.i", "-ksp_monitor", "-ksp_type", "gmres", "-pc_type", "jacobi", "-ksp_view")
    assert answer.returncode == 0
    assert "but with -ksp_monitor -ksp_type gmres -pc_type jacobi -ksp_view" in answer.stdout
    assert "KSP Residual norm" in answer.stdout
    assert "type: gmres" in answer.stdout
    assert "type: jacobi" in answer.stdout
    assert "warning" not in answer.stdout


@pytest.mark.parametrize("preconditioner", ["ilu", "jacobi", "sor"])
def test_preconditioner_alone_is_enough(alces, deck: Path, preconditioner: str) -> None:
    """An approximate preconditioner is iterated around, not applied once."""
    answer = alces("-i", "decay.i", "-pc_type", preconditioner, "-ksp_view")
    assert answer.returncode == 0, answer.stderr
    assert f"type: {preconditioner}" in answer.stdout
    assert "type: gmres" in answer.stdout
    assert rows(deck.parent / "decay_out.csv")[-1]["mean"] == pytest.approx(1.1**-3, rel=1e-6)


def test_options_of_the_command_line_win_over_the_deck(alces, deck: Path) -> None:
    chosen = (
        "Executioner/petsc_options_iname='-ksp_type -pc_type'",
        "Executioner/petsc_options_value='gmres lu'",
    )
    assert "type: gmres" in alces("-i", "decay.i", *chosen, "-ksp_view").stdout
    assert "type: bcgs" in alces("-i", "decay.i", *chosen, "-ksp_view", "-ksp_type", "bcgs").stdout


def test_misspelt_petsc_options_are_named(alces, deck: Path) -> None:
    answer = alces(
        "-i",
        "decay.i",
        "-ksp_montior",
        "-snes_linesearch_dampign",
        "0.5",
        "Executioner/petsc_options_iname='-pc_tipe'",
        "Executioner/petsc_options_value=lu",
    )
    assert answer.returncode == 0
    warned = re.findall(r"warning: PETSc did not use the option -(\w+)", answer.stdout)
    assert sorted(warned) == ["ksp_montior", "pc_tipe", "snes_linesearch_dampign"]


def test_value_that_petsc_refuses(alces, deck: Path) -> None:
    answer = alces("-i", "decay.i", "-pc_type", "lu_decomposition")
    assert answer.returncode == 2
    assert answer.stderr.startswith("error: PETSc does not accept an option: ")
    assert "lu_decomposition" in answer.stderr


# ---- list and explain ----


def test_list(alces) -> None:
    everything = alces("list").stdout
    assert re.search(r"^\[Kernels\]$", everything, re.MULTILINE)
    assert re.search(r"^  DirichletBC +u = value on a boundary$", everything, re.MULTILINE)
    boundary = alces("list", "bcs").stdout
    assert "NeumannBC" in boundary
    assert "[Kernels]" not in boundary
    assert "MatDiffusion" in alces("list", "diffusion").stdout
    nothing = alces("list", "Kernals")
    assert nothing.returncode == 2
    assert "did you mean 'Kernels'?" in nothing.stderr


def test_explain(alces) -> None:
    text = alces("explain", "GeneratedMesh").stdout
    assert text.startswith("GeneratedMesh   [Mesh], from plugin framework\n")
    assert "  dim: integer; required; dim >= 1 & dim <= 3\n      1, 2 or 3\n" in text
    assert "  xmax: number; default 1; unit length\n" in text
    assert text.index("  dim:") < text.index("  bias_x:")  # what must be given comes first
    assert "Diffusion   [Kernels], from plugin core" in alces("explain", "ADDiffusion").stdout
    assert "initial_condition: number" in alces("explain", "Variables").stdout
    nothing = alces("explain", "DirichletBD")
    assert nothing.returncode == 2
    assert "did you mean 'DirichletBC'?" in nothing.stderr
