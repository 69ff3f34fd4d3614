"""Orders of convergence in space by manufactured solutions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from manufactured import page
from manufactured import problems as p
from manufactured.cases import CASES, FINE_QUADRATURE, Case
from manufactured.meshes import dimension
from manufactured.problem import STEADY


def errors(case: Case, run) -> dict[str, list[tuple[list[float], int]]]:
    """For each field (or vector): errors on the meshes and the order expected, in each norm."""
    found = [run(case.problem.deck(case.cell, n, case.distorted, case.executioner)) for n in case.counts]
    return {
        name: [([float(np.hypot.reduce([f[f"{norm}_{u}"] for u in fields])) for f in found],
                case.order - (norm == "H1")) for norm in case.norms]
        for name, fields in case.problem.norms.items()
    }


@pytest.mark.parametrize("case", CASES, ids=str)
def test_order_in_space(case, text_final, order):
    for name, measured in errors(case, text_final).items():
        order(case.table, case.label(name), case.counts, *measured, above=case.above)


# -- mistakes are seen -----------------------------------------------------------------------------
REPRESENTATIVES = list({case.table: case for case in CASES if dimension(case.cell) < 3}.values())


def assert_seen(case: Case, run) -> None:
    """Some order comes out wrong."""
    with pytest.raises(AssertionError, match=r"order .* not"):
        for name, measured in errors(case, run).items():
            for found, expected in measured:
                page.fit(name, case.counts, found, expected, case.above)


@pytest.mark.parametrize("case", REPRESENTATIVES, ids=str)
def test_a_wrong_source_is_seen(case, text_final):
    assert_seen(replace(case, problem=replace(case.problem, factor=1.01)), text_final)


def test_too_few_quadrature_points_are_seen(text_final):
    case = Case("", p.DIFFUSION[2], "TRI6", executioner=STEADY + FINE_QUADRATURE.replace("NINTH", "FIRST"))
    assert_seen(case, text_final)


def test_locking_is_seen(text_final):
    """Bilinear displacements without the correction that keeps nearly incompressible cells from locking."""
    assert_seen(Case("", replace(p.NEARLY_INCOMPRESSIBLE, options=""), "QUAD4"), text_final)
