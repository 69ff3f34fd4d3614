"""Random or given grains, and order parameters for them."""
from __future__ import annotations

from functools import lru_cache
from typing import Any

from alces.ad import Vector, tanh, where
from alces.params import BOOLEAN, COUPLEDS, FILE, INTEGER, REAL, Choice, Choices, Param
from alces.physics import Points, UserObject

from alces_phase_field.box import Box, Point
from alces_phase_field.coloring import Plane, colors, neighbors
from alces_phase_field.files import read_columns
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names
from alces_phase_field.twister import uniform


class PolycrystalVoronoi(UserObject):
    """Grains as Voronoi cells, and an order parameter for each so that grains that touch have different ones.

    Centres come from a file (columns x, y and perhaps z), or are random: `grain_num` points x, y, z in the
    box around the mesh from MOOSE's random numbers. A point belongs to the nearest centre, across boundaries
    that are periodic. With `int_width` w the order parameter of a grain is the product of ``[1 - tanh(2
    s/w)]/2`` over the grains whose boundary is nearer than w, s the distance from the plane midway to them.

    Order parameters are given out by backtracking in the grains' order, whatever `coloring_algorithm` says:
    MOOSE's ``bt`` does the same with the neighbours that it finds on its mesh, its other algorithms are
    random. So grains may have other order parameters than in MOOSE. Source: G. Voronoi, J. reine angew.
    Math. 134 (1908) 198.
    """

    parameters = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("variable", COUPLEDS, (), doc="the order parameters, instead of op_num and var_name_base",
              aliases=("v",)),
        Param("grain_num", INTEGER, 0, doc="number of random grains", range="grain_num >= 0"),
        Param("rand_seed", INTEGER, 0, doc="another seed, other grains", range="rand_seed >= 0"),
        Param("file_name", FILE, "", doc="file of centres, relative to the deck"),
        Param("columnar_3D", BOOLEAN, False, doc="random centres all at half the height z"),
        Param("int_width", REAL, 0.0, doc="width of the diffuse boundaries", unit="length",
              range="int_width >= 0"),
        Param("coloring_algorithm", Choice("jp", "power", "greedy", "bt"), "jp",
              doc="accepted for MOOSE's decks; the result is that of backtracking"),
        Param("use_kdtree", BOOLEAN, True, doc="accepted for MOOSE's decks; changes nothing"),
        Param("patch_size", INTEGER, 1, doc="accepted for MOOSE's decks; changes nothing"),
        Param("periodic", Choices("x", "y", "z"), (),
              doc="axes along which the mesh is periodic; [PolycrystalColoringIC] finds out itself"),
    )

    def setup(self) -> None:
        self.names = tuple(self.p.variable) or grain_names(self)
        self._from_file = self._read() if self.p.file_name else []
        if not self.p.file_name and not self.p.grain_num:
            raise self.error("grain_num", "give the number of grains, or their centres by 'file_name'")
        self._structure = lru_cache(maxsize=1)(self._made)

    def _read(self) -> list[Point]:
        found = list(read_columns(self, "file_name").values())
        if len(found) < 2 or not found[0]:
            raise self.error("file_name", "needs columns x and y, and one line for each grain")
        z = found[2] if len(found) > 2 else [0.0] * len(found[0])
        return list(zip(found[0], found[1], z, strict=True))

    def centers(self, box: Box) -> list[Point]:
        """The centres of the grains."""
        return self._structure(box)[0]

    def box(self, q: Points) -> Box:
        """The box around the mesh."""
        return Box.of(q, self.p.periodic)

    def _made(self, box: Box) -> tuple[list[Point], list[int]]:
        """Centres and the number of each grain's order parameter."""
        centers = self._from_file or self._random(box)
        try:
            return centers, colors(neighbors(centers, box), len(self.names))
        except ValueError as error:
            raise self.error("op_num", str(error)) from None

    def _random(self, box: Box) -> list[Point]:
        numbers = uniform(self.p.rand_seed)
        centers = [box.random_point(numbers) for _ in range(self.p.grain_num)]
        if self.p.columnar_3D:
            centers = [(x, y, box.low[2] + 0.5 * box.extent[2]) for x, y, _ in centers]
        return centers

    def order_parameter(self, q: Points, index: int) -> Any:
        """Value of the order parameter of a number, 1 in its grains and 0 in the others."""
        box = self.box(q)
        centers, numbers = self._structure(box)
        here = (q.x, q.y, q.z)
        planes = [Plane(i, box.between(here, center)) for i, center in enumerate(centers)]
        nearest = _first(q, [(plane, plane.square) for plane in planes])
        if self.p.int_width == 0.0:
            return _number_is(nearest, [i for i, color in enumerate(numbers) if color == index])
        return self._diffuse(q, index, numbers, planes, nearest)

    def _diffuse(self, q: Points, index: int, numbers: list[int], planes: list[Plane], nearest: Plane) -> Any:
        width = self.p.int_width
        near = [(plane.number == nearest.number) | (nearest.distance(plane) < width) for plane in planes]
        absent = 0.0 * (q.x + q.y + q.z) - 1.0
        own = Plane(absent, Vector(absent, absent, absent))
        for i in reversed(range(len(planes))):  # the first near grain of this order parameter
            if numbers[i] == index:
                own = planes[i].where(near[i], own)
        own = nearest.where(_number_is(nearest, [i for i, c in enumerate(numbers) if c == index]) == 1.0, own)
        value = where(own.number >= 0.0, 1.0, 0.0)
        for i, plane in enumerate(planes):
            profile = 0.5 * (1.0 + tanh(2.0 * own.distance(plane) / width))
            value = value * where(near[i] & (own.number != i), profile, 1.0)
        return value


def _first(q: Points, candidates: list[tuple[Plane, Any]]) -> Plane:
    """The candidate with the smallest measure, the first of several."""
    nowhere = 0.0 * (q.x + q.y + q.z)
    best, least = Plane(nowhere, Vector(nowhere, nowhere, nowhere)), nowhere + float("inf")
    for plane, measure in candidates:
        smaller = measure < least
        best, least = plane.where(smaller, best), where(smaller, measure, least)
    return best


def _number_is(plane: Plane, allowed: list[int]) -> Any:
    """1 where the grain is one of these, else 0."""
    inside: Any = 0.0 * plane.number
    for i in allowed:
        inside = where(plane.number == i, 1.0, inside)
    return inside
