"""The words of `generate_output`: which tensor each belongs to and what is taken of it."""

from __future__ import annotations

from dataclasses import dataclass

_TENSORS = {
    "stress": "stress",
    "strain": "total_strain",
    "mechanical_strain": "mechanical_strain",
    "elastic_strain": "elastic_strain",
    "plastic_strain": "plastic_strain",
    "creep_strain": "creep_strain",
}
_AXES = "xyz"
_STRESS_SCALARS = {
    "vonmises_stress": "VonMisesStress",
    "hydrostatic_stress": "Hydrostatic",
    "max_principal_stress": "MaxPrincipal",
    "mid_principal_stress": "MidPrincipal",
    "min_principal_stress": "MinPrincipal",
    "firstinv_stress": "FirstInvariant",
    "secondinv_stress": "SecondInvariant",
    "thirdinv_stress": "ThirdInvariant",
    "triaxiality_stress": "TriaxialityStress",
    "maxshear_stress": "MaxShear",
    "intensity_stress": "StressIntensity",
    "l2norm_stress": "L2norm",
}
_STRAIN_SCALARS = {
    "max_principal_strain": "MaxPrincipal",
    "mid_principal_strain": "MidPrincipal",
    "min_principal_strain": "MinPrincipal",
    "firstinv_strain": "FirstInvariant",
    "secondinv_strain": "SecondInvariant",
    "thirdinv_strain": "ThirdInvariant",
    "volumetric_strain": "VolumetricStrain",
    "effective_strain": "EffectiveStrain",
    "l2norm_strain": "L2norm",
}


@dataclass(frozen=True)
class Output:
    """What one word stands for: an invariant (`scalar` given), a component along the radius from a centre
    or across it (`spherical`), about an axis (`cylindrical`), or the component `index` of the tensor."""

    tensor: str
    scalar: str = ""
    index: tuple[int, int] = (0, 0)
    spherical: str = ""
    cylindrical: str = ""


OUTPUTS: dict[str, Output] = {
    **{
        f"{word}_{a}{b}": Output(tensor, index=(i, j))
        for word, tensor in _TENSORS.items()
        for i, a in enumerate(_AXES)
        for j, b in enumerate(_AXES)
    },
    **{word: Output("stress", scalar) for word, scalar in _STRESS_SCALARS.items()},
    **{word: Output("total_strain", scalar) for word, scalar in _STRAIN_SCALARS.items()},
    **{
        f"spherical_{word}_{end}": Output(tensor, spherical=component)
        for end, tensor in (("stress", "stress"), ("strain", "total_strain"))
        for word, component in (("hoop", "HoopStress"), ("radial", "RadialStress"))
    },
    **{
        f"{word}_{end}": Output(tensor, cylindrical=component)
        for end, tensor in (("stress", "stress"), ("strain", "total_strain"))
        for word, component in (("axial", "AxialStress"), ("hoop", "HoopStress"), ("radial", "RadialStress"))
    },
    "effective_plastic_strain": Output("plastic_strain", "EffectivePlasticStrain"),
    "effective_creep_strain": Output("creep_strain", "EffectiveStrain"),
    **{
        f"l2norm_{tensor}": Output(tensor, "L2norm")
        for tensor in ("mechanical_strain", "elastic_strain", "plastic_strain", "creep_strain")
    },
}
"""Word -> what it stands for."""
