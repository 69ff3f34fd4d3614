"""Newton's method through PETSc SNES."""
from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy
from scipy import sparse

from alces.dofs import Ghosts
from alces.solve import updates
from alces.solve.blocks import Blocks
from alces.solve.direct import direct_options
from alces.solve.options import SolverOptions, preset_options
from alces.solve.outcome import Outcome
from alces.solve.petsc_options import OptionError, unused
from alces.solve.reasons import in_words
from alces.solve.spread import Spread

_OUT_OF_MEMORY = 55  # PETSC_ERR_MEM
_NO_DECREASE = -6  # SNES_DIVERGED_LINE_SEARCH
_NO_FACTORS = -11  # KSP_DIVERGED_PC_FAILED
_numbers = itertools.count()


class _NewSparsity(Exception):
    """The Jacobian at `x` does not fit the matrix."""

    def __init__(self, x: numpy.ndarray):
        self.x = x


class Newton:
    """A reusable solver for one set of variables.

    Several processes solve together, each for its own unknowns; what they evaluate has their ghosts too.

    Args:
        names: variable names; field: (n,) variable index of each unknown.
        points: where they are, (n, 3).
        ghosts: which unknowns this process owns.
        options: settings.
        evaluate: ``evaluate(x) -> residual`` with prescribed unknowns taken care of.
        linearize: ``linearize(x) -> CSR values`` of the Jacobian.
        structure: ``structure() -> (indptr, indices)`` of those values; may change between calls of
            `linearize`.
        progress: called at each iterate with (iteration, norm, {group: norm}).
        stopped: whether several processes have agreed to stop; asked at each iterate.
    """

    def __init__(self, names: Sequence[str], field: numpy.ndarray, points: numpy.ndarray, ghosts: Ghosts,
                 options: SolverOptions,
                 evaluate: Callable[[numpy.ndarray], numpy.ndarray],
                 linearize: Callable[[numpy.ndarray], numpy.ndarray],
                 structure: Callable[[], tuple[numpy.ndarray, numpy.ndarray]],
                 progress: Callable[[int, float, dict[str, float]], None] | None = None,
                 stopped: Callable[[], bool] = lambda: False):
        import petsc4py

        petsc4py.init(["alces", "-no_signal_handler"])  # Python's own handlers close the files of a run
        self.spread = Spread(ghosts)
        self.names, self.options = list(names), options
        self.all_fields, self.field = field, field[self.spread.rows]  # with ghosts, and without
        self.evaluate, self.linearize, self.structure, self.progress = (
            evaluate, linearize, structure, progress,
        )
        self.stopped = stopped
        groups = options.groups or tuple((name,) for name in names)
        self.groups = [[self.names.index(name) for name in group] for group in groups]
        self.blocks = Blocks(self.spread, field, points, self.groups, options.multigrid_from)
        self._members = self.blocks.members
        chosen: tuple[str, ...] = (options.line_search,)
        if options.line_search == "default":
            chosen = ("bt",) if options.nl_update_tol is None else ("basic", "bt", "basic")
        self._line_searches = chosen
        self._line_search = ""
        self._snes: Any = None
        self._matrix: Any = None
        self._structure: tuple[Any, Any] = (None, None)
        self._block_kinds: tuple[str, ...] = ()
        self._option_names: list[str] = []
        self._kept: tuple[numpy.ndarray, numpy.ndarray] | None = None
        self._damping = 1.0
        self._tiny = options.nl_abs_step_tol * numpy.sqrt(self.blocks.counts)
        self._magnitude = numpy.zeros(len(self.names))
        self.row = numpy.array(options.scaling or [1.0] * len(self.names))
        self.column = numpy.ones(len(self.names))
        self._failure: BaseException | None = None
        self._history: Outcome

    def solve(self, x: numpy.ndarray) -> Outcome:
        """Solve from a first guess `x` (n,); prescribed unknowns must have their values in it.

        Raises:
            whatever `evaluate` or `linearize` raised.
        """
        self._kept = None
        self._choose_scales(x)
        self._prepare(x)
        out = self._attempt(x, self._line_searches[0])
        for line_search in self._line_searches[1:]:
            if out.converged:
                break
            # full steps cycle where the active set of plasticity does; a search along the residual gets
            # through until rounding stops it, and then full steps are right again
            start = out.x if line_search == "basic" else x
            before = out
            out = self._attempt(start, line_search)
            out.iterations += before.iterations
            out.linear_iterations += before.linear_iterations
        if out.converged:
            each = [self.field == f for f in range(len(self.names))]
            self._magnitude = self.spread.largest(out.x[self.spread.rows], each)
        return out

    def _attempt(self, x: numpy.ndarray, line_search: str) -> Outcome:
        """One run of SNES from `x`, begun anew where it is if the sparsity changes on the way."""
        norms: list[float] = []
        while True:
            try:
                return self._run(x, line_search, norms)
            except _NewSparsity as change:
                x, norms = change.x, self._history.norms[:-1]
                self._prepare(x)

    def _run(self, x: numpy.ndarray, line_search: str, norms: list[float]) -> Outcome:
        from petsc4py import PETSc

        out = self._history = Outcome(x, False, "", 0, 0, list(norms))
        self._failure = None
        self._damping = 1.0
        if self._snes is None:  # the last attempt has left it in no state to go on
            self._prepare(x)
        if line_search != self._line_search:
            PETSc.Options(self._snes.getOptionsPrefix()).setValue("snes_linesearch_type", line_search)
            self._snes.setFromOptions()
            self._line_search = line_search
        y = self._x_vector
        y.setArray(x[self.spread.rows] / self.column[self.field])
        try:
            self._snes.solve(None, y)
        except PETSc.Error as error:
            if error.ierr == _OUT_OF_MEMORY:
                raise MemoryError("PETSc could not allocate what a solve needs") from error
            if self._failure is None:
                out.reason = f"PETSc error {error.ierr}: {_first_line(error)}"
                self.destroy()
                return out
        if self._failure is not None:
            raise self._failure
        reason = self._snes.getConvergedReason()
        final = self._unknowns(y)
        finite = not self.spread.ranks.any(not numpy.isfinite(final).all())
        out.converged = reason > 0 and finite
        if finite:
            out.x = final
        out.reason = in_words(reason, self._snes.getKSP().getConvergedReason())
        if reason == _NO_DECREASE and updates.small(*self._changes(), updates.ROUNDING, self._tiny):
            out.converged, out.reason = True, "Newton update at rounding level"
        out.iterations = self._snes.getIterationNumber()
        out.linear_iterations = self._snes.getLinearSolveIterations()
        if self._snes.getKSP().getConvergedReason() == _NO_FACTORS:
            self.destroy()
        return out

    def memory(self) -> dict[str, float]:
        """What a solve takes over from the one before: the size of each field."""
        return dict(zip(self.names, self._magnitude.tolist(), strict=True))

    def recall(self, memory: Mapping[str, float]) -> None:
        """Go on with what another solver has remembered."""
        self._magnitude = numpy.array([memory.get(name, 0.0) for name in self.names])

    def unused_options(self) -> list[str]:
        """PETSc options of the settings that PETSc has not read so far."""
        return unused(self._prefix, self.options.petsc) if self._snes is not None else []

    def destroy(self) -> None:
        """Free PETSc's objects."""
        if self._snes is None:
            return
        from petsc4py import PETSc

        for thing in (self._snes, self._matrix, self._x_vector, self._f_vector):
            thing.destroy()
        database = PETSc.Options()
        for name in self._option_names:
            database.delValue(name)
        self._snes = self._matrix = None

    # -- scaling -----------------------------------------------------------------------------------
    def _choose_scales(self, x: numpy.ndarray) -> None:
        """Equations by their median diagonal, unknowns by their last size: one constant per field."""
        if not self.options.automatic_scaling:
            return
        for group in self.groups:
            size = self._magnitude[group].max()
            # powers of two keep scaling and unscaling exact
            self.column[group] = 2.0 ** round(math.log2(size)) if size > 0 else 1.0
        data = self._linearized(x)
        indptr, indices = self.structure()
        whole = sparse.csr_matrix((data, indices, indptr), shape=(len(x), len(x)))
        diagonal = numpy.abs(whole.diagonal())[self.spread.rows]
        for group, members in zip(self.groups, self._members, strict=True):
            size = self.spread.median(diagonal[members][diagonal[members] > 0]) or 1.0
            self.row[group] = 1.0 / (size * self.column[group[0]])

    def _linearized(self, x: numpy.ndarray) -> numpy.ndarray:
        """Jacobian values at `x`, kept for the first iteration, which asks for them again."""
        if self._kept is None or self.spread.ranks.any(not numpy.array_equal(self._kept[0], x)):
            self._kept = (x.copy(), self.linearize(x))
        return self._kept[1]

    def _scaled(self, data: numpy.ndarray) -> numpy.ndarray:
        row_field, column_field = self._entry_fields
        return data * self.row[row_field] * self.column[column_field]

    # -- PETSc objects -----------------------------------------------------------------------------
    def _prepare(self, x: numpy.ndarray) -> None:
        """Make the solver, or make it anew if the sparsity has changed."""
        data = self._linearized(x)
        structure = self.structure()
        kinds: tuple[str, ...] = ()
        if self.options.preset == "blocks":
            n = len(self.all_fields)
            kinds = self.blocks.classify(sparse.csr_matrix((data, structure[1], structure[0]), shape=(n, n)))
        if self._snes is not None and structure[0] is self._structure[0] and kinds == self._block_kinds:
            self._snes.getKSP().setTolerances(rtol=self._linear_tolerance(), max_it=self.options.l_max_its)
            return
        from petsc4py import PETSc

        self.destroy()
        self._structure, self._block_kinds = structure, kinds
        self._entry_fields = (numpy.repeat(self.all_fields, numpy.diff(structure[0])).astype(numpy.int8),
                              self.all_fields[structure[1]].astype(numpy.int8))
        self._matrix = self.spread.matrix(structure, self._scaled(data))
        self._x_vector, self._f_vector = self.spread.vector(), self.spread.vector()
        snes = self._snes = PETSc.SNES().create(comm=self.spread.comm)
        prefix = f"alces{next(_numbers)}_"
        snes.setOptionsPrefix(prefix)
        snes.setType("newtonls")
        snes.setFunction(self._function, self._f_vector)
        snes.setJacobian(self._jacobian, self._matrix)
        snes.setTolerances(rtol=0.0, atol=0.0, stol=0.0, max_it=self.options.nl_max_its)
        snes.setConvergenceTest(self._converged)
        self._set_options(PETSc, prefix)
        try:
            snes.setFromOptions()
        except PETSc.Error as error:
            raise OptionError(f"PETSc does not accept an option: {_first_line(error)}") from error
        snes.getKSP().setTolerances(rtol=self._linear_tolerance(), max_it=self.options.l_max_its)
        if snes.getKSP().getPC().getType() == "fieldsplit":
            self.blocks.attach(snes.getKSP())

    def _set_options(self, PETSc: Any, prefix: str) -> None:
        many = self.spread.many
        chosen = preset_options(self.options, self._block_kinds, direct_options(many), many)
        chosen["snes_linesearch_type"] = self._line_search = self._line_searches[0]
        chosen.update(self.options.petsc)
        database = PETSc.Options(prefix)
        for name, text in chosen.items():
            database.setValue(name, text if text else None)
        self._option_names = [prefix + name for name in chosen]
        self._prefix = prefix

    def _linear_tolerance(self) -> float:
        """The Krylov norm sees every field only once all sizes are known: be strict until then."""
        by_group = any("multigrid" in kind for kind in self._block_kinds)
        unknown = self.options.automatic_scaling and not self._magnitude.all() and not by_group
        return min(self.options.l_tol, 1e-8) if unknown else self.options.l_tol

    # -- callbacks ---------------------------------------------------------------------------------
    def _unknowns(self, y: Any) -> numpy.ndarray:
        """Unscaled unknowns, with those of the ghosts."""
        return self.spread.complete(y.getArray(readonly=1) * self.column[self.field])

    def _function(self, snes: Any, y: Any, f: Any) -> None:
        try:
            f.setArray(self.evaluate(self._unknowns(y))[self.spread.rows] * self.row[self.field])
        except BaseException as error:  # handed on by `solve`; PETSc must not unwind through C with it
            self._failure = error
            if self.spread.many:  # the others may wait for this process already: leave at once
                raise
            f.set(numpy.nan)

    def _jacobian(self, snes: Any, y: Any, matrix: Any, preconditioner: Any) -> None:
        try:
            x = self._unknowns(y)
            data = self._linearized(x)
            if self.structure()[0] is not self._structure[0]:
                raise _NewSparsity(x)
            data = self._scaled(data)
            if self._damping != 1.0:
                data /= self._damping  # a matrix divided by w gives w times the step
        except BaseException as error:
            self._failure = error
            if self.spread.many and not isinstance(error, _NewSparsity):  # that one all processes see
                raise
            data = numpy.full(len(self._entry_fields[0]), numpy.nan)
        self.spread.fill(preconditioner, data)

    def _converged(self, snes: Any, iteration: int, norms: tuple[float, float, float]) -> int:
        fnorm = norms[2]
        history = self._history
        history.norms.append(fnorm)
        f = snes.getFunction()[0].getArray(readonly=1)
        if self.progress is not None:
            sizes = self.spread.norms(f, self._members)
            self.progress(iteration, fnorm, {"+".join(self.names[i] for i in group): float(size)
                                             for group, size in zip(self.groups, sizes, strict=True)})
        if self.spread.many and self.stopped():  # a lone process is interrupted by the signal itself
            self._failure = KeyboardInterrupt()
        if self._failure is not None or not numpy.isfinite(fnorm):
            return -4
        if fnorm == 0.0:
            return 2
        options = self.options
        if fnorm > options.nl_div_tol * history.norms[0]:
            return -9
        if iteration < options.nl_forced_its:
            return 0
        if options.nl_update_tol is None:
            if fnorm <= options.nl_abs_tol:
                return 2
            return 3 if iteration > 0 and fnorm <= options.nl_rel_tol * history.norms[0] else 0
        if iteration == 0:
            return 0
        if self._small_update():
            return 4
        return -5 if self._hopeless() else 0

    def _changes(self) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Per field group, 2-norm of the last step and of the unknowns."""
        scale = self.column[self.field]
        step = self._snes.getSolutionUpdate().getArray(readonly=1) * scale
        x = self._snes.getSolution().getArray(readonly=1) * scale
        return self.spread.norms(step, self._members), self.spread.norms(x, self._members)

    def _small_update(self) -> bool:
        step, size = self._changes()
        step /= self._damping
        history = self._history.updates
        history.append([float(c / s) if s else 0.0 for c, s in zip(step, size, strict=True)])
        self._damping = updates.damping(history)
        return updates.small(step, size, self.options.nl_update_tol or 0.0, self._tiny)

    def _hopeless(self) -> bool:
        """Whether full steps have gone in circles for long enough to try something else."""
        more = self._line_search == "basic" and len(self._line_searches) > 1
        return more and updates.circling(self._history.updates)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1].split("] ", 1)[-1] if str(error).strip() else "unknown"
