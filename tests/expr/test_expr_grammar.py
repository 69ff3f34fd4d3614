"""The grammar against values worked by hand from FParser's documented precedence."""

from __future__ import annotations

import math
import sys

import pytest
from alces.expr import ExpressionError, free_names, parse


def value(text: str, **values: float) -> float:
    return parse(text).evaluate(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", 1.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e-3", 0.001),
        ("1.5E+2", 150.0),
        ("1 - 2 - 3", -4.0),
        ("24/4/2", 3.0),
        ("24/4*2", 12.0),
        ("2 + 3*4", 14.0),
        ("(2 + 3)*4", 20.0),
        ("-2^2", -4.0),
        ("(-2)^2", 4.0),
        ("2^3^2", 512.0),
        ("2^-1", 0.5),
        ("2^-2^2", 0.0625),
        ("2*-3", -6.0),
        ("--3", 3.0),
        ("2 - -3", 5.0),
        ("+3", 3.0),
        ("-2*3", -6.0),
        ("7 % 4", 3.0),
        ("-7 % 4", -3.0),
        ("7 % -4", 3.0),
        ("2*7 % 4", 2.0),
        ("1 + 1 < 3", 1.0),
        ("3 > 2 > 1", 0.0),  # (3 > 2) > 1
        ("1 = 1", 1.0),
        ("1 == 2", 0.0),
        ("1 != 2", 1.0),
        ("2 <= 2", 1.0),
        ("2 >= 3", 0.0),
        ("!1 = 0", 1.0),  # (!1) = 0
        ("!0.4", 1.0),
        ("!0.5", 0.0),
        ("!-0.6", 0.0),
        ("1 | 0 & 0", 1.0),
        ("(1 | 0) & 0", 0.0),
        ("1 && 1", 1.0),
        ("0 || 0", 0.0),
        ("1 < 2 & 3 < 4", 1.0),
        ("(1 < 2) + (3 < 4)", 2.0),
        ("if(1 < 2, 10, 20)", 10.0),
        ("if(0.4, 10, 20)", 20.0),
        ("2*pi", 6.283185307179586),
        ("e", 2.718281828459045),
        ("pow(2, 10)", 1024.0),
    ],
)
def test_precedence_and_constants(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected, rel=1e-15)


def test_local_definitions() -> None:
    text = "r := sqrt(x*x + y*y);\n  twice := 2*r;\n twice + r"
    assert value(text, x=3.0, y=4.0) == 15.0
    assert parse(text).names == {"x", "y"}


def test_local_definition_may_use_names_like_the_first_word() -> None:
    assert value("a1:=x; a1", x=7.0) == 7.0
    assert value("x = 3", x=3.0) == 1.0


def test_structure_is_identity() -> None:
    assert parse("x + y*2") is parse(" x+(y * 2)")
    assert parse("x + y") is not parse("y + x")
    assert parse("0*x") is not parse("(-0)*x")


def test_expression_cannot_be_changed() -> None:
    import copy

    expression = parse("x + 1")
    with pytest.raises(AttributeError):
        expression.op = "-"
    assert copy.deepcopy([expression])[0] is expression


def test_free_names_in_order_with_positions() -> None:
    assert free_names("k := a*b; k + sin(T) + a + pi") == {"a": 5, "b": 7, "T": 18}
    assert list(free_names("k := a*b; k + sin(T) + a + pi")) == ["a", "b", "T"]


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", 0, "found the end"),
        ("1 +", 3, "found the end"),
        ("x**2", 1, "'^'"),
        ("2x", 1, "'*'"),
        ("(1)(2)", 3, "'*'"),
        ("x(2)", 0, "'*'"),
        ("x + x(2)", 4, "'x' is not a function"),
        ("sni(x)", 0, "did you mean 'sin'?"),
        ("Sin(x)", 0, "did you mean 'sin'?"),
        ("ln(x)", 0, "use 'log'"),
        ("1 + sin", 4, "parentheses"),
        ("sin(1, 2)", 0, "takes 1 argument(s), not 2"),
        ("max(1)", 0, "takes 2 argument(s), not 1"),
        ("sin()", 0, "not 0"),
        ("if(1, 2)", 0, "takes 3"),
        ("conj(x)", 0, "complex"),
        ("(1 + 2", 6, "to close the '(' at character 1"),
        ("1 + 2)", 5, "found ')'"),
        ("a.b", 1, "unexpected character '.'"),
        ("x ? 1", 2, "'?'"),
        ("x.__class__", 1, "'.'"),
        ("'x'", 0, '"\'"'),
        ("a := 1", 6, "';'"),
        ("a; b", 0, "':= ...'"),
        ("pi := 3; pi", 0, "reserved"),
        ("sin := 3; 1", 0, "reserved"),
        ("a := 1; a := 2; a", 8, "twice"),
        ("b := a; a := 2; a", 8, "after its first use"),
        ("1 := 2; 3", 2, "expected an operator"),
        ("0x10", 1, "expected an operator"),
    ],
)
def test_errors_name_the_position(text: str, position: int, words: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.position == position
    assert words.replace("':= ...'", ":= ...") in caught.value.message


def test_error_text_counts_characters_from_one() -> None:
    with pytest.raises(ExpressionError, match=r"\(at character 4\)"):
        parse("1 +")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000 + "x" + ")" * 100_000,
        "-" * 100_000 + "x",
        "sin(" * 110 + "x" + ")" * 110,
        "^".join("x" * 110),
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match="nested deeper than 100"):
        parse(text)


def test_long_text_is_refused() -> None:
    with pytest.raises(ExpressionError, match="longer than 10000"):
        parse("+".join(["x"] * 6000))


def test_largest_allowed_sizes_work() -> None:
    assert value("(" * 98 + "x" + ")" * 98, x=2.0) == 2.0
    long_sum = "+".join(f"a{i}*x" for i in range(2000))
    expression = parse(long_sum)
    assert expression.evaluate({f"a{i}": 1.0 for i in range(2000)} | {"x": 0.5}) == 1000.0
    assert expression.derivative("a7") is parse("x")
    assert parse(str(expression)) is expression


def test_parsing_does_not_need_a_high_recursion_limit() -> None:
    def deep(levels: int) -> float:
        return deep(levels - 1) if levels else value("sin(" * 95 + "x" + ")" * 95, x=0.0)

    assert sys.getrecursionlimit() >= 1000
    assert deep(300) == 0.0


def test_doubling_by_local_definitions_stays_small() -> None:
    text = "a0 := x; " + "".join(f"a{i + 1} := a{i} + a{i}; " for i in range(60)) + "a60"
    expression = parse(text)
    assert expression.evaluate({"x": 1.0}) == 2.0**60
    assert expression.derivative("x").constant() == 2.0**60
    assert len(str(expression)) < 5000
    assert parse(str(expression)) is expression


def test_towers_of_literals_are_bounded() -> None:
    assert parse("9^9^9^9").constant() == math.inf
    assert parse("9^9^9^9 + x").evaluate({"x": 1}) == math.inf
    assert parse("exp(1000)").constant() == math.inf


def test_node_release_does_not_recurse() -> None:
    import gc

    expression = parse("+".join(f"y{i}" for i in range(4900)))
    assert len(expression.names) == 4900
    del expression
    gc.collect()
    assert parse("y1 + y2").evaluate({"y1": 1.0, "y2": 2.0}) == 3.0
