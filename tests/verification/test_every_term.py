"""Exact partials of every registered kernel, integrated condition and material against complex step.

Objects are built from their declared parameters alone, at random states, in one to three dimensions. Every
property that an object asks for is a random function of the fields, so that the chain rule through properties
is tested too. An object that cannot be built fails the test, so that a new plugin is tested as it is.
"""

from __future__ import annotations

import contextlib
import itertools
import zlib
from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from alces.ad import Dual, Tensor, Vector, sin, value
from alces.expr import parse as parse_expression
from alces.hit import DeckError, parse
from alces.params import (
    COUPLED,
    COUPLEDS,
    FUNCTION,
    INTEGER,
    NAME,
    POINT,
    POSTPROCESSOR,
    PROPERTIES,
    PROPERTY,
    REAL,
    TENSOR_PROPERTY,
    USER_OBJECT,
    VARIABLE,
    VARIABLES,
    VECTOR_PROPERTY,
    declared,
    validate,
)
from alces.physics import IntegratedBC, Kernel, Material
from alces.physics.sample import SamplePoints, components, partial_errors
from alces.registry import load_plugins
from alces_mechanics.elasticity import AnisotropicStiffness, IsotropicStiffness
from alces_phase_field.userobjects.voronoi_grains import VoronoiGrains

CLASSES = {c.__name__: c for _, c in load_plugins() if issubclass(c, (Kernel, IntegratedBC, Material))}
FIELDS = ("u", "v", "w")

