"""Axes along which order parameters are periodic."""
from __future__ import annotations

from alces.hit import Node
from alces.physics import Object

from alces_phase_field.box import AXES
from alces_phase_field.grains import grain_names


def find_periodic_axes(owner: Object, deck: Node) -> None:
    """Give the grain structure that `polycrystal_ic_uo` names its parameter `periodic`, from
    [BCs/Periodic]."""
    block = deck.find("BCs/Periodic")
    grains = deck.find(f"UserObjects/{owner.p.polycrystal_ic_uo}")
    if block is None or grains is None or "periodic" in grains.values:
        return
    first = grain_names(owner)[0]
    found: set[str] = set()
    for child in block.children.values():
        variables = (child.get("variable") or first).split()
        if first in variables:
            shift = (child.get("translation") or "0 0 0").split()
            found |= {axis for axis, step in zip(AXES, shift, strict=False) if step.strip("-+0.")}
            found |= set((child.get("auto_direction") or "").split())
    if found:
        name = f"UserObjects/{owner.p.polycrystal_ic_uo}/periodic"
        deck.set(name, " ".join(sorted(found)), owner.p.location_of() or grains.location)
