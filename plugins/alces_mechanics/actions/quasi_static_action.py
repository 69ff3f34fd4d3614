"""[Physics/SolidMechanics/QuasiStatic]: strain, equilibrium and output in one block."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.hit import DeckError, Node, did_you_mean
from alces.params import BLOCKS, BOOLEAN, COUPLED, POINT, REAL, STRINGS, Choice, Choices, Param
from alces.physics import Action
from alces_mechanics.deck import STRESS_DIVERGENCE, add, coord_type, eigenstrains_of
from alces_mechanics.options import (
    AXES,
    BASE_NAME,
    EIGENSTRAIN_TEMPERATURE,
    EIGENSTRAINS,
    EQUILIBRIUM_DISPLACED,
    LOCKING_CORRECTION,
    SAVE_IN_EACH,
    check_displaced_mesh,
    check_displacements,
    check_locking_correction,
    check_save_in,
    prefixed,
)
from alces_mechanics.outputs import OUTPUTS, Output

_TRUE = ("true", "1", "yes", "on")
_STRAINS = {
    ("XYZ", "NONE", False): "ComputeSmallStrain",
    ("XYZ", "NONE", True): "ComputeIncrementalSmallStrain",
    ("XYZ", "PLANE_STRAIN", False): "ComputePlaneSmallStrain",
    ("XYZ", "PLANE_STRAIN", True): "ComputePlaneIncrementalStrain",
    ("XYZ", "PLANE_STRESS", False): "ComputePlaneStressSmallStrain",
    ("XYZ", "WEAK_PLANE_STRESS", False): "ComputePlaneSmallStrain",
    ("XYZ", "WEAK_PLANE_STRESS", True): "ComputePlaneIncrementalStrain",
    ("RZ", "NONE", False): "ComputeAxisymmetricRZSmallStrain",
    ("RZ", "NONE", True): "ComputeAxisymmetricRZIncrementalStrain",
    ("RZ", "PLANE_STRAIN", False): "ComputeAxisymmetric1DSmallStrain",
    ("RZ", "PLANE_STRAIN", True): "ComputeAxisymmetric1DIncrementalStrain",
    ("RSPHERICAL", "NONE", False): "ComputeRSphericalSmallStrain",
    ("RSPHERICAL", "NONE", True): "ComputeRSphericalIncrementalStrain",
}


class QuasiStaticAction(Action):
    """Adds the displacements, the strain material, the equilibrium kernels and tensor outputs.

    Elasticity and stress remain materials of the deck. PLANE_STRESS (not in MOOSE) needs a stress material
    with ``plane_stress = true``.
    """

    inherits: ClassVar[bool] = True
    syntax: ClassVar[tuple[str, ...]] = (
        "Physics/SolidMechanics/QuasiStatic/*",
        "Physics/TensorMechanics/Master/*",
        "Modules/TensorMechanics/Master/*",
    )
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("displacements", STRINGS, doc="displacements in x, y, z"),
        Param("block", BLOCKS, (), doc="blocks (subdomains) that it is for; default: all"),
        Param("strain", Choice("SMALL", "FINITE"), "SMALL", doc="only SMALL is supported"),
        Param("incremental", BOOLEAN, False, doc="whether strains are added up over the steps"),
        Param("add_variables", BOOLEAN, False, doc="whether to add the displacement variables"),
        Param(
            "planar_formulation",
            Choice("NONE", "PLANE_STRAIN", "PLANE_STRESS", "WEAK_PLANE_STRESS"),
            "NONE",
            doc="assumption out of the plane of a 2-D problem; NONE is plane strain as well; in "
            "WEAK_PLANE_STRESS the stress out of the plane vanishes on average, and out_of_plane_strain is "
            "the variable that is solved for",
        ),
        Param("out_of_plane_direction", Choice(*AXES), "z", doc="the direction normal to the plane"),
        Param(
            "out_of_plane_strain", COUPLED, None, doc="strain normal to the plane", unit="1"
        ),
        EIGENSTRAINS,
        Param("automatic_eigenstrain_names", BOOLEAN, False,
              doc="whether to take all eigenstrains of these blocks, but for parts of others"),
        Param(
            "generate_output",
            STRINGS,
            (),
            doc="tensor outputs, e.g. stress_xx vonmises_stress",
        ),
        Param("additional_generate_output", STRINGS, (), doc="further ones, e.g. of a sub-block"),
        Param(
            "material_output_order",
            Choices("CONSTANT", "FIRST", "SECOND"),
            ("CONSTANT",),
            doc="order of the output variables: one for all or one for each",
        ),
        Param(
            "material_output_family",
            Choices("MONOMIAL", "LAGRANGE"),
            ("MONOMIAL",),
            doc="family of the output variables: one for all or one for each",
        ),
        Param("spherical_center_point", POINT, None, doc="centre for spherical outputs", unit="m"),
        Param("cylindrical_axis_point1", POINT, None, doc="axis of axial, hoop, radial outputs", unit="m"),
        Param("cylindrical_axis_point2", POINT, None, doc="another point of it", unit="m"),
        SAVE_IN_EACH,
        EIGENSTRAIN_TEMPERATURE,
        Param("scaling", REAL, None, doc="factor of the equations of the displacements that are added"),
        BASE_NAME,
        Param("use_automatic_differentiation", BOOLEAN, False, doc="accepted; derivatives are always exact"),
        EQUILIBRIUM_DISPLACED,
        LOCKING_CORRECTION,
    )

    def setup(self) -> None:
        check_displacements(self)
        check_displaced_mesh(self)
        check_locking_correction(self)
        if self.p.strain == "FINITE":
            raise self.error("strain", "FINITE is not supported: only SMALL strains are")
        if ("XYZ", self.p.planar_formulation, self.p.incremental) not in _STRAINS:
            raise self.error(
                "incremental", "plane stress works with the total strain only; leave incremental out"
            )
        if self.p.planar_formulation == "WEAK_PLANE_STRESS":
            if not isinstance(self.p.out_of_plane_strain, str):
                raise self.error("out_of_plane_strain", "WEAK_PLANE_STRESS needs the variable of that strain")
        elif self.p.out_of_plane_strain is not None and self.p.planar_formulation != "PLANE_STRAIN":
            raise self.error(
                "out_of_plane_strain",
                "goes with planar_formulation = PLANE_STRAIN only, or WEAK_PLANE_STRESS",
            )
        for word in self._words():
            if word not in OUTPUTS:
                hint = did_you_mean(word, OUTPUTS) or "allowed: " + ", ".join(OUTPUTS)
                raise self.error("generate_output", f"unknown output '{word}'; {hint}")
            self._check_directions(OUTPUTS[word])
        check_save_in(self)
        if self.p.automatic_eigenstrain_names and self.p.eigenstrain_names:
            raise self.error("eigenstrain_names", "does not go with automatic_eigenstrain_names = true")
        if self.p.scaling is not None and not self.p.add_variables:
            raise self.error("scaling", "goes with add_variables = true; scale the variables themselves")
        for name in ("material_output_order", "material_output_family"):
            if len(getattr(self.p, name)) not in (1, len(self._words())):
                raise self.error(name, "needs one entry, or as many as generate_output has")

    def _words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.p.generate_output, *self.p.additional_generate_output)))

    def _check_directions(self, output: Output) -> None:
        """Complain about outputs whose centre or axis is not given."""
        if output.spherical and self.p.spherical_center_point is None:
            raise self.error("generate_output", "spherical components need spherical_center_point")
        if output.cylindrical and None in (self.p.cylindrical_axis_point1, self.p.cylindrical_axis_point2):
            raise self.error(
                "generate_output",
                "axial, hoop and radial components need cylindrical_axis_point1 and cylindrical_axis_point2 "
                "(spherical ones are spherical_hoop_stress etc.)",
            )

    def expand(self, deck: Node) -> None:
        if self.p.planar_formulation == "PLANE_STRESS":
            self._check_plane_stress(deck)
        if self.p.add_variables:
            self._add_variables(deck)
        self._add_strain(deck)
        self._add_kernels(deck)
        self._add_outputs(deck)

    def _in_plane(self) -> list[tuple[int, str]]:
        """Directions and names of the displacements that are solved for."""
        out = AXES.index(self.p.out_of_plane_direction) if self.p.planar_formulation != "NONE" else None
        return [(i, u) for i, u in enumerate(self.p.displacements) if i != out]

    def _check_plane_stress(self, deck: Node) -> None:
        materials = deck.find("Materials")
        if not any(
            (m.get("plane_stress") or "").lower() in _TRUE
            for m in (materials.children.values() if materials else ())
        ):
            raise DeckError(
                "planar_formulation = PLANE_STRESS needs a stress material with plane_stress = true",
                self.p.location_of("planar_formulation"),
            )

    def _add_variables(self, deck: Node) -> None:
        for _, variable in self._in_plane():
            if not deck.find(f"Variables/{variable}"):
                add(
                    deck,
                    f"Variables/{variable}",
                    self.p.location_of("add_variables"),
                    family="LAGRANGE",
                    order="MESH",
                    **({} if self.p.scaling is None else {"scaling": self.p.scaling}),
                )

    def _add_strain(self, deck: Node) -> None:
        kind = (coord_type(deck), self.p.planar_formulation, self.p.incremental)
        if kind not in _STRAINS:
            raise self.error("planar_formulation", f"does not go with coord_type = {kind[0]}; leave it out")
        planar = {}
        if self.p.planar_formulation in ("PLANE_STRAIN", "WEAK_PLANE_STRESS"):
            if kind[0] == "XYZ":
                planar["out_of_plane_direction"] = self.p.out_of_plane_direction
            if self.p.out_of_plane_strain is not None:
                planar["out_of_plane_strain"] = self.p.out_of_plane_strain
        add(
            deck,
            f"Materials/{self.name}_strain",
            self.p.location_of(),
            type=_STRAINS[kind],
            displacements=self.p.displacements,
            eigenstrain_names=self._eigenstrains(deck),
            block=self.p.block,
            base_name=self.p.base_name,
            volumetric_locking_correction=self.p.volumetric_locking_correction,
            **planar,
        )

    def _eigenstrains(self, deck: Node) -> tuple[str, ...]:
        if not self.p.automatic_eigenstrain_names:
            return self.p.eigenstrain_names
        return eigenstrains_of(deck, self.p.block, self.p.base_name)

    def _add_kernels(self, deck: Node) -> None:
        for i, variable in self._in_plane():
            add(
                deck,
                f"Kernels/TM_{self.name}_{i}",
                self.p.location_of(),
                type=self._equilibrium(deck),
                variable=variable,
                component=i,
                displacements=self.p.displacements,
                block=self.p.block,
                base_name=self.p.base_name,
                volumetric_locking_correction=self.p.volumetric_locking_correction,
                save_in=self.p.save_in[i : i + 1],
                use_displaced_mesh=self.p.use_displaced_mesh,
                **self._equilibrium_parameters(),
            )

        if self.p.planar_formulation == "WEAK_PLANE_STRESS":
            add(
                deck,
                f"Kernels/TM_{self.name}_out_of_plane",
                self.p.location_of("planar_formulation"),
                type="WeakPlaneStress",
                variable=self.p.out_of_plane_strain,
                out_of_plane_direction=self.p.out_of_plane_direction,
                block=self.p.block,
                base_name=self.p.base_name,
            )

    def _equilibrium(self, deck: Node) -> str:
        """Type of the kernels of equilibrium."""
        return STRESS_DIVERGENCE[coord_type(deck)]

    def _equilibrium_parameters(self) -> dict[str, Any]:
        """Further parameters of these kernels."""
        return {}

    def _add_outputs(self, deck: Node) -> None:
        where = self.p.location_of("generate_output")
        words = self._words()
        orders, families = (
            (*given, *given * len(words))[: len(words)]
            for given in (self.p.material_output_order, self.p.material_output_family)
        )
        for word, order, family in zip(words, orders, families, strict=True):
            variable, output = prefixed(self.p.base_name, word), OUTPUTS[word]
            if not deck.find(f"AuxVariables/{variable}"):
                add(deck, f"AuxVariables/{variable}", where, order=order, family=family)
            add(
                deck,
                f"AuxKernels/{self.name}_{variable}",
                where,
                variable=variable,
                block=self.p.block,
                **self._source(deck, variable, output),
            )

    def _source(self, deck: Node, variable: str, output: Output) -> dict[str, Any]:
        """Type and parameters of the auxiliary kernel of an output; may add the material that it needs."""
        tensor = prefixed(self.p.base_name, output.tensor)
        if output.scalar:
            return {"type": "RankTwoScalarAux", "scalar_type": output.scalar, "rank_two_tensor": tensor}
        if not output.spherical and not output.cylindrical:
            i, j = output.index
            return {"type": "RankTwoAux", "rank_two_tensor": tensor, "index_i": i, "index_j": j}
        how: dict[str, Any] = {
            "type": "RankTwoSphericalComponent",
            "spherical_component": output.spherical,
            "spherical_center_point": self.p.spherical_center_point,
        }
        if output.cylindrical:
            how = {
                "type": "RankTwoCylindricalComponent", "cylindrical_component": output.cylindrical,
                "cylindrical_axis_point1": self.p.cylindrical_axis_point1,
                "cylindrical_axis_point2": self.p.cylindrical_axis_point2,
            }
        add(deck, f"Materials/{self.name}_{variable}", self.p.location_of("generate_output"),
            property_name=variable, rank_two_tensor=tensor, block=self.p.block, **how)
        return {"type": "MaterialRealAux", "property": variable}
