"""Results as files, and what of them the documentation shows."""
from __future__ import annotations

import json
from pathlib import Path

from parts import Part, as_json
from table import markdown
from targets import compare

RESULTS = Path(__file__).parent / "results"
PERFORMANCE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
SMALL = "sizes"  # a fact that is there if they are tiny
BEGIN, END = "<!-- begin: benchmarks/run.py --docs -->", "<!-- end -->"


def page(facts: dict[str, str], parts: list[Part]) -> str:
    """Everything as Markdown."""
    out = ["# Benchmarks", "", _facts(facts)]
    if SMALL not in facts:
        out += ["", "## What is to be reached", "", markdown(compare(parts))]
    for part in parts:
        out += ["", f"## {part.title}", "", f"`{part.section}.{part.name}`"]
        if part.skipped:
            out += ["", f"Skipped: {part.skipped}"]
        else:
            out[-1] += f": {part.seconds:.0f} s, peak {part.peak_MB:.0f} MB"
            out += ["", markdown(part.rows, part.names)]
    return "\n".join(out) + "\n"


def write(folder: Path, name: str, facts: dict[str, str], parts: list[Part]) -> Path:
    """Both files; the path without suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    Path(f"{file}.md").write_text(page(facts, parts))
    Path(f"{file}.json").write_text(json.dumps({"machine": facts, "parts": as_json(parts)}, indent=1))
    return file


def read(folder: Path) -> tuple[dict[str, str], list[Part]]:
    """Machine and parts of all files of a folder; of each part the latest."""
    facts: dict[str, str] = {}
    parts: dict[tuple[str, str], Part] = {}
    for file in sorted(folder.glob("*.json"), key=lambda f: f.stat().st_mtime):
        content = json.loads(file.read_text())
        facts = content["machine"]
        for entry in content["parts"]:
            parts[entry["section"], entry["name"]] = Part(**entry)
    return facts, list(parts.values())


def update_docs(folder: Path) -> None:
    """Put what is in the result files of a folder into docs/performance.md."""
    facts, parts = read(folder)
    text = PERFORMANCE.read_text()
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    tables = [f"### {p.title}\n\n`{p.section}.{p.name}`, {p.when}\n\n{markdown(p.rows, p.names)}"
              for p in parts if not p.skipped]
    found = "\n\n".join([_facts(facts), markdown(compare(parts)), *tables])
    PERFORMANCE.write_text(f"{before}{BEGIN}\n\n{found}\n\n{END}{after}")


def _facts(facts: dict[str, str]) -> str:
    return "; ".join(f"{key}: {value}" for key, value in facts.items())
