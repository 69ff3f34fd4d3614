"""Meshes of rings, discs and sectors."""
from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy

from alces.mesh import Mesh, annular
from alces.params import BOOLEAN, INTEGER, REAL, REALS, Param
from alces.physics import MeshGenerator
from alces.run.mesh_finish import FINISH, finished


class AnnularMeshGenerator(MeshGenerator):
    """A ring of QUAD4, a disc (rmin = 0, with TRI3 around the centre), or a sector of either.

    Boundaries: rmin, rmax; of a sector also dmin, dmax, at its ends.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("nr", INTEGER, 1, doc="rings of cells", range="nr >= 1 & nr <= 100000"),
        Param("nt", INTEGER, doc="cells around", range="nt >= 1 & nt <= 100000"),
        Param("rmin", REAL, doc="inner radius", unit="length", range="rmin >= 0"),
        Param("rmax", REAL, doc="outer radius", unit="length", range="rmax > 0"),
        Param("radial_positions", REALS, (), doc="radii between the rings, ascending; instead of nr"),
        Param("dmin", REAL, 0.0, doc="smallest angle from the x axis, in degrees",
              range="dmin >= 0 & dmin <= 360"),
        Param("dmax", REAL, 360.0, doc="largest angle, in degrees", range="dmax >= 0 & dmax <= 360"),
        Param("growth_r", REAL, 1.0,
              doc="width of a ring over that of the ring within; if negative, the other way round"),
        Param("equal_area", BOOLEAN, False, doc="all cells have one area"),
        Param("quad_subdomain_id", INTEGER, 0, doc="block of the QUAD4"),
        Param("tri_subdomain_id", INTEGER, 1, doc="block of the TRI3"),
    )

    def setup(self) -> None:
        p = self.p
        if p.rmax <= p.rmin:
            raise self.error("rmax", "must be larger than rmin")
        if p.dmax <= p.dmin:
            raise self.error("dmax", "must be larger than dmin")
        if p.dmax - p.dmin < 360.0 and (p.dmax - p.dmin) / p.nt >= 180.0:
            raise self.error("nt", "is too small: a cell would span 180 degrees or more")
        if p.dmax - p.dmin == 360.0 and p.nt < 3:
            raise self.error("nt", "must be 3 or more for a closed ring")
        if p.growth_r == 0.0:
            raise self.error("growth_r", "must not be 0")
        if p.given("radial_positions") and (p.given("nr") or p.given("growth_r") or p.equal_area):
            raise self.error("radial_positions", "replaces nr, growth_r and equal_area")
        if p.equal_area and p.given("growth_r"):
            raise self.error("equal_area", "does not go with growth_r")
        if p.rmin == 0.0 and p.quad_subdomain_id == p.tri_subdomain_id:
            raise self.error("tri_subdomain_id", "must not be quad_subdomain_id: the cells differ in type")
        if (numpy.diff(self._radii()) <= 0.0).any():
            raise self.error("radial_positions", "must ascend from rmin to rmax")

    def _radii(self) -> numpy.ndarray:
        p = self.p
        if p.radial_positions:
            return numpy.array([p.rmin, *p.radial_positions, p.rmax])
        part = numpy.arange(p.nr + 1) / p.nr
        if p.equal_area:
            return numpy.sqrt(p.rmin**2 + part * (p.rmax**2 - p.rmin**2))
        growth = p.growth_r if p.growth_r > 0.0 else -1.0 / p.growth_r
        if growth != 1.0:
            part = (1.0 - growth ** numpy.arange(p.nr + 1)) / (1.0 - growth**p.nr)
        return p.rmin + part * (p.rmax - p.rmin)

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        p = self.p
        return annular(self._radii(), p.nt, p.dmin, p.dmax, p.quad_subdomain_id, p.tri_subdomain_id)


class AnnularMesh(AnnularMeshGenerator):
    """The same as the only object of [Mesh]."""

    parameters: ClassVar[tuple[Param, ...]] = FINISH

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        return finished(super().generate(meshes), self.p)
