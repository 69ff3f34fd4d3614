"""Every deck, command and piece of Python in docs/ and in the README does what the page says.

Fenced blocks: ``hit name=x.i`` is a whole deck and runs; ``hit error name=x.i`` fails with the text of the
next ``text`` block; plain ``hit`` is a part of a deck, whose types and parameters must exist; ``python``
runs, in the folder of the decks; in ``sh`` the lines that start with ``alces`` run.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from alces.cli.main import main
from alces.hit import parse
from alces.params import declared, validate
from alces.registry import load_plugins

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Block:
    language: str
    words: list[str]
    text: str
    line: int

    @property
    def name(self) -> str | None:
        return next((word.removeprefix("name=") for word in self.words if word.startswith("name=")), None)


def blocks(page: Path) -> list[Block]:
    text = page.read_text()
    return [Block(m[1], m[2].split(), m[3], text[: m.start()].count("\n") + 1) for m in FENCE.finditer(text)]


def run_deck(block: Block) -> None:
    assert block.name is not None
    Path(block.name).write_text(block.text)
    assert main(["-i", block.name, "--quiet"]) == 0


def check_fragment(block: Block) -> None:
    """Types and parameters of a part of a deck."""
    table = load_plugins()
    for system, node in parse(block.text).children.items():
        for child in node.children.values():
            if child.get("type"):
                _, errors = validate(child, declared(table.find(system, child.get("type") or "")).values())
                assert not errors, errors


def run_commands(block: Block, check_only: bool) -> None:
    """The commands of a block; `check_only`: its decks are too long for a test, so they are only checked."""
    for line in block.text.splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["alces"]:
            if check_only and words[1] == "-i":
                words[1] = "check"
            assert main(words[1:]) == 0, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    if page.name == "architecture.md":  # it goes on with a deck of another page
        (tmp_path / "brackets.i").write_text(next(b.text for b in blocks(ROOT / "docs/decks.md") if b.name))
    if page.name == "README.md":
        (tmp_path / "inputs").symlink_to(ROOT / "inputs")
    names: dict[str, object] = {}
    expected = ""
    for block in blocks(page):
        if block.language == "hit" and "error" in block.words:
            assert block.name is not None
            Path(block.name).write_text(block.text)
            capsys.readouterr()
            assert main(["-i", block.name]) == 2
            expected = capsys.readouterr().err
        elif block.language == "text":
            assert block.text == expected
        elif block.language == "hit" and block.name:
            run_deck(block)
        elif block.language == "hit":
            check_fragment(block)
        elif block.language == "python":
            exec(compile("\n" * block.line + block.text, str(page), "exec"), names)
        elif block.language == "sh":
            run_commands(block, check_only=page.name == "README.md")


def test_every_block_says_what_it_is() -> None:
    for page in PAGES:
        assert page.read_text().count("\n```") == 2 * len(blocks(page)), page
        assert {block.language for block in blocks(page)} <= {"hit", "python", "sh", "text"}


def test_there_is_something_to_test() -> None:
    found = [block for page in PAGES for block in blocks(page)]
    assert sum(block.language == "hit" for block in found) >= 5
    assert sum(block.language == "python" for block in found) >= 6


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_the_table_of_blocks_is_complete() -> None:
    from alces.run.systems import OBJECT_SYSTEMS, SETTINGS_SYSTEMS

    table = (ROOT / "docs/decks.md").read_text().split("## The blocks")[1].split("## Formulas")[0]
    first = " ".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", first)) == {*OBJECT_SYSTEMS, *SETTINGS_SYSTEMS, "Physics"}
