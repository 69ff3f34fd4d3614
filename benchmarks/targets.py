"""What the measurements are to reach."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parts import Part
from table import cell


class Rows:
    """The rows of a part; asking for what is not there is a LookupError that says why."""

    def __init__(self, rows: list[dict]):
        self.all = rows

    def one(self, key: str, **wanted: object) -> float:
        """A number of the first row with these values."""
        for row in self.all:
            if all(row.get(name) == value for name, value in wanted.items()):
                if "skipped" in row:
                    raise LookupError(f"not measured: {row['skipped']}")
                return float(row[key])
        raise LookupError("not measured")

    def column(self, key: str, **wanted: object) -> list[float]:
        """The numbers of all rows with these values."""
        rows = [row for row in self.all if all(row.get(name) == value for name, value in wanted.items())]
        if not rows:
            raise LookupError("not measured")
        return [float(row[key]) for row in rows]

    def spread(self, key: str, **wanted: object) -> float:
        """Largest by smallest of them."""
        column = self.column(key, **wanted)
        return max(column) / min(column)


@dataclass(frozen=True)
class Target:
    """A limit on a number that a part measures.

    Attributes:
        part: its section and name.
        what: the number in words; of: finds it in the rows.
        limit: not to be exceeded, or with `at_least` to be reached.
    """

    part: str
    what: str
    limit: float
    unit: str
    of: Callable[[Rows], float]
    at_least: bool = False

    @property
    def reach(self) -> str:
        """The limit in words."""
        return f"at {'least' if self.at_least else 'most'} {cell(self.limit)}{self.unit}"

    def judge(self, part: Part | None) -> dict[str, str]:
        """Found and reached, or why not measured."""
        try:
            if part is None or part.skipped:
                raise LookupError("not measured" + (f": {part.skipped}" if part else ""))
            found = self.of(Rows(part.rows))
        except (LookupError, ValueError) as why:
            return {"here": str(why), "reached": ""}
        met = found >= self.limit if self.at_least else found <= self.limit
        return {"here": f"{cell(found)}{self.unit}", "reached": "yes" if met else "**no**"}


MUMPS, AMG, TWO = "MUMPS on the whole system", "blocks, AMG", "coupled5, N = 256"

TARGETS = (
    Target("assembly.uniform", "coupled5, N = 128: Jacobian as PETSc's matrix, Alces / DOLFINx", 0.4, " x",
           lambda rows: rows.one("jacobian: Alces / it", code="DOLFINx", N=128)),
    Target("assembly.uniform", "coupled5, N = 128: residual, Alces / DOLFINx", 1.5, " x",
           lambda rows: rows.one("residual: Alces / it", code="DOLFINx", N=128)),
    Target("assembly.uniform", "coupled5, N = 128: Jacobian, scikit-fem / Alces", 150, " x",
           lambda rows: 1 / rows.one("jacobian: Alces / it", code="scikit-fem", N=128), at_least=True),
    Target("assembly.shapes", "general quadrilaterals / equal squares: Jacobian", 1.6, " x",
           lambda rows: rows.one("jacobian / uniform", mesh="distorted")),
    Target("assembly.shapes", "general quadrilaterals / equal squares: residual", 1.6, " x",
           lambda rows: rows.one("residual / uniform", mesh="distorted")),
    Target("assembly.factorisation", "coupled5, N = 128: residual + Jacobian / MUMPS factorisation", 8, " %",
           lambda rows: rows.one("assembly / factor, %", problem="coupled5, N = 128")),
    Target("assembly.main_deck", "main deck: residual + Jacobian / MUMPS factorisation", 8, " %",
           lambda rows: rows.one("assembly / factor, %")),
    Target("assembly.sizes", "assembly per unknown, N = 64 to 512: largest / smallest", 1.2, " x",
           lambda rows: rows.spread("residual + Jacobian, us/unknown")),
    Target("assembly.memory", "memory per unknown, N = 512, assembly only", 4, " kB",
           lambda rows: rows.one("kB/unknown", after="assembly only")),
    Target("startup.first_step", "set-up before the first step (deck, mesh, pattern), N = 128", 1.5, " s",
           lambda rows: rows.one("set-up, s", N=128)),
    Target("startup.commands", "import alces", 0.6, " s",
           lambda rows: rows.one("seconds", what="import alces")),
    Target("startup.commands", "alces --help", 0.4, " s",
           lambda rows: rows.one("seconds", what="alces --help")),
    Target("solvers.rows", "main deck, multigrid, 60^2 to 480^2: outer iterations, largest", 6, "",
           lambda rows: max(rows.column("outer iterations", solver=AMG))),
    Target("solvers.rows", "the same: outer iterations, last / first grid", 1, " x",
           lambda rows: (found := rows.column("outer iterations", solver=AMG))[-1] / found[0]),
    Target("solvers.rows", "the same: time per unknown, largest / smallest", 1.5, " x",
           lambda rows: rows.spread("us/unknown", solver=AMG)),
    Target("solvers.rows", "the same, from 120^2 on: time of MUMPS / multigrid, smallest", 1, " x",
           lambda rows: min(rows.column("MUMPS's time / this", solver=AMG)[1:]), at_least=True),
    Target("solvers.rows", "the same, 480^2: time of MUMPS / multigrid", 8, " x",
           lambda rows: rows.one("MUMPS's time / this", solver=AMG, grid="480^2"), at_least=True),
    Target("solvers.rows", "the same, 480^2: memory of multigrid / MUMPS", 0.2, " x",
           lambda rows: rows.one("this / MUMPS's memory", solver=AMG, grid="480^2")),
    Target("solvers.in_space", "Allen-Cahn and elasticity, 48^3 cells: memory", 4000, " MB",
           lambda rows: rows.one("peak MB", dimension=3)),
    Target("solvers.in_space", "the same: time per unknown, 3-D / 2-D", 3, " x",
           lambda rows: rows.one("per unknown / 2-D", dimension=3)),
    Target("ranks.rows", "coupled5, N = 256, whole step: one process / two", 1.6, " x",
           lambda rows: rows.one("times faster", problem=TWO, processes=2), at_least=True),
    Target("whole_run.without_output", "main deck, whole run, same steps: wall time, MUMPS / as shipped", 3,
           " x", lambda rows: rows.one("wall, x shipped", run=MUMPS), at_least=True),
    Target("whole_run.without_output", "the same: largest difference of fields, relative", 1e-6, "",
           lambda rows: rows.one("difference of fields", run=MUMPS)),
    Target("whole_run.without_output", "the same: largest difference of postprocessors, relative", 1e-6, "",
           lambda rows: rows.one("difference of postprocessors", run=MUMPS)),
    Target("time_stepping.rows",
           "main deck, 1 % error in dendrite area: linear solves, best Euler / BDF2 with error control",
           8, " x", lambda rows: max(r["times_fewer"] for r in rows.all if r.get("error", 9.0) <= 1),
           at_least=True),
)


def compare(parts: list[Part]) -> list[dict]:
    """Every target with what was measured."""
    found = {f"{part.section}.{part.name}": part for part in parts}
    return [{"what": target.what, "reach": target.reach, **target.judge(found.get(target.part)),
             "table": f"`{target.part}`"} for target in TARGETS]