# What declared parameters do not tell; ``displacements`` are filled in by dimension.
SPECIAL: dict[str, dict[str, str]] = {
    "AnisotropicACInterface": {"anisotropy_strength": "0.12"},
    "AnisotropicDiffusion": {"tensor_coeff": "1 .2 .3 .4 2 .5 .6 .7 3"},
    "DerivativeMultiPhaseMaterial": {"fi_names": "F1 F2", "hi_names": "h1 h2", "etas": "u v",
                                     "coupled_variables": "w", "W": "0.7"},
    "DerivativeTwoPhaseMaterial": {"coupled_variables": "v w"},
    "FunctionGradientNeumannBC": {"exact_solution": "2"},
    "FunctionPenaltyFluxBC": {"function": "2"},
    "MatAnisoDiffusion": {"diffusivity": "plasticity:inelastic_strain"},
    "InertialForce": {"beta": "0.3", "gamma": "0.6"},
    "PFParamsPolyFreeEnergy": {"T": "1000", "Em": "0.71", "Ef": "1.28", "D0": "3.1e-5", "int_width": "30"},
    "PowerLawCreepStressUpdate": {"start_time": "0.1"},
    "MatCoupledForce": {"v": "v w", "coef": "2 -3", "material_properties": "first second"},
    "CoupledConvectiveHeatFluxBC": {"T_infinity": "v 0.3", "htc": "w v", "alpha": "0.5 w"},
    "AnisoHeatConduction": {"thermal_conductivity": "conductivity_tensor"},
    "AnisoHomogenizedHeatConduction": {"thermal_conductivity": "conductivity_tensor"},
    "AnisoHeatConductionMaterial": {
        "base_name": "aniso", "thermal_conductivity": "1 2 3 4 5 6 7 8 9", "specific_heat": "wave",
        "thermal_conductivity_temperature_coefficient_function": "wave"},
    "CompositeEigenstrain": {"tensors": "first_eigenstrain second_eigenstrain", "weights": "first second"},
    "CompositeElasticityTensor": {"tensors": "matrix inclusion", "weights": "first second"},
    "ComputeEigenstrainFromInitialStress": {
        "initial_stress": "wave 2 3 2 wave 1 3 1 2", "initial_stress_aux": "v w 1 v 1 1 1 1 u"},
    "ComputeExtraStressConstant": {"extra_stress_tensor": ".1 .2 .3 .04 .05 .06"},
    "ComputeInterfaceStress": {"stress": "1 2 3"},
    "ComputeReducedOrderEigenstrain": {"input_eigenstrain_names": "first_eigenstrain second_eigenstrain"},
    "TemperatureDependentHardeningStressUpdate": {
        "hardening_functions": "wave 3 4", "temperatures": "0.1 0.5 0.6"},
    "ComputeEigenstrain": {"eigen_base": ".1 .2 .3 .04 .05 .06"},
    "ComputeElasticityTensor": {"C_ijkl": "9 1 2 8 3 7 4 5 6"},
    "ComputeIsotropicElasticityTensor": {"youngs_modulus": "5", "poissons_ratio": "0.3"},
    "ComputeMultipleInelasticStress": {"inelastic_models": "plasticity"},
    "GBEvolution": {"Q": "1e-5"},
    "GenericConstantMaterial": {"prop_names": "a b", "prop_values": "1 2"},
    "GenericConstantVectorMaterial": {"prop_names": "a", "prop_values": "1 2 3"},
    "GenericConstantRankTwoTensor": {"tensor_name": "a", "tensor_values": "1 2 3"},
    "GenericFunctionRankTwoTensor": {"tensor_functions": "wave 2 3"},
    "GenericFunctionMaterial": {"prop_names": "a b", "prop_values": "wave 2"},
    "GrainBoundaryIndicator": {"gb_width": "0.4", "ramp_half_width": "0.1"},
    "HeatConductionMaterial": {"thermal_conductivity_temperature_function": "wave",
                               "specific_heat_temperature_function": "wave"},
    "SwitchingFunctionMultiPhaseMaterial": {"phase_etas": "u v"},
    "PiecewiseLinearInterpolationMaterial": {"x": "0 0.4 0.6 1", "y": "1 3 2 5"},
    "CahnHilliardAniso": {"mob_name": "plasticity:inelastic_strain"},
    "SplitCHWRes": {"mob_name": "mobility"},
    "SplitCHWResAniso": {"mob_name": "plasticity:inelastic_strain"},
    "CrossTermBarrierFunctionMaterial": {"W_ij": "0 1 2 1 0 3 2 3 0"},
    "GrandPotentialTensorMaterial": {"T": "9000", "Em": "0.7", "Q": "0.5", "GBmob0": "2"},
    "KKSXeVacSolidMaterial": {"T": "9000", "cmg": "u", "cmv": "w"},
    "SLKKSMultiACBulkC": {"cs": "u v w", "as": "2 1 3", "ns": "1 2", "h_names": "h1 h2", "c": "w",
                          "eta": "u v"},
    "SLKKSMultiPhaseConcentration": {"cs": "u v w", "as": "2 1 3", "ns": "1 2", "h_names": "h1 h2",
                                     "eta": "u v"},
    "SLKKSSum": {"cs": "v w", "as": "1 3"},
    "ConstantAnisotropicMobility": {"tensor": "1 2 3 4 5 6 7 8 9"},
    "DerivativeSumMaterial": {
        "sum_materials": "first second", "prefactor": "2 -3", "coupled_variables": "u v"},
    "ParsedMaterial": {
        "expression": "a*exp(u)*v^2 + sin(w*x) + a^2*t*k + pp*log(2+v)",
        "coupled_variables": "u v w", "material_property_names": "a(u,v)", "extra_symbols": "x t",
        "constant_names": "k", "constant_expressions": "1.5", "postprocessor_names": "pp"},
    "DerivativeParsedMaterial": {
        "expression": "a*exp(u)*v^2 + tanh(u*w)", "coupled_variables": "u v w",
        "material_property_names": "a(u,v)", "derivative_order": "2"},
}
# Further variants; None leaves a parameter out.
MORE: dict[str, list[dict[str, str | None]]] = {
    "ComputeElasticityTensor": [{"fill_method": "symmetric_isotropic", "C_ijkl": "2 3"},
                                {"euler_angle_1": "20", "euler_angle_2": "30", "euler_angle_3": "40"}],
    "ComputeEigenstrain": [{"eigen_base": ".1"}, {"eigen_base": ".1 .2 .3"}],
    "InertialForce": [dict.fromkeys(("velocity", "acceleration", "beta", "gamma"))],
    "IsotropicPlasticityStressUpdate": [{"hardening_constant": "0.4", "hardening_function": None}],
    "MatCoupledForce": [{"coef": None, "material_properties": None}],
}
DISPLACEMENTS = {"ComputePlaneStressSmallStrain": 2}
LINES = ("ComputeAxisymmetric1DSmallStrain", "ComputeAxisymmetric1DIncrementalStrain")
DIMENSIONS = {"XYZ": (1, 2, 3), "RZ": (2,), "RSPHERICAL": (1,)}

