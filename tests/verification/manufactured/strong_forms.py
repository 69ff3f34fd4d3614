"""What equation each kernel stands for, and what each material provides, written from the mathematics.

A kernel adds ``source - div(flux)`` to the left-hand side of its variable's equation; flux . n is what its
natural boundary condition prescribes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import sympy

from manufactured.calculus import AXES, X, Y, divergence, gradient

ZERO = [sympy.Integer(0)] * 3


class Terms(NamedTuple):
    source: Any = 0
    flux: list[Any] = ZERO


def _diffusion(k: Any) -> Terms:
    return Terms(flux=_times(k.property("diffusivity", "D"), gradient(k.field("v", k.variable))))


def _advection(k: Any) -> Terms:
    return Terms(flux=[-float(w) * k.u for w in k.parameter("velocity").split()])


def _anisotropic(k: Any) -> Terms:
    tensor = sympy.Matrix(3, 3, [sympy.Rational(a) for a in k.parameter("tensor_coeff").split()])
    return Terms(flux=list(tensor * sympy.Matrix(gradient(k.u))))


def _heat(k: Any) -> Terms:
    return Terms(flux=_times(k.property("thermal_conductivity", "thermal_conductivity"), gradient(k.u)))


def _joule(k: Any) -> Terms:
    sigma = k.property("electrical_conductivity", "electrical_conductivity")
    return Terms(-sigma * sum(e**2 for e in gradient(k.field("elec"))))


def _migration(k: Any) -> Terms:
    factor = sympy.Rational(k.parameter("charge_number", "1")) * k.property("diffusivity", "D") * k.u
    return Terms(flux=_times(factor, gradient(k.field("potential"))))


def _interface(k: Any) -> Terms:
    """L times the variational derivative of the gradient energy kappa/2 |grad u|^2."""
    flow, mobility = _times(k.property("kappa_name", "kappa_op"), gradient(k.u)), k.property("mob_name", "L")
    flux = _times(mobility, flow)
    return Terms(divergence(flux, k.coordinates) - mobility * divergence(flow, k.coordinates), flux)


def _oriented_interface(k: Any) -> Terms:
    """psi = kappa0/2 (1 + delta cos w (theta - theta0)) |p|^2 by the angle, without any regularisation."""
    p, q = sympy.symbols("p q", real=True)
    delta, w = sympy.Rational(k.parameter("anisotropy_strength")), int(k.parameter("mode_number"))
    start = math.radians(float(k.parameter("reference_angle", "0")))
    kappa = k.property("kappa_name", "kappa_op") * (1 + delta * sympy.cos(w * (sympy.atan2(q, p) - start)))
    if k.parameter("form", "variational") == "divergence":
        flux = [kappa * p, kappa * q]
    else:
        flux = [sympy.diff(kappa * (p**2 + q**2) / 2, a) for a in (p, q)]
    slopes = {p: sympy.diff(k.u, X), q: sympy.diff(k.u, Y)}
    return Terms(flux=[k.property("mob_name", "L") * f.subs(slopes) for f in flux] + [sympy.Integer(0)])


def _kobayashi_torque(k: Any) -> Terms:
    x, y, _ = gradient(k.u)
    factor = k.property("mob_name", "L") * k.property("eps_name", "eps") * k.property("deps_name", "deps")
    return Terms(flux=_times(factor, [-y, x, sympy.Integer(0)]))


def _kobayashi_diffusion(k: Any) -> Terms:
    return Terms(flux=_times(k.property("mob_name", "L") * k.property("eps_name", "eps") ** 2, gradient(k.u)))


def _split_potential(k: Any) -> Terms:
    slope = k.derivative("f_name", k.variable)
    return Terms(slope - k.field("w"), _times(k.property("kappa_name"), gradient(k.u)))


def _potential_flow(k: Any) -> Terms:
    return Terms(flux=_times(k.property("mob_name", "mob"), gradient(k.u)))


def _cahn_hilliard(k: Any) -> Terms:
    return Terms(flux=_times(k.property("mob_name", "M"), gradient(k.derivative("f_name", k.variable))))


def _bending(k: Any) -> Terms:
    laplacian = divergence(gradient(k.u), k.coordinates)
    flow = _times(k.property("mob_name"), gradient(k.property("kappa_name") * laplacian))
    return Terms(divergence(flow, k.coordinates))


def _equilibrium(k: Any) -> Terms:
    """Cartesian, cylindrical or spherical equilibrium of a linearly elastic body; x is r."""
    u = [*k.displacements, *ZERO][:3]
    strain = sympy.Matrix(3, 3, lambda i, j: (sympy.diff(u[i], AXES[j]) + sympy.diff(u[j], AXES[i])) / 2)
    for hoop in {"XYZ": (), "RZ": (2,), "RSPHERICAL": (1, 2)}[k.coordinates]:
        strain[hoop, hoop] = u[0] / X
    lame, shear = k.material("ComputeIsotropicElasticityTensor", "lambda", "shear_modulus")
    stress = lame * strain.trace() * sympy.eye(3) + 2 * shear * strain
    i = int(k.parameter("component"))
    hoops = {"XYZ": 0, "RZ": stress[2, 2], "RSPHERICAL": stress[1, 1] + stress[2, 2]}[k.coordinates]
    return Terms(hoops / X if i == 0 else 0, list(stress[i, :]))


def _times(factor: Any, v: list[Any]) -> list[Any]:
    return [factor * a for a in v]


STRONG: dict[str, Callable[[Any], Terms]] = {
    "Diffusion": lambda k: Terms(flux=gradient(k.u)),
    "MatDiffusion": _diffusion,
    "AnisotropicDiffusion": _anisotropic,
    "ConservativeAdvection": _advection,
    "Reaction": lambda k: Terms(sympy.Rational(k.parameter("rate", "1")) * k.u),
    "CoupledForce": lambda k: Terms(-sympy.Rational(k.parameter("coef", "1")) * k.field("v")),
    "TimeDerivative": lambda k: Terms(k.rate(k.u)),
    "CoupledTimeDerivative": lambda k: Terms(k.rate(k.field("v"))),
    "CoefCoupledTimeDerivative": lambda k: Terms(sympy.Rational(k.parameter("coef")) * k.rate(k.field("v"))),
    "InertialForce": lambda k: Terms(k.property("density", "density") * k.rate(k.rate(k.u))),
    "HeatConduction": _heat,
    "HeatConductionTimeDerivative": lambda k: Terms(
        k.property("density", "density") * k.property("specific_heat", "specific_heat") * k.rate(k.u)),
    "JouleHeatingSource": _joule,
    "IonMigration": _migration,
    "ButlerVolmerReaction": lambda k: Terms(k.property("rate_name", "I_BV")),
    "AllenCahn": lambda k: Terms(k.property("mob_name", "L") * k.derivative("f_name", k.variable)),
    "ACInterface": _interface,
    "AnisotropicACInterface": _oriented_interface,
    "ACInterfaceKobayashi1": _kobayashi_torque,
    "ACInterfaceKobayashi2": _kobayashi_diffusion,
    "SplitCHParsed": _split_potential,
    "SplitCHWRes": _potential_flow,
    "CahnHilliard": _cahn_hilliard,
    "CHInterface": _bending,
    "StressDivergenceTensors": _equilibrium,
    "StressDivergenceRZTensors": _equilibrium,
    "StressDivergenceRSphericalTensors": _equilibrium,
}


def _orientation(k: Any) -> dict[str, Any]:
    x, y, _ = gradient(k.field("op"))
    mean, delta = sympy.Rational(k.parameter("eps_bar")), sympy.Rational(k.parameter("anisotropy_strength"))
    angle = sympy.Symbol("angle", real=True)
    turned = angle - sympy.rad(sympy.Rational(k.parameter("reference_angle", "90")))
    eps = mean * (1 + delta * sympy.cos(int(k.parameter("mode_number")) * turned))
    at = {angle: sympy.atan2(y, x)}
    return {"eps": eps.subs(at), "deps": sympy.diff(eps, angle).subs(at)}


def _butler_volmer(k: Any) -> dict[str, Any]:
    share = sympy.Rational(k.parameter("potential_factor", "0"))
    half = (k.property("reaction_energy") + share * k.field("potential")) / 2
    current = sympy.exp(half) - k.field("concentration") * sympy.exp(-half)
    return {"I_BV": k.property("rate_constant") * k.derivative("h_name", k.parameter("eta")) * current}


PROVIDED: dict[str, Callable[[Any], dict[str, Any]]] = {
    "InterfaceOrientationMaterial": _orientation, "ButlerVolmerRate": _butler_volmer,
}
"""Properties of the materials that are no formulas of the deck."""
