"""Residual and Jacobian: against peers, against the factorisation, by size."""
from __future__ import annotations

from collections.abc import Callable

import alces
import developed
from assembled import Assembled, Factorised
from coupled5 import NORMS, SUPPORTS, load
from measure import TURNS, Seconds, alternate, peak_memory
from peer import PEERS, Missing, Peer


def uniform(small: bool) -> list[dict]:
    """coupled5 against other codes, equal squares"""
    return _against_peers(16 if small else 128, "uniform", small)


def distorted(small: bool) -> list[dict]:
    """coupled5 against other codes, general quadrilaterals"""
    return _against_peers(16 if small else 128, "distorted", small)


def shapes(small: bool) -> list[dict]:
    """coupled5: what distortion of the cells costs"""
    n = 16 if small else 128
    problems = {shape: Assembled(load(n, shape)) for shape in ("uniform", "distorted")}
    found = _measured(problems, ("residual", "jacobian"), small)
    rows = []
    for shape in problems:
        row: dict = {"N": n, "mesh": shape}
        for what in ("residual", "jacobian"):
            mine, best = found[shape, what], found["uniform", what]
            row |= {f"{what}, s": mine.wall, f"{what} / uniform": mine.wall / best.wall,
                    f"{what} / uniform, CPU time": mine.cpu / best.cpu}
        rows.append(row)
    return rows


def sizes(small: bool) -> list[dict]:
    """coupled5: assembly per unknown, by size; Jacobian: CSR values, and as PETSc's matrix"""
    problems = {n: Assembled(load(n)) for n in ((8, 16) if small else (64, 128, 256, 512))}
    found = _measured(problems, ("residual", "values", "jacobian"), small)
    rows = []
    for n, problem in problems.items():
        times = [found[n, what].wall for what in ("residual", "values", "jacobian")]
        each = [1e6 * t / problem.unknowns for t in times]
        rows.append({
            "N": n, "unknowns": problem.unknowns, "residual, s": times[0], "CSR values, s": times[1],
            "Jacobian, s": times[2], "residual, us/unknown": each[0], "Jacobian, us/unknown": each[2],
            "residual + Jacobian, us/unknown": each[0] + each[2],
            "the same, CPU": 1e6 * sum(found[n, w].cpu for w in ("residual", "jacobian")) / problem.unknowns,
        })
    return rows


def memory(small: bool) -> list[dict]:
    """coupled5: memory at most held by the process, interpreter and libraries included"""
    n = 16 if small else 512
    problem = Assembled(load(n))
    problem.residual()
    rows = [_memory_row(n, problem.unknowns, "assembly only")]
    problem.jacobian()
    return [*rows, _memory_row(n, problem.unknowns, "with PETSc's matrix")]


def factorisation(small: bool) -> list[dict]:
    """coupled5: assembly against direct factorisation of the whole matrix, its analysis kept"""
    return [_share(f"coupled5, N = {n}", Assembled(load(n, "uniform", *SUPPORTS)), small)
            for n in ((8, 16) if small else (64, 128, 256))]


def main_deck(small: bool) -> list[dict]:
    """Main deck: assembly against direct factorisation of the whole matrix, its analysis kept"""
    n, coarse, steps = (12, 8, 2) if small else (120, 60, 27)
    problem = developed.load(n)
    developed.developed(coarse, steps).onto(problem)
    return [_share(f"nzsp_dendrite, {n} x {n}, mid-run", Assembled(problem), small)]


def _share(name: str, problem: Assembled, small: bool) -> dict:
    direct = Factorised(problem)
    works = {what: lambda what=what: problem.measure(what) for what in ("residual", "jacobian")}
    works |= {what: lambda what=what: direct.measure(what) for what in ("factor", "solve")}
    found = alternate(works, 1 if small else TURNS)
    both = found["residual"].wall + found["jacobian"].wall
    return {
        "problem": name, "unknowns": problem.unknowns, "residual, s": found["residual"].wall,
        "Jacobian, s": found["jacobian"].wall, "direct": direct.name, "factor, s": found["factor"].wall,
        "solve, s": found["solve"].wall, "assembly / factor, %": 100 * both / found["factor"].wall,
    }


def _memory_row(n: int, unknowns: int, after: str) -> dict:
    peak = peak_memory()
    return {"N": n, "unknowns": unknowns, "after": after, "peak, MB": peak / 1e6,
            "kB/unknown": peak / 1e3 / unknowns}


def _measured(problems: dict, works: tuple[str, ...], small: bool) -> dict:
    """Seconds by problem and work, all in turn."""
    return alternate({(key, work): lambda p=p, work=work: p.measure(work)
                      for key, p in problems.items() for work in works}, 1 if small else TURNS)


def _against_peers(n: int, shape: str, small: bool) -> list[dict]:
    ours = Assembled(load(n, shape))
    codes: dict[str, Callable[[str], Seconds]] = {"Alces": ours.measure}
    norms = {"Alces": ours.norms()}
    peers, missing = [], {}
    for spec in PEERS:
        try:
            peers.append(peer := Peer(spec, n, shape))
        except Missing as reason:
            missing[spec.label] = str(reason)
            continue
        codes[spec.label] = peer.measure
        norms[spec.label] = (peer.facts["residual norm"], peer.facts["jacobian norm"])
    found = alternate({(name, what): lambda measure=measure, what=what: measure(what)
                       for what in ("residual", "jacobian") for name, measure in codes.items()},
                      1 if small else TURNS)
    for peer in peers:
        peer.close()
    versions = {spec.label: peer.facts["version"] for spec, peer in
                zip([s for s in PEERS if s.label not in missing], peers, strict=True)}
    reference = NORMS.get(n, norms["Alces"]) if shape == "uniform" else norms["Alces"]
    rows = []
    for name in codes:
        row: dict = {"N": n, "mesh": shape, "code": name, "version": versions.get(name, alces.__version__)}
        for what in ("residual", "jacobian"):
            row[f"{what}, s"] = found[name, what].wall
        for what in ("residual", "jacobian"):
            mine, its = found["Alces", what], found[name, what]
            row[f"{what}: Alces / it"] = mine.wall / its.wall
            row[f"{what}: CPU time"] = mine.cpu / its.cpu
        row["norms: largest deviation"] = max(
            abs(a / b - 1) for a, b in zip(norms[name], reference, strict=True))
        rows.append(row)
    return rows + [{"N": n, "mesh": shape, "code": label, "skipped": why} for label, why in missing.items()]
