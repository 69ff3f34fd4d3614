"""The tangent against complex step: derivatives of everything that the material provides."""

from __future__ import annotations

import numpy
import pytest
from alces.ad import Tensor, value
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.elasticity import AnisotropicStiffness, IsotropicStiffness
from alces_mechanics.materials.compute_incremental_small_strain import ComputeIncrementalSmallStrain
from alces_mechanics.materials.compute_multi_plasticity_stress import ComputeMultiPlasticityStress

MODELS = {
    "j2 cap floor": {},
    "mc": {},
    "tensile": {},
    "hyperbolic": {},
    "sd": {},
    "slide open cap": {"transverse_direction": "1 2 -2"},
    "steep": {"max_NR_iterations": 3, "min_stepsize": 1e-3},
}
SHAPE = (1, 6)


@pytest.fixture
def user_objects(model, constant):
    angles = {"dilation_angle": "psi", "friction_angle": "phi"}
    return {
        "Y": model("HardeningExponential", value_0=9, value_residual=4, rate=90),
        "S": model("HardeningCubic", value_0=7, value_residual=9, internal_limit=0.01),
        "phi": model("HardeningGaussian", value_0=0.3, value_residual=0.35, rate=1e3),
        "psi": constant(0.1),
        "far": constant(99),
        "j2": model("PlasticJ2", yield_strength="Y"),
        "R": model("HardeningExponential", value_0=5, value_residual=15, rate=700),
        "steep": model("PlasticJ2", yield_strength="R"),
        "cap": model("PlasticMeanCap", strength="S"),
        "floor": model("PlasticMeanCap", strength="far", a=-1),
        "mc": model("PlasticMohrCoulomb", cohesion="S", mc_tip_smoother=2, **angles),
        "tensile": model("PlasticTensile", tensile_strength="S", tensile_tip_smoother=1),
        "hyperbolic": model("PlasticDruckerPragerHyperbolic", mc_cohesion="S", smoother=1,
                            **{f"mc_{name}": law for name, law in angles.items()}),
        "sd": model("PlasticIsotropicSD", yield_strength="Y", b=0.02, c=1.2),
        "slide": model("PlasticWeakPlaneShear", cohesion="S", tan_friction_angle="phi", smoother=1,
                       tan_dilation_angle="psi"),
        "open": model("PlasticWeakPlaneTensile", tensile_strength="S"),
    }  # fmt: skip


def isotropic(q):
    return IsotropicStiffness(4e3 * (1 + 0.1 * q.value("T")), 4e3 - 300 * q.value("T") * q.value("T"))


def cubic(q):
    stiff = 9e3 * (1 + 0.1 * q.value("T"))
    return AnisotropicStiffness(
        [[(stiff if i < 3 else 2e3) if i == j else (3e3 if i < 3 and j < 3 else 0.0) for j in range(6)]
         for i in range(6)]
    )  # fmt: skip


def setting(make, user_objects, names, dim, stiffness, **parameters):
    """A material that has flowed before, at random points."""
    rng = numpy.random.default_rng(dim + len(names))

    def some(size):
        a = rng.uniform(-size, size, SHAPE)
        a[0, 0] *= 0.1  # remains elastic
        return a

    displacements = ("disp_x", "disp_y", "disp_z")[:dim]
    strain = make(ComputeIncrementalSmallStrain, displacements=" ".join(displacements))
    stress = make(ComputeMultiPlasticityStress, plastic_models=names, ep_plastic_tolerance=1e-9, **parameters)
    old = Tensor.symmetric(some(3), some(3), some(3), xy=some(2))
    states = {**strain.state(), **stress.state(), "stress": old}
    states.update({name: abs(some(2e-3)) for name in states if "internal_parameter" in name})
    fields = {
        u: {"grad": tuple(some(2e-3) for _ in range(dim)), "grad_old": (0.0,) * dim} for u in displacements
    }
    return stress, {
        "fields": {**fields, "T": {"value": some(1)}},
        "materials": (strain,), "states": states, "dim": dim, "user_objects": user_objects,
        "properties": {"elasticity_tensor": stiffness},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("names", "dim"), [(names, dim) for names in MODELS for dim in (2, 3) if (names, dim) != ("steep", 3)]
)
def test_partials(make, user_objects, names, dim):
    stiffness = cubic if names == "slide open cap" and dim == 3 else isotropic
    material, options = setting(make, user_objects, names, dim, stiffness, **MODELS[names])
    fields = options.pop("fields")
    provided = material.properties(SamplePoints(fields, dual=False, **options))
    assert set(provided) == set(material.provides())
    cut = provided["plastic_NR_iterations"].max() > MODELS[names].get("max_NR_iterations", 99)
    assert cut == (names == "steep")  # derivatives through cut steps too
    assert provided["plastic_NR_iterations"][0, 0] == 0.0 < provided["plastic_NR_iterations"].max()
    assert numpy.all(numpy.isfinite(provided["stress"][0, 0]))

    def smooth(q):
        """Everything but what is counted, about one in size."""
        p = material.properties(q)
        strains = [p[name] * 1e4 for name in ("elastic_strain", "plastic_strain")]
        internal = [a * 1e4 for a in p["plastic_internal_parameter"]]
        return [p["stress"], *p["plastic_yield_function"], *strains, *internal]

    assert partial_errors(smooth, fields, **options) < 1e-10


def test_values_do_not_depend_on_the_partials(make, user_objects):
    material, options = setting(make, user_objects, "j2 cap floor", 3, isotropic)
    with_, without = (material.properties(SamplePoints(**options, dual=d))["stress"] for d in (True, False))
    for i in range(3):
        numpy.testing.assert_allclose(value(with_[i, i]), without[i, i], rtol=1e-14, atol=1e-14)
