"""`active` and `inactive`: lists of sub-blocks to keep or to drop."""

from __future__ import annotations

from alces.hit.errors import DeckError, did_you_mean
from alces.hit.node import Node
from alces.hit.substitute import Substitution
from alces.hit.value import Value

_ALL = "__all__"


def inactive_blocks(root: Node, substitution: Substitution, errors: list[DeckError]) -> set[Node]:
    """The topmost blocks that are switched off; mistakes go to `errors`."""
    off: set[Node] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node in off:
            continue
        try:
            off |= _switched_off(node, substitution, errors)
        except DeckError as error:
            if error not in errors:
                errors.append(error)
        waiting.extend(reversed(node.children.values()))
    return off


def prune(root: Node, off: set[Node]) -> None:
    """Remove the blocks in `off`, and all `active` and `inactive` parameters."""
    for node in root.walk():
        node.values.pop("active", None)
        node.values.pop("inactive", None)
        node.children = {name: child for name, child in node.children.items() if child not in off}


def _switched_off(node: Node, substitution: Substitution, errors: list[DeckError]) -> set[Node]:
    active, inactive = node.values.get("active"), node.values.get("inactive")
    if active and inactive:
        hint = f"'active' is set at {active.key_location}"
        raise DeckError("'active' and 'inactive' in one block", inactive.key_location, hint)
    if active:
        names = _names(node, active, substitution.text(node, "active"), errors)
        return set() if _ALL in names else _all_but(node, names)
    if inactive:
        names = _names(node, inactive, substitution.text(node, "inactive"), errors)
        if _ALL in names:
            return set(node.children.values())
        return {found for name in names if (found := node.find(name))}
    return set()


def _names(node: Node, value: Value, text: str, errors: list[DeckError]) -> list[str]:
    """The names in the list; an unknown one is reported."""
    names = text.split()
    for name in names:
        if name != _ALL and node.find(name) is None:
            start = len(node.path) + 1 if node.path else 0
            known = [other.path[start:] for other in node.walk() if other is not node]
            shown = [path for path in known if "/" not in path]
            hint = did_you_mean(name, known) or f"blocks here: {', '.join(shown[:20]) or 'none'}"
            place = value.at(value.text.find(name)) if name in value.text else value.location
            errors.append(DeckError(f"no block '{name}' in {_words(node)}", place, hint))
    return names


def _all_but(node: Node, paths: list[str]) -> set[Node]:
    """The topmost blocks below `node` that are neither on the way to one of `paths` nor inside one."""
    off: set[Node] = set()
    waiting = [(node, [path.split("/") for path in paths])]
    while waiting:
        block, kept = waiting.pop()
        for name, child in block.children.items():
            below = [parts[1:] for parts in kept if parts[0] == name]
            if not below:
                off.add(child)
            elif all(below):
                waiting.append((child, below))
    return off


def _words(node: Node) -> str:
    return f"[{node.path}]" if node.path else "the deck"
