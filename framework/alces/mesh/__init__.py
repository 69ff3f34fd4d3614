"""Meshes: the data structure, generators, readers and modifying functions (mesh in, new mesh out)."""

from __future__ import annotations

from alces.mesh.annular import annular
from alces.mesh.boundaries import add_nodes, add_sides, pick
from alces.mesh.boundary_changes import (
    break_boundaries,
    delete_boundaries,
    nodesets_from_sidesets,
    sidesets_from_nodesets,
    sidesets_in_box,
)
from alces.mesh.cartesian import cartesian
from alces.mesh.deletion import delete_subdomains
from alces.mesh.errors import MeshError
from alces.mesh.exodus import read_exodus
from alces.mesh.extrusion import extrude
from alces.mesh.faces import Faces, faces
from alces.mesh.generated import generated
from alces.mesh.gmsh import read_gmsh
from alces.mesh.joining import collect, stitch
from alces.mesh.line import cells_on_line
from alces.mesh.mesh import CellBlock, Mesh, SideSet
from alces.mesh.nodesets import bounding_box_nodeset, extra_nodeset
from alces.mesh.numbers import node_numbers
from alces.mesh.part import Pairs, Part, bisect, neighbours, split
from alces.mesh.refine import uniform_refine
from alces.mesh.renaming import rename_boundaries, rename_subdomains
from alces.mesh.second_order import order_second
from alces.mesh.side_choice import choose_sides, replace_sides
from alces.mesh.side_normals import side_normals, with_normal
from alces.mesh.sidesets_between import sidesets_between
from alces.mesh.sidesets_normals import (
    sidesets_around,
    sidesets_from_normals,
    sidesets_from_points,
    sidesets_of_all_normals,
)
from alces.mesh.sidesets_where import sidesets_where
from alces.mesh.subdomains import bounding_box_subdomain, centroids, with_subdomains
from alces.mesh.transform import transform

__all__ = [
    "CellBlock",
    "Faces",
    "Mesh",
    "MeshError",
    "Pairs",
    "Part",
    "SideSet",
    "add_nodes",
    "add_sides",
    "annular",
    "bisect",
    "bounding_box_nodeset",
    "bounding_box_subdomain",
    "break_boundaries",
    "cartesian",
    "cells_on_line",
    "centroids",
    "choose_sides",
    "collect",
    "delete_boundaries",
    "delete_subdomains",
    "extra_nodeset",
    "extrude",
    "faces",
    "generated",
    "neighbours",
    "node_numbers",
    "nodesets_from_sidesets",
    "order_second",
    "pick",
    "read_exodus",
    "read_gmsh",
    "rename_boundaries",
    "rename_subdomains",
    "replace_sides",
    "side_normals",
    "sidesets_around",
    "sidesets_between",
    "sidesets_from_nodesets",
    "sidesets_from_normals",
    "sidesets_from_points",
    "sidesets_in_box",
    "sidesets_of_all_normals",
    "sidesets_where",
    "split",
    "stitch",
    "transform",
    "uniform_refine",
    "with_normal",
    "with_subdomains",
]
