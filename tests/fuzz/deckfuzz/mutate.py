"""Mutations of deck text: slips that people make, and texts that nobody writes by accident."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from alces.params import STRING, Param, declared
from alces.registry import load_plugins

JUNK = (
    "", "''", "x", "no_such_thing", "0", "-1", "1", "2", "3", "1.5", "-0.0", "1e300", "-1e300", "1e-300",
    "1e999", "nan", "inf", "-inf", "99999999999999999999", "1e18", "4 mm", "1_0", "0x10", "true", "false",
    "maybe", "'1 2'", "'1 2 3'", "'1 2 3 4 5 6 7'", "'0 0 0; 1 1 1'", "'x y'", "'u u'", "''''", "'", '"',
    "[", "]", "[]", "(", "${", "}", "${}", "${x}", "${raw 1 2}", "${fparse 1/0}", "${fparse 9^9^9^9}",
    "${units 1 mm -> s}", "${units 1}", "'x + t'", "'x +'", "'1/0'", "'sqrt(-1)'", "'if(x>0.5, 1, 0)'",
    "'log(0*x)'", "__import__", "'u.real'", "\u03b1", "'\u00b5 \u4e16'", "\0", "a/b", "..", "left",
    "'left right'", "top", "0 1", "ANY_BLOCK_ID", "all", "none", "'timestep_end'",
    "'initial linear nonlinear timestep_end'", "'1 0 0 0 1 0 0 0 1'", "CONSTANT", "SECOND", "MONOMIAL",
    "HERMITE", "!include deck.i", ":=", "= =", "#", "'#'", "\\", "a" * 300, "'" + "1 " * 200 + "'",
)  # fmt: skip
_NUMBERS = ("0", "-1", "1", "7", "0.5", "1e9", "1e-9", "1e40", "nan", "inf", "x", "", "1 1", "1e")
CHARACTERS = "[]'\"${}=#/\\.,;:()+-*^<>&|!%0 9eE_x\n\t\0\u00b5\u4e16"
_HEADER = re.compile(r"^\s*\[\s*(?:\./)?([\w./-]*)\s*\]\s*$")
_PARAMETER = re.compile(r"^(\s*)([\w./]+)(\s*=\s*)(.*)$")
_TYPE = re.compile(r"\s*type\s*=")
_WORD = re.compile(r"[A-Za-z_]\w*")

Lines = list[str]


def mutant(text: str, rng: Random) -> tuple[str, list[str]]:
    """A deck with one to four mutations, and overrides of the command line (mostly none)."""
    lines = text.split("\n")
    for _ in range(rng.choice((1, 1, 1, 1, 1, 2, 2, 3, 4))):
        lines = rng.choice(_MUTATIONS)(lines, rng) or [""]
    overrides = [_override(lines, rng)] if rng.random() < 0.1 else []
    return "\n".join(lines), overrides


def _parameters(lines: Lines) -> list[int]:
    return [i for i, line in enumerate(lines) if _PARAMETER.match(line)]


def _block(lines: Lines, rng: Random) -> tuple[int, int]:
    """First and last line + 1 of some block."""
    starts = [
        i for i, line in enumerate(lines) if (m := _HEADER.match(line)) and m.group(1) not in ("", "../")
    ]
    if not starts:
        return 0, len(lines)
    start = rng.choice(starts)
    depth = 0
    for i in range(start, len(lines)):
        if match := _HEADER.match(lines[i]):
            depth += -1 if match.group(1) in ("", "../") else 1
            if depth == 0:
                return start, i + 1
    return start, len(lines)


def _with_value(line: str, value: str) -> str:
    match = _PARAMETER.match(line)
    return f"{match.group(1)}{match.group(2)}{match.group(3)}{value}" if match else line


def _drop_line(lines: Lines, rng: Random) -> Lines:
    i = rng.randrange(len(lines))
    return lines[:i] + lines[i + 1 :]


def _double_line(lines: Lines, rng: Random) -> Lines:
    i = rng.randrange(len(lines))
    return [*lines[:i], lines[i], *lines[i:]]


def _swap_lines(lines: Lines, rng: Random) -> Lines:
    i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[i], lines[j] = lines[j], lines[i]
    return lines


def _drop_block(lines: Lines, rng: Random) -> Lines:
    start, end = _block(lines, rng)
    return lines[:start] + lines[end:]


def _double_block(lines: Lines, rng: Random) -> Lines:
    start, end = _block(lines, rng)
    copy = lines[start:end]
    if rng.random() < 0.7:
        copy[0] = copy[0].replace("]", "2]", 1)
    return lines[:end] + copy + lines[end:]


def _move_block(lines: Lines, rng: Random) -> Lines:
    start, end = _block(lines, rng)
    rest = lines[:start] + lines[end:]
    i = rng.randrange(len(rest) + 1)
    return rest[:i] + lines[start:end] + rest[i:]


def _misspell(lines: Lines, rng: Random) -> Lines:
    i = rng.randrange(len(lines))
    words = list(_WORD.finditer(lines[i]))
    if words:
        word = rng.choice(words)
        at = rng.randrange(word.start(), word.end())
        replacement = rng.choice(("", lines[i][at] * 2, rng.choice("xyz_0")))
        lines[i] = lines[i][:at] + replacement + lines[i][at + 1 :]
    return lines


def _rename(lines: Lines, rng: Random) -> Lines:
    """One name by another of the deck, in one place or everywhere."""
    words = _WORD.findall("\n".join(lines))
    if not words:
        return lines
    old, new = rng.choice(words), rng.choice([*words, "1", "x2"])
    pattern = re.compile(rf"\b{old}\b")
    if rng.random() < 0.5:
        return [pattern.sub(new, line) for line in lines]
    i = rng.choice([i for i, line in enumerate(lines) if pattern.search(line)] or [0])
    lines[i] = pattern.sub(new, lines[i], count=1)
    return lines


def _junk_value(lines: Lines, rng: Random) -> Lines:
    if where := _parameters(lines):
        i = rng.choice(where)
        lines[i] = _with_value(lines[i], rng.choice(JUNK))
    return lines


def _other_value(lines: Lines, rng: Random) -> Lines:
    if where := _parameters(lines):
        i, j = rng.choice(where), rng.choice(where)
        match = _PARAMETER.match(lines[j])
        lines[i] = _with_value(lines[i], match.group(4) if match else "")
    return lines


def _number(lines: Lines, rng: Random) -> Lines:
    """Another number in place of one."""
    where = [i for i, line in enumerate(lines) if re.search(r"=.*\d", line)]
    if where:
        i = rng.choice(where)
        found = rng.choice(list(re.finditer(r"\d+\.?\d*(?:e-?\d+)?", lines[i])))
        lines[i] = lines[i][: found.start()] + rng.choice(_NUMBERS) + lines[i][found.end() :]
    return lines


def _unit(lines: Lines, rng: Random) -> Lines:
    if where := _parameters(lines):
        lines[rng.choice(where)] += rng.choice((" mm", " [m]", "%", "'", " # unit", "\\"))
    return lines


def _characters(lines: Lines, rng: Random) -> Lines:
    text = "\n".join(lines)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(("", rng.choice(CHARACTERS))) + text[at + rng.randint(0, 1) :]
    return text.split("\n")


def _cycle(lines: Lines, rng: Random) -> Lines:
    circle = rng.choice(
        (["a = ${a}"], ["a = ${b}", "b = ${a}"], ["a = '${b} ${b}'", "b = '${c} ${c}'", "c = 1"])
    )
    if where := _parameters(lines):
        i = rng.choice(where)
        lines[i] = _with_value(lines[i], rng.choice(("${a}", "'${b}${a}'", "${fparse a + 1}")))
    return circle + lines


def _include(lines: Lines, rng: Random) -> Lines:
    i = rng.randrange(len(lines) + 1)
    return [
        *lines[:i],
        rng.choice(("!include deck.i", "!include none.i", "!include .", "!include")),
        *lines[i:],
    ]


def _nest(lines: Lines, rng: Random) -> Lines:
    start, end = _block(lines, rng)
    depth = rng.choice((1, 2, 5, 300))
    return [*lines[:start], *["[deep]"] * depth, *lines[start:end], *["[]"] * depth, *lines[end:]]


def _types(lines: Lines) -> list[tuple[int, str, type]]:
    """Line, system and class of every type that the deck names."""
    named = {i: line.partition("=")[2].strip() for i, line in enumerate(lines) if _TYPE.match(line)}
    return [
        (i, system, cls)
        for i, name in named.items()
        for system, cls in load_plugins()
        if cls.__name__ == name
    ]


def _declared_parameter(lines: Lines, rng: Random) -> Lines:
    """A parameter that the type of some block takes, with a value that is right or wrong."""
    if types := _types(lines):
        i, _, cls = rng.choice(types)
        param = rng.choice([param for _, param in sorted(declared(cls).items())] or [Param("type", STRING)])
        given = [
            j for j in range(max(i - 9, 0), min(i + 9, len(lines))) if lines[j].strip().startswith(param.name)
        ]
        for j in given[:1]:
            del lines[j]
        below = i + (1 if not given or given[0] > i else 0)
        lines.insert(below, f"    {param.name} = {_fitting(param.kind.name, lines, rng)}")
    return lines


def _other_type(lines: Lines, rng: Random) -> Lines:
    """A type of the same system, mostly."""
    if types := _types(lines):
        i, system, _ = rng.choice(types)
        everything = list(load_plugins())
        same = [cls for other, cls in everything if other == system or rng.random() < 0.005]
        lines[i] = _with_value(lines[i], rng.choice(same).__name__)
    return lines


def _new_object(lines: Lines, rng: Random) -> Lines:
    """A block of any type, with what it must have and some of what it may have."""
    system, cls = rng.choice(list(load_plugins()))
    made = [
        f"[{system}/new]" if system not in ("Executioner", "Mesh") else f"[{system}]",
        f"type = {cls.__name__}",
    ]
    for name, param in declared(cls).items():
        if param.required or rng.random() < 0.2:
            made.append(f"{name} = {_fitting(param.kind.name, lines, rng)}")
    return [*lines, *made, "[]"]


_FITTING: dict[str, Callable[[Random], str]] = {
    "number": lambda rng: rng.choice(("1", "0", "0.3", "-2", "1e-9", "1e9")),
    "integer": lambda rng: rng.choice(("0", "1", "2", "3", "10", "-1")),
    "true or false": lambda rng: rng.choice(("true", "false")),
    "expression": lambda rng: rng.choice(("'x + t'", "1", "'u^2'", "'c*log(c)'", "'1/x'", "'a := x; a*a'")),
    "point 'x y z'": lambda rng: rng.choice(("'0 0 0'", "'0.5 0.5 0'", "'9 9 9'")),
    "list of numbers": lambda rng: rng.choice(
        ("1", "'0 1'", "'0 1 2'", "'1 0 0 0 1 0 0 0 1'", "'1e9 -1'", "''")
    ),
    "list of integers": lambda rng: rng.choice(("0", "1", "'0 1'", "'2 2 2'", "-1", "100")),
    "list of points": lambda rng: rng.choice(("'0 0 0'", "'0 0 0; 0.5 0.5 0'")),
    "list of boundaries": lambda rng: rng.choice(("left", "right", "'left right'", "0")),
    "list of blocks": lambda rng: rng.choice(("0", "1", "'0 1'", "ANY_BLOCK_ID")),
}


def _fitting(kind: str, lines: Lines, rng: Random) -> str:
    if kind.startswith(("one of: ", "some of: ")) and rng.random() < 0.95:
        return rng.choice(kind.partition(": ")[2].split(", "))
    if kind in _FITTING and rng.random() < 0.9:
        return _FITTING[kind](rng)
    if "variable" in kind and rng.random() < 0.9:
        return rng.choice(re.findall(r"variable\s*=\s*(\w+)", "\n".join(lines)) or ["u"])
    return _plausible(lines, rng)


def _plausible(lines: Lines, rng: Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(JUNK)
    if rng.random() < 0.5:
        return rng.choice(_WORD.findall("\n".join(lines)) or ["u"])
    return rng.choice(("0", "1", "2", "'0 1'", "u", "true", "0.5", "'x*t'", "left"))


def _override(lines: Lines, rng: Random) -> str:
    names = re.findall(r"^\s*(?:\[(?:\./)?([\w/]+)\]|(\w+)\s*=)", "\n".join(lines), re.MULTILINE)
    words = [a or b for a, b in names] or ["u"]
    path = "/".join(rng.choice(words) for _ in range(rng.randint(1, 4)))
    return f"{path}{rng.choice(('=', ':=', '==', '', '/='))}{rng.choice(JUNK)}"


_MUTATIONS: tuple[Callable[[Lines, Random], Lines], ...] = (
    *2 * (_drop_line, _double_line, _swap_lines, _drop_block, _double_block, _move_block),
    *2 * (_misspell, _junk_value, _unit, _characters, _other_type),
    *3 * (_rename, _other_value),
    *5 * (_number, _new_object),
    *10 * (_declared_parameter,),
    _cycle, _include, _nest,
)  # fmt: skip
