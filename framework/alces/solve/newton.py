"""Newton's method through PETSc SNES."""
from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy

from alces import backend
from alces.dofs import Ghosts
from alces.solve import updates
from alces.solve.blocks import Blocks
from alces.solve.choice import choose, explained
from alces.solve.direct import direct_options
from alces.solve.lag import renew
from alces.solve.options import SolverOptions, preset_options
from alces.solve.outcome import Outcome
from alces.solve.petsc_options import OptionError, unused
from alces.solve.reasons import in_words
from alces.solve.scales import Scales
from alces.solve.spread import Spread
from alces.solve.trust import Trust

_OUT_OF_MEMORY = 55  # PETSC_ERR_MEM
_NO_DECREASE = -6  # SNES_DIVERGED_LINE_SEARCH
_LINEAR_FAILED = -3  # SNES_DIVERGED_LINEAR_SOLVE
_NO_FACTORS = -11  # KSP_DIVERGED_PC_FAILED
_numbers = itertools.count()

OUTER = 100
"""Iterations over field blocks after which a linear solve counts as failed."""

KEPT = 10
"""Iterations of GMRES that cost about as much as new factors of a large system (measured: 12)."""

WITH_KEPT = 1e-5
"""Relative tolerance, in every field, of linear solves with factors of an earlier Jacobian."""


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
        linearize: ``linearize(x) -> CSR values`` of the Jacobian, on the device.
        structure: ``structure() -> (indptr, indices)`` of those values; may change between calls of
            `linearize`.
        progress: called at each iterate with (iteration, norm, {group: norm}).
        stopped: whether several processes have agreed to stop; asked at each iterate.
        say: told, for people, which linear solver is used and why.

    Attributes:
        blocks: the field blocks, for the preset ``"blocks"``; groups: variables that are judged as one.
        trust: whether they are used, or the whole system is factorised because they have failed.
    """

    def __init__(self, names: Sequence[str], field: numpy.ndarray, points: numpy.ndarray, ghosts: Ghosts,
                 options: SolverOptions,
                 evaluate: Callable[[numpy.ndarray], numpy.ndarray],
                 linearize: Callable[[numpy.ndarray], Any],
                 structure: Callable[[], tuple[numpy.ndarray, numpy.ndarray]],
                 progress: Callable[[int, float, dict[str, float]], None] | None = None,
                 stopped: Callable[[], bool] = lambda: False,
                 say: Callable[[str], None] = lambda text: None):
        import petsc4py

        petsc4py.init(["alces", "-no_signal_handler"])  # Python's own handlers close the files of a run
        self.spread = Spread(ghosts)
        self.names, self.options = list(names), options
        self.all_fields, self.field = field, field[self.spread.rows]  # with ghosts, and without
        self.evaluate, self.linearize, self.structure, self.progress = (
            evaluate, linearize, structure, progress,
        )
        self.stopped, self._say, self._points = stopped, say, points
        groups = options.groups or tuple((name,) for name in names)
        self._group([[self.names.index(name) for name in group] for group in groups])
        self.why = "as asked for"
        self.trust = Trust()
        self._chosen = self._straight = False
        self._renew, self._renew_always, self._old_factors = True, False, False
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
        self._kept: tuple[numpy.ndarray, Any] | None = None
        self._damping = 1.0
        self._magnitude = numpy.zeros(len(self.names))
        self.scales = Scales(self.spread, field, options.scaling or [1.0] * len(self.names))
        self.row, self.column = self.scales.row, self.scales.column
        self._failure: BaseException | None = None
        self._linear_failed = False
        self._history: Outcome

    def solve(self, x: numpy.ndarray) -> Outcome:
        """Solve from a first guess `x` (n,); prescribed unknowns must have their values in it.

        Raises:
            whatever `evaluate` or `linearize` raised.
        """
        self._kept = None
        if self.options.preset == "auto":
            self._choose(x)
        self.trust.begin()
        out = self._solve(x)
        if self._linear_failed and not out.converged and self._keeps and self._old_factors:
            self._renew_always = True
            out = self._once_more(x, out)
            self._renew_always = False
        if self._linear_failed and not out.converged and self._by_blocks and self._straight:
            self._straight = False  # perhaps too much was asked for
            out = self._once_more(x, out)
        if self._linear_failed and not out.converged and self._by_blocks and not self._pc_given:
            self._give_blocks_up(out.reason)
            out = self._once_more(x, out)
        elif self._by_blocks and out.iterations:
            self._watch(out)
        if out.converged:
            each = [self.field == f for f in range(len(self.names))]
            self._magnitude = self.spread.largest(out.x[self.spread.rows], each)
        return out

    def _once_more(self, x: numpy.ndarray, before: Outcome) -> Outcome:
        out = self._solve(x)
        out.iterations += before.iterations
        out.linear_iterations += before.linear_iterations
        return out

    def _solve(self, x: numpy.ndarray) -> Outcome:
        """Attempts with one line search after the other."""
        self._choose_scales(x)
        self._prepare(x)
        out = self._attempt(x, self._line_searches[0])
        for line_search in self._line_searches[1:]:
            if out.converged or (self._linear_failed and self._by_blocks):
                break
            # full steps cycle where the active set of plasticity does; a search along the residual gets
            # through until rounding stops it, and then full steps are right again
            start = out.x if line_search == "basic" else x
            before = out
            out = self._attempt(start, line_search)
            out.iterations += before.iterations
            out.linear_iterations += before.linear_iterations
        return out

    # -- the choice of the linear solver -----------------------------------------------------------
    @property
    def _by_blocks(self) -> bool:
        return self.options.preset == "blocks" and not self.trust.whole

    @property
    def _keeps(self) -> bool:
        """Whether old factors may be used."""
        return self.options.preset == "lu" and self.options.keep_factors > 0

    @property
    def _pc_given(self) -> bool:
        return any(name.startswith(("pc_", "ksp_type")) for name in self.options.petsc)

    def _group(self, groups: Sequence[Sequence[int]], alike: Sequence[Sequence[int]] | None = None) -> None:
        """Take groups for the blocks, and groups of variables that are scaled and judged as one."""
        self.blocks, judged = (
            Blocks(self.spread, self.all_fields, self._points, [list(group) for group in chosen],
                   self.options.multigrid_from) for chosen in (groups, alike or groups))
        self.groups, self._members = judged.groups, judged.members
        self._tiny = self.options.nl_abs_step_tol * numpy.sqrt(judged.counts)

    def _choose(self, x: numpy.ndarray) -> None:
        """Take the linear solver that fits the Jacobian at `x`."""
        data, residual = backend.to_host(self._linearized(x)), self.evaluate(x)[self.spread.rows]
        choice = choose(self.names, self.spread, self.all_fields, self._points, self.structure(), data,
                        residual, self.options.multigrid_from)
        self.why = ", ".join(reason for reason in (choice.why, self.options.why) if reason)
        self._chosen = True
        if choice.whole:
            self.options = replace(self.options, preset="lu", keep_factors=KEPT)
            self._say(f"Solver: direct on the whole system, {self.why}; factors are kept as long as GMRES "
                      f"with them takes at most {KEPT} iterations")
        else:
            self.options = replace(self.options, preset="blocks")
            self._group(choice.groups, choice.alike)

    def _give_blocks_up(self, reason: str) -> None:
        self.trust.give_up()
        self._say(f"Solver: field blocks do not work here ({reason}): the whole system is factorised for "
                  f"the next {self.trust.whole} solves")

    def _watch(self, out: Outcome) -> None:
        """Take note of what field blocks have cost."""
        mean = out.linear_iterations / out.iterations
        self._straight = len(out.norms) > 1 and out.norms[1] <= 10.0 * self.options.l_tol * out.norms[0]
        if self.trust.too_slow(mean) and not self._pc_given:
            self._give_blocks_up(f"{mean:.0f} iterations each")

    def _kinds(self, data: Any) -> tuple[str, ...]:
        """Kinds of the blocks of a Jacobian; empty if it is factorised as a whole."""
        if not self._by_blocks:
            return ()
        structure = self.structure()
        if self.trust.look(structure[0] is not self._structure[0]):
            before = self.blocks.kinds
            self.blocks.classify(structure, backend.to_host(data))
            if not before:
                self._say("Solver: " + explained(self.names, self.blocks, self.why,
                                                 self.options.multigrid_from))
        return self.blocks.kinds

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
        self._failure, self._linear_failed = None, False
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
                self._linear_failed = True
                self.destroy()
                return out
        if self._failure is not None:
            raise self._failure
        reason = self._snes.getConvergedReason()
        self._linear_failed = reason == _LINEAR_FAILED
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
        data = self._linearized(x)
        self.scales.choose(self.groups, self._members, self._magnitude, self.structure(), data)

    def _linearized(self, x: numpy.ndarray) -> Any:
        """Jacobian values at `x`, kept until PETSc has them."""
        data = None if self._kept is None else self._kept[1]
        if self._kept is None or data is None or self.spread.ranks.any(
                not numpy.array_equal(self._kept[0], x)):
            data = self.linearize(x)
            self._kept = (x.copy(), data)
        return data

    # -- PETSc objects -----------------------------------------------------------------------------
    def _prepare(self, x: numpy.ndarray) -> None:
        """Make the solver, or make it anew if the sparsity has changed."""
        data = self._linearized(x)
        structure = self.structure()
        kinds = self._kinds(data)
        if self._snes is not None and structure[0] is self._structure[0] and kinds == self._block_kinds:
            self._limit_linear()
            return
        from petsc4py import PETSc

        self.destroy()
        self._structure, self._block_kinds, self._renew = structure, kinds, True
        self._matrix = self.spread.matrix(structure, self.scales.scaled(self._structure, data))
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
        self._limit_linear()
        if snes.getKSP().getPC().getType() == "fieldsplit":
            self.blocks.attach(snes.getKSP())
        elif self._keeps and snes.getKSP().getType() == PETSc.KSP.Type.FGMRES:
            self.blocks.judge(snes.getKSP())

    def _set_options(self, PETSc: Any, prefix: str) -> None:
        many = self.spread.many
        preset = "blocks" if self._by_blocks else "lu"
        chosen = preset_options(replace(self.options, preset=preset), self._block_kinds,
                                direct_options(many), many)
        chosen["snes_linesearch_type"] = self._line_search = self._line_searches[0]
        chosen.update(self.options.petsc)
        database = PETSc.Options(prefix)
        for name, text in chosen.items():
            database.setValue(name, text if text else None)
        self._option_names = [prefix + name for name in chosen]
        self._prefix = prefix

    def _limit_linear(self) -> None:
        limited = self._by_blocks or self._keeps
        most = min(self.options.l_max_its, OUTER) if limited else self.options.l_max_its
        self._snes.getKSP().setTolerances(rtol=self._linear_tolerance(), max_it=most)

    def _linear_tolerance(self) -> float:
        """The Krylov norm sees every field only once all sizes are known: be strict until then; and where
        the system is linear to the eye, lest Newton's method takes several iterations instead of one."""
        by_group = any("multigrid" in kind for kind in self._block_kinds)
        if self._straight and self._chosen and self.options.nl_update_tol is None:
            return min(self.options.l_tol, max(0.1 * self.options.nl_rel_tol, 1e-12))
        if self._keeps:
            return min(self.options.l_tol, WITH_KEPT)
        unknown = self.options.automatic_scaling and not self._magnitude.all() and not by_group
        return min(self.options.l_tol, 1e-8) if unknown else self.options.l_tol

    # -- callbacks ---------------------------------------------------------------------------------
    def _unknowns(self, y: Any) -> numpy.ndarray:
        """Unscaled unknowns, with those of the ghosts."""
        return self.spread.complete(y.getArray(readonly=1) * self.column[self.field])

    def _function(self, snes: Any, y: Any, f: Any) -> None:
        try:
            x = self._unknowns(y)
            if self._goes_on(x):  # the Jacobian will be asked for, and with it comes the residual
                self._linearized(x)
            f.setArray(self.evaluate(x)[self.spread.rows] * self.row[self.field])
        except BaseException as error:  # handed on by `solve`; PETSc must not unwind through C with it
            self._failure = error
            if self.spread.many:  # the others may wait for this process already: leave at once
                raise
            f.set(numpy.nan)

    def _goes_on(self, x: numpy.ndarray) -> bool:
        """Whether a full step that does not end the iteration has led to `x`."""
        if self.options.nl_update_tol is None or self._line_search != "basic" or self._kept is None:
            return False
        rows = self.spread.rows
        step, size = (self.spread.norms(a[rows], self._members) for a in (x - self._kept[0], x))
        if not numpy.isfinite(step).all():
            return False
        return not updates.small(step / self._damping, size, self.options.nl_update_tol, self._tiny)

    def _jacobian(self, snes: Any, y: Any, matrix: Any, preconditioner: Any) -> None:
        try:
            x = self._unknowns(y)
            data = self._linearized(x)
            if self.structure()[0] is not self._structure[0]:
                raise _NewSparsity(x)
            self._kept = (x, None)  # the values are scaled where they are
            self.scales.scale(self._structure, data)
            if self._damping != 1.0:
                data /= self._damping  # a matrix divided by w gives w times the step
        except BaseException as error:
            self._failure = error
            if self.spread.many and not isinstance(error, _NewSparsity):  # that one all processes see
                raise
            data = backend.asarray(numpy.full(len(self._structure[1]), numpy.nan))
        self.spread.fill(preconditioner, data)
        if self._keeps:
            few = snes.getKSP().getIterationNumber() <= self.options.keep_factors
            self._old_factors = few and not (self._renew or self._renew_always)
            self._renew = False
            renew(snes, not self._old_factors)

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
