"""Models of plasticity by short names, and solids made of them."""

from __future__ import annotations

from typing import Any

import pytest
from alces.physics.testing import make
from alces_mechanics.materials.compute_incremental_small_strain import ComputeIncrementalSmallStrain
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_multi_plasticity_stress import ComputeMultiPlasticityStress
from alces_mechanics.plastic_objects import OBJECTS

_CLASSES = {c.__name__.removeprefix("TensorMechanics"): c for c in OBJECTS}
YOUNG, NU = 1e4, 0.25


@pytest.fixture
def model():
    """``model("PlasticJ2", yield_strength="Y")``: with small tolerances."""

    def made(kind: str, **parameters: Any) -> Any:
        if kind.startswith("Plastic"):
            tolerances = {"yield_function_tolerance": 1e-9, "internal_constraint_tolerance": 1e-9}
            parameters = {**tolerances, **parameters}
        return make(_CLASSES[kind], **parameters)

    return made


@pytest.fixture
def constant(model):
    """``constant(3)``: a hardening law that is none."""
    return lambda number: model("HardeningConstant", value=number)


@pytest.fixture
def solid(path):
    """``solid("a b", {"a": ..., "b": ..., ...})``: a strain path of a material with these models."""

    def made(plastic_models: str, user_objects: dict[str, Any], dim: int = 3, **parameters: Any) -> Any:
        displacements = " ".join(("disp_x", "disp_y", "disp_z")[:dim])
        return path(
            make(ComputeIsotropicElasticityTensor, youngs_modulus=YOUNG, poissons_ratio=NU),
            make(ComputeIncrementalSmallStrain, displacements=displacements),
            make(
                ComputeMultiPlasticityStress,
                plastic_models=plastic_models,
                **{"ep_plastic_tolerance": 1e-10, **parameters},
            ),
            dim=dim,
            user_objects=user_objects,
        )

    return made
