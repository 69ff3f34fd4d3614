"""`make bench`: everything that is said about speed and memory, measured here and now.

    python benchmarks/run.py                           all sections
    python benchmarks/run.py assembly startup.commands some of them
    python benchmarks/run.py --small                   tiny sizes: does everything run?
    python benchmarks/run.py --list                    what there is
    python benchmarks/run.py --profile coupled5 128    where the time of an assembly goes, by function
    python benchmarks/run.py --docs                    the results so far into docs/performance.md

Writes benchmarks/results/all.md and .json; a run of some sections is named after them.
Only ratios within one run mean anything on another machine or another day.
"""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from machine import machine
from pages import RESULTS, SMALL, page, update_docs, write
from parts import SECTIONS, Part, measure, parts_of


def main(arguments: list[str]) -> int:
    """The command."""
    as_it_stands = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_it_stands)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"{', '.join(SECTIONS)}, SECTION.PART")
    parser.add_argument("--small", action="store_true", help="tiny sizes")
    parser.add_argument("--list", action="store_true", help="say what there is")
    parser.add_argument("--to", type=Path, default=RESULTS, metavar="FOLDER", help="where the tables go")
    parser.add_argument("--profile", nargs=2, metavar=("DECK", "N"), help="profile an assembly instead")
    parser.add_argument("--docs", action="store_true", help="write the results into docs/performance.md")
    given = parser.parse_args(arguments)
    if given.profile:
        from profiling import profile

        profile(*given.profile)
    elif given.docs:
        update_docs(given.to)
    else:
        try:
            parts = chosen(given.sections)
        except KeyError as unknown:
            parser.error(f"there is no {unknown}; there are {', '.join(SECTIONS)}, and their parts: --list")
        if given.list:
            print("\n".join(f"{p.section + '.' + p.name:<30} {p.title}" for p in parts))
        else:
            run(parts, given.to, "-".join(given.sections) or "all", given.small)
    return 0


def chosen(sections: list[str]) -> list[Part]:
    """The parts that the words name, all without a word."""
    parts = [part for section in SECTIONS for part in parts_of(section)]
    for wanted in sections:
        if not any(wanted in (p.section, f"{p.section}.{p.name}") for p in parts):
            raise KeyError(wanted)
    return [p for p in parts if not sections or {p.section, f"{p.section}.{p.name}"} & set(sections)]


def run(parts: list[Part], folder: Path, name: str, small: bool) -> None:
    """Measure them one after the other; what is done is kept if a later one is interrupted."""
    facts = machine()
    if small:
        facts[SMALL] = "small, so the numbers mean nothing"
    done: list[Part] = []
    for i, part in enumerate(parts):
        print(f"[{i + 1}/{len(parts)}] {part.section}.{part.name}: {part.title}", file=sys.stderr, flush=True)
        part.when = f"{facts['date']}, {facts['commit']}"
        done.append(measure(part, small))
        print(f"      {part.skipped or f'{part.seconds:.0f} s'}", file=sys.stderr, flush=True)
        file = write(folder, name, facts, done)
    print(page(facts, done))
    print(f"written: {file}.md, {file}.json", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