# Objects that take no complex numbers: compared with central differences.
FINITE_DIFFERENCES = {
    ("RankTwoInvariant", invariant): "eigenvalues in space use atan2, which has no complex values"
    for invariant in ("MaxPrincipal", "MidPrincipal", "MinPrincipal", "MaxShear", "StressIntensity")
}
NOT_BUILT: dict[str, str] = {
    "ComputeMultiPlasticityStress": "needs user objects; see tests/mechanics/plasticity",
    "GBAnisotropy": "reads a file; see its own test",
    "IdealGasFreeEnergy": "has logarithms of c; see its own test",
    "VanDerWaalsFreeEnergy": "has powers of T; see its own test",
    "RegularSolutionFreeEnergy": "has logarithms of c and 1 - c; see its own test",
}
# Objects that take isotropic stiffnesses only; the others see both kinds.
ISOTROPIC = {"ComputeJ2PlasticStress", "IsotropicPlasticityStressUpdate", "PowerLawCreepStressUpdate",
             "TemperatureDependentHardeningStressUpdate"}
# Switches that an object refuses to change alone, and why.
ONE_WAY = {"fill_method": "each needs its own number of constants",
           "incremental": "only checks what the strain material provides"}


# -- parameters from their declaration -----------------------------------------------------------------
def _guess(param, rng, others: Iterator[str]) -> str | None:
    """A deck text for a parameter; None to leave it out."""
    kind, default = param.kind, param.default
    if kind is VARIABLE:
        return "u"
    if kind is COUPLED:
        return next(others)
    if kind in (COUPLEDS, VARIABLES) and param.name != "displacements":
        return " ".join(FIELDS) if param.required or param.name == "v" else None
    if kind is PROPERTIES and param.required:
        return " ".join(f"{param.name}_{f}" for f in FIELDS)
    if kind in (PROPERTY, TENSOR_PROPERTY, VECTOR_PROPERTY):
        return default if isinstance(default, str) else param.name
    if kind is FUNCTION:
        return "wave"
    if kind is POSTPROCESSOR:
        return "1.3"
    if kind is REAL and (param.required or default is not None):
        return repr(next(a for a in (round(rng.uniform(0.1, 0.9), 3), 0.05, -0.1, 2.0) if _fits(param, a)))
    if kind is POINT and param.required:
        return f"{zlib.crc32(param.name.encode()) % 1000 / 1000} 0.2 -0.3"
    if kind is INTEGER and param.required:
        return str(next(a for a in (0, 1, 2) if _fits(param, a)))
    if param.name == "displacements":
        return "displacements"
    if param.required and kind is USER_OBJECT:
        return param.name
    if param.required and kind is NAME:
        return f"the_{param.name}"
    return None


def _coordinates(cls) -> str:
    """The coordinate system that an object is for."""
    return getattr(cls, "coord_type", "XYZ")


def _dimensions(cls) -> tuple[int, ...]:
    """The dimensions of meshes that an object is for."""
    return (1,) if cls.__name__ in LINES else DIMENSIONS[_coordinates(cls)]


def _fits(param, number) -> bool:
    return not param.range or bool(parse_expression(param.range).evaluate({param.name: number}))


def _switches(param) -> list[str]:
    """All values of a choice or a switch."""
    if param.kind.name.startswith("one of: "):
        return param.kind.name.removeprefix("one of: ").split(", ")
    return ["true", "false"] if param.kind.name == "true or false" else []


