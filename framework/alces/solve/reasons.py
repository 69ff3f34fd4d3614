"""PETSc's convergence reasons in words."""
from __future__ import annotations

SNES = {
    2: "residual below the absolute tolerance", 3: "residual below the relative tolerance",
    4: "Newton update below its tolerance", 5: "all iterations done",
    -1: "a residual outside its domain", -2: "too many residual evaluations", -3: "the linear solver failed",
    -4: "the residual is not a number", -5: "no convergence within the allowed Newton iterations",
    -6: "the line search found no decrease", -7: "an inner solver failed",
    -8: "the line search met a local minimum of the residual", -9: "the residual grew beyond bounds",
    -10: "the Jacobian could not be evaluated", -11: "the trust region became too small",
}

KSP = {
    -2: "no decrease", -3: "no convergence within the allowed linear iterations",
    -4: "the linear residual grew", -5: "breakdown of the Krylov method",
    -6: "breakdown of the Krylov method (bi-conjugate)", -7: "a symmetric method on an unsymmetric system",
    -8: "an indefinite preconditioner", -9: "not a number", -10: "an indefinite matrix",
    -11: "the preconditioner failed (singular matrix?)",
}


def in_words(snes: int, ksp: int) -> str:
    """One phrase for a SNES reason and, where it matters, the KSP reason."""
    text = SNES.get(snes, f"PETSc reason {snes}")
    return f"{text}: {KSP.get(ksp, f'PETSc reason {ksp}')}" if snes == -3 and ksp < 0 else text
