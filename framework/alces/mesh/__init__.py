"""Meshes: the data structure, generators, readers and modifying functions (mesh in, new mesh out)."""

from __future__ import annotations

from alces.mesh.boundaries import add_nodes, add_sides
from alces.mesh.cartesian import cartesian
from alces.mesh.deletion import delete_subdomains
from alces.mesh.errors import MeshError
from alces.mesh.exodus import read_exodus
from alces.mesh.faces import Faces, faces
from alces.mesh.generated import generated
from alces.mesh.gmsh import read_gmsh
from alces.mesh.mesh import CellBlock, Mesh, SideSet
from alces.mesh.nodesets import bounding_box_nodeset, extra_nodeset
from alces.mesh.numbers import node_numbers
from alces.mesh.refine import uniform_refine
from alces.mesh.second_order import order_second
from alces.mesh.sidesets_between import sidesets_between
from alces.mesh.sidesets_where import sidesets_where
from alces.mesh.subdomains import bounding_box_subdomain, centroids, with_subdomains

__all__ = [
    "CellBlock",
    "Faces",
    "Mesh",
    "MeshError",
    "SideSet",
    "add_nodes",
    "add_sides",
    "bounding_box_nodeset",
    "bounding_box_subdomain",
    "cartesian",
    "centroids",
    "delete_subdomains",
    "extra_nodeset",
    "faces",
    "generated",
    "node_numbers",
    "order_second",
    "read_exodus",
    "read_gmsh",
    "sidesets_between",
    "sidesets_where",
    "uniform_refine",
    "with_subdomains",
]
