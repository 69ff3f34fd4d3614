"""Short forms of a deck: blocks that stand for several others."""
from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

from alces.hit import DeckError, Node
from alces.params import declared, validate


def expand_actions(builder: Any) -> None:
    """Expand short forms until none is left; an expanded block is removed from the tree."""
    actions = builder.table.classes.get("Actions", {}).values()
    for node in list(builder.deck.walk()):
        for cls in actions:
            if any(_matches(node.path, pattern) for pattern in cls.syntax):
                if cls.inherits:
                    _inherit(node)
                values, errors = validate(node, declared(cls).values(), builder.globals)
                builder.errors += errors
                if not errors:
                    try:
                        cls(node.name, values).expand(builder.deck)
                    except DeckError as error:
                        builder.errors.append(error)
                _remove(node, cls.inherits)
                break
    for root in ("Modules", "Physics"):
        top = builder.deck.children.get(root)
        if top is None:
            continue
        for leaf in top.walk():
            if leaf.values:
                builder.fail(f"unknown short form [{leaf.path}]", leaf.location,
                             "known: " + ", ".join(sorted(p for c in actions for p in c.syntax)))
        del builder.deck.children[root]


def _inherit(node: Node) -> None:
    """Copy the values of the block above that the block does not have itself."""
    assert node.parent is not None
    for name, value in node.parent.values.items():
        if name not in node.values:
            node.set_value(name, value)


def _remove(node: Node, with_values: bool = False) -> None:
    """Take a block out of the tree, and the blocks above it that it leaves empty, but for top-level ones.

    Args:
        with_values: the block directly above counts as empty although it has values (they were inherited).
    """
    parent = node.parent
    assert parent is not None
    del parent.children[node.name]
    if (
        parent.parent is not None
        and parent.parent.parent is not None
        and not parent.children
        and (with_values or not parent.values)
    ):
        _remove(parent)


def _matches(path: str, pattern: str) -> bool:
    return path.count("/") == pattern.count("/") and fnmatchcase(path, pattern)
