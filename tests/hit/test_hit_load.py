"""Overrides from the command line, and active / inactive lists."""

import pytest

DECK = """n = 4
[Mesh]
  type = GeneratedMesh
  nx = ${n}
[]
[Kernels]
  [a]
    type = A
  []
  [b]
    type = B
    [deep]
      [one]
      []
      [two]
      []
    []
  []
  [c]
    type = C
  []
[]
"""


def test_overrides_replace_and_create(read):
    root = read(DECK, "Mesh/nx=9", "Kernels/a/type=Other", "Outputs/out/type=Exodus", "new = 3")
    assert root.get("Mesh/nx") == "9"
    assert root.get("Kernels/a/type") == "Other"
    assert root.get("Outputs/out/type") == "Exodus"
    assert root.get("new") == "3"


def test_top_level_override_reaches_the_braces(read):
    assert read(DECK, "n=16").get("Mesh/nx") == "16"
    assert read(DECK, "Mesh/nx=${fparse 2*n}").get("Mesh/nx") == "8"


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        ("Mesh/v='1 2 3'", "1 2 3"),
        ('Mesh/v="1 2 3"', "1 2 3"),
        ("Mesh/v=1 2 3", "1 2 3"),
        ("Mesh/v='a ' 'b'", "a b"),
        ("Mesh/v=''", ""),
        ("Mesh/v := x=y", "x=y"),
    ],
)
def test_override_values(read, argument, text):
    assert read(DECK, argument).get("Mesh/v") == text


def test_the_last_override_wins(read):
    assert read(DECK, "n=1", "n=2").get("Mesh/nx") == "2"


def test_place_of_an_override(read):
    value = read(DECK, "Mesh/nx = 9").find("Mesh").values["nx"]
    assert str(value.location) == "<command line>:1:11"
    assert str(value.key_location) == "<command line>:1:1"


def test_empty_override_is_an_empty_value(read):
    """A shell turns ``name=''`` into ``name=``."""
    assert read(DECK, "n=").values["n"].text == ""


@pytest.mark.parametrize(
    ("argument", "message", "column"),
    [
        ("nonsense", "'nonsense' is no override", 1),
        ("=3", "'=3' is no override", 1),
        ("n='1 2", "quote ' is never closed", 3),
        ("n='1'2", "unexpected text behind the closing quote", 6),
        ("/n=2", "'/n' is no path of a parameter", 1),
        ("a//b=2", "'a//b' is no path of a parameter", 1),
        ("../b=2", "'../b' is no path of a parameter", 1),
        ("sub0:Mesh/nx=2", "'sub0:Mesh/nx=2': there are no MultiApps", 1),
        (":Mesh/nx=2", "':Mesh/nx=2': there are no MultiApps", 1),
    ],
)
def test_wrong_overrides(errors, argument, message, column):
    (error,) = errors(DECK, argument)
    assert error.message == message
    assert (error.location.file, error.location.line, error.location.column) == ("<command line>", 1, column)
    assert argument in error.render()


def test_deep_override_is_refused(errors):
    assert "nested more than 200 deep" in errors(DECK, "a/" * 5000 + "b=1")[0].message


def test_overrides_and_syntax_are_reported_together(errors):
    assert [str(e.location) for e in errors("x\n", "y", "n=1")] == ["d.i:1:1", "<command line>:1:1"]


def children(root, path="Kernels"):
    return list(root.find(path).children)


@pytest.mark.parametrize(
    ("override", "left"),
    [
        ("Kernels/active=a", ["a"]),
        ("Kernels/active='c a'", ["a", "c"]),
        ("Kernels/active=''", []),
        ("Kernels/active=__all__", ["a", "b", "c"]),
        ("Kernels/inactive='a c'", ["b"]),
        ("Kernels/inactive=''", ["a", "b", "c"]),
        ("Kernels/inactive=__all__", []),
    ],
)
def test_active_and_inactive(read, override, left):
    root = read(DECK, override)
    assert children(root) == left
    assert root.get("Kernels/active") is None
    assert root.get("Kernels/inactive") is None


def test_active_takes_paths(read):
    root = read(DECK, "Kernels/active='a b/deep/two'")
    assert children(root) == ["a", "b"]
    assert children(root, "Kernels/b/deep") == ["two"]
    root = read(DECK, "Kernels/inactive=b/deep/one")
    assert children(root) == ["a", "b", "c"]
    assert children(root, "Kernels/b/deep") == ["two"]
    root = read(DECK, "Kernels/active='b b/deep/two'")
    assert children(root, "Kernels/b/deep") == ["one", "two"]


def test_active_at_the_top_level_and_with_braces(read):
    assert list(read(DECK, "active=Mesh").children) == ["Mesh"]
    assert children(read(DECK, "which=b", "Kernels/active='${which}'")) == ["b"]


def test_inactive_blocks_may_be_wrong_but_can_be_read(read):
    off = "[off]\n  bad = ${nothing}\n  k = 3\n  active = nobody\n []"
    root = read(f"[A]\n inactive = off\n {off}\n v = ${{off/k}}\n[]\n")
    assert root.get("A/v") == "3"
    assert root.find("A/off") is None


def test_unknown_names_in_lists(errors):
    (error,) = errors("[Kernels]\n  active = 'aa diffuson'\n  [aa]\n  []\n  [diffusion]\n  []\n[]\n")
    assert error.message == "no block 'diffuson' in [Kernels]"
    assert error.hint == "did you mean 'diffusion'?"
    assert str(error.location) == "d.i:2:16"
    (error,) = errors(DECK, "Kernels/inactive=zzzzzz")
    assert error.hint == "blocks here: a, b, c"


def test_both_lists_in_one_block(errors):
    (error,) = errors("[A]\n active = ''\n inactive = ''\n[]\n")
    assert error.message == "'active' and 'inactive' in one block"
    assert (error.location.line, error.hint) == (3, "'active' is set at d.i:2:2")


def test_a_mistake_in_a_list_is_told_once(errors):
    (error,) = errors("[A]\n active = ${nope}\n[]\n")
    assert error.message == "no parameter 'nope' that '${}' could mean"
