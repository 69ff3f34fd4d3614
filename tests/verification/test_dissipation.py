"""Energies of gradient flows: the terms are their derivatives, and every step of implicit Euler lowers them.

Mass is conserved on the way where it has to be.
"""

from __future__ import annotations

import numpy as np
import pytest
from alces.physics import ElementPostprocessor

MESH = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 10
  ny = 8
[]
"""
RUN = """
[Executioner]
  type = Transient
  dt = {dt}
  num_steps = 12
  nl_rel_tol = 1e-12
  nl_abs_tol = 1e-15
[]
"""


def random(name: str, low: float, high: float, seed: int) -> str:
    return (f"[Variables/{name}]\n[]\n[ICs/{name}]\n type = RandomIC\n variable = {name}\n min = {low}\n"
            f" max = {high}\n seed = {seed}\n[]\n")


def kernel(name: str, **parameters: object) -> str:
    lines = "".join(f"  {key} = '{value}'\n" for key, value in parameters.items())
    return f"[Kernels/{name}]\n{lines}[]\n"


def material(name: str, **parameters: object) -> str:
    return kernel(name, **parameters).replace("Kernels/", "Materials/", 1)


def slope(name: str) -> str:
    return material(f"slope_{name}", type="VariableGradientMaterial", variable=name, prop=f"slope_{name}")


def energy(expression: str, properties: str, variables: str = "") -> str:
    """Postprocessor `energy`, the integral of a formula."""
    return material("energy", type="ParsedMaterial", property_name="energy", expression=expression,
                    material_property_names=properties, coupled_variables=variables) + """
[Postprocessors/energy]
  type = ElementIntegralMaterialProperty
  mat_prop = energy
  execute_on = 'INITIAL TIMESTEP_END'
[]
"""


def mass(name: str) -> str:
    return (f"[Postprocessors/mass]\n type = ElementIntegralVariablePostprocessor\n variable = {name}\n"
            " execute_on = 'INITIAL TIMESTEP_END'\n[]\n")


# -- Allen-Cahn, with an interface energy that knows directions ------------------------------------------
class AnisotropicEnergy(ElementPostprocessor):
    """``1.5 g(eta) + 0.01 (|p|^2 + 0.1 Re[(p_x + i p_y)^4 exp(-4 i theta_0)]/(|p|^2 + 0.01))``."""

    reduction = "integral"

    def integrand(self, q):
        eta, p = q.value("eta"), q.grad("eta")
        square = p[0] * p[0] + p[1] * p[1]
        angle = np.radians(20)
        four = ((p[0] + 1j * p[1]) ** 4 * np.exp(-4j * angle)).real
        return 1.5 * eta**2 * (1 - eta) ** 2 + 0.01 * (square + 0.1 * four / (square + 0.01))


ANISOTROPIC = "".join([
    MESH, random("eta", 0.1, 0.9, 2),
    kernel("rate", type="TimeDerivative", variable="eta"),
    kernel("barrier", type="DoubleWell", variable="eta", mob_name=2, barrier_height=1.5),
    kernel("interface", type="AnisotropicACInterface", variable="eta", mob_name=2, kappa_name=0.02,
           reference_angle=20),
    "[Postprocessors/energy]\n type = AnisotropicEnergy\n execute_on = 'INITIAL TIMESTEP_END'\n[]\n",
    RUN.format(dt=0.2),
])

# -- three grains ----------------------------------------------------------------------------------------
GRAINS = ("a", "b", "c")
GROWTH = "".join([
    MESH,
    *(random(g, 0.1, 0.6, seed) for seed, g in enumerate(GRAINS, 3)),
    *(kernel(f"rate_{g}", type="TimeDerivative", variable=g) for g in GRAINS),
    *(kernel(f"bulk_{g}", type="ACGrGrPoly", variable=g, v=" ".join(o for o in GRAINS if o != g))
      for g in GRAINS),
    *(kernel(f"interface_{g}", type="ACInterface", variable=g) for g in GRAINS),
    *(slope(g) for g in GRAINS),
    material("constants", type="GenericConstantMaterial", prop_names="mu gamma_asymm kappa_op L",
             prop_values="0.8 1.5 0.03 2"),
    energy("0.8*(a^4/4 - a^2/2 + b^4/4 - b^2/2 + c^4/4 - c^2/2 + 1.5*(a^2*b^2 + b^2*c^2 + a^2*c^2) + 0.25)"
           " + 0.015*(slope_a^2 + slope_b^2 + slope_c^2)", "slope_a slope_b slope_c", "a b c"),
    RUN.format(dt=0.2),
])

# -- metal that swells in an elastic matrix --------------------------------------------------------------
FIXED = """
[GlobalParams]
  displacements = 'u v'
