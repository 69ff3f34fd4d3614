"""A block of a deck: parameters and sub-blocks, in the order of the deck."""

from __future__ import annotations

from collections.abc import Iterator

from alces.hit.errors import DeckError, Location
from alces.hit.limits import MAX_DEPTH
from alces.hit.names import is_block_path, is_key
from alces.hit.value import Value, quote


class Node:
    """A block; the root of a deck has no name and no parent.

    `values` and `children` keep the order of the deck. `referenced` holds the names of those parameters of
    this block that some `${}` has read: they are used, even if no object asks for them.
    """

    def __init__(self, name: str, location: Location, parent: Node | None = None) -> None:
        self.name = name
        self.location = location
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.values: dict[str, Value] = {}
        self.children: dict[str, Node] = {}
        self.referenced: set[str] = set()

    def __repr__(self) -> str:
        return f"Node({self.path!r}, {self.location})"

    @property
    def path(self) -> str:
        """Names from the root down, such as "Kernels/diff"; "" for the root."""
        names: list[str] = []
        node: Node | None = self
        while node is not None and node.parent is not None:
            names.append(node.name)
            node = node.parent
        return "/".join(reversed(names))

    def find(self, path: str) -> Node | None:
        """The block at `path` below this one, or None."""
        node: Node | None = self
        for name in path.split("/") if path else ():
            node = node.children.get(name) if node else None
        return node

    def get(self, path: str) -> str | None:
        """The text of the parameter at `path` (its name, or "sub/block/name"), or None."""
        block, _, name = path.rpartition("/")
        node = self.find(block)
        value = node.values.get(name) if node else None
        return value.text if value else None

    def walk(self) -> Iterator[Node]:
        """This block and all below it, each before its sub-blocks, in the order of the deck."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children.values()))

    def add_block(self, path: str, location: Location) -> Node:
        """The block at `path`, made (with `location`) where it does not exist.

        Raises DeckError for a path that no deck can hold and for blocks nested beyond any reason.
        """
        if not is_block_path(path):
            raise DeckError(f"'{path}' is no path of a block", location)
        node = self
        for name in path.split("/"):
            if name not in node.children:
                if node.depth >= MAX_DEPTH:
                    raise DeckError(f"blocks are nested more than {MAX_DEPTH} deep", location)
                node.children[name] = Node(name, location, node)
            node = node.children[name]
        return node

    def set(self, path: str, text: str, location: Location) -> None:
        """Set the parameter at `path` to `text`; replaces an older value, makes missing blocks.

        Raises DeckError as `add_block` does.
        """
        self.set_value(path, Value(text, location, quote(text), location))

    def set_value(self, path: str, value: Value) -> None:
        """As `set`, with a value made elsewhere."""
        if not is_key(path):
            raise DeckError(f"'{path}' is no name of a parameter", value.key_location)
        block, _, name = path.rpartition("/")
        node = self.add_block(block, value.key_location) if block else self
        node.values[name] = value

    def to_text(self) -> str:
        """The block's content as deck text that parses to the same tree (comments are lost)."""
        lines: list[str] = []
        self._write(lines, "")
        return "".join(f"{line}\n" for line in lines)

    def _write(self, lines: list[str], indent: str) -> None:
        lines.extend(f"{indent}{name} = {quote(value.text)}" for name, value in self.values.items())
        for child in self.children.values():
            lines.append(f"{indent}[{child.name}]")
            child._write(lines, indent + "  ")
            lines.append(f"{indent}[]")
