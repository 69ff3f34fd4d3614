"""Formulas that nobody writes by accident: nothing is executed, and all end soon, in a value or a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from alces.expr import ExpressionError, derivatives, parse
from alces.expr.orders import MAX_DERIVATIVES
from deckfuzz.judge import verdict

DEEP = 10**5
HOSTILE = {
    "import": "__import__(os).system(touch)",
    "attribute": "x.__class__",
    "tuple": "().__class__",
    "lambda": "lambda: 1",
    "list": "[x for x in x]",
    "builtins": "__builtins__",
    "parentheses": "(" * DEEP + "x" + ")" * DEEP,
    "minus": "-" * DEEP + "x",
    "calls": "exp(" * 90 + "x" + ")" * 90,
    "ifs": "if(" * 5000 + "x" + ",1,2)" * 5000,
    "commas": "max(" + "1," * DEEP + "1)",
    "power": "9^9^9^9",
    "tower": "^".join(["x"] * 95),
    "root of a negative number": "(0 - 1)^(x + 0.5)",
    "zero": "x%0 + x/0",
    "integer": "9" * 100_000,
    "sum": "+".join(["x"] * 200_000),
    "longest sum": "+".join(["x"] * 4000),
    "product": "*".join(["(x+1)"] * 1500),
    "unicode": "\u03be+\u03c0",
    "zero byte": "x\0+1",
    "shift": "1<<99999999",
    "semicolons": ";" * DEEP,
    "laughs": "a0 := x+x; " + "".join(f"a{i} := a{i - 1}*a{i - 1}; " for i in range(1, 60)) + "a59",
    "chain": "a0 := x; " + "".join(f"a{i} := sin(a{i - 1})*x; " for i in range(1, 500)) + "a499",
}  # fmt: skip
PLACES = {
    "ParsedFunction": """
[Functions/f]
  type = ParsedFunction
  expression = "{}"
[]
[Kernels/source]
  type = BodyForce
  variable = u
  function = f
[]
""",
    "function": """
[Kernels/source]
  type = BodyForce
  variable = u
  function = "{}"
[]
""",
    "DerivativeParsedMaterial": """
[Materials/k]
  type = DerivativeParsedMaterial
  coupled_variables = x
  property_name = k
  expression = "{}"
  derivative_order = 2
[]
[AuxVariables/x]
  initial_condition = 1
[]
[Kernels/flux]
  type = MatDiffusion
  variable = u
  diffusivity = k
[]
""",
    "ParsedAux": """
[AuxVariables/a]
[]
[AuxKernels/a]
  type = ParsedAux
  variable = a
  use_xyzt = true
  expression = "{}"
[]
""",
    "fparse": "[Kernels/r]\n  type = Reaction\n  variable = u\n  rate = ${{fparse {}}}\n[]\n",
    "braces": "[Kernels/r]\n  type = Reaction\n  variable = u\n  rate = ${{{}}}\n[]\n",
    "units": "[Kernels/r]\n  type = Reaction\n  variable = u\n  rate = ${{units 1 {} -> m}}\n[]\n",
    "number": '[Kernels/r]\n  type = Reaction\n  variable = u\n  rate = "{}"\n[]\n',
    "list of names": '[Kernels]\n  active = "{}"\n[]\n',
}
DECK = """\
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables/u]
[]
[Kernels/d]
  type = Diffusion
  variable = u
[]
[Executioner]
  type = Steady
[]
"""
SIDESET = """\
[Mesh]
  [line]
    type = GeneratedMeshGenerator
    dim = 1
  []
  [side]
    type = ParsedGenerateSideset
    input = line
    new_sideset_name = s
    combinatorial_geometry = "{}"
  []
[]
"""


@pytest.mark.parametrize("place", PLACES)
def test_a_hostile_formula_in(tmp_path: Path, place: str) -> None:
    for text in HOSTILE.values():
        assert verdict(DECK + PLACES[place].format(text), [], tmp_path, run=True, seconds=10)
    assert not list(tmp_path.glob("touch*"))


def test_a_hostile_formula_of_a_mesh_or_of_the_command_line(tmp_path: Path) -> None:
    for text in HOSTILE.values():
        assert verdict(SIDESET.format(text) + DECK[DECK.index("[Var") :], [], tmp_path, seconds=10)
        assert verdict(DECK, [f"Mesh/nx={text}"], tmp_path, seconds=10) == "mistakes"
        assert verdict(DECK, [text], tmp_path, seconds=10) == "mistakes"


@pytest.mark.parametrize(
    ("names", "order", "message"),
    [("xyz", 50, "makes 23426 derivatives"), ("x", 10**18, "more than 10^15"), ("x", 30, "operations")],
)
def test_too_many_derivatives_are_refused(names: str, order: int, message: str, monkeypatch) -> None:
    monkeypatch.setattr("alces.expr.orders.MAX_OPERATIONS", 5000)
    with pytest.raises(ExpressionError) as caught:
        list(derivatives(parse("exp(sin(x^2/(1 + x)))*cos(x*y*z)"), names, order))
    assert message in str(caught.value)


def test_derivatives_come_in_order() -> None:
    found = dict(derivatives(parse("x^2*y"), ["y", "x"], 2))
    assert list(found) == [("x",), ("y",), ("x", "x"), ("x", "y"), ("y", "y")]
    assert [str(e) for e in found.values()] == ["2*(x*y)", "x^2", "2*y", "2*x", "0"]
    assert not list(derivatives(parse("x"), [], 10**18))
    assert MAX_DERIVATIVES > 1771  # of 20 order parameters to third order


def test_a_deck_that_asks_for_too_many_is_told(tmp_path: Path) -> None:
    text = PLACES["DerivativeParsedMaterial"].format("x^2")
    text = text.replace("derivative_order = 2", "derivative_order = 20000")
    assert verdict(DECK + text, [], tmp_path) == "mistakes"


@pytest.mark.parametrize(
    "text",
    [
        "a = ${b}\nb = ${a}\n",
        "!include deck.i\n",
        "\n".join(f"a{i} = '${{a{i + 1}}} ${{a{i + 1}}}'" for i in range(50)) + "\na50 = ha\n",
        "[a]\n" * 10_000,
        "[a/" + "b/" * 10_000 + "c]\n[]\n",
        "x = " + "${" * 10_000 + "\n",
        "x = '" + "1 " * 10**6 + "'\n",
        "\0",
        "#" * 21_000_000,
    ],
    ids=["circle", "itself", "doubling", "depth", "path", "braces", "long", "zero", "size"],
)  # fmt: skip
def test_a_hostile_deck(tmp_path: Path, text: str) -> None:
    assert verdict(text + DECK, [], tmp_path, seconds=10) == "mistakes"
