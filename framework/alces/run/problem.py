"""A deck as a problem: residual, Jacobian, solve, run."""
from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy
from scipy import sparse

from alces import backend
from alces.assembly import State, System
from alces.hit import Node
from alces.hit import load as load_deck
from alces.output import Console, Field, NetCDFWriter, PerformanceLog, Snapshot, open_dataset
from alces.ranks import Ranks
from alces.registry import load_plugins
from alces.run.auxiliary import Auxiliaries, apply_initial_conditions
from alces.run.builder import Builder
from alces.run.checkpoint import restore
from alces.run.checkpoint_file import Content
from alces.run.entities import gathered
from alces.run.explained import Explained
from alces.run.integrators import Rate, newmark, rate
from alces.run.outputs import Output, OutputSet
from alces.run.postprocess import Postprocessing
from alces.run.saved_residuals import SavedResiduals
from alces.run.status import RunStatus
from alces.run.stored_deck import places
from alces.solve.jacobian_test import report as jacobian_report
from alces.solve.mpi import world
from alces.solve.newton import Newton, Outcome
from alces.solve.options import SolverOptions

if TYPE_CHECKING:
    import xarray


def load(path: str, *overrides: str) -> Problem:
    """The problem of a deck file.

    Args:
        path: the deck.
        overrides: ``"Executioner/dt=1e-3"``, ``"E_GB=1e9"``: as on the command line.

    Raises:
        DeckErrors: with every mistake of the deck.
    """
    return Problem(load_deck(path, overrides), Path(path))


