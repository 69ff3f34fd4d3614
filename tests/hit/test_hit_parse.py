"""Syntax: trees, places, quoting."""

import pytest
from alces.hit import DeckErrors, parse


def texts(node):
    return {name: value.text for name, value in node.values.items()}


def test_both_block_styles_and_mixtures():
    root = parse("[Kernels]\n [./a]\n type = X\n [../]\n [b]\n type = Y\n [../]\n [./c]\n []\n[]\n")
    assert list(root.children) == ["Kernels"]
    assert list(root.find("Kernels").children) == ["a", "b", "c"]
    assert root.get("Kernels/a/type") == "X"
    assert root.find("Kernels/b").get("type") == "Y"
    assert root.find("Kernels/b").path == "Kernels/b"
    assert root.find("Kernels/b").parent is root.find("Kernels")


def test_everything_on_one_line():
    root = parse("n=3 [Mesh] type = GeneratedMesh nx=2 ny = 4 [] [BCs][left]value=1[][]")
    assert texts(root) == {"n": "3"}
    assert texts(root.find("Mesh")) == {"type": "GeneratedMesh", "nx": "2", "ny": "4"}
    assert root.get("BCs/left/value") == "1"


def test_path_headers_and_path_parameters():
    root = parse(
        "[Modules/TensorMechanics/Master]\n [all]\n strain = SMALL\n []\n[]\n[Mesh]\n[]\nMesh/gen/nx = 4\n"
    )
    assert root.get("Modules/TensorMechanics/Master/all/strain") == "SMALL"
    assert root.get("Mesh/gen/nx") == "4"


def test_comments_end_values_but_not_inside_quotes():
    root = parse("# head = no\na = 1 # one\nb = 2# two\nc = 'x # y' # z\n#[Mesh]\n")
    assert texts(root) == {"a": "1", "b": "2", "c": "x # y"}


def test_adjacent_quoted_strings_join():
    root = parse("e = 'a + '\n    'b' # sum\n    \"*'c'\"\nf = 1\n")
    assert texts(root) == {"e": "a + b*'c'", "f": "1"}


def test_quoted_value_over_several_lines_and_on_the_next_line():
    root = parse("v = '1 2\n     3'\ne =\n  'x^2'\n")
    assert root.get("v").split() == ["1", "2", "3"]
    assert root.get("e") == "x^2"


def test_assignments_inside_expressions_are_text():
    root = parse("e = 'r := sqrt(x^2); r = 2'\nu = r:=2\np = -pc_type=lu\n")
    assert texts(root) == {"e": "r := sqrt(x^2); r = 2", "u": "r:=2", "p": "-pc_type=lu"}


@pytest.mark.parametrize("assign", [":=", " := ", " :override= "])
def test_override_assignment_replaces(assign):
    assert parse(f"a = 1\na{assign}2\n").get("a") == "2"


def test_braces_belong_to_unquoted_values():
    root = parse("a = ${fparse 2 * (b + ${c})} d = x${e f}y\n")
    assert texts(root) == {"a": "${fparse 2 * (b + ${c})}", "d": "x${e f}y"}


def test_places_are_one_based_and_exact():
    root = parse("\n[Kernels]\n\t[./diff]\n    type = Diffusion  x = 'a b'\n  [../]\n[]\n", "d.i")
    diff = root.find("Kernels/diff")
    assert str(root.find("Kernels").location) == "d.i:2:1"
    assert str(diff.location) == "d.i:3:2"
    assert str(diff.values["type"].key_location) == "d.i:4:5"
    assert str(diff.values["type"].location) == "d.i:4:12"
    assert str(diff.values["x"].location) == "d.i:4:27"
    assert diff.values["x"].raw == "'a b'"


def test_place_of_a_character_in_a_joined_value():
    value = parse("e = 'a + '  # first\n    'b*c'\n", "d.i").values["e"]
    assert value.text == "a + b*c"
    assert str(value.at(0)) == "d.i:1:6"
    assert str(value.at(value.text.index("*"))) == "d.i:2:7"
    assert value.at(5).source == "    'b*c'"
    assert str(parse("a = xyz", "d.i").values["a"].at(2)) == "d.i:1:7"


def test_blocks_merge_when_opened_again():
    root = parse("[Kernels]\n[a]\nx=1\n[]\n[]\n[Mesh]\n[]\n[Kernels]\n[b]\n[]\n[a]\ny=2\n[]\n[]\n")
    assert list(root.children) == ["Kernels", "Mesh"]
    assert texts(root.find("Kernels/a")) == {"x": "1", "y": "2"}
    assert root.find("Kernels").location.line == 1


def test_line_ends_of_other_systems():
    root = parse("[A]\r\n x = 1\r\n[]\r[B]\r[]\r")
    assert root.get("A/x") == "1"
    assert root.find("B").location.line == 4


def test_walk_goes_in_the_order_of_the_deck():
    root = parse("[A]\n[x]\n[]\n[y]\n[]\n[]\n[B]\n[]\n")
    assert [node.path for node in root.walk()] == ["", "A", "A/x", "A/y", "B"]


def test_find_and_get_give_none_for_what_is_absent():
    root = parse("[A]\n[]\n")
    assert root.find("A/b/c") is None
    assert root.get("A/x") is None
    assert root.get("B/x") is None
    assert root.find("") is root


def test_a_block_and_a_parameter_may_share_a_name():
    root = parse("[Outputs]\nexodus = true\n[exodus]\ntype = Exodus\n[]\n[]\n")
    assert root.get("Outputs/exodus") == "true"
    assert root.get("Outputs/exodus/type") == "Exodus"


def test_nonascii_text_and_spaces():
    root = parse("title = 'Dendriten-Höhe µm'\na\u00a0= 1\n")
    assert texts(root) == {"title": "Dendriten-Höhe µm", "a": "1"}


def test_deep_nesting_within_the_bound():
    root = parse("[a]" * 200 + "x = 1" + "[]" * 200)
    deepest = list(root.walk())[-1]
    assert deepest.path == "/".join(["a"] * 200)
    assert parse(root.to_text()).get(deepest.path + "/x") == "1"


def test_parse_raises_deck_errors_only():
    with pytest.raises(DeckErrors):
        parse("[")
