"""A frame of axes whose z axis is a given direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.ad import Tensor

from alces_mechanics.elasticity import VOIGT, AnisotropicStiffness, IsotropicStiffness, Stiffness


def rotation_to_z(direction: Sequence[float]) -> Tensor:
    """The rotation that turns a direction into the z axis the short way (Rodrigues' formula)."""
    length = sum(a * a for a in direction) ** 0.5
    x, y, z = (a / length for a in direction)
    if z <= -1.0 + 1e-12:
        return Tensor.diagonal(1.0, -1.0, -1.0)
    f = 1.0 / (1.0 + z)
    return Tensor(((1.0 - f * x * x, -f * x * y, -x), (-f * x * y, 1.0 - f * y * y, -y), (x, y, z)))


def turned(t: Tensor, rotation: Tensor) -> Tensor:
    """The components of a symmetric tensor after a rotation."""
    return rotation.matmul(t).matmul(rotation.T).symmetric_part()


def turned_stiffness(stiffness: Stiffness, rotation: Tensor) -> Stiffness:
    """An elastic law after a rotation."""
    if isinstance(stiffness, IsotropicStiffness):
        return stiffness
    columns: list[Tensor] = []
    for k in range(6):
        unit: list[Any] = [0.0] * 6
        unit[k] = 1.0 if k < 3 else 0.5  # shear strains count twice in Voigt's sense
        strain = turned(Tensor.symmetric(*unit), rotation.T)
        columns.append(turned(stiffness.stress(strain), rotation))
    return AnisotropicStiffness([[column[ij] for column in columns] for ij in VOIGT])