[]
[Variables]
  [u]
  []
  [v]
  []
[]
[BCs]
  [u]
    type = DirichletBC
    variable = u
    boundary = 'left right'
    value = 0
  []
  [v]
    type = DirichletBC
    variable = v
    boundary = bottom
    value = 0
  []
[]
"""
SWELLING = "".join([
    MESH, FIXED, random("eta", 0.1, 0.9, 2), slope("eta"),
    material("h", type="SwitchingFunctionMaterial", eta="eta", h_order="HIGH"),
    material("youngs_modulus", type="DerivativeParsedMaterial", property_name="youngs_modulus",
             coupled_variables="eta", expression="50 - 30*eta^2", derivative_order=1),
    material("elasticity", type="ComputeVariableIsotropicElasticityTensor", youngs_modulus="youngs_modulus",
             poissons_ratio=0.3),
    material("growth", type="ComputeEigenstrain", eigenstrain_name="growth", eigen_base=0.05, prefactor="h"),
    material("strain", type="ComputeSmallStrain", eigenstrain_names="growth"),
    material("stress", type="ComputeLinearElasticStress"),
    material("work", type="StrainEnergyDensity"),
    kernel("x", type="StressDivergenceTensors", variable="u", component=0),
    kernel("y", type="StressDivergenceTensors", variable="v", component=1),
    kernel("rate", type="TimeDerivative", variable="eta"),
    kernel("barrier", type="DoubleWell", variable="eta", mob_name=2, barrier_height=1.5),
    kernel("interface", type="ACInterface", variable="eta", mob_name=2, kappa_name=0.02),
    kernel("elastic_force", type="ElasticDrivingForce", variable="eta", mob_name=2, volume_change=0.15),
    kernel("stiffness_force", type="StiffnessDrivingForce", variable="eta", mob_name=2),
    energy("1.5*eta^2*(1 - eta)^2 + 0.01*slope_eta^2 + strain_energy_density",
           "slope_eta strain_energy_density", "eta"),
    RUN.format(dt=0.1),
])

FLOWS = {"anisotropic": (ANISOTROPIC, {"eta": 2.0}), "grains": (GROWTH, dict.fromkeys(GRAINS, 2.0)),
         "swelling": (SWELLING, {"eta": 2.0, "u": 1.0, "v": 1.0})}
"""Decks and the mobilities of their variables; equilibrium has 1."""


@pytest.mark.parametrize("flow", FLOWS)
def test_terms_are_derivatives_of_the_energy(problem, register, flow):
    """The residual in a random direction against the central difference of the energy."""
    register(AnisotropicEnergy)
    text, mobility = FLOWS[flow]
    made = problem(text)
    state, unknowns, rng = made.state, made.model.unknowns, np.random.default_rng(9)
    state.u = rng.uniform(0.1, 0.7, unknowns.n)
    residual = made.system.residual(state, steady_part_only=True)
    residual /= np.array([mobility[v.name] for v in unknowns.variables])[unknowns.field]
    middle, h = state.u, 1e-5
    for name, i in unknowns.index.items():
        way = np.where(unknowns.field == i, rng.uniform(-1, 1, unknowns.n), 0.0)
        energies = []
        for sign in (1, -1):
            state.u = middle + sign * h * way
            made.postprocessing.update(state, "TIMESTEP_END")
            energies.append(state.postprocessors["energy"])
        assert (energies[0] - energies[1]) / (2 * h) == pytest.approx(residual @ way, rel=1e-7), name


@pytest.mark.parametrize("flow", FLOWS)
def test_energy_decreases_in_every_step(problem, register, flow):
    register(AnisotropicEnergy)
    made = problem(FLOWS[flow][0])
    found = made.run(write=False)["energy"].values
    assert len(found) == 13
    assert np.all(np.diff(found) < 0), found
    assert abs(found[0] - found[-1]) > 0.1 * abs(found[0])


def test_phases_exchanged(problem, register):
    """eta -> 1 - eta turns the force round: the energy, with its directions, has the phases as equals."""
    register(AnisotropicEnergy)
    made = problem(ANISOTROPIC)
    state = made.state
    state.u = np.random.default_rng(9).uniform(0.1, 0.9, len(state.u))
    force = made.system.residual(state, steady_part_only=True)
    state.u = 1 - state.u
    np.testing.assert_allclose(made.system.residual(state, steady_part_only=True), -force, rtol=0,
                               atol=1e-13 * np.abs(force).max())


# -- conserved -------------------------------------------------------------------------------------------
LINE = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 32
  xmax = 2
[]
[BCs/Periodic/all]
  auto_direction = x
[]
[Variables/c]
  family = HERMITE
  order = THIRD
  [InitialCondition]
    type = FunctionIC
    function = '0.45 + 0.04*cos(pi*x) - 0.05*sin(3*pi*x) + 0.02*cos(8*pi*x)'
  []
[]
"""
HERMITE = "".join([
    LINE, slope("c"), mass("c"),
    material("F", type="DerivativeParsedMaterial", property_name="F", coupled_variables="c",
             derivative_order=2, expression="c^2*(1 - c)^2"),
    kernel("rate", type="TimeDerivative", variable="c"),
    kernel("bulk", type="CahnHilliard", variable="c", f_name="F", mob_name=1),
    kernel("interface", type="CHInterface", variable="c", mob_name=1, kappa_name=0.001),
    energy("F + 0.0005*slope_c^2", "F slope_c"),
    RUN.format(dt=2e-3),
])

