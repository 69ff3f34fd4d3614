"""Damaged mesh files, and meshes beyond all memory: always one message."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from random import Random

import netCDF4
import numpy as np
import pytest
from alces.mesh import MeshError, budget, generated, read_exodus, read_gmsh, uniform_refine
from alces.mesh.cartesian import cartesian
from deckfuzz.files import DECK, mesh_files, mutated, write_exodus, write_gmsh_2
from deckfuzz.judge import verdict


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return mesh_files(tmp_path_factory.mktemp("meshes"))


def test_sound_files_are_read(tmp_path: Path, sound: list[Path]) -> None:
    assert len(sound) == 12
    for path in sound:
        (tmp_path / path.name).write_bytes(path.read_bytes())
        assert verdict(DECK.format(file=path.name), [], tmp_path, run=True) == "fine", path.name


def test_mutated_files_are_read_or_refused(tmp_path: Path, sound: list[Path]) -> None:
    """HDF5 files are left to the next test: a damaged one can upset its library for the rest of a process."""
    ends = []
    for number in range(80):
        rng = Random(number)
        path = rng.choice([path for path in sound if "NETCDF4" not in path.name])
        (tmp_path / f"mesh{path.suffix}").write_bytes(mutated(path.read_bytes(), rng))
        ends.append(verdict(DECK.format(file=f"mesh{path.suffix}"), [], tmp_path, run=True))
    assert 3 < ends.count("fine") < 77


HDF5 = """
import sys
sys.path.insert(0, {here!r})
from pathlib import Path
from random import Random
from alces.mesh import MeshError, read_exodus
from deckfuzz.files import mutated

data = Path({path!r}).read_bytes()
ends = []
for number in range(150):
    Path("mutant.e").write_bytes(mutated(data, Random(number)))
    try:
        read_exodus("mutant.e")
        ends.append("fine")
    except MeshError:
        ends.append("refused")
assert 20 < ends.count("fine") < 130, ends
"""


def test_mutated_hdf5_files_are_read_or_refused(tmp_path: Path, sound: list[Path]) -> None:
    script = HDF5.format(here=str(Path(__file__).parent), path=str(sound[0]))
    ran = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_a_cell_that_is_turned_inside_out_is_named(tmp_path: Path, problem) -> None:
    mesh = generated(2, 2, 1)
    mesh.blocks[0].cells[1] = mesh.blocks[0].cells[1, ::-1]
    write_exodus(tmp_path / "turned.e", mesh, "NETCDF3_CLASSIC")
    with pytest.raises(
        Exception, match=r"cell 1 of 2 is inverted .* nodes lie around \(0.75, 0.5, 0\)"
    ) as caught:
        problem(DECK.format(file="turned.e"))
    assert [error.location.line for error in caught.value.errors] == [1]


def changed(path: Path, name: str, values: object) -> str:
    with netCDF4.Dataset(path, "a") as data:
        data.variables[name][:] = values
    return str(path)


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("coordx", np.nan, "node 1 has coordinates that are no finite numbers"),
        ("coordy", np.inf, "node 1 has coordinates that are no finite numbers"),
        ("connect1", -3, "refers to nodes that do not exist"),
        ("connect1", 2**31 - 1, "refers to nodes that do not exist"),
        ("elem_ss1", 0, "refers to elements that do not exist"),
        ("side_ss1", 0, "sides its elements do not have"),
        ("node_ns1", -1, "refers to nodes that do not exist"),
    ],
)
def test_contents_of_exodus_files_are_checked(
    tmp_path: Path, name: str, values: object, message: str
) -> None:
    write_exodus(tmp_path / "mesh.e", generated(2, 2, 1), "NETCDF3_CLASSIC")
    with pytest.raises(MeshError, match=message):
        read_exodus(changed(tmp_path / "mesh.e", name, values))


def test_an_exodus_file_too_small_for_what_it_claims(tmp_path: Path) -> None:
    path = tmp_path / "huge.e"
    with netCDF4.Dataset(path, "w") as data:
        data.createDimension("num_nodes", 10**11)
        data.createDimension("num_el_blk", 1)
        data.createVariable("coordx", "f8", ("num_nodes",), chunksizes=(1000,))
    with pytest.raises(MeshError, match="too small for the 100000000000 entries of 'coordx'"):
        read_exodus(str(path))
    with netCDF4.Dataset(tmp_path / "blocks.e", "w") as data:
        data.createDimension("num_nodes", 2)
        data.createDimension("num_el_blk", 10**12)
        data.createVariable("coordx", "f8", ("num_nodes",))[:] = [0, 1]
    with pytest.raises(MeshError, match="it has no 'eb_prop1', but 1000000000000 entries"):
        read_exodus(str(tmp_path / "blocks.e"))


def test_a_side_set_with_more_elements_than_sides(tmp_path: Path) -> None:
    path = tmp_path / "mesh.e"
    with netCDF4.Dataset(path, "w") as data:
        for name, size in (("num_nodes", 2), ("num_el_blk", 1), ("num_side_sets", 1), ("two", 2), ("one", 1)):
            data.createDimension(name, size)
        data.createVariable("coordx", "f8", ("num_nodes",))[:] = [0, 1]
        data.createVariable("connect1", "i4", ("one", "two"))[:] = [[1, 2]]
        data.variables["connect1"].elem_type = "EDGE2"
        data.createVariable("elem_ss1", "i4", ("two",))[:] = 1
        data.createVariable("side_ss1", "i4", ("one",))[:] = 1
    with pytest.raises(MeshError, match="side set 1 has 2 elements but 1 sides"):
        read_exodus(str(path))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [(r"\n1 \S+", "\n1 nan", "no finite numbers"), (r"\n12 ", "\n77 ", "cannot be read|do not exist")],
)
def test_contents_of_gmsh_files_are_checked(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "mesh.msh"
    write_gmsh_2(path, generated(2, 3, 2), binary=False)
    text = path.read_text()
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1))
    with pytest.raises(MeshError, match=message):
        read_gmsh(str(path))


@pytest.mark.parametrize(
    "make",
    [
        lambda: generated(1, 10**12),
        lambda: generated(2, 10**9, 10**9),
        lambda: generated(3, 10**300, 10**300, 10**300),
        lambda: generated(3, 1500, 1500, 1500, elem_type="HEX27"),
        lambda: generated(3, 800, 800, 800, elem_type="TET4"),
        lambda: uniform_refine(generated(3, 100, 100, 100), 11),
        lambda: cartesian([(1.0, 1.0)], [(10**300, 1)]),
    ],
)
def test_giant_meshes_are_refused_before_they_are_made(make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "memory", lambda: 64 << 30)
    with pytest.raises(MeshError, match=r"cells needs about \S+ GB of memory, and this machine has 64 GB"):
        make()


def test_the_memory_that_is_asked_for_is_about_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four million squares: 56 bytes each, and twice to five times that while they are made."""
    monkeypatch.setattr(budget, "memory", lambda: 4 * 10**6 * 56 * 2)
    with pytest.raises(MeshError):
        generated(2, 2000, 2000)
    monkeypatch.setattr(budget, "memory", lambda: 10**4 * 56 * 5)
    assert generated(2, 100, 100).n_cells == 10**4
    monkeypatch.undo()
    assert budget.memory() > 1 << 28
