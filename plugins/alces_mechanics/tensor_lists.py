"""Symmetric tensors from the lists of numbers in decks."""

from __future__ import annotations

from alces.ad import Tensor
from alces.physics import Object


def tensor_from(owner: Object, parameter: str) -> Tensor:
    """The tensor that a parameter gives by 1 number (times the unit tensor), 3 (the diagonal), 6 (xx yy zz yz
    xz xy) or 9 (rows)."""
    given = getattr(owner.p, parameter)
    if len(given) in (1, 3):
        return Tensor.diagonal(*(given * 3)[:3])
    if len(given) == 6:
        return Tensor.symmetric(*given)
    if len(given) != 9:
        raise owner.error(parameter, f"needs 1, 3, 6 or 9 entries, not {len(given)}")
    xx, xy, xz, yx, yy, yz, zx, zy, zz = given
    if (xy, xz, yz) != (yx, zx, zy):
        raise owner.error(parameter, "the tensor is symmetric, but these nine entries are not")
    return Tensor.symmetric(xx, yy, zz, yz, xz, xy)