def variants(cls, dim: int) -> Iterator[tuple[str, object]]:
    """The object with defaults, and with each other value of each of its choices and switches."""
    rng = np.random.default_rng(zlib.crc32(cls.__name__.encode()))
    params = declared(cls)
    others = itertools.cycle("vwu")
    texts = {name: _guess(p, rng, others) for name, p in params.items() if name not in ("block", "boundary")}
    given = {name: text for name, text in texts.items() if text is not None}
    given.update(SPECIAL.get(cls.__name__, {}))
    if "displacements" in given:
        given["displacements"] = " ".join(FIELDS[: min(dim, DISPLACEMENTS.get(cls.__name__, 3))])
    if issubclass(cls, IntegratedBC):
        given["boundary"] = "left"
    given.update({n: _switches(p)[0] for n, p in params.items() if p.required and _switches(p)})
    yield "", _make(cls, given)
    for changes in MORE.get(cls.__name__, []):
        yield str(changes), _make(cls, {**given, **changes})
    for name, param in params.items():
        for word in _switches(param) if name not in ONE_WAY else ():
            try:
                thing = _make(cls, {**given, name: word})
            except DeckError as error:  # a switch that exists for MOOSE's decks only
                if "true is not supported" not in str(error):
                    raise
            else:
                yield word, thing


def _make(cls, given: dict[str, str | None]):
    lines = "".join(f"  {name} = '{text}'\n" for name, text in given.items() if text is not None)
    node = parse(f"[{cls.__name__}]\n{lines}[]\n").children[cls.__name__]
    values, errors = validate(node, declared(cls).values())
    assert not errors, [e.render() for e in errors]
    return cls(cls.__name__, values)


# -- random states -----------------------------------------------------------------------------------
def _shapes() -> dict[str, str]:
    """Property -> shape, as all materials declare what they provide and all objects what they need."""
    found = {"plasticity:inelastic_strain": "tensor", "matrix_elasticity_tensor": "stiffness",
             "inclusion_elasticity_tensor": "stiffness", "first_eigenstrain": "tensor",
             "second_eigenstrain": "tensor"}
    for cls in CLASSES.values():
        for name, param in declared(cls).items():
            if param.kind in (TENSOR_PROPERTY, VECTOR_PROPERTY):
                given = param.default if isinstance(param.default, str) else name
                found[SPECIAL.get(cls.__name__, {}).get(name, given)] = param.kind.shape
        if issubclass(cls, Material) and cls.__name__ not in NOT_BUILT:
            dim = _dimensions(cls)[-1]
            with contextlib.suppress(AssertionError, DeckError):  # test_partials tells
                for _, material in variants(cls, dim):
                    found.update({n: s for n, s in material.provides().items() if not n.startswith("the_")})
    return found


SHAPES = _shapes()
CENTRE = {"poissons_ratio": 0.2, "yield_stress": 9.0}
"""Middle of the values of a property; 1.5 for the others."""
RANGES = {1: (0.15, 0.85), 2: (-0.4, 1.4)}
"""Seed -> range of the fields: between two phases, and beyond, where functions are clipped."""


