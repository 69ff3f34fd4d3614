"""The problems whose orders of convergence are measured."""

from __future__ import annotations

from manufactured.problem import Manufactured

_WAVE = {1: "sin(2*x + 1/2)", 2: "sin(2*x + 1/2)*cos(3*y/2)", 3: "sin(2*x + 1/2)*cos(3*y/2)*exp(z/2)"}
DIFFUSION = {dim: Manufactured("diffusion", {"u": wave}, ("Diffusion u", "Reaction u rate=2"))
             for dim, wave in _WAVE.items()}
PARABOLA = Manufactured("diffusion, u = y^2", {"u": "y^2"}, ("Diffusion u", "Reaction u rate=2"))

TRANSPORT = Manufactured(
    "transport",
    {"u": "cos(2*x + y) + t*sin(y)"},
    ("TimeDerivative u", "MatDiffusion u diffusivity=D", "ConservativeAdvection u velocity='1 0.5 0'",
     "AnisotropicDiffusion u tensor_coeff='1 0.5 0 0.2 2 0 0 0 1'", "Reaction u rate=0.5"),
    {"D": "1 + u^2/2"}, natural=("right", "top"),
)
_RADIAL = ("MatDiffusion u diffusivity=D", "Reaction u rate=2")
AXISYMMETRIC = Manufactured("diffusion, RZ", {"u": "cos(2*x)*sin(3*y/2 + 1/2)"}, _RADIAL,
                            {"D": "1 + u^2/2"}, coordinates="RZ", natural=("top",))
SPHERICAL = Manufactured("diffusion, RSPHERICAL", {"u": "cos(2*x)"}, _RADIAL,
                         {"D": "1 + u^2/2"}, coordinates="RSPHERICAL", natural=("right",))

# -- mechanics -------------------------------------------------------------------------------------
_ELASTIC = ("ComputeIsotropicElasticityTensor lambda=2 shear_modulus=1.5", "ComputeLinearElasticStress")


def _equilibrium(kind: str, n: int) -> tuple[str, ...]:
    return tuple(f"{kind} u{a} component={i}" for i, a in enumerate("xyz"[:n]))


ELASTICITY = {
    dim: Manufactured(
        "elasticity", fields, _equilibrium("StressDivergenceTensors", dim),
        materials=(*_ELASTIC, "ComputeSmallStrain"), displacements=tuple(fields), natural=("top",),
    )
    for dim, fields in {
        2: {"ux": "sin(2*x)*cos(y)", "uy": "cos(x + 3/10)*sin(3*y/2)"},
        3: {"ux": "sin(2*x)*cos(y)*(1 + z)", "uy": "cos(x + 3/10)*sin(3*y/2)", "uz": "sin(x*y)*exp(z/2)"},
    }.items()
}
NEARLY_INCOMPRESSIBLE = Manufactured(
    "nearly incompressible, B-bar",
    {"ux": "sin(2*x)*cos(y) + x^2*y/10000", "uy": "-2*cos(2*x)*sin(y)"},
    _equilibrium("StressDivergenceTensors", 2),
    materials=("ComputeIsotropicElasticityTensor lambda=10000 shear_modulus=1", "ComputeLinearElasticStress",
               "ComputeSmallStrain"),
    displacements=("ux", "uy"), options="volumetric_locking_correction = true",
)
ELASTICITY_RZ = Manufactured(
    "elasticity, RZ", {"ux": "sin(2*x)*cos(y)", "uy": "cos(x^2)*sin(3*y/2)"},
    _equilibrium("StressDivergenceRZTensors", 2), coordinates="RZ", natural=("right",),
    materials=(*_ELASTIC, "ComputeAxisymmetricRZSmallStrain"), displacements=("ux", "uy"),
)
ELASTICITY_SPHERE = Manufactured(
    "elasticity, RSPHERICAL", {"ux": "sin(2*x)"},
    _equilibrium("StressDivergenceRSphericalTensors", 1), coordinates="RSPHERICAL", natural=("right",),
    materials=(*_ELASTIC, "ComputeRSphericalSmallStrain"), displacements=("ux",),
)

# -- heat and electricity --------------------------------------------------------------------------
JOULE = Manufactured(
    "Joule heating",
    {"T": "1 + sin(2*x + y)/2 + t*cos(y)/4", "phi": "cos(x + 2*y) + x"},
    ("HeatConductionTimeDerivative T density=2 specific_heat=1.5", "HeatConduction T thermal_conductivity=k",
     "JouleHeatingSource T elec=phi electrical_conductivity=sigma", "MatDiffusion phi diffusivity=sigma"),
    {"k": "1 + T^2/2", "sigma": "1/(1 + T/4)"}, natural=("right",),
)
ELECTRODEPOSITION = Manufactured(
    "electrodeposition",
    {"eta": "1/2 + sin(2*x + y)/4 + t*cos(x)/8", "c": "1 + cos(x + 2*y)/4 + t*sin(y)/8",
     "phi": "sin(x)*cos(y) + x/2"},
    ("TimeDerivative eta", "AllenCahn eta f_name=g mob_name=2", "ACInterface eta kappa_name=0.5 mob_name=2",
     "ButlerVolmerReaction eta", "TimeDerivative c", "MatDiffusion c diffusivity=D",
     "IonMigration c potential=phi diffusivity=D charge_number=2",
     "CoefCoupledTimeDerivative c v=eta coef=0.5", "MatDiffusion phi diffusivity=sigma",
     "CoefCoupledTimeDerivative phi v=eta coef=0.25"),
    {"g": "eta^2*(1 - eta)^2", "h": "eta^3*(6*eta^2 - 15*eta + 10)", "D": "1 + eta^2", "sigma": "1 + 3*eta"},
    ("ButlerVolmerRate eta=eta h_name=h concentration=c potential=phi rate_constant=1.5 reaction_energy=-0.5"
     " potential_factor=0.5",),
    natural=("right",),
)

