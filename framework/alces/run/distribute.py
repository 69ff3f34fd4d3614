"""The mesh of a deck, whole or in parts: the first process makes it, and each gets its part."""
from __future__ import annotations

from typing import Any

from alces.hit import DeckErrors
from alces.mesh import Mesh, bisect, neighbours, split
from alces.params import validate
from alces.ranks import Ranks
from alces.run.meshes import build_mesh
from alces.run.periodic import check_periodic, tied_nodes
from alces.run.systems import PERIODIC_PARAMS
from alces.solve.partition import partition


def distributed_mesh(builder: Any, ranks: Ranks) -> tuple[Mesh | None, Mesh | None]:
    """The part of this process, and the whole mesh, which only the first one has.

    A lone process has the whole mesh as its part. Both are None after noting what is wrong with [Mesh].
    """
    if ranks.size == 1:
        whole = _whole(builder)
        return whole, whole
    parts: list[Mesh] = []
    known = len(builder.errors)
    whole = None
    if ranks.first:
        try:
            whole = _whole(builder)
            parts = _parts(builder, whole, ranks.size) if whole is not None else []
        except DeckErrors as found:
            builder.errors += found.errors
    errors = ranks.share(builder.errors[known:])
    if not ranks.first:
        builder.errors += errors
    received = ranks.send(dict(enumerate(parts)))
    return received.get(0), whole


def _whole(builder: Any) -> Mesh | None:
    return build_mesh(builder.deck.children.get("Mesh"), builder)


def _parts(builder: Any, whole: Mesh, n_parts: int) -> list[Mesh]:
    owner = partition(neighbours(whole), n_parts)
    if owner is None:
        owner = bisect(whole, n_parts)
    return list(split(whole, owner, n_parts, _ties(builder, whole)))


def _ties(builder: Any, whole: Mesh) -> list:
    """Tied nodes of every condition in [BCs/Periodic] that is in order; the others stop the deck later."""
    block = builder.deck.find("BCs/Periodic")
    out = []
    for node in block.children.values() if block else ():
        values, errors = validate(node, PERIODIC_PARAMS, builder.globals)
        if not errors and not check_periodic(values, whole, values.variable):
            out.append(tied_nodes(whole, values))
    return out
