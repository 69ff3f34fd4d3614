from __future__ import annotations

import output_meshes as meshes
import pytest
from alces.output import CSVWriter, Snapshot


def test_text_is_exact_time_first_then_alphabetical(tmp_path):
    meshes.write(CSVWriter(), meshes.line(), tmp_path)
    assert (tmp_path / "out.csv").read_text() == (
        "time,area,zeta\n0,0.33333333333333,0\n0.5,0.33333333333333,1\n1,0.33333333333333,2\n"
    )


def test_rows_are_on_disk_before_the_end_and_missing_scalars_are_nan(tmp_path):
    writer = CSVWriter(digits=3)
    writer.open(meshes.line(), meshes.FIELDS, meshes.info(tmp_path / "new_folder"))
    path = tmp_path / "new_folder" / "out.csv"
    assert path.read_text() == "time,area,zeta\n"
    writer.write(Snapshot(1, 1.23456e-7, 0.1, {}, {}, {"zeta": -1e20}))
    assert path.read_text() == "time,area,zeta\n1.23e-07,nan,-1e+20\n"
    writer.close()


def test_writing_before_opening_is_an_error():
    with pytest.raises(RuntimeError, match=r"open\(\) comes before"):
        CSVWriter().write(Snapshot(0, 0.0, 0.0))
