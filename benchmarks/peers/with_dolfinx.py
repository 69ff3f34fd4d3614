"""`coupled5` in DOLFINx: `echo residual | python3 with_dolfinx.py N uniform|distorted plain|tuned`.

Both take one blocked space of five components, which is faster than a mixed one of the same unknowns.
plain: compiled with the flags that DOLFINx takes by itself.
tuned: compiled for this processor, without strict floating point, with vectorised exponentials.
"""
from __future__ import annotations

import sys
import tempfile

import dolfinx
import ufl
from dolfinx import fem
from dolfinx.fem import petsc
from dolfinx.mesh import CellType, create_unit_square
from given import D0, D1, E0, E1, L, Le, Om, W, cs, dt, initial, kap, ks, moved, nu, s0, s1, serve
from mpi4py import MPI
from petsc4py import PETSc

TUNED = {"cffi_extra_compile_args": ["-O3", "-march=native", "-ffast-math"], "cffi_libraries": ["m", "mvec"]}


def weak_form(now, old, tests):
    """The residual; degree 3 means 2 x 2 Gauss points."""
    (c, eta, phi, u), (c0, eta0), (vc, ve, vp, w), grad = now, old, tests, ufl.grad
    h, dh = eta**3 * (6 * eta**2 - 15 * eta + 10), 30 * eta**2 * (1 - eta) ** 2
    barrier = 2 * eta * (1 - eta) * (1 - 2 * eta)
    D, s, E = h * D1 + (1 - h) * D0, h * s1 + (1 - h) * s0, h * E1 + (1 - h) * E0
    lam, mu = E * nu / ((1 + nu) * (1 - 2 * nu)), E / (2 * (1 + nu))
    growth = Om / 3 * h
    strain = ufl.sym(grad(u)) - growth * ufl.Identity(2)
    trace = ufl.tr(strain) - growth
    stress = lam * trace * ufl.Identity(2) + 2 * mu * strain
    reaction = dh * (ufl.exp(phi / 2) - c * ufl.exp(-phi / 2))
    rate = (eta - eta0) / dt
    metal = rate + L * (W * barrier - Om * dh * (3 * lam + 2 * mu) * trace / 3) + Le * reaction
    return (
        metal * ve + L * kap * ufl.inner(grad(eta), grad(ve))
        + ((c - c0) / dt + cs * rate) * vc + D * ufl.inner(grad(c) + c * grad(phi), grad(vc))
        + s * ufl.inner(grad(phi), grad(vp)) + ks * rate * vp
        + ufl.inner(stress, grad(w))
    ) * ufl.dx(metadata={"quadrature_degree": 3})


def parts(f):
    """c, eta, phi and the displacements."""
    return f[0], f[1], f[2], ufl.as_vector([f[3], f[4]])


def main(n: int, shape: str, way: str) -> None:
    """Set up, then answer."""
    mesh = create_unit_square(MPI.COMM_SELF, n, n, CellType.quadrilateral)
    x = mesh.geometry.x
    if shape == "distorted":
        x[:, 0], x[:, 1] = moved(x[:, 0].copy(), x[:, 1].copy(), n)
    space = fem.FunctionSpace(mesh, ufl.VectorElement("Q", mesh.ufl_cell(), 1, dim=5))
    now, old = fem.Function(space), fem.Function(space)
    for f in (now, old):
        for i, name in enumerate(("c", "eta", "phi")):
            f.sub(i).interpolate(lambda x, name=name: initial(x[0], x[1])[name])
    residual = weak_form(parts(now), parts(old)[:2], parts(ufl.TestFunction(space)))
    with tempfile.TemporaryDirectory() as folder:  # anew: what is kept elsewhere may have other flags
        compiler = {"cache_dir": folder, **(TUNED if way == "tuned" else {})}
        form = fem.form(residual, jit_params=compiler)
        slope = fem.form(ufl.derivative(residual, now), jit_params=compiler)
    vector, matrix = petsc.create_vector(form), petsc.create_matrix(slope)

    def assemble_residual() -> None:
        with vector.localForm() as local:
            local.set(0)
        petsc.assemble_vector(vector, form)

    def assemble_jacobian() -> None:
        matrix.zeroEntries()
        petsc.assemble_matrix(matrix, slope)
        matrix.assemble()

    def norms() -> tuple[float, float]:
        assemble_residual()
        assemble_jacobian()
        return vector.norm(), matrix.norm(PETSc.NormType.FROBENIUS)

    work = {"residual": assemble_residual, "jacobian": assemble_jacobian}
    serve("DOLFINx", dolfinx.__version__, norms, work)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
