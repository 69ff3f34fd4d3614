"""Mistakes of syntax: what is said, where, and that reading goes on."""

import pytest
from alces.hit import DeckError, DeckErrors, Location, did_you_mean, nearest, parse


def mistakes(text):
    """(line, column, message) of every mistake in `text`."""
    with pytest.raises(DeckErrors) as caught:
        parse(text, "d.i")
    return [(e.location.line, e.location.column, e.message) for e in caught.value.errors]


def one(text):
    found = mistakes(text)
    assert len(found) == 1, found
    return found[0]


def hint(text):
    with pytest.raises(DeckErrors) as caught:
        parse(text, "d.i")
    return caught.value.errors[0].hint


def test_unclosed_block_points_at_its_opening():
    assert one("a = 1\n[Mesh]\n  nx = 2\n") == (2, 1, "block [Mesh] is never closed")
    assert one("[A]\n[]\n [A]\n")[:2] == (3, 2)


def test_unclosed_inner_block_is_suspected_by_its_indentation():
    text = "[Kernels]\n  [diff]\n    type = X\n[]\n[BCs]\n[]\n"
    assert one(text) == (1, 1, "block [Kernels] is never closed")
    assert hint(text) == "perhaps a [] is missing before line 4, where [diff] of line 2 is closed"


@pytest.mark.parametrize("close", ["[]", "[../]"])
def test_stray_close(close):
    assert one(f"[A]\n[]\n {close}\n[B]\n[]\n") == (3, 2, f"{close} closes no block")


@pytest.mark.parametrize("quote", ["'", '"'])
def test_unclosed_quote_at_the_end(quote):
    assert one(f"[A]\n x = {quote}1 2\n[]\n") == (2, 6, f"quote {quote} is never closed")


def test_unclosed_quote_does_not_swallow_the_rest_of_the_deck():
    text = "[A]\n  x = 'one\n  y = 'two'\n  z = 3\n[]\n[B]\n  [oops\n  []\n[]\n"
    assert mistakes(text) == [(2, 7, "quote ' is never closed"), (7, 3, "block header '[oops' lacks its ']'")]
    text = "[A]\n  x = 'one\n[]\n[B]\n  y = ' two three'\n  z\n[]\n"
    assert mistakes(text) == [(2, 7, "quote ' is never closed"), (6, 3, "missing '=' after 'z'")]


def test_missing_equals_and_missing_value():
    assert one("[A]\n  type Diffusion\n[]\n") == (2, 3, "missing '=' after 'type'")
    assert one("[A]\n  x =\n  y = 2\n[]\n") == (2, 5, "missing value of 'x'")
    assert one("[A] x = # comment\n[]") == (1, 7, "missing value of 'x'")
    assert one("x =") == (1, 3, "missing value of 'x'")


def test_unquoted_list_gets_the_right_advice():
    text = "[A]\n  boundary = left right\n[]\n"
    assert one(text) == (2, 19, "missing '=' after 'right'")
    assert hint(text) == "a value of several words needs quotes: 'a b c'"


@pytest.mark.parametrize(
    "header", ["[a b]", "[a//b]", "[a/]", "[../x]", "[./]", "[.]", "[${x}]", "[a=1]", "['a']"]
)
def test_bad_header_opens_a_block_all_the_same(header):
    line, column, message = one(f"[A]\n  {header}\n    x = 1\n  []\n[]\n")
    assert (line, column) == (2, 3)
    assert message.endswith("is no name of a block")


def test_duplicate_parameter_names_both_places():
    with pytest.raises(DeckErrors) as caught:
        parse("[Kernels]\n[a]\nx = 1\n[]\n[]\n[Kernels]\n[./a]\n  x = 2\n[../]\n[]\n", "d.i")
    (error,) = caught.value.errors
    assert str(error.location) == "d.i:8:3"
    assert error.message == "duplicate parameter 'x' in [Kernels/a]: first set at d.i:3:1"
    assert one("n = 1\nn = 2")[2] == "duplicate parameter 'n' in the top level: first set at d.i:1:1"


def test_text_behind_a_value():
    assert one("a = 'x'y\nb = 1\n") == (1, 8, "unexpected 'y' directly behind a value")
    assert one("a = it's\n") == (1, 7, 'unexpected "\'" directly behind a value')


def test_odd_characters_and_directives():
    assert one("= 3\n") == (1, 1, "unexpected '='")
    assert one("]\n") == (1, 1, "unexpected ']'")
    assert one("!inklude x.i\n") == (1, 1, "unknown directive '!inklude'")
    assert one("a = ${b\nc = 1\n") == (1, 5, "'${' is never closed")
    assert one("a = [1 2]\n") == (1, 3, "missing value of 'a'")
    assert one("/a = 1\n") == (1, 1, "'/a' is no name of a parameter")
    assert one("a//b = 1\n") == (1, 1, "'a//b' is no name of a parameter")


def test_all_mistakes_are_collected():
    text = "[A]\n  x\n  y =\n  y = 'a'b\n[]\n[]\n[B c]\n[]\n[D]\n"
    assert [line for line, _, _ in mistakes(text)] == [2, 3, 4, 6, 7, 9]


def test_render_shows_the_line_with_a_caret():
    with pytest.raises(DeckErrors) as caught:
        parse("[A]\n\ttype Diffusion\n[]\n", "d.i")
    assert caught.value.errors[0].render() == (
        "d.i:2:2: error: missing '=' after 'type'\n  2 | \ttype Diffusion\n    | \t^\n  write 'type = value'"
    )
    with pytest.raises(DeckErrors) as caught:
        parse("x\ny\n")
    assert caught.value.render().endswith("2 errors in the deck")


def test_render_cuts_very_long_lines():
    error = DeckError("here", Location("d.i", 1, 5001, "x" * 10_000))
    shown = error.render().split("\n")
    assert max(map(len, shown)) < 250
    assert shown[2].index("^") == len("  1 | ") + 100


def test_render_without_a_place():
    assert DeckError("no mesh", hint="add [Mesh]").render() == "error: no mesh\n  add [Mesh]"
    assert str(DeckError("no mesh", Location("d.i", 3, 4))) == "d.i:3:4: no mesh"


def test_nearest_name():
    known = ["Diffusion", "TimeDerivative", "AllenCahn"]
    assert nearest("Difusion", known) == "Diffusion"
    assert nearest("allencahn", known) == "AllenCahn"
    assert nearest("zzz", known) is None
    assert did_you_mean("Difusion", known) == "did you mean 'Diffusion'?"
    assert did_you_mean("zzz", known) == ""
    assert did_you_mean("x" * 10_000, known) == ""


def test_errors_are_bounded():
    assert len(mistakes("x\n" * 100_000)) == 100
    assert len(mistakes("[a]\n" * 150)) == 100


def test_nesting_is_bounded():
    assert one("[a]" * 100_000) == (1, 601, "blocks are nested more than 200 deep")
    assert one(f"[{'a/' * 100_000}a]") == (1, 1, "blocks are nested more than 200 deep")


@pytest.mark.parametrize(
    "text", ["'" * 9999, "[" * 100_000, "a=${" * 50_000, "]" * 100_000, "a='" * 100_000, "\0"]
)
def test_hostile_text_ends_in_messages(text):
    assert 1 <= len(mistakes(text)) <= 100
