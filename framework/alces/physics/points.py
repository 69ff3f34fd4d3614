"""What physics sees: values at a set of points, all cells of a chunk at once."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from alces.ad import Vector


class Points(Protocol):
    """Values at the quadrature points of a chunk of cells or sides, or at nodes.

    Every scalar below is a float or an array (cell, point) that broadcasts, or a `Dual` of such arrays when
    the Jacobian is wanted; `Vector` and `Tensor` hold such scalars as components. A variable may be given as
    a number where a deck allows it; its gradient and rate are zero then.
    """

    t: float
    dt: float
    dim: int
    coord_type: str
    """``"XYZ"``, ``"RZ"`` (axisymmetric) or ``"RSPHERICAL"``."""
    displacements: tuple[str, ...]
    """Variables that displace the mesh, for objects with ``use_displaced_mesh``; none: it is not
    displaced."""
    radial: int
    """The coordinate that is the radius in RZ and RSPHERICAL."""

    @property
    def x(self) -> Any:
        """First coordinate; `y` and `z` are the others."""

    @property
    def y(self) -> Any: ...

    @property
    def z(self) -> Any: ...

    @property
    def normal(self) -> Vector:
        """Outward unit normal (on sides only)."""

    @property
    def cell_size(self) -> Any:
        """Shortest edge of each cell, (cell, 1)."""

    @property
    def cell_diameter(self) -> Any:
        """Largest distance of two corners of each cell, (cell, 1)."""

    @property
    def cell_order(self) -> int:
        """1 for cells of corners alone, 2 for those with further nodes."""

    @property
    def cell_numbers(self) -> Any:
        """Number of each cell in the mesh, (cell, 1)."""

    @property
    def node_numbers(self) -> Any:
        """Number of each node in MOOSE's way of counting, (node, 1); at nodes only."""

    @property
    def mesh_bounds(self) -> tuple[Any, Any]:
        """Smallest and largest x, y, z of the whole mesh."""

    def value(self, variable: str | float) -> Any:
        """Value of a field or auxiliary variable."""

    def grad(self, variable: str | float) -> Vector:
        """Gradient of a variable."""

    def laplacian(self, variable: str | float) -> Any:
        """Laplacian of a variable of the family HERMITE."""

    def dot(self, variable: str | float) -> Any:
        """Time derivative, as the time integrator defines it (0 in steady problems)."""

    def dotdot(self, variable: str) -> Any:
        """Second time derivative of an unknown, if the time integrator has one."""

    def dot_old(self, variable: str) -> Any:
        """Time derivative of an unknown at the end of the previous step; no partials."""

    def old(self, variable: str | float) -> Any:
        """Value at the end of the previous step; no partials."""

    def grad_old(self, variable: str | float) -> Vector:
        """Gradient at the end of the previous step; no partials."""

    def cell_mean(self, a: Any) -> Any:
        """Mean of a scalar over each cell, weighted with the volume (on sides: over each side), (cell, 1)."""

    def property(self, name: str | float) -> Any:
        """A material property: scalar, `Vector`, `Tensor`, ...; numbers stand for themselves."""

    def has_property(self, name: str) -> bool:
        """Whether some material provides the property here."""

    def property_old(self, name: str | float) -> Any:
        """The property at the end of the previous step; no partials."""

    def property_older(self, name: str) -> Any:
        """Value of a property at the end of the step before the previous one, see `Kernel.remembers`."""

    def state(self, name: str) -> Any:
        """Committed (old) value of a stateful property."""

    def function(self, name: str | float, t: float | None = None) -> Any:
        """A function of the deck, a number, or an expression of x, y, z, t, here and now (or at time `t`)."""

    def function_of_time(self, name: str | float, t: Any) -> Any:
        """A function at the origin, with `t` (a scalar at the points, such as a temperature) as its time."""

    def elsewhere(self, x: Any, y: Any, z: Any, t: Any) -> Any:
        """Other points in space and time, for functions only."""

    def function_gradient(self, name: str | float) -> Vector:
        """Gradient of a function in space."""

    def postprocessor(self, name: str | float) -> float:
        """Current value of a postprocessor; numbers stand for themselves."""

    def user_object(self, name: str) -> Any:
        """A user object of the deck."""


class Status(Protocol):
    """What postprocessors and user objects see of the run as a whole."""

    time: float
    dt: float
    step: int
    newton_iterations: int
    linear_iterations: int

    def postprocessor(self, name: str | float) -> float:
        """Current value of a postprocessor; numbers stand for themselves."""

    def old(self, name: str) -> float:
        """Value of a postprocessor after the previous accepted step (0 before the first)."""

    def function(
        self, name: str | float, point: tuple[float, ...] = (0.0, 0.0, 0.0), time: float | None = None
    ) -> float:
        """A function at a point and a time (default: the current)."""

    def reaction(self, variable: str, boundary: Sequence[str]) -> float:
        """Sum of the residual over the prescribed nodes of boundaries: the exact discrete outflow."""

    def relative_change(self) -> float:
        """2-norm of the change of all unknowns over the step, relative to that of the unknowns."""

    def count(self, what: str) -> int:
        """Number of ``"nodes"``, ``"cells"``, ``"dofs"`` or ``"variables"`` that are solved for, or of
        ``"auxiliary dofs"`` or ``"auxiliary variables"``."""
