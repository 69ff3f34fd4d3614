"""docs/moose-objects.md is what docs/make_object_table.py writes now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from alces.registry import load_plugins

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(DOCS / "make_object_table.py"))


def test_the_page_is_up_to_date(script):
    same = (DOCS / "moose-objects.md").read_text() == script["page"]()
    assert same, "run `.venv/bin/python docs/make_object_table.py`"


def test_known_rows(script):
    """Written by hand: a required parameter, an alias, a difference, an object of our own, a short form."""
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in script["page"]().splitlines()}
    assert "**variable**" in rows["Diffusion"] and "| core |" in rows["Diffusion"]
    assert "coupled_variables (args)" in rows["DerivativeSumMaterial"]
    assert "`constant` is added to F" in rows["DerivativeSumMaterial"]
    assert "| phase_field |" in rows["DoubleWell (Alces only)"]
    assert any(name.startswith("`[Physics/SolidMechanics/QuasiStatic/*]`") for name in rows)


def test_differences_end_with_their_paragraph(script):
    class Thing:
        """A thing.

        Difference from MOOSE: it is
        blue.

        Source: nobody.
        """

    assert script["known_differences"](Thing) == "it is blue."


def test_our_own_objects_exist(script):
    assert script["OURS"] <= {cls.__name__ for _, cls in load_plugins()}
