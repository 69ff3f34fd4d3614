"""Tables and scripts for gnuplot."""

from __future__ import annotations

import numpy
import pytest
from alces.output import Field, GnuplotWriter, RunInfo, Snapshot

FIELDS = [Field("mean", "mean", "1", "global"), Field("a_b", "a", "1", "global"),
          Field("u", "u", "1", "node")]


def test_table_and_script(tmp_path):
    writer = GnuplotWriter("ps")
    writer.open(None, FIELDS, RunInfo(str(tmp_path / "deck_out"), "", ""))
    writer.write(Snapshot(0, 0.0, 0.0, scalar={"mean": 1.0, "a_b": 2.5}))
    writer.write(Snapshot(1, 0.5, 0.5, scalar={"mean": 1 / 3}))
    table = tmp_path / "deck_out.dat"
    assert table.read_text().splitlines()[0] == "# time\ta_b\tmean"  # every row is on disk at once
    numpy.testing.assert_allclose(numpy.loadtxt(table), [[0, 2.5, 1], [0.5, numpy.nan, 1 / 3]], rtol=1e-13)
    writer.close()
    script = (tmp_path / "deck_out.gp").read_text()
    assert "set terminal postscript" in script
    assert "set output 'deck_out_mean.ps'" in script
    assert "plot 'deck_out.dat' using 1:3 title 'mean'" in script and "using 1:4" not in script
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deck_out.dat", "deck_out.gp"]


def test_write_needs_open():
    with pytest.raises(RuntimeError, match="open"):
        GnuplotWriter().write(Snapshot(0, 0.0, 0.0))
