"""[Outputs]: what is written where, when, and with which fields."""

from __future__ import annotations

import csv

import alces
import numpy
import pytest
import xarray

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables]
  [u]
    initial_condition = 1
    unit = mol
    long_name = 'amount of u'
  []
  [v]
  []
[]
[Kernels]
  [ut]
    type = TimeDerivative
    variable = u
  []
  [u]
    type = Reaction
    variable = u
  []
  [v]
    type = Reaction
    variable = v
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [hidden]
    type = ElementAverageValue
    variable = u
    outputs = none
  []
[]
[Executioner]
  type = Transient
  dt = 0.1
  num_steps = 5
[]
[Outputs]
%s
[]
"""


def rows(path):
    with open(path) as file:
        return [{name: float(text) for name, text in row.items()} for row in csv.DictReader(file)]


@pytest.fixture
def run(problem, tmp_path):
    def go(outputs, *overrides):
        problem(DECK % outputs, *overrides).run()
        return {p.name for p in tmp_path.iterdir()} - {"deck.i"}

    return go


def test_shortcuts_name_their_files_after_the_deck(run, tmp_path):
    assert run("  csv = true\n  exodus = true\n  netcdf = true") == {
        "deck_out.csv",
        "deck_out.e",
        "deck_out.nc",
    }
    found = rows(tmp_path / "deck_out.csv")
    assert list(found[0]) == ["time", "mean"]
    numpy.testing.assert_allclose([r["time"] for r in found], numpy.arange(6) / 10, atol=1e-15)
    numpy.testing.assert_allclose([r["mean"] for r in found], 1.1 ** -numpy.arange(6.0), rtol=1e-8)
    data = xarray.open_dataset(tmp_path / "deck_out.nc")
    assert data.u.attrs["units"] == "mol" and data.u.attrs["long_name"] == "amount of u"
    assert "hidden" not in data


def test_nothing_asked_for_nothing_written(run):
    assert run("") == set()
    assert run("  csv = false") == set()


def test_named_block_and_file_base(run, tmp_path):
    assert run("  [mine]\n    type = CSV\n  []") == {"deck_mine.csv"}
    assert run(f"  csv = true\n  file_base = {tmp_path}/sub/result") == {"deck_mine.csv", "sub"}
    assert (tmp_path / "sub" / "result.csv").exists()


def test_shortcut_block_keeps_its_shortcut_name(run):
    assert run("  [csv]\n    type = CSV\n    interval = 2\n  []") == {"deck_out.csv"} or run(
        "  [csv]\n    type = CSV\n  []"
    ) == {"deck_csv.csv"}


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        ("interval = 2", [0, 2, 4]),
        ("time_step_interval = 3", [0, 3]),
        ("execute_on = FINAL", [5]),
        ("execute_on = 'INITIAL FINAL'", [0, 5]),
        ("execute_on = 'TIMESTEP_END'", [1, 2, 3, 4, 5]),
        ("execute_on = INITIAL", [0]),
        ("interval = 4\n    execute_on = 'INITIAL TIMESTEP_END FINAL'", [0, 4, 5]),
        ("interval = 4\n    additional_execute_on = FINAL", [0, 4, 5]),
        ("start_time = 0.2\n    end_time = 0.4", [2, 3, 4]),
        ("start_step = 2\n    end_step = 3", [2, 3]),
        ("end_step = 1\n    additional_execute_on = FINAL", [0, 1, 5]),
        ("minimum_time_interval = 0.2", [0, 2, 4]),
        ("min_simulation_time_interval = 0.15", [0, 2, 4]),
        ("sync_times = '0.2 0.4'\n    sync_only = true", [2, 4]),
    ],
)
def test_rhythm(run, tmp_path, lines, want):
    run(f"  [o]\n    type = CSV\n    {lines}\n  []")
    numpy.testing.assert_allclose(
        [r["time"] for r in rows(tmp_path / "deck_o.csv")], numpy.array(want) / 10, atol=1e-14
    )


def test_sync_times_are_written_whatever_the_interval(run, tmp_path):
    run(
        "  [o]\n    type = CSV\n    interval = 100\n    sync_times = '0.15 0.2'\n  []",
        "Executioner/num_steps=4",
    )
    numpy.testing.assert_allclose(
        [r["time"] for r in rows(tmp_path / "deck_o.csv")], [0, 0.15, 0.2], atol=1e-14
    )


def test_show_and_hide(run, tmp_path):
    run("  [a]\n    type = NetCDF\n    show = 'u mean'\n  []\n  [b]\n    type = NetCDF\n    hide = u\n  []")
    shown, rest = (xarray.open_dataset(tmp_path / f"deck_{name}.nc") for name in "ab")
    assert "u" in shown and "mean" in shown and "v" not in shown
    assert "u" not in rest and "v" in rest and "mean" in rest


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ("  exodos = true", "did you mean 'exodus'"),
        ("  csv = perhaps", "'Outputs/csv' is 'perhaps'"),
        ("  [o]\n    type = CVS\n  []", "unknown type 'CVS' in \\[Outputs\\]"),
        ("  [o]\n    type = CSV\n    interval = 0\n  []", "out of range"),
        ("  [o]\n    type = CSV\n    execute_on = NOW\n  []", "'NOW' is not one of"),
        ("  [o]\n    type = CSV\n    align = true\n  []", "true is not supported: columns are not padded"),
        ("  [o]\n    type = Exodus\n    use_displaced = true\n  []", "true is not supported: results belong"),
        ("  [o]\n    type = Exodus\n    discontinuous = perhaps\n  []", "neither true nor false"),
        ("  [o]\n    type = Gnuplot\n    extension = pdf\n  []", "not one of: png, ps, gif"),
    ],
)
def test_mistakes(problem, lines, what):
    with pytest.raises(alces.hit.DeckErrors, match=what):
        problem(DECK % lines)


def test_digits_and_delimiter(run, tmp_path):
    run("  [o]\n    type = CSV\n    precision = 3\n    delimiter = ';'\n    align = false\n  []")
    lines = (tmp_path / "deck_o.csv").read_text().splitlines()
    assert lines[:3] == ["time;mean", "0;1", "0.1;0.909"]


def test_gnuplot(run, tmp_path):
    assert run("  gnuplot = true\n  start_step = 4") == {"deck_out.dat", "deck_out.gp"}
    table = numpy.loadtxt(tmp_path / "deck_out.dat")
    numpy.testing.assert_allclose(table, [[0.4, 1.1**-4], [0.5, 1.1**-5]], rtol=1e-8)


def test_run_reads_the_netcdf_file_of_the_deck(problem, tmp_path):
    data = problem(DECK % "  netcdf = true").run()
    written = xarray.open_dataset(tmp_path / "deck_out.nc")
    numpy.testing.assert_array_equal(data.u, written.u)


def test_write_false_leaves_no_file(problem, tmp_path):
    data = problem(DECK % "  netcdf = true\n  csv = true").run(write=False)
    assert data.sizes["time"] == 6
    assert [p.name for p in tmp_path.iterdir()] == ["deck.i"]


def test_a_file_that_cannot_be_written_is_a_deck_error(problem, tmp_path):
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(alces.hit.DeckErrors, match="cannot write"):
        problem(DECK % f"  csv = true\n  file_base = {tmp_path}/taken/x").run()


def test_what_acts_at_the_end_is_computed_then(problem, tmp_path):
    p = problem(f"""
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [one]
    type = BodyForce
    variable = u
  []
[]
[Postprocessors]
  [last]
    type = ElementAverageValue
    variable = u
    execute_on = FINAL
  []
[]
[VectorPostprocessors]
  [ends]
    type = NodalValueSampler
    variable = u
    sort_by = x
    execute_on = FINAL
  []
[]
[Executioner]
  type = Transient
  dt = 0.5
  num_steps = 3
[]
[Outputs]
  [table]
    type = CSV
    file_base = {tmp_path / "out"}
    execute_on = FINAL
  []
[]
""")
    p.execute()
    rows = (tmp_path / "out.csv").read_text().split()
    assert rows[0] == "time,last" and [float(x) for x in rows[-1].split(",")] == [1.5, 1.5]
    (table,) = tmp_path.glob("out_ends_*.csv")
    assert [float(line.split(",")[1]) for line in table.read_text().split()[1:]] == [1.5] * 3
