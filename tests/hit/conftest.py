"""Decks from text."""

import pytest
from alces.hit import DeckErrors, load


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read(text, *overrides):
        (tmp_path / "d.i").write_text(text, encoding="utf-8")
        return load("d.i", overrides)

    return read


@pytest.fixture
def errors(read):
    def errors(text, *overrides):
        with pytest.raises(DeckErrors) as caught:
            read(text, *overrides)
        return caught.value.errors

    return errors