class World:
    """Fields, properties, states and functions at 2 x 3 random points."""

    def __init__(self, dim: int, seed: int, isotropic: bool = False):
        low, high = RANGES[seed]
        self.anisotropic = seed == 2 and not isotropic
        rng = np.random.default_rng(seed)
        self.dim, self.seed = dim, seed

        def some(low, high):
            return rng.uniform(low, high, (2, 3))

        def vector(n=dim):
            return tuple(some(-1, 1) for _ in range(n))

        self.fields = {
            name: {"value": some(low, high), "grad": vector(), "dot": some(-1, 1), "dotdot": some(-1, 1),
                   "dot_old": some(-1, 1), "laplacian": some(-1, 1),
                   "old": some(0.1, 0.9), "grad_old": vector()}
            for name in FIELDS
        }
        seeds = VoronoiGrains.__new__(VoronoiGrains)
        seeds.seeds = ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.3, 1.0, 0.2))
        self.options = {
            "dim": dim, "rate": 7.0, "dt": 0.5, "t": 0.3, "x": some(0, 1), "y": some(0, 1), "z": some(0, 1),
            "displacements": FIELDS[:dim], "normal": vector(3), "cell_size": some(0.1, 0.5),
            "user_objects": {"grains": seeds},
            "functions": {"wave": lambda x, y, z, t: sin(x + 2 * y - z) + t + 2, "pp": 1.7},
        }

    def property(self, name: str):
        """A random polynomial of values and gradients of the fields, of the property's shape."""
        rng = np.random.default_rng(zlib.crc32(name.encode()) + self.seed)
        centre = CENTRE.get(name, 1.5)

        def scalar(q, middle, coefficients):
            a, b, c, d = (0.2 * float(k) for k in coefficients)
            u, v, w = (q.value(f) for f in FIELDS)
            return middle + 0.3 * middle * (a * u + b * v * w + c * u * u) + 0.1 * d * q.grad("w")[0]

        draw = [rng.uniform(-1, 1, 4) for _ in range(21)]

        def tensor(q):
            diagonal = [scalar(q, 0.7 * k, draw[k]) for k in (-1, 1, 2)]
            off = [scalar(q, 0.4, draw[3 + k]) if k in ((), (2,), (0, 1, 2))[self.dim - 1] else 0.0
                   for k in range(3)]
            return Tensor.symmetric(*diagonal, *off)

        def entry(q, i, j):
            """Entry of the stiffness of a material that is symmetric about the x-y plane."""
            if (i in (3, 4)) != (j in (3, 4)):
                return 0.0
            return scalar(q, 4.0 if i == j else 0.5, draw[i + j])

        def make(q):
            shape = SHAPES.get(name.removesuffix(" old").removesuffix(" (older)"), "scalar")
            if shape == "vector":
                return Vector(*(scalar(q, 1.0, draw[k]) for k in range(self.dim)))
            if shape == "tensor":
                return tensor(q)
            if shape == "stiffness" and self.anisotropic:
                return AnisotropicStiffness([[entry(q, i, j) for j in range(6)] for i in range(6)])
            if shape == "stiffness":
                return IsotropicStiffness(scalar(q, 3.0, draw[0]), scalar(q, 2.0, draw[1]))
            return scalar(q, centre, draw[0])

        return make

    def state(self, material) -> dict:
        """A random committed state of a material; strains are symmetric."""
        rng = np.random.default_rng(self.seed)
        found = {}
        for name, initial in material.state().items():
            a, b, c, d = rng.uniform(-0.5, 0.5, (4, 2, 3))
            is_tensor = isinstance(initial, Tensor)
            found[name] = Tensor.symmetric(a, b, c, xy=d if self.dim > 1 else 0.0) if is_tensor else abs(a)
        return found

    def complete(self, evaluate, states: dict) -> dict:
        """Options of `SamplePoints` with every property that `evaluate` asks for."""
        options = {**self.options, "states": states, "properties": {}, "properties_old": {}}
        while True:
            try:
                evaluate(SamplePoints(self.fields, **options))
                return options
            except KeyError as missing:
                name = missing.args[0]
                if name not in options["properties"]:
                    options["properties"][name] = self.property(name)
                    continue
                assert name not in options["properties_old"], name
                old = self.property(name + " old")
                options["properties_old"][name] = old(SamplePoints(self.fields, dual=False, **self.options))


# -- the check ---------------------------------------------------------------------------------------
def _parts(thing) -> dict[str, object]:
    """What an object computes: name -> function of points."""
    if not isinstance(thing, Material):
        curvature = getattr(thing, "curvature", lambda q: None)
        return {"value": thing.value, "flux": thing.flux, "curvature": curvature}
    return {name: lambda q, name=name: _flat(thing.properties(q)[name]) for name in thing.provides()}


