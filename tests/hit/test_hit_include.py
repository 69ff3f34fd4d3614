"""`!include`: where files are sought, and what cannot be included."""

import os

import pytest
from alces.hit import DeckErrors, load, parse


@pytest.fixture
def deck(tmp_path, monkeypatch):
    """Writes files into the working directory: deck({"main.i": "...", ...})."""
    monkeypatch.chdir(tmp_path)

    def write(files):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


def error(path="main.i"):
    with pytest.raises(DeckErrors) as caught:
        load(path)
    assert len(caught.value.errors) == 1, caught.value.render()
    return caught.value.errors[0]


def test_include_anywhere_and_relative_to_its_own_file(deck):
    deck(
        {
            "main.i": "!include parts/top.i#x\n[Kernels]\n  !include 'parts/more kernels.i'\n[b]\n[]\n[]\n",
            "parts/top.i": "n = 4\n!include deep/x.i",
            "parts/deep/x.i": "m = ${n}\n",
            "parts/more kernels.i": "[a]\n  type = X\n[]\n",
        }
    )
    root = load("main.i")
    assert root.get("m") == "4"
    assert list(root.find("Kernels").children) == ["a", "b"]
    place = root.find("Kernels/a").values["type"].location
    assert (place.file, place.line, place.column) == (os.path.join("parts", "more kernels.i"), 2, 10)


def test_blocks_of_included_files_merge_and_duplicates_name_both(deck):
    deck({"main.i": "[A]\nx = 1\n[]\n!include b.i\n", "b.i": "[A]\ny = 2\n[]\n"})
    assert load("main.i").find("A").values.keys() == {"x", "y"}
    deck({"b.i": "[A]\n x = 2\n[]\n"})
    found = error()
    assert str(found.location) == "b.i:2:2"
    assert "first set at main.i:2:1" in found.message


def test_same_file_twice_is_no_circle(deck):
    deck({"main.i": "[A]\n!include c.i\n[]\n[B]\n!include c.i\n[]\n", "c.i": "x = 1\n"})
    assert load("main.i").get("B/x") == "1"


def test_circle_names_the_chain(deck):
    deck({"main.i": "!include a.i\n", "a.i": "\n!include sub/b.i\n", "sub/b.i": "!include ../a.i\n"})
    found = error()
    assert found.message == "files include each other: a.i -> sub/b.i -> sub/../a.i"
    assert str(found.location) == "sub/b.i:1:1"
    deck({"main.i": "!include main.i\n"})
    assert error().message == "files include each other: main.i -> main.i"


def test_missing_file_names_the_nearest(deck):
    deck({"main.i": "[Mesh]\n  !include materiels.i\n[]\n", "materials.i": ""})
    found = error()
    assert (found.message, found.hint) == ("no such file: 'materiels.i'", "did you mean 'materials.i'?")
    assert str(found.location) == "main.i:2:3"
    assert error("maim.i").hint == "did you mean 'main.i'?"
    assert error("nowhere/main.i").hint == "there is no folder 'nowhere'"


def test_what_is_no_text_file(deck, tmp_path):
    deck({"main.i": "!include sub\n", "sub/x.i": ""})
    assert error().hint == "it is a folder"
    deck({"main.i": b"a = \xff\xfe\n"})
    assert error().message == "'main.i' is not UTF-8 text (byte 4)"
    deck({"main.i": "!include\n"})
    assert error().message == "!include needs the name of a file"
    deck({"main.i": "!include a\0b\n"})
    assert "main.i:1:1" in str(error())
    os.mkfifo(tmp_path / "pipe")
    deck({"main.i": "!include pipe\n"})
    assert error().message == "no such file: 'pipe'"


def test_a_byte_order_mark_is_no_text(deck):
    deck({"main.i": b"\xef\xbb\xbfa = 1\n"})
    assert load("main.i").get("a") == "1"


def test_included_block_must_close_in_its_file(deck):
    deck({"main.i": "[A]\n!include b.i\n[]\n", "b.i": "[x]\n"})
    assert str(error()) == "b.i:1:1: block [x] is never closed"
    deck({"b.i": "[]\n"})
    assert str(error()) == "b.i:1:1: [] closes no block"


def test_mistakes_of_all_files_are_collected(deck):
    deck({"main.i": "x\n!include b.i\n!include c.i\ny\n", "b.i": "z\n"})
    with pytest.raises(DeckErrors) as caught:
        load("main.i")
    assert [str(e.location) for e in caught.value.errors] == [
        "main.i:1:1",
        "b.i:1:1",
        "main.i:3:1",
        "main.i:4:1",
    ]


def test_includes_are_bounded(deck):
    doubling = {f"f{k}.i": f"!include f{k + 1}.i\n!include f{k + 1}.i\n" for k in range(20)}
    deck({"main.i": "!include f0.i\n", **doubling, "f20.i": ""})
    assert "more than 1000 includes" in error().message
    deck({"main.i": "!include g0.i\n", **{f"g{k}.i": f"!include g{k + 1}.i\n" for k in range(100)}})
    assert "within each other" in error().message
    deck({"main.i": "!include big.i\n" * 30, "big.i": "# " + "x" * 1_000_000})
    assert "exceed 20000000 bytes" in error().message


def test_parse_includes_relative_to_the_name_it_is_given(deck):
    deck({"sub/b.i": "x = 1\n"})
    assert parse("!include b.i\n", "sub/main.i").get("x") == "1"
