"""docs/verification.md has what the tests measure, and nothing else."""

from __future__ import annotations

import pytest
from manufactured import cases, page, time_cases


def test_the_page_has_the_cases_that_are_run():
    expected: dict[str, list[str]] = {}
    for case in cases.CASES:
        expected.setdefault(case.table, []).extend(case.label(name) for name in case.problem.norms)
    expected["time"] = [time_cases.label(*case, name) for case in time_cases.CASES for name in case[0].norms]
    found = page.tables()
    assert set(found) == {*expected, "closed"}
    assert {table: list(found[table]) for table in expected} == expected, "run `make verification`"


ROW = "| a | 4, 8, 16 | 2 | 2.00 | 1.00e-03 | 1 | 1.00 | 2.00e-02 |"


@pytest.mark.parametrize("old, new, differs", [
    ("", "", False), ("2.00", "2.04", False), ("2.00", "1.94", True), ("1.00e-03", "1.04e-03", False),
    ("1.00e-03", "1.06e-03", True), ("2.00e-02", "1.80e-02", True), ("8, 16", "8, 12", True),
])
def test_what_counts_as_a_difference(old, new, differs):
    assert page.differs(ROW, ROW.replace(old, new, 1)) is differs
    assert page.differs(None, ROW)


def test_fit():
    """Errors 3/n^2 have order 2 and nothing else."""
    counts, errors = [4, 8, 16], [3 / 16, 3 / 64, 3 / 256]
    assert page.fit("a", counts, errors, 2) == pytest.approx((2, 2, 3 / 256))
    for wrong in (1, 1.8, 2.2, 3):
        with pytest.raises(AssertionError, match=r"order 2\.00, not"):
            page.fit("a", counts, errors, wrong)
    assert page.fit("a", counts, errors, 1.5, above=0.6).expected == 1.5
