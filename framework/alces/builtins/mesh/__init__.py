"""Types for the deck's [Mesh]."""
from __future__ import annotations

from alces.builtins.mesh.all_side_sets_by_normals import AllSideSetsByNormalsGenerator
from alces.builtins.mesh.annular_mesh import AnnularMesh, AnnularMeshGenerator
from alces.builtins.mesh.block_deletion import BlockDeletionGenerator
from alces.builtins.mesh.boundary_deletion import BoundaryDeletionGenerator
from alces.builtins.mesh.bounding_box_node_set import BoundingBoxNodeSetGenerator
from alces.builtins.mesh.break_boundary_on_subdomain import BreakBoundaryOnSubdomainGenerator
from alces.builtins.mesh.cartesian_mesh import CartesianMeshGenerator
from alces.builtins.mesh.combiners import CombinerGenerator, MeshCollectionGenerator, StitchedMeshGenerator
from alces.builtins.mesh.distributed_rectilinear_mesh import DistributedRectilinearMeshGenerator
from alces.builtins.mesh.extra_nodeset import ExtraNodesetGenerator
from alces.builtins.mesh.extruders import AdvancedExtruderGenerator, MeshExtruderGenerator
from alces.builtins.mesh.file_mesh import FileMesh, FileMeshGenerator
from alces.builtins.mesh.generated_mesh import GeneratedMesh, GeneratedMeshGenerator
from alces.builtins.mesh.mesh_generator_mesh import MeshGeneratorMesh
from alces.builtins.mesh.node_sets_from_side_sets import NodeSetsFromSideSetsGenerator
from alces.builtins.mesh.parsed_generate_nodeset import ParsedGenerateNodeset
from alces.builtins.mesh.parsed_generate_sideset import ParsedGenerateSideset
from alces.builtins.mesh.parsed_node_transform import ParsedNodeTransformGenerator
from alces.builtins.mesh.parsed_subdomain import ParsedSubdomainMeshGenerator
from alces.builtins.mesh.renames import RenameBlockGenerator, RenameBoundaryGenerator
from alces.builtins.mesh.side_sets_around_subdomain import SideSetsAroundSubdomainGenerator
from alces.builtins.mesh.side_sets_between_subdomains import SideSetsBetweenSubdomainsGenerator
from alces.builtins.mesh.side_sets_from_bounding_box import SideSetsFromBoundingBoxGenerator
from alces.builtins.mesh.side_sets_from_node_sets import SideSetsFromNodeSetsGenerator
from alces.builtins.mesh.side_sets_from_normals import SideSetsFromNormalsGenerator
from alces.builtins.mesh.side_sets_from_points import SideSetsFromPointsGenerator
from alces.builtins.mesh.subdomain_bounding_box import SubdomainBoundingBoxGenerator
from alces.builtins.mesh.subdomain_ids import ElementSubdomainIDGenerator, SubdomainIDGenerator
from alces.builtins.mesh.transforms import TransformGenerator

MESH_OBJECTS: list[type] = [
    AdvancedExtruderGenerator, AllSideSetsByNormalsGenerator, AnnularMesh, AnnularMeshGenerator,
    BlockDeletionGenerator, BoundaryDeletionGenerator, BoundingBoxNodeSetGenerator,
    BreakBoundaryOnSubdomainGenerator, CartesianMeshGenerator, CombinerGenerator,
    DistributedRectilinearMeshGenerator, ElementSubdomainIDGenerator, ExtraNodesetGenerator, FileMesh,
    FileMeshGenerator, GeneratedMesh, GeneratedMeshGenerator, MeshCollectionGenerator,
    MeshExtruderGenerator, MeshGeneratorMesh, NodeSetsFromSideSetsGenerator, ParsedGenerateNodeset,
    ParsedGenerateSideset, ParsedNodeTransformGenerator, ParsedSubdomainMeshGenerator, RenameBlockGenerator,
    RenameBoundaryGenerator,
    SideSetsAroundSubdomainGenerator, SideSetsBetweenSubdomainsGenerator,
    SideSetsFromBoundingBoxGenerator, SideSetsFromNodeSetsGenerator, SideSetsFromNormalsGenerator,
    SideSetsFromPointsGenerator, StitchedMeshGenerator, SubdomainBoundingBoxGenerator,
    SubdomainIDGenerator, TransformGenerator,
]

MESH_ALIASES = {"ParsedSubdomainGenerator": "ParsedSubdomainMeshGenerator"}
