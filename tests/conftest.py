"""What tests in several folders share: objects and problems from deck text, types only a test knows."""

from __future__ import annotations

import alces
import pytest
from alces.hit import DeckErrors
from alces.physics.testing import make as make_object
from alces.registry import load_plugins


@pytest.fixture
def make():
    """``make(MyKernel, name="x", rate=2)``: an object as a deck makes it; raises the first mistake."""

    def made(cls, name="x", **parameters):
        try:
            return make_object(cls, name, **parameters)
        except DeckErrors as found:
            raise found.errors[0] from None

    return made


@pytest.fixture
def problem(tmp_path):
    """``problem(text, "Mesh/nx=3")``: the Problem of a deck."""

    def loaded(text, *overrides):
        path = tmp_path / "deck.i"
        path.write_text(text)
        return alces.load(str(path), *overrides)

    return loaded


@pytest.fixture
def register(monkeypatch):
    """``register(MyKernel)``: classes that decks of this test can name."""

    def add(*classes):
        for cls in classes:
            monkeypatch.setitem(load_plugins().classes[cls.system], cls.__name__, cls)

    return add
