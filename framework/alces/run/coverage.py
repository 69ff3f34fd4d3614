"""Check that everything acts where what it needs exists: no equation without terms, no hole in a property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy

from alces.assembly import Model
from alces.hit import DeckError, DeckErrors, Location
from alces.params import declared
from alces.physics import ElementPostprocessor, SidePostprocessor


def check_coverage(model: Model, must_have_kernels: Mapping[str, Location | None]) -> None:
    """Check a model whose names are all known.

    Args:
        must_have_kernels: variables that need one, and where they stand in the deck.

    Raises:
        DeckErrors: variables without a kernel; terms that act on blocks where a variable or a property they
            name does not exist.
    """
    acting = {kernel.p.variable for kernel in model.kernels}
    errors = [
        DeckError(
            f"no kernel acts on the variable '{name}'",
            place,
            "give it a block in [Kernels], or move it to [AuxVariables]",
        )
        for name, place in must_have_kernels.items()
        if name not in acting
    ]
    reductions = (
        p for p in model.postprocessors.values() if isinstance(p, (ElementPostprocessor, SidePostprocessor))
    )
    projected = (k for k in model.aux_kernels if not k.nodal)
    for thing in (*model.kernels, *model.integrated_bcs, *reductions, *projected):
        errors += _holes(model, thing)
    if errors:
        raise DeckErrors(errors)


def _holes(model: Model, thing: Any) -> Iterator[DeckError]:
    """What a term names but cannot have somewhere; the first block says enough."""
    for name, param in declared(type(thing)).items():
        value = getattr(thing.p, name)
        for entry in value if isinstance(value, tuple) else (value,):
            if not isinstance(entry, str) or param.kind.refers not in ("Variables", "Materials"):
                continue
            for subdomain, boundary in _where(model, thing):
                word = model.mesh.subdomain_names.get(subdomain, str(subdomain))
                if param.kind.refers == "Variables":
                    there, what = _lives(model, entry, subdomain), "variable"
                else:
                    there, what = entry in model.providers(subdomain, boundary), "material property"
                if not there:
                    message = f"[{thing.system}/{thing.name}] acts on block {word}, without {what} '{entry}'"
                    yield DeckError(message, thing.p.location_of(name), "restrict one of them with 'block'")
                    break


def _where(model: Model, thing: Any) -> list[tuple[int, int | None]]:
    """Blocks, and boundaries, where an object acts; a term acts only where its variable lives."""
    mesh = model.mesh
    boundaries = model.boundaries(getattr(thing.p, "boundary", ()))
    if boundaries:
        cells = mesh.cell_subdomains
        found: list[tuple[int, int | None]] = [
            (int(s), b)
            for b in boundaries
            if b in mesh.sidesets
            for s in numpy.unique(cells[mesh.sidesets[b].cells])
        ]
    else:
        found = [(s, None) for s in model.subdomains(getattr(thing.p, "block", ())) or mesh.block_ids]
    variable = getattr(thing.p, "variable", None)
    if thing.system in ("Kernels", "BCs") or (thing.system == "AuxKernels" and not boundaries):
        found = [(s, b) for s, b in found if _lives(model, variable, s)]
    return found


def _lives(model: Model, name: str | None, subdomain: int) -> bool:
    for dofmap in (model.unknowns, model.auxiliaries):
        if name in dofmap.index:
            blocks = dofmap.variables[dofmap.index[name]].blocks
            return not blocks or subdomain in blocks
    return True
