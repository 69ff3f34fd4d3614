"""Parts in processes of their own, peers that are there or not, tables and targets."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def section(bench, monkeypatch, tmp_path):
    """A section with a part that works and one that fails."""
    parts = bench("parts")
    (tmp_path / "invented.py").write_text(
        'NAMES = {"a": "first"}\n\n\n'
        'def works(small):\n    """Its title."""\n    return [{"a": 1.0 + small, "b": "x"}]\n\n\n'
        'def fails(small):\n    """Another."""\n    raise ValueError("no such number")\n\n\n'
        "def _hidden(small):\n    pass\n\n\ndef main(small):\n    pass\n\n\ndef other(n):\n    pass\n"
    )
    monkeypatch.setattr(parts, "FOLDER", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return parts


def test_parts_are_the_functions_of_a_section(section) -> None:
    found = [(p.name, p.title) for p in section.parts_of("invented")]
    assert found == [("works", "Its title"), ("fails", "Another")]


def test_a_section_that_is_not_there_is_skipped_by_name(section) -> None:
    (part,) = section.parts_of("nothing")
    assert section.measure(part, small=True).skipped == "there is no nothing.py"


def test_a_part_fails_alone(section) -> None:
    works, fails = (section.measure(part, small=True) for part in section.parts_of("invented"))
    assert (works.rows, works.names, works.skipped) == ([{"a": 2.0, "b": "x"}], {"a": "first"}, "")
    assert works.peak_MB > 1 and works.seconds > 0
    assert (fails.rows, fails.skipped) == ([], "ValueError: no such number")


def test_a_peer_answers_and_ends(bench, monkeypatch, tmp_path) -> None:
    peer = bench("peer")
    (tmp_path / "stub.py").write_text(
        f"import sys\nsys.path.insert(0, {str(peer.FOLDER)!r})\nfrom given import serve\n"
        'serve("stub", "1.0", lambda: (1.0, 2.0), {"residual": lambda: sum(range(1000))})\n'
    )
    monkeypatch.setattr(peer, "FOLDER", tmp_path)
    running = peer.Peer(peer.Spec("Stub", "json", "stub.py", "plain"), 8, "uniform")
    assert running.facts == {"name": "stub", "version": "1.0", "residual norm": 1.0, "jacobian norm": 2.0}
    assert running.measure("residual").wall > 0
    running.close()
    assert running._process.returncode == 0


def test_a_peer_that_cannot_take_part_says_why(bench, monkeypatch, tmp_path) -> None:
    peer = bench("peer")
    with pytest.raises(peer.Missing, match="no Python here can import nobody_has_this"):
        peer.Peer(peer.Spec("Nobody", "nobody_has_this", "x.py", "plain"), 8, "uniform")
    (tmp_path / "broken.py").write_text('raise RuntimeError("wrong release")\n')
    monkeypatch.setattr(peer, "FOLDER", tmp_path)
    with pytest.raises(peer.Missing, match="RuntimeError: wrong release"):
        peer.Peer(peer.Spec("Broken", "json", "broken.py", "plain"), 8, "uniform")


def test_a_missing_peer_has_a_row_without_numbers(bench, monkeypatch) -> None:
    assembly, peer = bench("assembly"), bench("peer")
    monkeypatch.setattr(assembly, "PEERS", (peer.Spec("Nobody", "nobody_has_this", "x.py", "plain"),))
    ours, other = assembly.uniform(small=True)
    assert ours["code"] == "Alces" and ours["residual, s"] > 0
    assert other == {"N": 16, "mesh": "uniform", "code": "Nobody",
                     "skipped": "no Python here can import nobody_has_this"}


def test_table(bench) -> None:
    rows = [{"a": 1, "t": 0.123456}, {"a": None, "t": 2e-7, "why": "x|y"}]
    assert bench("table").markdown(rows, {"t": "time"}).splitlines() == [
        "| a | time | why |", "| --- | --- | --- |", "| 1 | 0.123 |  |", "|  | 2.0e-07 | x/y |"]
    assert [bench("table").cell(x) for x in (1234.5, 99.96, 0.0, True)] == ["1234", "100", "0", "yes"]


def test_targets_are_judged_by_rows(bench) -> None:
    Part, targets = bench("parts").Part, bench("targets")
    parts = [
        Part("assembly", "uniform", "", rows=[
            {"N": 128, "code": "DOLFINx", "jacobian: Alces / it": 0.3, "residual: Alces / it": 2.0},
            {"N": 128, "code": "scikit-fem", "skipped": "not installed"}]),
        Part("startup", "commands", "", skipped="it broke"),
    ]
    found = {row["what"]: (row["here"], row["reached"]) for row in targets.compare(parts)}
    assert found["coupled5, N = 128: Jacobian as PETSc's matrix, Alces / DOLFINx"] == ("0.3 x", "yes")
    assert found["coupled5, N = 128: residual, Alces / DOLFINx"] == ("2 x", "**no**")
    assert found["coupled5, N = 128: Jacobian, scikit-fem / Alces"] == ("not measured: not installed", "")
    assert found["alces --help"] == ("not measured: it broke", "")
    assert found["memory per unknown, N = 512, assembly only"] == ("not measured", "")


def test_results_are_kept_and_shown(bench, monkeypatch, tmp_path) -> None:
    pages, Part = bench("pages"), bench("parts").Part
    pages.write(tmp_path, "all", {"cores": "2"}, [Part("a", "b", "Title", rows=[{"x": 1}], when="today"),
                                                  Part("c", "d", "Gone", skipped="why not")])
    assert json.loads((tmp_path / "all.json").read_text())["parts"][0]["rows"] == [{"x": 1}]
    assert "Skipped: why not" in (tmp_path / "all.md").read_text()
    document = tmp_path / "performance.md"
    document.write_text(f"before\n{pages.BEGIN}\nold\n{pages.END}\nafter\n")
    monkeypatch.setattr(pages, "PERFORMANCE", document)
    for _ in range(2):
        pages.update_docs(tmp_path)
        text = document.read_text()
        assert text.startswith("before\n") and text.endswith("after\n") and "old" not in text
        assert text.count("### Title") == 1 and "| 1 |" in text and "Gone" not in text


def test_command(bench, section, monkeypatch, tmp_path, capsys) -> None:
    run = bench("run")
    monkeypatch.setattr(run, "SECTIONS", ("invented",))
    assert run.main(["--list"]) == 0
    assert capsys.readouterr().out.split()[:3] == ["invented.works", "Its", "title"]
    with pytest.raises(SystemExit):
        run.main(["nonsense"])
    assert "there is no 'nonsense'" in capsys.readouterr().err
    assert run.main(["invented.works", "--small", "--to", str(tmp_path)]) == 0
    told = json.loads((tmp_path / "invented.works.json").read_text())
    assert [part["rows"] for part in told["parts"]] == [[{"a": 2.0, "b": "x"}]]
    assert {"processor", "cores", "Python", "NumPy", "PETSc", "sizes"} <= set(told["machine"])
    assert "| first | b |" in capsys.readouterr().out


def test_profile_names_functions(bench, capsys) -> None:
    bench("profiling").profile("coupled5", "4")
    said = capsys.readouterr().out
    assert "20 times jacobian of coupled5, 4 x 4 cells, 125 unknowns" in said and "system.py" in said
