"""What the equations conserve or dissipate, step by step."""

from __future__ import annotations

import numpy as np
import pytest

MESH = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 16
  ny = 12
[]
[BCs]
  [Periodic]
    [all]
      auto_direction = 'x y'
    []
  []
[]
"""

ALLEN_CAHN = MESH + """
[Variables]
  [eta]
  []
[]
[ICs]
  [eta]
    type = RandomIC
    variable = eta
    min = 0.2
    max = 0.8
    seed = 5
  []
[]
[Materials]
  [g]
    type = BarrierFunctionMaterial
    eta = eta
  []
  [slope]
    type = VariableGradientMaterial
    variable = eta
    prop = slope
  []
  [energy]
    type = ParsedMaterial
    property_name = energy
    material_property_names = 'g slope'
    expression = '4*g + 0.5*0.01*slope^2'
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = 2
    barrier_height = 4
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 2
    kappa_name = 0.01
  []
[]
[Postprocessors]
  [energy]
    type = ElementIntegralMaterialProperty
    mat_prop = energy
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 0.1
  num_steps = 25
  nl_rel_tol = 1e-11
  nl_abs_tol = 1e-14
[]
"""

CAHN_HILLIARD = MESH + """
[Variables]
  [c]
  []
  [w]
  []
[]
[ICs]
  [c]
    type = RandomIC
    variable = c
    min = 0.35
    max = 0.55
    seed = 7
  []
[]
[Materials]
  [F]
    type = DerivativeParsedMaterial
    property_name = F
    coupled_variables = c
    derivative_order = 1
    expression = 'c^2*(1 - c)^2'
  []
  [slope]
    type = VariableGradientMaterial
    variable = c
    prop = slope
  []
  [energy]
    type = ParsedMaterial
    property_name = energy
    material_property_names = 'F slope'
    expression = 'F + 0.5*0.001*slope^2'
  []
[]
[Kernels]
  [potential]
    type = SplitCHParsed
    variable = c
    f_name = F
    kappa_name = 0.001
    w = w
  []
  [transport]
    type = SplitCHWRes
    variable = w
    mob_name = 1
  []
  [rate]
    type = CoupledTimeDerivative
    variable = w
    v = c
  []
[]
[Postprocessors]
  [mass]
    type = ElementIntegralVariablePostprocessor
    variable = c
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [energy]
    type = ElementIntegralMaterialProperty
    mat_prop = energy
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 2e-3
  num_steps = 30
  nl_rel_tol = 1e-11
[]
"""


def test_energy_of_allen_cahn_decreases_in_every_step(tmp_path, columns):
    """With implicit Euler for any dt < 2/(L W), since g'' >= -1; here 2/(2*4) = 0.25."""
    (tmp_path / "deck.i").write_text(ALLEN_CAHN)
    energy = columns(tmp_path / "deck.i")["energy"]
    assert len(energy) == 26
    assert np.all(np.diff(energy) < 0)
    assert energy[-1] < 0.5 * energy[0]


@pytest.mark.parametrize("scheme", ["implicit-euler", "bdf2", "crank-nicolson"])
def test_mass_of_cahn_hilliard_is_conserved_in_every_step(tmp_path, columns, scheme):
    (tmp_path / "deck.i").write_text(CAHN_HILLIARD)
    found = columns(tmp_path / "deck.i", f"Executioner/scheme={scheme}")
    mass = found["mass"]
    assert len(mass) == 31
    assert np.max(np.abs(np.diff(mass))) < 1e-12 * mass[0]


def test_energy_of_cahn_hilliard_decreases_in_every_step(tmp_path, columns):
    """With implicit Euler for dt < 4 kappa/(M max(-F'')^2) = 4e-3 (Young's inequality)."""
    (tmp_path / "deck.i").write_text(CAHN_HILLIARD)
    energy = columns(tmp_path / "deck.i")["energy"]
    assert np.all(np.diff(energy) < 0)
