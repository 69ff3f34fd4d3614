"""Decks on meshes that a test makes; the sodium deck on four grains."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from alces.hit import Node, parse
from alces.hit import load as load_deck
from alces.mesh import Mesh
from alces.physics import MeshGenerator
from alces.run.problem import Problem

sys.path.insert(0, str(Path(__file__).parent))
from comparing import PROBE, SEEDS, listed, mixed_mesh

DECK = Path(__file__).parents[3] / "inputs" / "nzsp_dendrite.i"
PROBES = " ".join(f"i_{place}_Am2 phi_{place}_V" for place in ("normal", "parallel", "left", "right"))
SMALL = ("nucleus_radius=0.13", "s_phi=0.02", "sigma_DE=10", "sigma_GB=0.05", "Outputs/sync_times=",
         "Preconditioning/active=", f"Postprocessors/inactive={PROBES}", "Executioner/num_steps=2",
         "Executioner/nl_update_tol=1e-9")


@pytest.fixture
def on_mesh(register):
    """Function (tree of a deck, mesh) -> its Problem on this mesh."""

    def problem(deck: Node, mesh: Mesh) -> Problem:
        class GivenMesh(MeshGenerator):
            """A mesh that a test has made."""

            def generate(self, meshes) -> Mesh:
                return mesh

        register(GivenMesh)
        deck.children.pop("Mesh", None)
        deck.set("Mesh/type", "GivenMesh", deck.location)
        return Problem(deck, DECK)

    return problem


@pytest.fixture
def problem_on(on_mesh):
    """Function (text of a deck, mesh) -> its Problem on this mesh."""
    return lambda text, mesh: on_mesh(parse(text), mesh)


@pytest.fixture
def dendrites(on_mesh):
    """Function (overrides..., mesh=, seeds=, probe=, change=) -> the sodium deck's Problem on four grains;
    `change` alters the deck's tree."""

    def load(*overrides: str, mesh: Mesh | None = None, seeds: np.ndarray = SEEDS, probe: np.ndarray = PROBE,
             change: Callable[[Node], None] = lambda deck: None) -> Problem:
        point = listed([*probe, 0.0])
        given = (f"grain_seeds={listed(seeds)}", f"Postprocessors/i_center_Am2/point={point}",
                 f"Postprocessors/phi_center_V/point={point}")
        deck = load_deck(str(DECK), (*SMALL, *given, *overrides))
        change(deck)
        return on_mesh(deck, mixed_mesh() if mesh is None else mesh)

    return load
