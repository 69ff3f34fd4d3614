"""Conduction of heat and what drives it."""
from __future__ import annotations

from alces.registry import hookimpl

from alces_heat.bcs.convective_flux_function import ConvectiveFluxFunction
from alces_heat.bcs.convective_heat_flux_bc import ConvectiveHeatFluxBC
from alces_heat.bcs.coupled_convective_heat_flux_bc import CoupledConvectiveHeatFluxBC
from alces_heat.bcs.infinite_cylinder_radiative_bc import InfiniteCylinderRadiativeBC
from alces_heat.kernels.aniso_heat_conduction import AnisoHeatConduction
from alces_heat.kernels.aniso_homogenized_heat_conduction import AnisoHomogenizedHeatConduction
from alces_heat.kernels.heat_conduction import HeatConduction
from alces_heat.kernels.heat_conduction_time_derivative import HeatConductionTimeDerivative
from alces_heat.kernels.heat_source import HeatSource
from alces_heat.kernels.homogenized_heat_conduction import HomogenizedHeatConduction
from alces_heat.kernels.joule_heating_source import JouleHeatingSource
from alces_heat.kernels.mat_heat_source import MatHeatSource
from alces_heat.materials.aniso_heat_conduction_material import AnisoHeatConductionMaterial
from alces_heat.materials.electrical_conductivity import ElectricalConductivity
from alces_heat.materials.heat_conduction_material import HeatConductionMaterial
from alces_heat.postprocessors.axisymmetric_centerline_average_value import (
    AxisymmetricCenterlineAverageValue,
)
from alces_heat.postprocessors.convective_heat_transfer_side_integral import (
    ConvectiveHeatTransferSideIntegral,
)
from alces_heat.postprocessors.homogenized_thermal_conductivity import HomogenizedThermalConductivity

OBJECTS: list[type] = [
    AnisoHeatConduction, AnisoHeatConductionMaterial, AnisoHomogenizedHeatConduction,
    AxisymmetricCenterlineAverageValue, HomogenizedHeatConduction, HomogenizedThermalConductivity,
    ConvectiveFluxFunction, ConvectiveHeatFluxBC, ConvectiveHeatTransferSideIntegral,
    CoupledConvectiveHeatFluxBC, ElectricalConductivity, HeatConduction, HeatConductionMaterial,
    HeatConductionTimeDerivative, HeatSource, InfiniteCylinderRadiativeBC, JouleHeatingSource, MatHeatSource,
]

__all__ = [
    "AnisoHeatConduction", "AnisoHeatConductionMaterial", "AnisoHomogenizedHeatConduction",
    "AxisymmetricCenterlineAverageValue",
    "ConvectiveFluxFunction", "ConvectiveHeatFluxBC", "ConvectiveHeatTransferSideIntegral",
    "CoupledConvectiveHeatFluxBC", "ElectricalConductivity", "HeatConduction", "HeatConductionMaterial",
    "HeatConductionTimeDerivative", "HeatSource", "HomogenizedHeatConduction",
    "HomogenizedThermalConductivity", "InfiniteCylinderRadiativeBC", "JouleHeatingSource", "MatHeatSource",
]


@hookimpl
def alces_objects() -> list[type]:
    """All classes of this plugin."""
    return OBJECTS
