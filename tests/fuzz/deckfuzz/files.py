"""Mesh files, their mutants, and a deck that uses them."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from random import Random

import meshio
import numpy as np
from alces.mesh import Mesh, generated
from netCDF4 import Dataset

DECK = """\
[Mesh]
  file = {file}
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [flux]
    type = Diffusion
    variable = u
  []
  [sink]
    type = Reaction
    variable = u
  []
  [source]
    type = BodyForce
    variable = u
  []
[]
[BCs]
  [all]
    type = DirichletBC
    variable = u
    boundary = 1
    value = 0
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
  []
[]
[Executioner]
  type = Steady
[]
[Outputs]
  exodus = true
[]
"""
_NUMBERS = (0, 1, -1, 2, 7, 255, 256, 65535, 2**31 - 1, -(2**31), 2**32 - 1, 2**40, 2**62, -(2**62))


def write_exodus(path: Path, mesh: Mesh, file_format: str) -> None:
    """A minimal Exodus file of the mesh."""
    with Dataset(path, "w", format=file_format) as data:
        data.createDimension("len_name", 33)
        data.createDimension("num_nodes", mesh.n_nodes)
        data.createDimension("num_el_blk", len(mesh.blocks))
        data.createVariable("eb_prop1", "i4", ("num_el_blk",))[:] = [b.subdomain for b in mesh.blocks]
        for axis in range(3):
            data.createVariable(f"coord{'xyz'[axis]}", "f8", ("num_nodes",))[:] = mesh.points[:, axis]
        for i, block in enumerate(mesh.blocks, start=1):
            data.createDimension(f"el{i}", len(block))
            data.createDimension(f"nod{i}", block.cells.shape[1])
            variable = data.createVariable(f"connect{i}", "i4", (f"el{i}", f"nod{i}"))
            variable.elem_type = block.cell_type
            variable[:] = block.cells + 1
        for prefix, sets in (("ss", mesh.sidesets), ("ns", mesh.nodesets)):
            count = "num_side_sets" if prefix == "ss" else "num_node_sets"
            data.createDimension(count, len(sets))
            data.createVariable(f"{prefix}_prop1", "i4", (count,))[:] = list(sets)
            names = data.createVariable(f"{prefix}_names", "S1", (count, "len_name"))
            names[:] = np.array([list(f"set{i}".ljust(33, "\0")) for i in sets], dtype="S1")
        for i, (number, sides) in enumerate(mesh.sidesets.items(), start=1):
            data.createDimension(f"n_ss{i}", len(sides))
            data.createVariable(f"elem_ss{i}", "i4", (f"n_ss{i}",))[:] = sides.cells + 1
            data.createVariable(f"side_ss{i}", "i4", (f"n_ss{i}",))[:] = sides.sides + 1
            data.createDimension(f"n_ns{i}", len(mesh.nodesets[number]))
            data.createVariable(f"node_ns{i}", "i4", (f"n_ns{i}",))[:] = mesh.nodesets[number] + 1


def write_gmsh_2(path: Path, mesh: Mesh, binary: bool) -> None:
    """A Gmsh file, format 2.2, of the mesh, its boundaries as physical groups."""
    kinds = {"QUAD4": "quad", "TRI3": "triangle", "HEX8": "hexahedron", "TET4": "tetra"}
    cells = [(kinds[b.cell_type], b.cells) for b in mesh.blocks]
    edges = np.array([mesh.blocks[0].cells[0, :2]])
    tags = [np.full(len(b), 1, dtype=np.int32) for b in mesh.blocks]
    if mesh.dim == 2:
        cells.append(("line", edges))
        tags.append(np.full(1, 1, dtype=np.int32))
    tagged = {"gmsh:physical": tags, "gmsh:geometrical": tags}
    made = meshio.Mesh(mesh.points, cells, cell_data=tagged)
    meshio.gmsh.write(str(path), made, fmt_version="2.2", binary=binary)


def write_gmsh_4(path: Path, binary: bool) -> None:
    """Two squares in the format 4.1: entities with physical groups, which meshio writes wrongly."""
    numbers: list[tuple[str, tuple[float, ...]]] = [
        ("Q", (0, 2, 1, 0)),  # entities: counts by dimension, tag, box, physical groups, bounding entities
        *(("i6dQiQ", (tag, *[0] * 6, 1, tag, 0)) for tag in (1, 2)),
        ("i6dQiQ", (1, *[0] * 6, 1, 1, 0)),
        ("Q", (1, 6, 1, 6)),  # nodes: blocks, count, smallest and largest tag
        ("3iQ", (2, 1, 0, 6)),
        ("Q", (1, 2, 3, 4, 5, 6)),
        *(("3d", (x, y, 0.0)) for y in (0.0, 1.0) for x in (0.0, 1.0, 2.0)),
        ("Q", (2, 3, 1, 3)),  # elements
        ("3iQ", (1, 1, 1, 1)),
        ("Q", (1, 1, 4)),
        ("3iQ", (2, 1, 3, 2)),
        ("Q", (2, 1, 2, 5, 4)),
        ("Q", (3, 2, 3, 6, 5)),
    ]
    sections = {"Entities": numbers[:4], "Nodes": numbers[4:13], "Elements": numbers[13:]}
    out = b"$MeshFormat\n4.1 %d 8\n" % binary + (struct.pack("=i", 1) + b"\n") * binary + b"$EndMeshFormat\n"
    for name, rows in sections.items():
        lines = [
            _packed(*row) if binary else " ".join(f"{n:g}" for n in row[1]).encode() + b"\n" for row in rows
        ]
        out += b"$%b\n%b%b$End%b\n" % (name.encode(), b"".join(lines), b"\n" * binary, name.encode())
    path.write_bytes(out)


def _packed(code: str, values: tuple[float, ...]) -> bytes:
    """Binary form; a lone letter stands for all values."""
    code = code * len(values) if len(code) == 1 else code
    whole = [k for count, k in re.findall(r"(\d*)(\w)", code) for _ in range(int(count or 1))]
    return struct.pack(f"={code}", *(v if k == "d" else int(v) for k, v in zip(whole, values, strict=True)))


def mesh_files(folder: Path) -> list[Path]:
    """Small sound mesh files of every format that is read."""
    quad, tri, hexa = generated(2, 3, 2), generated(2, 2, 2, elem_type="TRI3"), generated(3, 2, 1, 1)
    found = []
    for file_format in ("NETCDF4", "NETCDF3_64BIT_OFFSET", "NETCDF3_CLASSIC"):
        for name, mesh in (("quad", quad), ("hex", hexa)):
            found.append(folder / f"{name}_{file_format}.e")
            write_exodus(found[-1], mesh, file_format)
    for binary in (False, True):
        for name, mesh in (("quad", quad), ("tri", tri)):
            found.append(folder / f"{name}_2_{binary}.msh")
            write_gmsh_2(found[-1], mesh, binary)
        found.append(folder / f"squares_4_{binary}.msh")
        write_gmsh_4(found[-1], binary)
    return found


def mutated(data: bytes, rng: Random) -> bytes:
    """The bytes with a few of them changed, cut off or moved."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        at = rng.randrange(len(out)) if out else 0
        kind = rng.randrange(8)
        if kind == 0:
            out[at : at + 1] = bytes([rng.randrange(256)])
        elif kind == 1 and out:
            out[at] ^= 1 << rng.randrange(8)
        elif kind in (2, 3):
            size, order = rng.choice((2, 4, 8)), rng.choice(("big", "little"))
            number = rng.choice(_NUMBERS) % (1 << 8 * size)
            at -= at % 4 if rng.random() < 0.7 else 0
            out[at : at + size] = number.to_bytes(size, order)
        elif kind == 4:
            del out[at : at + rng.choice((1, 4, 8, 100))]
        elif kind == 5 and rng.random() < 0.4:
            del out[at:]
        elif kind == 6:
            other = rng.randrange(len(out)) if out else 0
            out[at:at] = out[other : other + rng.choice((1, 8, 40))]
        else:
            out = bytearray(_other_number(bytes(out), rng))
    return bytes(out)


def _other_number(data: bytes, rng: Random) -> bytes:
    """Another number in a text; nothing in a binary file without digits."""
    digits = [i for i, c in enumerate(data) if chr(c).isdigit()]
    if not digits:
        return data
    at = rng.choice(digits)
    new = rng.choice((b"0", b"-1", b"9", b"99999999999999999999", b"1e300", b"nan", b"", b"x", b"1000000000"))
    return data[:at] + new + data[at + 1 :]
