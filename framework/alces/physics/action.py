"""Short forms of a deck that stand for several blocks."""
from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.physics.base import Object


class Action(Object):
    """Adds blocks to the deck before it is built.

    Attributes:
        syntax: deck paths that call the action; ``*`` stands for any block name, e.g.
            ``"Physics/SolidMechanics/QuasiStatic/*"``.
        inherits: True if parameters of the block above hold for all blocks in it, unless these say otherwise.
    """

    system: ClassVar[str] = "Actions"
    syntax: ClassVar[tuple[str, ...]] = ()
    inherits: ClassVar[bool] = False

    def expand(self, deck: Node) -> None:
        """Add blocks to the deck, e.g. ``deck.set("Kernels/x/type", "Diffusion", self.p.location_of())``."""
        raise NotImplementedError(f"{type(self).__name__} adds nothing")
