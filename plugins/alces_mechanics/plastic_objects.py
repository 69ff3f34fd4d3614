"""What multi-surface plasticity adds to the plugin."""

from __future__ import annotations

from alces_mechanics.aux.material_std_vector_aux import MaterialStdVectorAux
from alces_mechanics.materials.compute_multi_plasticity_stress import ComputeMultiPlasticityStress
from alces_mechanics.userobjects.tensor_mechanics_hardening_constant import TensorMechanicsHardeningConstant
from alces_mechanics.userobjects.tensor_mechanics_hardening_cubic import TensorMechanicsHardeningCubic
from alces_mechanics.userobjects.tensor_mechanics_hardening_exponential import (
    TensorMechanicsHardeningExponential,
)
from alces_mechanics.userobjects.tensor_mechanics_hardening_gaussian import TensorMechanicsHardeningGaussian
from alces_mechanics.userobjects.tensor_mechanics_hardening_power_rule import (
    TensorMechanicsHardeningPowerRule,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_drucker_prager import (
    TensorMechanicsPlasticDruckerPrager,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_drucker_prager_hyperbolic import (
    TensorMechanicsPlasticDruckerPragerHyperbolic,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_isotropic_sd import (
    TensorMechanicsPlasticIsotropicSD,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_j2 import TensorMechanicsPlasticJ2
from alces_mechanics.userobjects.tensor_mechanics_plastic_mean_cap import TensorMechanicsPlasticMeanCap
from alces_mechanics.userobjects.tensor_mechanics_plastic_mohr_coulomb import (
    TensorMechanicsPlasticMohrCoulomb,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_simple_tester import (
    TensorMechanicsPlasticSimpleTester,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_tensile import TensorMechanicsPlasticTensile
from alces_mechanics.userobjects.tensor_mechanics_plastic_weak_plane_shear import (
    TensorMechanicsPlasticWeakPlaneShear,
)
from alces_mechanics.userobjects.tensor_mechanics_plastic_weak_plane_tensile import (
    TensorMechanicsPlasticWeakPlaneTensile,
)

MODELS: list[type] = [
    TensorMechanicsHardeningConstant,
    TensorMechanicsHardeningCubic,
    TensorMechanicsHardeningExponential,
    TensorMechanicsHardeningGaussian,
    TensorMechanicsHardeningPowerRule,
    TensorMechanicsPlasticDruckerPrager,
    TensorMechanicsPlasticDruckerPragerHyperbolic,
    TensorMechanicsPlasticIsotropicSD,
    TensorMechanicsPlasticJ2,
    TensorMechanicsPlasticMeanCap,
    TensorMechanicsPlasticMohrCoulomb,
    TensorMechanicsPlasticSimpleTester,
    TensorMechanicsPlasticTensile,
    TensorMechanicsPlasticWeakPlaneShear,
    TensorMechanicsPlasticWeakPlaneTensile,
]
OBJECTS: list[type] = [ComputeMultiPlasticityStress, MaterialStdVectorAux, *MODELS]
ALIASES = {cls.__name__.replace("Tensor", "Solid", 1): cls.__name__ for cls in MODELS}
"""MOOSE's newer names, as SolidMechanicsPlasticJ2, -> the names here."""
