"""Problems from deck text, and objects that only a test knows."""

from __future__ import annotations

import alces
import pytest
from alces.registry import load_plugins


@pytest.fixture
def problem(tmp_path):
    """``problem(text, "Mesh/nx=3")``: the Problem of a deck."""

    def make(text, *overrides):
        path = tmp_path / "deck.i"
        path.write_text(text)
        return alces.load(str(path), *overrides)

    return make


@pytest.fixture
def register(monkeypatch):
    """``register(MyKernel)``: classes that decks of this test can name."""

    def add(*classes):
        for cls in classes:
            monkeypatch.setitem(load_plugins().classes[cls.system], cls.__name__, cls)

    return add
