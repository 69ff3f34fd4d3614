"""[BCs/Pressure]: pressure on boundaries for all displacements at once."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BOUNDARIES, FUNCTION, POSTPROCESSOR, REAL, STRINGS, Param
from alces.physics import Action
from alces_mechanics.deck import add
from alces_mechanics.options import ON_DISPLACED_MESH


class PressureAction(Action):
    """Adds a Pressure condition for every displacement."""

    syntax: ClassVar[tuple[str, ...]] = ("BCs/Pressure/*",)
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("boundary", BOUNDARIES, doc="names or numbers of the boundaries"),
        Param("displacements", STRINGS, doc="displacements in x, y, z"),
        Param("factor", REAL, 1.0, doc="factor of the pressure", unit="Pa"),
        Param("function", FUNCTION, None, doc="pressure over space and time", unit="1"),
        Param("postprocessor", POSTPROCESSOR, None, doc="factor from a postprocessor", unit="1"),
        Param("alpha", REAL, 0.0, doc="HHT parameter of dynamic problems", aliases=("hht_alpha",)),
        ON_DISPLACED_MESH,
    )

    def expand(self, deck: Node) -> None:
        given = {"function": self.p.function, "postprocessor": self.p.postprocessor}
        for i, variable in enumerate(self.p.displacements):
            add(
                deck,
                f"BCs/Pressure_{self.name}_{i}",
                self.p.location_of(),
                type="Pressure",
                variable=variable,
                boundary=self.p.boundary,
                component=i,
                factor=self.p.factor,
                alpha=self.p.alpha,
                use_displaced_mesh=self.p.use_displaced_mesh,
                **{k: v for k, v in given.items() if v is not None},
            )
