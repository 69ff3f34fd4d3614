"""Declared parameters: from deck text to values, and one clear message for every mistake."""

from __future__ import annotations

import pytest
from alces import params as kinds
from alces.hit import Location, parse
from alces.params import REQUIRED, Choice, Choices, Param, declared, validate


def read(text, *parameters, global_text="", extra=()):
    """Values and messages of a block [b] with the given lines."""
    node = parse(f"[b]\n{text}\n[]\n", "deck.i").children["b"]
    top = (
        parse(f"[GlobalParams]\n{global_text}\n[]\n", "deck.i").children["GlobalParams"]
        if global_text
        else None
    )
    return validate(node, parameters, top, extra)


def value_of(kind, text):
    values, errors = read(f"  a = '{text}'", Param("a", kind))
    assert not errors, errors[0].render()
    return values.a


def message(kind, text, **options):
    _, errors = read(f"  a = '{text}'", Param("a", kind, **options))
    assert len(errors) == 1
    assert errors[0].location.line == 2
    return errors[0].render()


@pytest.mark.parametrize(
    ("kind", "text", "want"),
    [
        ("REAL", "1e-3", 1e-3),
        ("REAL", " -4 ", -4.0),
        ("INTEGER", "12", 12),
        ("INTEGER", "1e3", 1000),
        ("BOOLEAN", "true", True),
        ("BOOLEAN", "OFF", False),
        ("BOOLEAN", "1", True),
        ("BOOLEAN", "no", False),
        ("STRING", "two words", "two words"),
        ("NAME", " one ", "one"),
        ("FILE", " a b.e ", "a b.e"),
        ("REALS", "1 2,3  4e0", (1.0, 2.0, 3.0, 4.0)),
        ("INTEGERS", "3 -1", (3, -1)),
        ("STRINGS", "a b", ("a", "b")),
        ("POINT", "1 2 3", (1.0, 2.0, 3.0)),
        ("POINT", "4", (4.0, 0.0, 0.0)),
        ("POINTS", "1 2 3 4 5 6", ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0))),
        ("POINTS", "1 2; 3 4", ((1.0, 2.0, 0.0), (3.0, 4.0, 0.0))),
        ("VARIABLE", "u", "u"),
        ("VARIABLES", "u v", ("u", "v")),
        ("COUPLED", "2.5", 2.5),
        ("COUPLED", "u", "u"),
        ("COUPLEDS", "u 1", ("u", 1.0)),
        ("FUNCTION", "sin(x) * 2", "sin(x) * 2"),
        ("FUNCTION", "3", 3.0),
        ("FUNCTIONS", "f 2", ("f", 2.0)),
        ("PROPERTY", "kappa", "kappa"),
        ("PROPERTIES", "k 1", ("k", 1.0)),
        ("BLOCKS", "0 inner", ("0", "inner")),
        ("BOUNDARIES", "left,right", ("left", "right")),
        ("POSTPROCESSOR", "1", 1.0),
        ("USER_OBJECT", "g", "g"),
        ("EXPRESSION", " x + 1 ", "x + 1"),
    ],
)
def test_kinds_read_text(kind, text, want):
    got = value_of(getattr(kinds, kind), text)
    assert got == want and type(got) is type(want)


@pytest.mark.parametrize(
    ("kind", "text", "what"),
    [
        ("REAL", "1,5", "'1,5' is not a number"),
        ("REAL", "abc", "'abc' is not a number"),
        ("REAL", "inf", "not a finite number"),
        ("REAL", "nan", "not a"),
        ("INTEGER", "1.5", "not an integer"),
        ("BOOLEAN", "maybe", "neither true nor false"),
        ("NAME", "a b", "not one name"),
        ("VARIABLE", "", "not one name"),
        ("POINT", "1 2 3 4", "1 to 3 coordinates, not 4"),
        ("POINTS", "1 2 3 4", "triples"),
        ("REALS", "1 x", "'x' is not a number"),
    ],
)
def test_kinds_refuse_what_they_are_not(kind, text, what):
    assert what in message(getattr(kinds, kind), text)


@pytest.mark.parametrize("text", ["inf", "nan", "1e999"])
def test_an_integer_is_finite(text):
    assert f"'{text}' is not a" in message(kinds.INTEGER, text)


def test_choice_ignores_case_and_names_the_nearest():
    kind = Choice("NEWTON", "PJFNK")
    assert value_of(kind, "newton") == "NEWTON"
    text = message(kind, "NEWTN")
    assert "NEWTON, PJFNK" in text and "did you mean 'NEWTON'" in text
    assert value_of(Choices("INITIAL", "FINAL"), "initial FINAL") == ("INITIAL", "FINAL")
    assert "'LAST' is not one of" in message(Choices("INITIAL", "FINAL"), "INITIAL LAST")


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ("a > 0", "1e-9", "0"),
        ("a > -1 & a < 0.5", "0.49", "0.5"),
        ("a >= 0 | a = -2", "0", "-1"),
    ],
)
def test_range(rule, good, bad):
    assert not read(f"  a = {good}", Param("a", kinds.REAL, range=rule))[1]
    text = message(kinds.REAL, bad, range=rule, unit="Pa")
    assert f"{bad} Pa is out of range; it must satisfy {rule}" in text and "deck.i:2" in text


