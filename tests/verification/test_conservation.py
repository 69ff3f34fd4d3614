"""What equations conserve or what their boundaries let through, step by step to rounding."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from alces.run import load

DIFFUSION = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 8
  ny = 6
[]
[Variables/c]
[]
[ICs/c]
  type = RandomIC
  variable = c
  min = 0.2
  max = 1
  seed = 3
[]
[Materials/D]
  type = ParsedMaterial
  property_name = D
  coupled_variables = c
  expression = '0.1 + c^2'
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = c
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = D
  []
[]
[BCs/Periodic/all]
  auto_direction = 'x y'
[]
[Postprocessors/mass]
  type = ElementIntegralVariablePostprocessor
  variable = c
  execute_on = 'INITIAL TIMESTEP_END'
[]
[Executioner]
  type = Transient
  dt = 0.01
  num_steps = 6
  nl_rel_tol = 1e-13
  nl_abs_tol = 1e-16
[]
"""


@pytest.mark.parametrize("scheme", ["implicit-euler", "bdf2", "crank-nicolson", "implicit-midpoint",
                                    "lstable-dirk2", "lstable-dirk3", "lstable-dirk4", "astable-dirk4"])
def test_mass_of_periodic_diffusion(problem, scheme):
    made = problem(DIFFUSION, f"Executioner/scheme={scheme}")
    mass = made.run(write=False)["mass"].values
    assert len(mass) == 7 and np.ptp(made.state.u) < 0.6  # it has spread
    assert np.max(np.abs(np.diff(mass))) < 1e-12 * mass[0]


IONS = """
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = 8
  ny = 6
  xmin = 0.5
  xmax = 2
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables]
  [phi]
  []
  [c]
  []
[]
[ICs/c]
  type = RandomIC
  variable = c
  min = 0.5
  max = 1
  seed = 3
[]
[Materials]
  [D]
    type = GenericConstantMaterial
    prop_names = D
    prop_values = 0.7
  []
  [sigma]
    type = ParsedMaterial
    property_name = sigma
    coupled_variables = c
    expression = '1 + c'
  []
[]
[Kernels]
  [ohm]
    type = MatDiffusion
    variable = phi
    diffusivity = sigma
  []
  [rate]
    type = TimeDerivative
    variable = c
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = D
  []
  [migration]
    type = IonMigration
    variable = c
    potential = phi
  []
  [stabilisation]
    type = StreamlineStabilization
    variable = c
    potential = phi
  []
[]
[BCs]
  [low]
    type = DirichletBC
    variable = phi
    boundary = left
    value = -2
  []
  [high]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 1
  []
[]
[Postprocessors/mass]
  type = ElementIntegralVariablePostprocessor
  variable = c
  execute_on = 'INITIAL TIMESTEP_END'
[]
[Executioner]
  type = Transient
  dt = 0.02
  num_steps = 6
  nl_rel_tol = 1e-13
  nl_abs_tol = 1e-16
[]
"""


@pytest.mark.parametrize(("dim", "coordinates"), [(2, "XYZ"), (2, "RZ"), (1, "RSPHERICAL")])
def test_mass_of_ions_in_a_field_without_flux(problem, dim, coordinates):
    """Also where a ring or a shell weighs more the further out it is."""
    text = IONS.format(dim=dim, coordinates=coordinates)
    made = problem(text if dim == 2 else text.replace("  ny = 6\n", ""))
    mass = made.run(write=False)["mass"].values
    volume = {"XYZ": 1.5, "RZ": np.pi * (4 - 0.25), "RSPHERICAL": 4 / 3 * np.pi * (8 - 0.125)}[coordinates]
    assert len(mass) == 7 and 0.5 * volume < mass[0] < volume
    assert np.max(np.abs(np.diff(mass))) < 1e-12 * mass[0]
    c = made.snapshot().node["c"]
    assert c.max() / c.min() > 2  # the field has moved the ions


HEAT = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 8
  ny = 6
  xmax = 0.5
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables/T]
[]
[ICs/T]
  type = FunctionIC
  variable = T
  function = '400 + 30*x*y'
[]
[Materials]
  [solid]
    type = GenericConstantMaterial
    prop_names = 'thermal_conductivity specific_heat density h T_air'
    prop_values = '2 3 1.5 4 300'
  []
[]
[Kernels]
  [rate]
    type = HeatConductionTimeDerivative
    variable = T
  []
  [conduction]
    type = HeatConduction
    variable = T
  []
  [source]
    type = HeatSource
    variable = T
    value = 25
  []
[]
[BCs]
  [air]
    type = ConvectiveHeatFluxBC
    variable = T
    boundary = 'right top'
    T_infinity = T_air
    heat_transfer_coefficient = h
  []
  [heater]
    type = NeumannBC
    variable = T
    boundary = bottom
    value = 7
  []
[]
[Postprocessors]
  [T_int]
    type = ElementIntegralVariablePostprocessor
    variable = T
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [lost]
    type = ConvectiveHeatTransferSideIntegral
    boundary = 'right top'
    T_solid = T
    T_fluid = T_air
    htc = h
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[Executioner]
  type = Transient
  dt = 0.05
  num_steps = 6
  nl_rel_tol = 1e-12
[]
"""


@pytest.mark.parametrize("coordinates", ["XYZ", "RZ"])
@pytest.mark.parametrize(("scheme", "new"), [("implicit-euler", 1.0), ("crank-nicolson", 0.5)])
def test_heat_stored_is_heat_let_in(problem, coordinates, scheme, new):
    """By the flux at the end of a step or the mean over it."""
    found = problem(HEAT.format(coordinates=coordinates), f"Executioner/scheme={scheme}").run(write=False)
    volume, bottom = {"XYZ": (0.5, 0.5), "RZ": (np.pi / 4, np.pi / 4)}[coordinates]
    lost = found["lost"].values
    gained = 25 * volume + 7 * bottom - new * lost[1:] - (1 - new) * lost[:-1]
    stored = np.diff(3 * 1.5 * found["T_int"].values) / 0.05
    np.testing.assert_allclose(stored, gained, rtol=1e-10)
    assert stored[0] < -50


def test_charge_and_ions_of_the_sodium_deck():
    """What the grounded edge supplies is what the reaction consumes and what the concentration gains."""
    deck = Path(__file__).parents[2] / "inputs" / "nzsp_dendrite.i"
    probes = [f"{kind}_{place}_{unit}" for kind, unit in (("i", "Am2"), ("phi", "V"))
              for place in ("normal", "parallel", "left", "right", "center")]
    found = load(str(deck), "nx=10", "ny=10", "lx=0.8", "ly=0.8", "nucleus_radius=0.13", "end_time=1e-3",
                 "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62", "Executioner/nl_update_tol=1e-9", "S=0.7",
                 f"Postprocessors/inactive={' '.join(probes)}").run(write=False).isel(time=slice(1, None))
    assert len(found["time"]) >= 3 and np.abs(found["ions_gained"]).min() > 0.1
    assert np.abs(found["charge_error"] / found["charge_consumed"]).max() < 1e-12
    assert np.abs(found["ion_error"] / found["ions_consumed"]).max() < 1e-12