class Problem:
    """What a deck describes, ready to be evaluated or run.

    Attributes:
        deck: the resolved deck tree, short forms expanded.
        model, system: its objects and their assembly.
        ranks: the processes that share the problem; whole_mesh: their mesh, on the first one.
        state: fields, rates and history; `residual` and `jacobian` evaluate at it.
        executioner, time_stepper: how it is run.
        solves: False if the deck says ``Problem/solve = false``.
        console, performance: what is told to people.
    """

    def __init__(self, deck: Node, path: Path, console: Console | None = None,
                 petsc_options: dict[str, str] | None = None, ranks: Ranks | None = None):
        self.path, self.deck = path, deck
        self.text, self.places = deck.to_text(), places(deck)
        self.performance = PerformanceLog()
        with self.performance.timer("set-up"), self._explained():
            table = load_plugins()
            self.ranks = world() if ranks is None else ranks
            built = Builder(deck, table, self.ranks)
            self.model, self.executioner, self.time_stepper = (
                built.model,
                built.executioner,
                built.time_stepper,
            )
            self.whole_mesh = built.whole_mesh
            self.system = System(self.model)
            self.solves = built.problem.solve
        self.console = console or Console(quiet=True)
        self.stopped: Callable[[], bool] = lambda: False  # asked between steps
        self._outputs: list[Output] = built.outputs
        self._shown_in: dict[str, tuple[str, ...]] = built.shown_in
        if built.debug.show_var_residual_norms or any(getattr(o.p, "verbose", False) for o in built.outputs):
            self.console.verbose = True
        self._versions = dict(table.versions)
        self._petsc = dict(petsc_options or {})
        self._test_jacobian = self._petsc.pop("snes_test_jacobian", None) is not None
        self._preconditioner = built.preconditioner
        self.step, self.newton_iterations, self.linear_iterations = 0, 0, 0
        self.state = self._blank()
        self.status = RunStatus(self)
        self.auxiliaries = Auxiliaries(self.system)
        self.postprocessing = Postprocessing(self.system, self.status)
        self.saved_residuals = SavedResiduals(self.system)
        self._old_residual: numpy.ndarray | None = None
        self._newton: Newton | None = None
        self.solver_memory: dict[str, float] = {}
        self.continues: Mapping[str, Any] | None = None  # where the files of the run before ended
        self._options_checked = False
        self.raw_residual: numpy.ndarray | None = None
        with self.performance.timer("initial state"), self._explained():
            self._initialize()

    @property
    def start_time(self) -> float:
        return float(getattr(self.executioner.p, "start_time", 0.0)) if self.transient else 0.0

    @property
    def result_files(self) -> list[str]:
        """Paths of the results without suffix."""
        return list(dict.fromkeys(o.base(self.path) for o in self._outputs if o.writer() is not None))

    @property
    def transient(self) -> bool:
        """Whether the problem has time."""
        return bool(self.executioner.transient)

    # -- start -------------------------------------------------------------------------------------
    def _blank(self) -> State:
        n, m = self.model.unknowns.n, self.model.auxiliaries.n
        return State(numpy.zeros(n), numpy.zeros(n), numpy.zeros(m), numpy.zeros(m), t=self.start_time)

    def _initialize(self) -> None:
        self.step, self.newton_iterations, self.linear_iterations = 0, 0, 0
        self.solver_memory = {}
        state = self.state = self._blank()
        self.time_old = self.start_time
        apply_initial_conditions(self.system, state)
        for name, p in self.model.postprocessors.items():
            state.postprocessors[name] = p.initial()
        state.u_old, state.aux_old = state.u.copy(), state.aux.copy()
        if self.transient:
            state.offset = numpy.zeros_like(state.u)
        self.auxiliaries.update(state, "INITIAL")
        state.aux_old = state.aux.copy()
        if self.transient:
            self.begin_step(self.executioner.first_dt(self))

    def _explained(self) -> Any:
        return Explained(self)

    # -- evaluation at the current state -----------------------------------------------------------
    def begin_step(self, dt: float, scheme: str | None = None, dt_old: float = 0.0,
                   u_older: numpy.ndarray | None = None) -> Rate:
        """Set time and rates for a step of length `dt` from the old state; the fields stay as they are."""
        state = self.state
        self._residual_at = None
        scheme = scheme or self.executioner.scheme
        if scheme == "newmark-beta":
            p = self.executioner.p
            v, a = ((0.0 if r is None else r) for r in (state.u_dot_old, state.u_dotdot_old))
            made = newmark(dt, state.u_old, v, a, p.newmark_beta, p.newmark_gamma)
            if self.step < p.newmark_inactive_steps:
                made = Rate(0.0, 0.0 * state.u_old, False, 0.0, 0.0 * state.u_old)
        else:
            made = rate(scheme, dt, state.u_old, dt_old, u_older)
        state.t, state.dt = self.time_old + dt, dt
        state.rate, state.offset = made.slope, made.offset
        state.second_rate, state.second_offset = made.second_slope, made.second_offset
        return made

    time_old: float = 0.0
    solve_seconds: float = 0.0

    def residual(self) -> numpy.ndarray:
        """Residual (n,) at the current state, unknowns node by node in the order of [Variables].

        Rows of prescribed unknowns hold their distance from the prescribed value; the others see that value.
        """
        with self._kept_state():
            return self._evaluate(self.state.u)

    def jacobian(self) -> sparse.csr_matrix:
        """Exact derivative of `residual` with respect to the unknowns, CSR (n, n)."""
        with self._kept_state():
            return self.system.matrix(backend.to_host(self._linearize(self.state.u)))

    @contextmanager
    def _kept_state(self) -> Iterator[None]:
        """Evaluate without leaving a trace in the fields."""
        u, aux = self.state.u, self.state.aux.copy()
        self._prescribed_at = self._residual_at = None
        try:
            yield
        finally:
            self.state.u, self.state.aux = u, aux
            self._residual_at = None

    def _evaluate(self, u: numpy.ndarray) -> numpy.ndarray:
        with self.performance.timer("residual"):
            constrained = self.system.constrained
            miss = u[constrained] - self._prescribed()
            self._move(u)
            if self._residual_at is None:
                self._residual_at = (u.copy(), backend.to_host(self.system.residual(self.state)))
            self.raw_residual = self._residual_at[1]
            if self._old_residual is not None:
                self.raw_residual = self.raw_residual + self._old_residual
            out = self.raw_residual.copy()
            out[constrained] = miss
            return out

    def _linearize(self, u: numpy.ndarray) -> Any:
        """Values of the Jacobian, on the device."""
        with self.performance.timer("jacobian"):
            self._move(u)
            if self._residual_at is None:
                residual, values = self.system.linearization(self.state)
                self._residual_at = (u.copy(), backend.to_host(residual))
            else:
                values = self.system.jacobian(self.state)
            self.system.constrain(values)
        if self._test_jacobian:
            matrix = self.system.matrix(backend.to_host(values))
            found = jacobian_report(self._evaluate, matrix, u, self.model.unknowns.ghosts)
            if self.ranks.first:
                print(found)
            self._set(u)
        return values

    def _prescribed(self) -> numpy.ndarray:
        key = self.state.t
        if self._prescribed_at is None or self._prescribed_at[0] != key:
            self._prescribed_at = (key, self.system.prescribed(self.state))
        return self._prescribed_at[1]

    _prescribed_at: tuple[float, numpy.ndarray] | None = None
    _residual_at: tuple[numpy.ndarray, numpy.ndarray] | None = None  # where the state is, and residual there

    def _move(self, u: numpy.ndarray) -> None:
        """`_set`, unless the state is there already and the residual known."""
        if self._residual_at is None or self.ranks.any(not numpy.array_equal(self._residual_at[0], u)):
            self._set(u)

    def _set(self, u: numpy.ndarray) -> None:
        """Make `u`, with the prescribed values in it, the current unknowns; refresh what follows."""
        self._residual_at = None
        u = u.copy()
        u[self.system.constrained] = self._prescribed()
        self.state.u = u
        if self.system.reads_auxiliaries(self.state):
            self.auxiliaries.update(self.state, "LINEAR")
        self.postprocessing.update(self.state, "LINEAR")

    # -- solving -----------------------------------------------------------------------------------
    def solver_options(self) -> SolverOptions:
        """Settings of the nonlinear solver: executioner, preconditioner block, command line."""
        options = self.executioner.solver_options(
            self._preconditioner, list(self.model.unknowns.index), self._petsc, self.model.unknowns.ghosts.n,
            self.model.mesh.dim,
        )
        return replace(options, scaling=tuple(v.scaling for v in self.model.unknowns.variables))

    def solve(self, guess: numpy.ndarray, averaged: bool = False) -> Outcome:
        """Solve the current step from a first guess; the state holds the solution if it converged.

        Args:
            averaged: add the old residual of terms without rates (Crank-Nicolson).

        With ``Problem/solve = false`` nothing is solved and the unknowns stay as they are.
        """
        if not self.solves:
            self.newton_iterations = self.linear_iterations = 0
            return Outcome(self.state.u, True, "not solved: Problem/solve = false", 0, 0)
        if self._newton is None:
            unknowns = self.model.unknowns
            self._newton = Newton(list(unknowns.index), unknowns.field, unknowns.points(), unknowns.ghosts,
                                  self.solver_options(), self._evaluate, self._linearize, self._structure,
                                  self.console.newton, lambda: self.stopped(), self.console.message)
            self._newton.recall(self.solver_memory)
        self._prescribed_at = self._residual_at = None
        if not averaged:
            self._old_residual = None
        start = guess.copy()
        start[self.system.constrained] = self._prescribed()
        self.model.unknowns.ghosts.update(start)
        started = time.perf_counter()
        with self.performance.timer("newton"), self._explained():
            outcome = self._newton.solve(start)
        self.solve_seconds = self.ranks.share(time.perf_counter() - started)
        if outcome.iterations and not self._options_checked:
            self._options_checked = True
            for name in self._newton.unused_options():
                self.console.warning(f"PETSc did not use the option -{name}: misspelt, or for another solver")
        if outcome.converged:
            self.solver_memory = self._newton.memory()
            self._set(outcome.x)
            self.saved_residuals.update(self.state)
        self.newton_iterations, self.linear_iterations = outcome.iterations, outcome.linear_iterations
        return outcome

    @property
    def row_scales(self) -> numpy.ndarray:
        """Factor of each variable's equation in the solver."""
        return numpy.ones(len(self.model.unknowns.variables)) if self._newton is None else self._newton.row

    @property
    def direct(self) -> bool:
        """Whether linear systems are factorised as a whole."""
        options = self.solver_options()
        return options.preset == "lu" and options.petsc.get("pc_type", "lu") in ("lu", "cholesky")

    def finish_step(self, u: numpy.ndarray) -> None:
        """Make `u`, with the values prescribed for the end of the step in it, the solution."""
        self._set(u)
        self.saved_residuals.update(self.state)

    def keep_old_residual(self) -> None:
        """Remember the terms without rates at the current (old) state, for Crank-Nicolson."""
        self._old_residual = backend.to_host(self.system.residual(self.state, steady_part_only=True))

    def _structure(self) -> tuple[numpy.ndarray, numpy.ndarray]:
        assert self.system.pattern is not None
        return self.system.pattern.indptr, self.system.pattern.indices

    # -- results -----------------------------------------------------------------------------------
    def fields(self) -> list[Field]:
        """Descriptions of everything that is written."""
        out = []
        for dofmap in (self.model.unknowns, self.model.auxiliaries):
            for v in dofmap.variables:
                out.append(Field(v.name, v.long_name or v.name, v.unit, v.space.place,
                                 self._shown_in.get(v.name, ("all",))))
        for name, p in self.model.postprocessors.items():
            if "none" not in p.p.outputs:
                out.append(Field(name, p.p.long_name or name, p.p.unit, "global", p.p.outputs))
        for name, table in self.model.vector_postprocessors.items():
            history = table.p.contains_complete_history
            out.append(Field(name, name, "1", "history" if history else "table", table.p.outputs))
        return out

    def snapshot(self) -> Snapshot:
        """The current state as plain arrays on the whole mesh; the first process alone has the fields."""
        node: dict[str, numpy.ndarray] = {}
        cell: dict[str, numpy.ndarray] = {}
        for dofmap, vector in ((self.model.unknowns, self.state.u), (self.model.auxiliaries, self.state.aux)):
            for i, v in enumerate(dofmap.variables):
                if v.space.place == "node":
                    node[v.name] = dofmap.node_values(i, vector)
                else:
                    dofs = dofmap.dofs[i]
                    cell[v.name] = numpy.where(dofs >= 0, vector[dofs], 0.0)
        mesh = self.model.mesh
        return Snapshot(self.step, self.state.t, self.state.dt, gathered(self.ranks, mesh, "node", node),
                        gathered(self.ranks, mesh, "cell", cell), dict(self.state.postprocessors),
                        dict(self.postprocessing.vectors.tables))

    def resume(self, checkpoint: Content) -> None:
        """Let the next `run` go on from a checkpoint; its files are continued.

        Raises:
            CheckpointError: it belongs to another mesh.
        """
        restore(self, checkpoint)
        self.continues = checkpoint.facts["outputs"]

    def run(self, write: bool = True) -> xarray.Dataset:
        """Run to the end; the results as a dataset (time, node, cell), on all but the first process empty.

        They are read from the NetCDF file if the deck writes one, from a temporary one otherwise.

        Args:
            write: False to write none of the deck's files.

        Raises:
            DidNotConverge: with what was reached; everything finished is on disk.
        """
        collected = [o for o in self._outputs if write and isinstance(o.writer(), NetCDFWriter)]
        import xarray

        with tempfile.TemporaryDirectory() as folder:
            file = collected[0].base(self.path) if collected else str(Path(folder) / "run")
            self.execute(write, "" if collected else file)
            return open_dataset(file + ".nc").load() if self.ranks.first else xarray.Dataset()

    def execute(self, write: bool = True, also: str = "") -> None:
        """Run to the end.

        Args:
            write: False to write none of the deck's files.
            also: path without suffix of a NetCDF file of every step besides those.

        Raises:
            DidNotConverge: with what was reached; everything finished is on disk.
        """
        if self.step and self.continues is None:
            self._initialize()
        files = OutputSet(self._outputs, self.path, self.whole_mesh, self.fields(), self.path.stem, self.text,
                          self._versions)
        if also and self.ranks.first:
            files.attach(NetCDFWriter(), also)
        try:
            with self._explained():
                if write and self.ranks.first:
                    files.open(self.continues)
                    for note in files.notes:
                        self.console.warning(note)
                self.executioner.run(self, files)
                self.auxiliaries.update(self.state, "FINAL")
                self.postprocessing.update(self.state, "FINAL")
                files.continue_from(self.snapshot())
        finally:
            self.continues = None
            with self.performance.timer("output"):
                files.close()
            self.performance.counters.update(backend.counts)
            if self._newton is not None:
                self._newton.destroy()
                self._newton = None
