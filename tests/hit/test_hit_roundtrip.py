"""to_text: what is written reads back as the same tree."""

import string

import pytest
from alces.hit import DeckError, Location, Node, load, parse

HERE = Location("x", 1, 1)


def tree(node):
    values = {name: value.text for name, value in node.values.items()}
    return values, {name: tree(child) for name, child in node.children.items()}


def test_text_as_written():
    root = parse("b=2 # gone\n[A]\n[./x]\nv='1 2'\ne = ''\n[../]\nt=${b}\n[]\n")
    assert root.to_text() == "b = 2\n[A]\n  t = '${b}'\n  [x]\n    v = '1 2'\n    e = ''\n  []\n[]\n"


def test_text_of_one_block():
    assert parse("[A]\nx=1\n[]\n").find("A").to_text() == "x = 1\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "it's",
        '"',
        'it\'s "so"',
        "''\"\"''",
        "a#b",
        "a=b",
        "[]",
        "x\n[]\ny",
        "\n[A]\n",
        "'\n[A]\n\"\n",
        "${a",
        "$",
    ],
)
def test_awkward_values(text):
    root = Node("", HERE)
    root.set("A/v", text, HERE)
    root.set("A/w", "1", HERE)
    assert parse(root.to_text()).get("A/v") == text
    assert parse(root.to_text()).get("A/w") == "1"


def test_loaded_deck_is_resolved(tmp_path):
    path = tmp_path / "d.i"
    path.write_text(
        "n = 3\n[A]\n active = b\n [b]\n  v = ${fparse n^2}\n []\n [c]\n []\n[]\n", encoding="utf-8"
    )
    root = load(str(path))
    assert root.to_text() == "n = 3\n[A]\n  [b]\n    v = 9\n  []\n[]\n"
    assert tree(parse(root.to_text())) == tree(root)


@pytest.mark.parametrize(
    "path", ["", "a b", "/a", "a/", "a//b", "a=1", "[a]", "../a", "#a", "!a", "a:=", "a'"]
)
def test_names_that_no_deck_can_hold_are_refused(path):
    with pytest.raises(DeckError):
        Node("", HERE).set(path, "1", HERE)


@pytest.mark.parametrize("path", ["", "a b", "/a", "a/", ".", "a/../b", "[a]", "a$"])
def test_block_names_that_no_deck_can_hold_are_refused(path):
    with pytest.raises(DeckError):
        Node("", HERE).add_block(path, HERE)


def test_any_tree_reads_back():
    hypothesis = pytest.importorskip("hypothesis")
    from hypothesis import strategies as st

    names = st.text(
        st.sampled_from(string.ascii_letters + string.digits + "_-.:+*<>é"), min_size=1, max_size=4
    )
    texts = st.text(st.sampled_from(" \t\n'\"#[]{}$=ab1\\/é!:"), max_size=12) | st.text(max_size=20)
    blocks = st.recursive(
        st.tuples(st.dictionaries(names, texts, max_size=3), st.just({})),
        lambda inner: st.tuples(
            st.dictionaries(names, texts, max_size=3), st.dictionaries(names, inner, max_size=3)
        ),
        max_leaves=6,
    )

    def build(block, node):
        values, children = block
        for name, text in values.items():
            node.set(name, text.replace("\r", " "), HERE)
        for name, child in children.items():
            build(child, node.add_block(name, HERE))

    @hypothesis.settings(max_examples=300, deadline=None)
    @hypothesis.given(blocks)
    def check(block):
        root = Node("", HERE)
        try:
            build(block, root)
        except DeckError:
            hypothesis.reject()
        assert tree(parse(root.to_text())) == tree(root)

    check()


def test_any_text_is_a_tree_or_deck_errors():
    hypothesis = pytest.importorskip("hypothesis")
    from alces.hit import DeckErrors
    from hypothesis import strategies as st

    words = st.sampled_from(
        ["[", "]", "[]", "[../]", "[./a]", "[b]", "=", ":=", "'", '"', "#", "\n", " ", "a", "b", "${", "}"]
    )

    @hypothesis.settings(max_examples=500, deadline=None)
    @hypothesis.given(st.lists(words, max_size=25).map("".join) | st.text())
    def check(text):
        try:
            root = parse(text)
        except DeckErrors as found:
            assert found.errors
            assert all(error.location and error.render() for error in found.errors)
        else:
            assert tree(parse(root.to_text())) == tree(root)

    check()
