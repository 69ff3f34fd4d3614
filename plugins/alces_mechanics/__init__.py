"""Mechanics: strains, elasticity, eigenstrains, J2 plasticity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alces.registry import hookimpl


@hookimpl
def alces_objects() -> Iterable[type]:
    """Everything that this plugin adds."""
    from alces_mechanics.actions.dynamic_action import DynamicAction
    from alces_mechanics.actions.dynamic_stress_divergence_action import DynamicStressDivergenceAction
    from alces_mechanics.actions.pressure_action import PressureAction
    from alces_mechanics.actions.quasi_static_action import QuasiStaticAction
    from alces_mechanics.actions.stress_divergence_action import StressDivergenceAction
    from alces_mechanics.aux.cylindrical_rank_two_aux import CylindricalRankTwoAux
    from alces_mechanics.aux.elastic_energy_aux import ElasticEnergyAux
    from alces_mechanics.aux.newmark_accel_aux import NewmarkAccelAux
    from alces_mechanics.aux.newmark_vel_aux import NewmarkVelAux
    from alces_mechanics.aux.radial_displacement_cylinder_aux import RadialDisplacementCylinderAux
    from alces_mechanics.aux.radial_displacement_sphere_aux import RadialDisplacementSphereAux
    from alces_mechanics.aux.rank_four_aux import RankFourAux
    from alces_mechanics.aux.rank_two_aux import RankTwoAux
    from alces_mechanics.aux.rank_two_scalar_aux import RankTwoScalarAux
    from alces_mechanics.aux.test_newmark_ti import TestNewmarkTI
    from alces_mechanics.bcs.displacement_about_axis import DisplacementAboutAxis
    from alces_mechanics.bcs.preset_acceleration import PresetAcceleration
    from alces_mechanics.bcs.preset_displacement import PresetDisplacement
    from alces_mechanics.bcs.preset_velocity import PresetVelocity
    from alces_mechanics.bcs.pressure import Pressure
    from alces_mechanics.kernels.dynamic_stress_divergence_tensors import DynamicStressDivergenceTensors
    from alces_mechanics.kernels.gravity import Gravity
    from alces_mechanics.kernels.inertial_force import InertialForce
    from alces_mechanics.kernels.stress_divergence_r_spherical_tensors import (
        StressDivergenceRSphericalTensors,
    )
    from alces_mechanics.kernels.stress_divergence_rz_tensors import StressDivergenceRZTensors
    from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors
    from alces_mechanics.kernels.weak_plane_stress import WeakPlaneStress
    from alces_mechanics.materials.composite_eigenstrain import CompositeEigenstrain
    from alces_mechanics.materials.composite_elasticity_tensor import CompositeElasticityTensor
    from alces_mechanics.materials.compute_axisymmetric_1d_incremental_strain import (
        ComputeAxisymmetric1DIncrementalStrain,
    )
    from alces_mechanics.materials.compute_axisymmetric_1d_small_strain import (
        ComputeAxisymmetric1DSmallStrain,
    )
    from alces_mechanics.materials.compute_axisymmetric_rz_incremental_strain import (
        ComputeAxisymmetricRZIncrementalStrain,
    )
    from alces_mechanics.materials.compute_axisymmetric_rz_small_strain import (
        ComputeAxisymmetricRZSmallStrain,
    )
    from alces_mechanics.materials.compute_dilatation_thermal_expansion_function_eigenstrain import (
        ComputeDilatationThermalExpansionFunctionEigenstrain,
    )
    from alces_mechanics.materials.compute_eigenstrain import ComputeEigenstrain
    from alces_mechanics.materials.compute_eigenstrain_from_initial_stress import (
        ComputeEigenstrainFromInitialStress,
    )
    from alces_mechanics.materials.compute_elasticity_tensor import ComputeElasticityTensor
    from alces_mechanics.materials.compute_extra_stress_constant import ComputeExtraStressConstant
    from alces_mechanics.materials.compute_finite_strain_elastic_stress import (
        ComputeFiniteStrainElasticStress,
    )
    from alces_mechanics.materials.compute_incremental_small_strain import ComputeIncrementalSmallStrain
    from alces_mechanics.materials.compute_instantaneous_thermal_expansion_function_eigenstrain import (
        ComputeInstantaneousThermalExpansionFunctionEigenstrain,
    )
    from alces_mechanics.materials.compute_interface_stress import ComputeInterfaceStress
    from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
    from alces_mechanics.materials.compute_j2_plastic_stress import ComputeJ2PlasticStress
    from alces_mechanics.materials.compute_linear_elastic_stress import ComputeLinearElasticStress
    from alces_mechanics.materials.compute_mean_thermal_expansion_function_eigenstrain import (
        ComputeMeanThermalExpansionFunctionEigenstrain,
    )
    from alces_mechanics.materials.compute_multiple_inelastic_stress import ComputeMultipleInelasticStress
    from alces_mechanics.materials.compute_plane_incremental_strain import ComputePlaneIncrementalStrain
    from alces_mechanics.materials.compute_plane_small_strain import ComputePlaneSmallStrain
    from alces_mechanics.materials.compute_plane_stress_small_strain import ComputePlaneStressSmallStrain
    from alces_mechanics.materials.compute_r_spherical_incremental_strain import (
        ComputeRSphericalIncrementalStrain,
    )
    from alces_mechanics.materials.compute_r_spherical_small_strain import ComputeRSphericalSmallStrain
    from alces_mechanics.materials.compute_reduced_order_eigenstrain import ComputeReducedOrderEigenstrain
    from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
    from alces_mechanics.materials.compute_strain_increment_based_stress import (
        ComputeStrainIncrementBasedStress,
    )
    from alces_mechanics.materials.compute_thermal_expansion_eigenstrain import (
        ComputeThermalExpansionEigenstrain,
    )
    from alces_mechanics.materials.compute_variable_isotropic_elasticity_tensor import (
        ComputeVariableIsotropicElasticityTensor,
    )
    from alces_mechanics.materials.compute_volumetric_eigenstrain import ComputeVolumetricEigenstrain
    from alces_mechanics.materials.isotropic_plasticity_stress_update import IsotropicPlasticityStressUpdate
    from alces_mechanics.materials.power_law_creep_stress_update import PowerLawCreepStressUpdate
    from alces_mechanics.materials.rank_two_cartesian_component import RankTwoCartesianComponent
    from alces_mechanics.materials.rank_two_cylindrical_component import RankTwoCylindricalComponent
    from alces_mechanics.materials.rank_two_invariant import RankTwoInvariant
    from alces_mechanics.materials.rank_two_spherical_component import RankTwoSphericalComponent
    from alces_mechanics.materials.strain_energy_density import StrainEnergyDensity
    from alces_mechanics.materials.temperature_dependent_hardening_stress_update import (
        TemperatureDependentHardeningStressUpdate,
    )
    from alces_mechanics.plastic_objects import OBJECTS as PLASTIC_OBJECTS
    from alces_mechanics.postprocessors.material_tensor_average import MaterialTensorAverage
    from alces_mechanics.postprocessors.material_tensor_integral import MaterialTensorIntegral
    from alces_mechanics.postprocessors.material_time_step_postprocessor import MaterialTimeStepPostprocessor
    from alces_mechanics.postprocessors.normal_boundary_displacement import (
        NormalBoundaryDisplacement,
    )

    return [
        CylindricalRankTwoAux,
        RadialDisplacementCylinderAux,
        RadialDisplacementSphereAux,
        RankFourAux,
        DisplacementAboutAxis,
        PresetAcceleration,
        PresetDisplacement,
        PresetVelocity,
        CompositeEigenstrain,
        CompositeElasticityTensor,
        ComputeFiniteStrainElasticStress,
        ComputeVolumetricEigenstrain,
        ComputeEigenstrainFromInitialStress,
        ComputeExtraStressConstant,
        ComputeInterfaceStress,
        ComputeReducedOrderEigenstrain,
        StrainEnergyDensity,
        TemperatureDependentHardeningStressUpdate,
        MaterialTimeStepPostprocessor,
        *PLASTIC_OBJECTS,
        PowerLawCreepStressUpdate,
        DynamicAction,
        InertialForce,
        DynamicStressDivergenceTensors,
        NewmarkAccelAux,
        NewmarkVelAux,
        TestNewmarkTI,
        DynamicStressDivergenceAction,
        ComputeAxisymmetric1DIncrementalStrain,
        ComputeAxisymmetric1DSmallStrain,
        ComputeAxisymmetricRZSmallStrain,
        ComputeAxisymmetricRZIncrementalStrain,
        ComputeRSphericalSmallStrain,
        ComputeRSphericalIncrementalStrain,
        RankTwoSphericalComponent,
        RankTwoCylindricalComponent,
        StressDivergenceRZTensors,
        StressDivergenceRSphericalTensors,
        ComputeDilatationThermalExpansionFunctionEigenstrain,
        ComputeMeanThermalExpansionFunctionEigenstrain,
        ComputeInstantaneousThermalExpansionFunctionEigenstrain,
        NormalBoundaryDisplacement,
        ComputeEigenstrain,
        ComputeElasticityTensor,
        ComputeIncrementalSmallStrain,
        ComputeIsotropicElasticityTensor,
        ComputeJ2PlasticStress,
        ComputeLinearElasticStress,
        ComputeMultipleInelasticStress,
        ComputePlaneIncrementalStrain,
        ComputePlaneSmallStrain,
        ComputePlaneStressSmallStrain,
        ComputeSmallStrain,
        ComputeStrainIncrementBasedStress,
        ComputeThermalExpansionEigenstrain,
        ComputeVariableIsotropicElasticityTensor,
        ElasticEnergyAux,
        Gravity,
        IsotropicPlasticityStressUpdate,
        MaterialTensorAverage,
        MaterialTensorIntegral,
        Pressure,
        PressureAction,
        QuasiStaticAction,
        RankTwoAux,
        RankTwoCartesianComponent,
        RankTwoInvariant,
        RankTwoScalarAux,
        StressDivergenceAction,
        WeakPlaneStress,
        StressDivergenceTensors,
    ]


@hookimpl
def alces_aliases() -> Mapping[str, str]:
    """Newer names of the same objects."""
    from alces_mechanics.plastic_objects import ALIASES

    return ALIASES