def test_range_of_a_list_holds_for_every_entry():
    assert not read("  a = '1 2'", Param("a", kinds.REALS, range="a > 0"))[1]
    assert "-2 is out of range" in message(kinds.REALS, "1 -2", range="a > 0")


def test_range_is_only_asked_of_numbers():
    assert not read("  a = kappa", Param("a", kinds.PROPERTY, range="a > 0"))[1]
    assert "out of range" in message(kinds.PROPERTY, "-1", range="a > 0")


def test_length_of_a_list():
    assert not read("  a = '1 2 3'", Param("a", kinds.REALS, length=3))[1]
    assert "needs 3 entries, but 2 are given" in message(kinds.REALS, "1 2", length=3)


def test_defaults_and_given():
    values, errors = read(
        "  a = 1", Param("a", kinds.REAL), Param("b", kinds.REAL, 2.0), Param("c", kinds.REAL, None)
    )
    assert not errors
    assert (values.a, values.b, values.c) == (1.0, 2.0, None)
    assert values.given("a") and not values.given("b")
    assert values.location_of("a") == Location("deck.i", 2, 7) and values.location_of("b") == Location(
        "deck.i", 1, 1
    )
    assert values.as_dict() == {"a": 1.0, "b": 2.0, "c": None}
    with pytest.raises(AttributeError, match="no parameter 'd' is declared"):
        _ = values.d


def test_required():
    _, errors = read(
        "  b = 1", Param("a", kinds.REAL, REQUIRED, doc="length of the rod"), Param("b", kinds.REAL, 0.0)
    )
    assert [str(e.location) for e in errors] == ["deck.i:1:1"]
    assert "missing required parameter 'b/a': length of the rod (number)" in errors[0].render()


def test_a_required_list_is_not_empty():
    assert "must not be empty" in message(kinds.REALS, "")
    assert read("  a = ''", Param("a", kinds.REALS, (1.0,)))[0].a == ()


def test_aliases():
    p = Param("time_step_interval", kinds.INTEGER, 1, aliases=("interval",))
    assert read("  interval = 5", p)[0].time_step_interval == 5
    _, errors = read("  interval = 5\n  time_step_interval = 6", p)
    assert len(errors) == 1 and "given twice under two spellings" in errors[0].render()


def test_unused_parameter_names_the_nearest():
    _, errors = read("  kapa = 1", Param("kappa", kinds.REAL, 1.0))
    assert "unused parameter 'b/kapa'" in errors[0].render() and "did you mean 'kappa'" in errors[0].render()
    assert (errors[0].location.line, errors[0].location.column) == (2, 3)
    _, errors = read("  zzz = 1", Param("kappa", kinds.REAL, 1.0))
    assert "allowed: kappa" in errors[0].render()
    assert "no parameters" in read("  zzz = 1")[1][0].render()


def test_all_mistakes_are_collected():
    _, errors = read(
        "  a = x\n  c = 1\n  d = -1",
        Param("a", kinds.REAL),
        Param("b", kinds.REAL),
        Param("d", kinds.REAL, range="d > 0"),
    )
    assert len(errors) == 4


def test_names_that_every_block_may_have():
    assert not read("  type = T\n  active = ''\n  enable = false\n  mine = 1", extra=("mine",))[1]


def test_global_params():
    p = Param("kappa", kinds.REAL, aliases=("k",))
    assert read("", p, global_text="  kappa = 3")[0].kappa == 3.0
    assert read("  kappa = 4", p, global_text="  kappa = 3")[0].kappa == 4.0
    assert read("", p, global_text="  k = 3")[0].kappa == 3.0
    assert not read("", p, global_text="  kappa = 3\n  other = 1")[1]  # others may use it
    _, errors = read("", p, global_text="  kappa = x")
    assert len(errors) == 1 and errors[0].location.line == 2


def test_declared_collects_along_the_bases():
    class Base:
        parameters = (Param("a", kinds.REAL, 1.0), Param("b", kinds.REAL, 2.0), Param("c", kinds.REAL, 3.0))

    class Child(Base):
        parameters = (Param("b", kinds.REAL, 20.0), Param("d", kinds.REAL, 4.0))
        without = ("a",)

    class Grandchild(Child):
        parameters = (Param("a", kinds.INTEGER, 7),)

    assert set(declared(Base)) == {"a", "b", "c"}
    assert {n: p.default for n, p in declared(Child).items()} == {"b": 20.0, "c": 3.0, "d": 4.0}
    assert declared(Grandchild)["a"].default == 7
