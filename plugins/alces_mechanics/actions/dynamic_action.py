"""[Modules/TensorMechanics/DynamicMaster]: dynamics by Newmark's or the HHT method in one block."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.hit import Node
from alces.params import BOOLEAN, REAL, STRING, STRINGS, Param
from alces_mechanics.actions.quasi_static_action import QuasiStaticAction
from alces_mechanics.deck import add, coord_type


class DynamicAction(QuasiStaticAction):
    """Adds what QuasiStaticAction adds, and inertia, velocities and accelerations.

    Velocities and accelerations are nodal auxiliary variables of the displacements' order, ``vel_x``,
    ``accel_x`` and so on unless named otherwise, set at the end of each step.
    """

    syntax: ClassVar[tuple[str, ...]] = (
        "Physics/SolidMechanics/Dynamic/*",
        "Physics/TensorMechanics/DynamicMaster/*",
        "Modules/TensorMechanics/DynamicMaster/*",
    )
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("velocities", STRINGS, (), doc="names of the velocities", unit="m/s"),
        Param("accelerations", STRINGS, (), doc="names of the accelerations", unit="m/s^2"),
        Param("newmark_beta", REAL, 0.25, doc="Newmark's beta"),
        Param("newmark_gamma", REAL, 0.5, doc="Newmark's gamma"),
        Param("hht_alpha", REAL, 0.0, doc="alpha of the HHT method, -1/3 to 0; 0: Newmark"),
        Param("density", STRING, "density", doc="mass density: number or property", unit="kg/m^3"),
        Param(
            "mass_damping_coefficient",
            STRING,
            "0",
            doc="Rayleigh damping eta: number or property",
            unit="1/s",
        ),
        Param(
            "stiffness_damping_coefficient",
            STRING,
            "0",
            doc="Rayleigh damping zeta: number or property",
            unit="s",
        ),
        Param("static_initialization", BOOLEAN, False, doc="only false: no static first step"),
    )

    def setup(self) -> None:
        super().setup()
        for name in ("velocities", "accelerations"):
            if len(getattr(self.p, name)) not in (0, len(self.p.displacements)):
                raise self.error(name, "needs one name for each displacement")

    def expand(self, deck: Node) -> None:
        if coord_type(deck) != "XYZ":
            raise self.error("", "dynamics needs Cartesian coordinates")
        super().expand(deck)
        for i, u in self._in_plane():
            self._add_dynamics(deck, i, u)

    def _equilibrium(self, deck: Node) -> str:
        return "DynamicStressDivergenceTensors"

    def _equilibrium_parameters(self) -> dict[str, Any]:
        return {
            "hht_alpha": self.p.hht_alpha,
            "stiffness_damping_coefficient": self.p.stiffness_damping_coefficient,
            "static_initialization": self.p.static_initialization,
        }

    def _add_dynamics(self, deck: Node, i: int, u: str) -> None:
        """Inertia of one displacement, with its velocity and acceleration."""
        p, where = self.p, self.p.location_of()
        v = p.velocities[i] if p.velocities else f"vel_{'xyz'[i]}"
        a = p.accelerations[i] if p.accelerations else f"accel_{'xyz'[i]}"
        for name in (v, a):
            if not deck.find(f"AuxVariables/{name}"):
                add(deck, f"AuxVariables/{name}", where, order="MESH")
        beta, gamma = p.newmark_beta, p.newmark_gamma
        add(deck, f"Kernels/{self.name}_inertia_{i}", where, type="InertialForce", variable=u, velocity=v,
            acceleration=a, beta=beta, gamma=gamma, alpha=p.hht_alpha, eta=p.mass_damping_coefficient,
            density=p.density, block=p.block, use_displaced_mesh=p.use_displaced_mesh)
        add(deck, f"AuxKernels/{self.name}_{a}", where, type="NewmarkAccelAux", variable=a, displacement=u,
            velocity=v, beta=beta, block=p.block, execute_on="TIMESTEP_END")
        add(deck, f"AuxKernels/{self.name}_{v}", where, type="NewmarkVelAux", variable=v, acceleration=a,
            gamma=gamma, block=p.block, execute_on="TIMESTEP_END")
