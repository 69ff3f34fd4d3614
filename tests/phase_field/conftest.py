"""Objects made from parameters as a deck would give them."""

import pytest
from alces.hit import parse
from alces.params import declared, validate


def _make(cls, name="x", **parameters):
    lines = "".join(f"  {key} = '{value}'\n" for key, value in parameters.items())
    node = parse(f"[{name}]\n{lines}[]\n").children[name]
    values, errors = validate(node, declared(cls).values())
    if errors:
        raise errors[0]
    return cls(name, values)


@pytest.fixture
def make():
    """``make(cls, name="x", **parameters)``."""
    return _make
