"""Check a deck block against declared parameters."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from alces.expr import parse as parse_expression
from alces.hit import DeckError, Node, Value, did_you_mean
from alces.params.param import Param, Values

_ALWAYS = ("type", "active", "inactive", "control_tags", "enable")


def declared(cls: type) -> dict[str, Param]:
    """All parameters of a class by name: its own and those of its bases, the nearest class winning.

    A class removes an inherited parameter by listing its name in ``without``.
    """
    found: dict[str, Param] = {}
    for base in reversed(cls.__mro__):
        for name in base.__dict__.get("without", ()):
            found.pop(name, None)
        for param in base.__dict__.get("parameters", ()):
            found[param.name] = param
    return found


def validate(
    node: Node, params: Iterable[Param], global_params: Node | None = None, extra: Sequence[str] = ()
) -> tuple[Values, list[DeckError]]:
    """The values of a block and every mistake in it.

    Args:
        node: the block.
        params: what may stand in it.
        global_params: `[GlobalParams]`, used for declared parameters that the block leaves out.
        extra: further names that are allowed and ignored here (read elsewhere).

    Returns:
        the values (meaningful only without errors) and the list of errors.
    """
    params = list(params)
    spellings = {name: p for p in params for name in (p.name, *p.aliases)}
    values: dict[str, Any] = {p.name: None if p.required else p.default for p in params}
    sources: dict[str, Value] = {}
    errors = []
    for name, value in node.values.items():
        param = spellings.get(name)
        if param is None and (name in _ALWAYS or name in extra):
            continue
        if param is None:
            hint = did_you_mean(name, spellings) or "allowed: " + (
                ", ".join(sorted(spellings)) or "no parameters"
            )
            errors.append(DeckError(f"unused parameter '{node.path}/{name}'", value.key_location, hint))
            continue
        if param.name in sources:
            errors.append(
                DeckError(f"'{node.path}/{name}' is given twice under two spellings", value.key_location)
            )
            continue
        _take(param, node.path, value, values, sources, errors)
    for param in params:
        if param.name in sources:
            continue
        given = next(
            (n for n in (param.name, *param.aliases) if global_params and n in global_params.values), None
        )
        if given and global_params:
            _take(param, node.path, global_params.values[given], values, sources, errors)
        elif param.required:
            what = f"{param.doc} ({param.kind.name})" if param.doc else f"a {param.kind.name}"
            errors.append(
                DeckError(f"missing required parameter '{node.path}/{param.name}': {what}", node.location)
            )
    return Values(values, sources, node.location), errors


def _take(
    param: Param, path: str, value: Value, values: dict, sources: dict, errors: list[DeckError]
) -> None:
    sources[param.name] = value
    try:
        values[param.name] = parsed = param.kind.parse(value.text)
        if param.required and parsed in ("", ()):
            raise ValueError("must not be empty")
        _check_length(param, parsed)
        _check_range(param, parsed)
    except ValueError as error:
        errors.append(
            DeckError(f"'{path}/{param.name}': {error}", value.location, f"expected: {param.kind.name}")
        )


def _check_length(param: Param, parsed: Any) -> None:
    if param.length is not None and len(parsed) != param.length:
        raise ValueError(f"needs {param.length} entries, but {len(parsed)} are given")


def _check_range(param: Param, parsed: Any) -> None:
    if not param.range:
        return
    rule = parse_expression(param.range)
    for entry in parsed if isinstance(parsed, tuple) else (parsed,):
        if isinstance(entry, (int, float)) and not rule.evaluate({param.name: float(entry)}):
            unit = f" {param.unit}" if param.unit else ""
            raise ValueError(f"{entry:g}{unit} is out of range; it must satisfy {param.range}")
