"""What is run to measure orders of convergence in space."""

from __future__ import annotations

from dataclasses import dataclass

from manufactured import page
from manufactured import problems as p
from manufactured.meshes import CELLS, degree, dimension
from manufactured.problem import STEADY, Manufactured

SIZES = {(1, 1): (8, 16, 32), (1, 2): (8, 16, 32), (2, 1): (4, 8, 16), (2, 2): (4, 8, 16), (3, 1): (2, 4, 6),
         (3, 2): (2, 4, 6)}
"""Cells along each axis, by dimension and degree."""
FINE_QUADRATURE = "  [Quadrature]\n    order = NINTH\n  []\n"


@dataclass(frozen=True)
class Case:
    """A problem on a sequence of meshes.

    Attributes:
        table: of docs/verification.md.
        expected: order in L2; None: one more than the degree of the cells.
        norms: "H1" is of one order less.
        above: by how much the orders may be too high.
    """

    table: str
    problem: Manufactured
    cell: str
    distorted: bool = False
    expected: int | None = None
    norms: tuple[str, ...] = ("L2", "H1")
    sizes: tuple[int, ...] = ()
    above: float = page.TOLERANCE
    executioner: str = ""

    def __str__(self) -> str:
        return f"{self.problem.title}, {self.cell}{', distorted' if self.distorted else ''}"

    @property
    def counts(self) -> tuple[int, ...]:
        return self.sizes or SIZES[dimension(self.cell), degree(self.cell)]

    @property
    def order(self) -> int:
        return self.expected or degree(self.cell) + 1

    def label(self, fields: str) -> str:
        single = len(self.problem.norms) == 1
        return str(self) if single else f"{self}: {fields}"


def cases(table: str, problem: Manufactured, *cells: str, **options) -> list[Case]:
    """Cells with a star are distorted."""
    return [Case(table, problem, cell.rstrip("*"), cell.endswith("*"), **options) for cell in cells]


SERENDIPITY = {"expected": 2, "above": 0.5}
PROJECTED = {"norms": ("L2",), "executioner": STEADY + FINE_QUADRATURE}
CASES = [
    *(case for cell in CELLS for case in cases("diffusion", p.DIFFUSION[dimension(cell)], cell)),
    *(case for cell in CELLS if cell not in ("QUAD8", "HEX20")
      for case in cases("diffusion", p.DIFFUSION[dimension(cell)], cell + "*")),
    *cases("diffusion", p.PARABOLA, "QUAD8*", **SERENDIPITY, sizes=(16, 32, 64)),
    *cases("diffusion", p.PARABOLA, "HEX20*", **SERENDIPITY, sizes=(4, 6, 8)),
    *cases("transport", p.TRANSPORT, "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "QUAD4*", "QUAD9*"),
    *cases("transport", p.AXISYMMETRIC, "TRI3", "TRI6", "QUAD4", "QUAD9", "QUAD9*"),
    *cases("transport", p.SPHERICAL, "EDGE2", "EDGE3", "EDGE3*"),
    *cases("mechanics", p.ELASTICITY[2], "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "QUAD4*", "QUAD9*"),
    *cases("mechanics", p.ELASTICITY[3], "TET4", "HEX8", "HEX20", "HEX8*"),
    *cases("mechanics", p.ELASTICITY[3], "TET10", "HEX27", sizes=(2, 3, 4)),
    *cases("mechanics", p.NEARLY_INCOMPRESSIBLE, "QUAD4", "QUAD4*"),
    *cases("mechanics", p.ELASTICITY_RZ, "TRI6", "QUAD4", "QUAD9"),
    *cases("mechanics", p.ELASTICITY_SPHERE, "EDGE2", "EDGE3"),
    *cases("electric", p.JOULE, "TRI3", "QUAD4", "QUAD9", "TRI6*"),
    *cases("electric", p.ELECTRODEPOSITION, "QUAD4", "TRI6", "QUAD9*"),
    *cases("phases", p.ALLEN_CAHN, "TRI3", "QUAD9"),
    *cases("phases", p.ANISOTROPIC, "QUAD4", "TRI6"),
    *cases("phases", p.ANISOTROPIC_FLUX, "QUAD4", "TRI6"),
    *cases("phases", p.KOBAYASHI, "QUAD4", "TRI6"),
    *cases("phases", p.CAHN_HILLIARD, "QUAD4", "TRI6", "QUAD9*"),
    *cases("phases", p.CAHN_HILLIARD_C1[1], "EDGE2", expected=4),
    *cases("phases", p.CAHN_HILLIARD_C1[2], "QUAD4", expected=4),
    *cases("projection", p.PROJECTION["MONOMIAL", "CONSTANT"], "QUAD4", "TRI3*", expected=1, **PROJECTED),
    *cases("projection", p.PROJECTION["MONOMIAL", "FIRST"], "QUAD4", "TRI3*", expected=2, **PROJECTED),
    *cases("projection", p.PROJECTION["MONOMIAL", "SECOND"], "QUAD4", "TRI3*", expected=3, **PROJECTED),
    *cases("projection", p.PROJECTION["MONOMIAL", "SECOND"], "QUAD4*", expected=2, **PROJECTED),
    *cases("projection", p.PROJECTION["MONOMIAL", "THIRD"], "QUAD4", "TRI3*", expected=4, **PROJECTED),
    *cases("projection", p.PROJECTION["L2_LAGRANGE", "FIRST"], "QUAD4", "TRI3*", expected=2, **PROJECTED),
    *cases("projection", p.PROJECTION["L2_LAGRANGE", "SECOND"], "QUAD9*", "TRI6*", expected=3, **PROJECTED),
]
