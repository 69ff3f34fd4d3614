"""``outputs`` of a material whose properties are derivatives: their names are no identifiers."""

from __future__ import annotations

import netCDF4
import pytest

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Variables]
  [c]
    initial_condition = 3
  []
[]
[Kernels]
  [c]
    type = TimeDerivative
    variable = c
  []
[]
[Materials]
  [F]
    type = DerivativeParsedMaterial
    coupled_variables = c
    expression = 'c^3'
    derivative_order = 2
    outputs = exodus
  []
[]
[Executioner]
  type = Transient
  num_steps = 1
[]
[Outputs]
  file_base = out
  exodus = true
[]
"""


def test_derivatives_are_written(problem, tmp_path, monkeypatch):
    """c^3, 3 c^2 and 6 c at c = 3."""
    monkeypatch.chdir(tmp_path)
    problem(DECK).run()
    with netCDF4.Dataset(tmp_path / "out.e") as file:
        rows = file["name_elem_var"][:].filled(b"")
        names = [row.tobytes().split(b"\0")[0].decode().strip() for row in rows]
        found = {name: file[f"vals_elem_var{i}eb1"][-1, 0] for i, name in enumerate(names, 1)}
    assert found == pytest.approx({"F": 27.0, "dF/dc": 27.0, "d^2F/dc^2": 18.0})
