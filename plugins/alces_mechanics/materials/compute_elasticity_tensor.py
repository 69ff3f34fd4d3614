"""Elasticity of any symmetry with constant moduli."""

from __future__ import annotations

from typing import ClassVar

from alces.params import REAL, REALS, Choice, Param
from alces.physics import Points
from alces_mechanics.elasticity import AnisotropicStiffness, IsotropicStiffness, Stiffness
from alces_mechanics.elasticity_material import ElasticityMaterial
from alces_mechanics.fill_methods import FILL, rotated


class ComputeElasticityTensor(ElasticityMaterial):
    """`elasticity_tensor` from a list of constants, optionally of a crystal turned by Euler angles
    (Bunge)."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("C_ijkl", REALS, doc="elastic constants in the order of the fill method", unit="Pa"),
        Param(
            "fill_method",
            Choice(*FILL),
            "symmetric9",
            doc="symmetric9: C11 C12 C13 C22 C23 C33 C44 C55 C66; symmetric21: upper triangle of Voigt's "
            "matrix by rows; axisymmetric_rz: C11 C12 C13 C33 C44; principal: C11 C12 C13 C21 ... C33; "
            "orthotropic: E_a E_b E_c G_ab G_bc G_ca nu_ba nu_ca nu_cb; symmetric_isotropic: lambda mu; "
            "symmetric_isotropic_E_nu: E nu",
        ),
        Param("euler_angle_1", REAL, 0.0, doc="first angle, about z", unit="degree"),
        Param("euler_angle_2", REAL, 0.0, doc="second angle, about the new x", unit="degree"),
        Param("euler_angle_3", REAL, 0.0, doc="third angle, about the new z", unit="degree"),
    )

    def setup(self) -> None:
        count, fill = FILL[self.p.fill_method]
        if len(self.p.C_ijkl) != count:
            raise self.error(
                "C_ijkl",
                f"fill_method = {self.p.fill_method} needs {count} constants, not {len(self.p.C_ijkl)}",
            )
        try:
            matrix = fill(self.p.C_ijkl)
        except ValueError as error:
            raise self.error("C_ijkl", str(error)) from None
        self._stiffness: Stiffness
        if count == 2:
            self._stiffness = IsotropicStiffness(matrix[0][1], matrix[3][3])
            return
        angles = (self.p.euler_angle_1, self.p.euler_angle_2, self.p.euler_angle_3)
        self._stiffness = AnisotropicStiffness(rotated(matrix, angles) if any(angles) else matrix)

    def stiffness(self, q: Points) -> Stiffness:
        return self._stiffness
