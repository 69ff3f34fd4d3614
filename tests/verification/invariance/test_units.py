"""The sodium deck gives the same answer in other units, and with the potential counted the other way."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from alces.hit import Node
from comparing import PROBE, SEEDS, TOLERANCE, assert_same, assert_something_happened, mixed_mesh, numbers

PHASES = "metal electrolyte grain_boundary"
LENGTH, TIME, STRESS, MOBILITY = {"length": 1}, {"time": 1}, {"stress": 1}, {"stress": -1, "time": -1}
CONCENTRATION, POTENTIAL, PER_POTENTIAL = {"concentration": 1}, {"potential": 1}, {"potential": -1}
CHARGE = {"conductivity": 1, "potential": 1, "time": 1, "length": -2}

DECK = {
    "Executioner: dt dtmax dtmin end_time": TIME,
    "Functions/grain_boundary: gb_width ramp_half_width": LENGTH,
    "Materials/gb_at_points: gb_width ramp_half_width": LENGTH,
    "ICs/nuclei: radius profile_width": LENGTH,
    "ICs/ions: radius profile_width": LENGTH,
    "ICs/ions: invalue outvalue": CONCENTRATION,
    "BCs/c_supply: value": CONCENTRATION,
    f"Materials/diffusivity: {PHASES}": {"length": 2, "time": -1},
    f"Materials/conductivity: {PHASES}": {"conductivity": 1},
    "Materials/current: scale": {"length": 1, "potential": -1, "conductivity": -1},
    "Materials/reaction: rate_constant": {"time": -1, "concentration": -0.5},
    "Materials/reaction: potential_factor": PER_POTENTIAL,
    f"Materials/youngs_modulus: {PHASES}": STRESS,
    "Materials/yield_stress: metal electrolyte": STRESS,
    "Materials/hardening: metal electrolyte": STRESS,
    "Kernels/barrier: mob_name": MOBILITY,
    "Kernels/barrier: barrier_height": STRESS,
    "Kernels/interface: mob_name": MOBILITY,
    "Kernels/interface: kappa_name": {"stress": 1, "length": 2},
    "Kernels/interface: regularization": {"length": -1},
    "Kernels/elastic_force: mob_name": MOBILITY,
    "Kernels/ions_consumed: coef": CONCENTRATION,
    "Kernels/migration: charge_number": PER_POTENTIAL,
    "Kernels/stabilisation: charge_number": PER_POTENTIAL,
    "Kernels/charge_consumed: coef": CHARGE,
    "Postprocessors/ions_consumed: coefficient": CONCENTRATION,
    "Postprocessors/charge_consumed: coefficient": CHARGE,
}
"""Dimensions of the deck's numbers: powers of the units. Rate constant and reaction energy share the unit of
concentration, L_eta [exp(dG/2) - c exp(-dG/2)], see `in_units`."""

DEFAULTS = {"Kernels/interface/regularization": 0.1, "Kernels/migration/charge_number": 1.0,
            "Kernels/stabilisation/charge_number": 1.0}

CURRENT, IONS = {"conductivity": 1, "potential": 1}, {"concentration": 1, "length": 2, "time": -1}
RESULTS = {
    "eta_int dendrite_area gb_infiltration gb_area plastic_strain_int": {"length": 2},
    "gb_filling plastic_strain_max plastic_strain eta beta_node i i_mAcm2 phi_V phi_min_V phi_max_V": {},
    "i_interface_q25_Am2 i_interface_median_Am2 i_interface_q75_Am2 i_center_Am2 phi_center_V": {},
    "c c_min c_max_value": CONCENTRATION,
    "ions_accumulated": {"concentration": 1, "length": 2},
    "gb_grad_c_int": {"concentration": 1, "length": 1},
    "gb_mean_grad_c": {"concentration": 1, "length": -1},
    "vonmises hydrostatic vonmises_max hydrostatic_min": STRESS,
    "charge_consumed charge_supplied": CURRENT,
    "ions_consumed ions_gained ions_supplied": IONS,
    "phi": POTENTIAL,
    "disp_x disp_y": LENGTH,
}


def factor(powers: dict, units: dict[str, float]) -> float:
    """Number of new units in an old one, for this dimension."""
    return math.prod(units.get(name, 1.0) ** power for name, power in powers.items())


def in_units(deck: Node, units: dict[str, float]) -> None:
    """Change the deck's numbers; units: number of new units in an old one."""

    def put(path: str, text: object) -> None:
        deck.set(path, str(text), deck.location)

    def number(path: str) -> float:
        return float(deck.get(path) or DEFAULTS[path])

    for block_and_names, powers in DECK.items():
        block, names = block_and_names.split(": ")
        for path in (f"{block}/{name}" for name in names.split()):
            put(path, repr(number(path) * factor(powers, units)))
    c, phi = units.get("concentration", 1.0), units.get("potential", 1.0)
    put("Materials/current/scale", abs(number("Materials/current/scale")))  # of the current's magnitude
    put("Materials/reaction/reaction_energy", number("Materials/reaction/reaction_energy") + math.log(c))
    put("Materials/ion_excess/expression", f"max(c - {c!r}, 0)")
    put("AuxKernels/phi_V/expression", f"({deck.get('AuxKernels/phi_V/expression')})/({phi!r})")


SI = {"length": 1e-6, "stress": 1e6, "potential": 0.0256926, "conductivity": 0.1, "concentration": 9.71e4}
SMALL = {"length": 1e3, "time": 1e3, "stress": 1e-3, "potential": 25.6926, "conductivity": 1e-6,
         "concentration": 97.1}


@pytest.mark.parametrize("units", [{"length": 1e-6}, {"length": 1e3}, {"potential": -1.0}, SI, SMALL],
                         ids=["m", "nm", "reversed", "SI", "nm, ms, GPa, mV"])
def test_units(dendrites, units):
    length = units.get("length", 1.0)
    mesh = mixed_mesh()
    problem = dendrites(mesh=mesh)
    other = dendrites(mesh=replace(mesh, points=mesh.points * length), seeds=SEEDS * length,
                      probe=PROBE * length, change=lambda deck: in_units(deck, units))
    for each in (problem, other):
        each.run(write=False)
    assert_something_happened(problem)
    dimension = {name: powers for names, powers in RESULTS.items() for name in names.split()}

    def in_old(found: dict) -> dict:
        return {name: np.asarray(values) / factor(dimension[name], units) for name, values in found.items()}

    assert_same(in_old(other.snapshot().node), problem.snapshot().node, TOLERANCE)
    assert_same(in_old(numbers(other)), numbers(problem), TOLERANCE)