def _flat(a):
    if isinstance(a, (IsotropicStiffness, AnisotropicStiffness)):
        return [a.component(i, j) for i in range(6) for j in range(6)]
    return a


def check(thing, dim: int, seed: int, analytic: bool = True) -> float:
    """Largest relative error of the partials of one object; its plain values must be those of its duals."""
    world = World(dim, seed, type(thing).__name__ in ISOTROPIC)
    world.options["coord_type"] = _coordinates(type(thing))
    states = world.state(thing) if isinstance(thing, Material) else {}
    worst, seen = 0.0, 0
    for evaluate in _parts(thing).values():
        options = world.complete(evaluate, states)
        dual = evaluate(SamplePoints(world.fields, **options))
        plain = evaluate(SamplePoints(world.fields, dual=False, **options))
        if dual is None:
            assert plain is None
            continue
        seen += 1
        for a, b in zip(components(dual), components(plain), strict=True):
            np.testing.assert_allclose(value(a), b, rtol=1e-14, atol=1e-14)
        how = {} if analytic else {"analytic": False, "step": 1e-5}
        worst = float(np.maximum(worst, partial_errors(evaluate, world.fields, **how, **options)))
    assert seen, "computes nothing"
    return worst


@pytest.mark.parametrize("dim", [1, 2, 3])
@pytest.mark.parametrize("name", sorted(CLASSES))
def test_partials(name, dim):
    if name in NOT_BUILT:
        pytest.skip(NOT_BUILT[name])
    if dim not in _dimensions(CLASSES[name]):
        pytest.skip(f"is for {_coordinates(CLASSES[name])} coordinates")
    for word, thing in variants(CLASSES[name], dim):
        analytic = (name, getattr(thing.p, "invariant", "") if "invariant" in declared(CLASSES[name]) else "")
        analytic = analytic not in FINITE_DIFFERENCES
        for seed in RANGES:
            error = check(thing, dim, seed, analytic)
            assert error < (1e-12 if analytic else 1e-7), f"{name} {word}: {error:.2e}"


class _Wrong(Kernel):
    """u^2 with the derivative u instead of 2 u."""

    def value(self, q):
        u = q.value("u")
        return Dual(u.v * u.v, {k: p * u.v for k, p in u.d.items()}) if isinstance(u, Dual) else u * u


class _Forgotten(Kernel):
    """u v without the derivative by v."""

    def value(self, q):
        return q.value("u") * value(q.value("v"))


class _ForgottenInProperty(Kernel):
    """k grad u without the derivative of k."""

    def flux(self, q):
        return q.grad("u") * value(q.property("k"))


class _NotANumber(Kernel):
    """u with a derivative that is not a number."""

    def value(self, q):
        u = q.value("u")
        return Dual(u.v, {k: p * u.v * np.nan for k, p in u.d.items()}) if isinstance(u, Dual) else u


@pytest.mark.parametrize("cls", [_Wrong, _Forgotten, _ForgottenInProperty, _NotANumber])
def test_wrong_partials_are_found(cls):
    assert not check(cls("wrong", SimpleNamespace()), 2, 1) <= 1e-3


@pytest.mark.parametrize("dim", [1, 2, 3])
def test_random_states_are_elastic_and_plastic(dim):
    """Both branches of the return to the yield surface are among the points."""
    _, thing = next(variants(CLASSES["ComputeJ2PlasticStress"], dim))
    flows = []
    for seed in RANGES:
        world = World(dim, seed, isotropic=True)
        states = world.state(thing)
        options = world.complete(lambda q: thing.properties(q)["stress"], states)
        slip = thing.properties(SamplePoints(world.fields, dual=False, **options))["effective_plastic_strain"]
        flows.append(slip > states["effective_plastic_strain"])
    assert np.any(flows) and not np.all(flows)


def test_every_plugin_is_loaded():
    assert not load_plugins().quarantine
    assert set(SPECIAL) | set(NOT_BUILT) <= set(CLASSES)
    assert len(CLASSES) > 70