PHASES = """
[Variables]
  [w]
  []
  [ca]
    initial_condition = 0.3
  []
  [cb]
    initial_condition = 0.7
  []
[]
"""
KKS = "".join([
    MESH, PHASES, random("eta", 0.1, 0.9, 2), random("c", 0.3, 0.7, 3), slope("eta"), mass("c"),
    material("fa", type="DerivativeParsedMaterial", property_name="fa", coupled_variables="ca",
             expression="(ca - 0.2)^2"),
    material("fb", type="DerivativeParsedMaterial", property_name="fb", coupled_variables="cb",
             expression="2*(cb - 0.8)^2 + 0.05*cb"),
    material("h", type="SwitchingFunctionMaterial", eta="eta", h_order="HIGH"),
    material("g", type="BarrierFunctionMaterial", eta="eta", g_order="SIMPLE"),
    material("constants", type="GenericConstantMaterial", prop_names="L M kappa", prop_values="2 0.3 0.02"),
    kernel("sum", type="KKSPhaseConcentration", variable="cb", ca="ca", c="c", eta="eta"),
    kernel("equal", type="KKSPhaseChemicalPotential", variable="ca", cb="cb", fa_name="fa", fb_name="fb"),
    kernel("potential", type="KKSSplitCHCRes", variable="c", ca="ca", fa_name="fa", w="w"),
    kernel("rate_c", type="CoupledTimeDerivative", variable="w", v="c"),
    kernel("flux", type="SplitCHWRes", variable="w", mob_name="M"),
    kernel("bulk_f", type="KKSACBulkF", variable="eta", fa_name="fa", fb_name="fb", w=1.5,
           coupled_variables="ca cb"),
    kernel("bulk_c", type="KKSACBulkC", variable="eta", ca="ca", cb="cb", fa_name="fa"),
    kernel("interface", type="ACInterface", variable="eta", kappa_name="kappa"),
    kernel("rate_eta", type="TimeDerivative", variable="eta"),
    energy("(1 - h)*fa + h*fb + 1.5*g + 0.01*slope_eta^2", "h fa fb g slope_eta"),
    RUN.format(dt=0.05),
])


@pytest.mark.parametrize("text", [HERMITE, KKS], ids=["one fourth-order equation", "KKS"])
def test_conserved_flows(problem, text):
    found = problem(text).run(write=False)
    energies, masses = found["energy"].values, found["mass"].values
    assert len(energies) == 13
    start = 1 if text is KKS else 0  # the phases' concentrations are in equilibrium from the first step on
    assert np.all(np.diff(energies[start:]) < 0), energies
    assert energies[start] - energies[-1] > 1e-3 * energies[start]
    assert np.max(np.abs(np.diff(masses))) < 1e-12 * masses[0]