# -- phase field -----------------------------------------------------------------------------------
ALLEN_CAHN = Manufactured(
    "Allen-Cahn", {"eta": "1/2 + sin(2*x + y)/4 + t*cos(x)/8", "s": "cos(x*y) + t*y"},
    ("TimeDerivative eta", "AllenCahn eta f_name=F mob_name=L coupled_variables=s",
     "ACInterface eta kappa_name=0.5 mob_name=L coupled_variables=s", "TimeDerivative s", "Diffusion s",
     "CoupledForce s v=eta coef=2"),
    {"F": "eta^2*(1 - eta)^2 + s*eta^3/3", "L": "1 + eta^2 + s/4"},
)
_SLOPING = {"eta": "sin(x)/2 + sin(2*y)/3 + t*x"}
_ORIENTED = ("AnisotropicACInterface eta mob_name=2 kappa_name=0.5 anisotropy_strength=0.1 mode_number=4"
             " reference_angle=20 regularization=1e-7 form=")
ANISOTROPIC = Manufactured("anisotropic interface", _SLOPING,
                           ("TimeDerivative eta", _ORIENTED + "variational"))
ANISOTROPIC_FLUX = Manufactured("anisotropic interface, no torque", _SLOPING,
                                ("TimeDerivative eta", _ORIENTED + "divergence"))
KOBAYASHI = Manufactured(
    "Kobayashi's interface", _SLOPING,
    ("TimeDerivative eta", "ACInterfaceKobayashi1 eta mob_name=2", "ACInterfaceKobayashi2 eta mob_name=2"),
    materials=("InterfaceOrientationMaterial op=eta eps_bar=0.5 anisotropy_strength=0.02 mode_number=6"
               " reference_angle=30",),
)
CAHN_HILLIARD = Manufactured(
    "split Cahn-Hilliard",
    {"c": "1/2 + sin(2*x + y)/4 + t*cos(x)/8", "w": "cos(x - y) + t*sin(y)"},
    ("SplitCHParsed c f_name=F kappa_name=0.5 w=w", "SplitCHWRes w mob_name=M",
     "CoupledTimeDerivative w v=c"),
    {"F": "c^2*(1 - c)^2", "M": "1 + c^2"}, natural=("right",),
)
_PERIODIC = {1: "1/2 + cos(2*pi*x)*(1 + t)/8", 2: "1/2 + cos(2*pi*x)*sin(2*pi*y)*(1 + t)/8"}
CAHN_HILLIARD_C1 = {
    dim: Manufactured(
        "direct Cahn-Hilliard", {"c": c},
        ("TimeDerivative c", "CahnHilliard c f_name=F mob_name=M", "CHInterface c kappa_name=0.1 mob_name=M"),
        {"F": "c^2*(1 - c)^2", "M": "1 + c^2"}, periodic=True, family="HERMITE", order="THIRD",
    )
    for dim, c in _PERIODIC.items()
}

# -- discontinuous spaces --------------------------------------------------------------------------
PROJECTION = {
    (family, order): Manufactured(f"{family} {order}", {"u": _WAVE[2]}, ("Reaction u",),
                                  family=family, order=order)
    for family, orders in {"MONOMIAL": ("CONSTANT", "FIRST", "SECOND", "THIRD"),
                           "L2_LAGRANGE": ("FIRST", "SECOND")}.items()
    for order in orders
}

# -- time: quadratic in space, hence without an error in space on cells of second order ------------
HEAT_IN_TIME = Manufactured(
    "heat", {"T": "(1 + x*(1 - x))/(1 + t)"}, ("TimeDerivative T", "HeatConduction T thermal_conductivity=k"),
    {"k": "(1 + T^2)/100"},
)
CAHN_HILLIARD_IN_TIME = Manufactured(
    "split Cahn-Hilliard", {"c": "1/2 + x*(1 - x)/(1 + t)", "w": "(1 + x^2)*cos(t)"},
    ("SplitCHParsed c f_name=F kappa_name=0.1 w=w", "SplitCHWRes w mob_name=M",
     "CoupledTimeDerivative w v=c"),
    {"F": "c^2*(1 - c)^2", "M": "(1 + c^2)/20"},
)
WAVE_IN_TIME = Manufactured("waves", {"u": "(1 + x*(1 - x))*sin(2*t)^3"},
                            ("InertialForce u density=2", "Diffusion u"))
