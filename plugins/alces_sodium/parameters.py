"""Parameters of the sodium-dendrite model in SI units, their sources, and the scales that make them O(1)."""

from __future__ import annotations

from dataclasses import dataclass

GAS_CONSTANT = 8.314462618
"""J/(mol K)"""
FARADAY = 96485.33212
"""C/mol"""
TEMPERATURE = 298.15
"""K"""

PAPER = "Gao et al., Adv. Energy Mater. 14 (2024) 2304488"

SCALES: dict[str, float] = {
    "1": 1.0,
    "m": 1e-6,
    "s": 1.0,
    "V": GAS_CONSTANT * TEMPERATURE / FARADAY,
    "S/m": 0.1,
    "Pa": 1e6,
    "J/m^3": 1e6,
    "mol/m^3": 9.71e4,
    "m^2/s": 1e-12,
    "m^3/(J s)": 1e-6,
    "1/s": 1.0,
    "J/m": 1e-6,
    "RT": 1.0,
}

CURRENT_DENSITY_SCALE = SCALES["S/m"] * SCALES["V"] / SCALES["m"]
"""A/m^2 for one scaled unit of conductivity times potential over length."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of the model.

    Attributes:
        symbol: name in decks.
        meaning: in words.
        value: in SI units.
        unit: SI unit.
        source: where the value comes from.
    """

    symbol: str
    meaning: str
    value: float
    unit: str
    source: str

    @property
    def scaled(self) -> float:
        """The value in scaled units."""
        return self.value / SCALES[self.unit]


_TABLE = f"{PAPER}, Table 1"
_TEXT = f"{PAPER}, text"

PARAMETERS: tuple[Parameter, ...] = (
    Parameter("c_max", "sites of sodium metal", 9.71e4, "mol/m^3", _TABLE),
    Parameter("c_s", "available sites in the ion and charge balances", 9.71e4, "mol/m^3", "chosen: c_max"),
    Parameter("sigma_DE", "conductivity of sodium", 1e7, "S/m", _TABLE),
    Parameter("sigma_SE", "ionic conductivity of the electrolyte", 0.1, "S/m", _TABLE),
    Parameter("sigma_GB", "conductivity of the grain boundary", 0.25, "S/m", _TEXT),
    Parameter("D_DE", "diffusivity in sodium", 1.5e-16, "m^2/s", _TABLE),
    Parameter("D_SE", "diffusivity of Na+ in the electrolyte", 1.5e-14, "m^2/s", _TABLE),
    Parameter("D_GB", "diffusivity in the grain boundary", 1.5e-14, "m^2/s", "chosen: D_SE"),
    Parameter("W", "barrier height", 3.6e6, "J/m^3", _TABLE),
    Parameter("L", "phase mobility", 1e-8, "m^3/(J s)", _TABLE),
    Parameter("L_eta", "reaction rate constant", 0.6, "1/s", _TABLE),
    Parameter(
        "dG",
        "reaction Gibbs energy",
        -8.0,
        "RT",
        "chosen: dendrites reach the grain boundaries at 0.05 s",
    ),
    Parameter(
        "kappa0", "gradient energy coefficient", 2e-6, "J/m", "chosen: interface of 3.4 elements of 20 nm"
    ),
    Parameter("delta", "anisotropy strength", 0.1, "1", "chosen: convex gradient energy needs less than 1/7"),
    Parameter("E_DE", "Young's modulus of sodium", 5e9, "Pa", _TEXT),
    Parameter("E_SE", "Young's modulus of the electrolyte", 50e9, "Pa", _TEXT),
    Parameter("E_GB", "Young's modulus of the grain boundary", 50e9, "Pa", _TEXT),
    Parameter("nu", "Poisson ratio", 0.3, "1", "chosen"),
    Parameter("Y_DE", "yield stress of sodium", 0.5e6, "Pa", _TEXT),
    Parameter("Y_SE", "yield stress of the electrolyte", 50e6, "Pa", _TEXT),
    Parameter("H_DE", "hardening modulus of sodium", 5e6, "Pa", "chosen: 1 % of E"),
    Parameter("H_SE", "hardening modulus of the electrolyte", 500e6, "Pa", "chosen: 1 % of E"),
    Parameter("Omega", "relative volume change", 0.05, "1", _TEXT),
    Parameter("gb_width", "width of the grain boundary", 80e-9, "m", "chosen: core of 2.5 elements of 20 nm"),
    Parameter("gb_ramp", "half the width of the ramp at a grain boundary's flank", 15e-9, "m", "chosen"),
    Parameter("nucleus_radius", "radius of the nuclei", 50e-9, "m", _TEXT),
    Parameter("nucleus_profile", "profile width of the nuclei", 20e-9, "m", "chosen"),
)
"""The reference set of the study."""


def parameter(symbol: str) -> Parameter:
    """The parameter of that symbol.

    Raises:
        KeyError: there is none.
    """
    for entry in PARAMETERS:
        if entry.symbol == symbol:
            return entry
    raise KeyError(f"no parameter '{symbol}'; known: {', '.join(p.symbol for p in PARAMETERS)}")


def charge_number_density(c_s: float = 9.71e4) -> float:
    """K = F c_s l0^2/(sigma0 phi0 t0), the scaled charge of the sites, for c_s in mol/m^3."""
    return FARADAY * c_s * SCALES["m"] ** 2 / (SCALES["S/m"] * SCALES["V"] * SCALES["s"])
