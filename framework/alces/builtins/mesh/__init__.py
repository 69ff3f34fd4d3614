"""Types for the deck's [Mesh]."""
from __future__ import annotations

from alces.builtins.mesh.block_deletion import BlockDeletionGenerator
from alces.builtins.mesh.bounding_box_node_set import BoundingBoxNodeSetGenerator
from alces.builtins.mesh.cartesian_mesh import CartesianMeshGenerator
from alces.builtins.mesh.extra_nodeset import ExtraNodesetGenerator
from alces.builtins.mesh.file_mesh import FileMesh, FileMeshGenerator
from alces.builtins.mesh.generated_mesh import GeneratedMesh, GeneratedMeshGenerator
from alces.builtins.mesh.mesh_generator_mesh import MeshGeneratorMesh
from alces.builtins.mesh.parsed_generate_sideset import ParsedGenerateSideset
from alces.builtins.mesh.side_sets_between_subdomains import SideSetsBetweenSubdomainsGenerator
from alces.builtins.mesh.subdomain_bounding_box import SubdomainBoundingBoxGenerator

MESH_OBJECTS: list[type] = [
    BlockDeletionGenerator, CartesianMeshGenerator, MeshGeneratorMesh, ParsedGenerateSideset,
    BoundingBoxNodeSetGenerator, ExtraNodesetGenerator, FileMesh, FileMeshGenerator, GeneratedMesh,
    GeneratedMeshGenerator, SideSetsBetweenSubdomainsGenerator, SubdomainBoundingBoxGenerator,
]
