"""Every registered kernel, condition and material in the array API standard alone, on a pretended device.

The library is array_api_strict: a function that the standard does not have, a mixture with NumPy's arrays and
a conversion that nobody asked for are errors. The numbers must be those of NumPy.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from alces import backend
from alces.ad import Tensor, Vector, partials, value
from alces.hit import DeckError
from alces.physics import Material
from alces.physics.sample import SamplePoints, components

from tests.verification.test_every_term import CLASSES, ISOTROPIC, NOT_BUILT, World, variants
from tests.verification.test_every_term import _coordinates as coordinates
from tests.verification.test_every_term import _dimensions as dimensions
from tests.verification.test_every_term import _parts as parts

pytest.importorskip("array_api_strict")


def there(a: Any) -> Any:
    """The same on the device: arrays inside of dictionaries, tuples, vectors and tensors."""
    if isinstance(a, dict):
        return {key: there(b) for key, b in a.items()}
    if isinstance(a, tuple):
        return tuple(there(b) for b in a)
    if isinstance(a, (Vector, Tensor)):
        return a.map(there)
    return backend.asarray(a) if isinstance(a, np.ndarray) else a


def evaluated(thing, dim: int, seed: int, move) -> list[tuple[str, int, Any]]:
    """(part, key, numbers) of everything that an object computes; key -1 is the value."""
    world = World(dim, seed, type(thing).__name__ in ISOTROPIC)
    world.options["coord_type"] = coordinates(type(thing))
    world.fields, world.options = move(world.fields), move(world.options)
    states = move(world.state(thing)) if isinstance(thing, Material) else {}
    out = []
    for name, evaluate in parts(thing).items():
        options = world.complete(evaluate, states)
        for dual in (True, False):
            found = evaluate(SamplePoints(world.fields, dual=dual, **options))
            for number, a in enumerate(components(found) if found is not None else ()):
                out.append((f"{name} {number}", -1, backend.to_host(value(a))))
                out += [(f"{name} {number}", key, backend.to_host(p)) for key, p in partials(a).items()]
    return out


@pytest.mark.parametrize("name", sorted(set(CLASSES) - set(NOT_BUILT)))
def test_every_term(name, use):
    dim = dimensions(CLASSES[name])[-1]
    try:
        things = list(variants(CLASSES[name], dim))
    except DeckError as error:
        pytest.fail(str(error))
    for word, thing in things:
        use("numpy")
        want = evaluated(thing, dim, 2, lambda a: a)
        use("strict")
        have = evaluated(thing, dim, 2, there)
        assert [w[:2] for w in want] == [h[:2] for h in have], f"{name} {word}"
        for (part, key, a), (_, _, b) in zip(want, have, strict=True):
            np.testing.assert_allclose(b, a, rtol=1e-13, atol=1e-13, err_msg=f"{name} {word} {part} {key}")
