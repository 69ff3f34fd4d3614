"""The plugin as a whole."""

from __future__ import annotations

import alces_core
import pytest
from alces.params import declared
from alces.registry import ObjectTable


def test_every_object_has_a_place_and_a_text():
    table = ObjectTable()
    for cls in alces_core.alces_objects():
        table.add(cls, "core")
        assert cls.__doc__, cls
        assert all(p.doc for p in declared(cls).values()), cls
    assert table.find("Kernels", "ADDiffusion") is alces_core.Diffusion
    assert table.find("TimeStepper", "IterationAdaptiveDT") is alces_core.IterationAdaptiveDT
    with pytest.raises(KeyError, match="did you mean 'DirichletBC'"):
        table.find("BCs", "DirichletBc2")
