"""Another array library for one test."""

import pytest
from alces import backend


@pytest.fixture
def use():
    """``use("strict")``: the library in use until the end of the test, which is returned."""

    def chosen(name):
        backend.use(name)
        return backend.active()

    yield chosen
    backend.use("numpy")
