"""The house rules that a machine can check: who imports whom, who sees PETSc and CuPy, how long files are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRAMEWORK, PLUGINS = ROOT / "framework", ROOT / "plugins"

# What each room of the framework may import: cli -> run -> {solve, output, assembly} -> {physics, dofs, fe}
# -> {ad, mesh} -> backend, with hit, expr, params and registry below physics. Rooms of one level are listed
# one by one, because they may need each other in one direction only (dofs needs fe).
ALLOWED: dict[str, set[str]] = {
    "backend": set(),
    "expr": set(),
    "mesh": set(),
    "ranks": set(),
    "solve": {"backend", "dofs", "ranks"},
    "output": {"mesh"},
    "ad": {"backend"},
    "hit": {"expr"},
    "params": {"hit", "expr"},
    "registry": {"hit"},
    "fe": {"mesh"},
    "dofs": {"fe", "mesh", "ranks"},
    "physics": {"ad", "expr", "hit", "mesh", "params", "registry"},
    "assembly": {"ad", "backend", "dofs", "expr", "fe", "mesh", "physics", "ranks"},
    "run": {
        "ad",
        "assembly",
        "backend",
        "dofs",
        "expr",
        "fe",
        "hit",
        "mesh",
        "output",
        "params",
        "physics",
        "ranks",
        "registry",
        "solve",
    },
    "builtins": {"ad", "backend", "expr", "hit", "mesh", "output", "params", "physics", "registry", "run"},
    "cli": {"", "ad", "assembly", "backend", "hit", "output", "params", "physics", "ranks", "registry", "run",
            "solve"},
    "": {"run"},  # alces/__init__.py hands out Problem and load
}
FOR_PLUGINS = {"ad", "expr", "hit", "params", "physics", "registry"}
OWNERS = {"petsc4py": "solve", "mpi4py": "solve", "cupy": "backend", "cupyx": "backend"}
LONGEST = 500


def imported(source: str, package: str) -> Iterator[tuple[str, int]]:
    """Absolute names of all modules that a source text imports, wherever it does, with their lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")
                base = ".".join([*parents[: len(parents) - node.level + 1], *([base] if base else [])])
            # `from alces import backend` imports the room: keep one more name
            for alias in node.names:
                yield (f"{base}.{alias.name}" if base == "alces" else base), node.lineno


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ALLOWED else ""


def framework_faults(source: str, module: str) -> list[str]:
    """What is wrong with the imports of a framework module, e.g. ``alces.mesh.gmsh``."""
    room, faults = room_of(module), []
    for name, line in imported(source, module.rpartition(".")[0]):
        top = name.split(".")[0]
        if top in OWNERS and room != OWNERS[top]:
            faults.append(f"{module}:{line} imports {top}; only alces.{OWNERS[top]} may")
        if top.startswith("alces_"):
            faults.append(f"{module}:{line} imports the plugin {top}; the framework knows no plugin")
        if top == "alces" and room_of(name) not in {room} | ALLOWED[room]:
            faults.append(f"{module}:{line} imports {name}; alces.{room} may not")
    return faults


def plugin_faults(source: str, module: str) -> list[str]:
    """What is wrong with the imports of a plugin module, e.g. ``alces_heat.kernels.heat_source``."""
    own, faults = module.split(".")[0], []
    for name, line in imported(source, module.rpartition(".")[0]):
        top = name.split(".")[0]
        if top in OWNERS:
            faults.append(f"{module}:{line} imports {top}")
        if top == "alces" and room_of(name) not in FOR_PLUGINS:
            faults.append(f"{module}:{line} imports {name}; plugins may not")
        if top.startswith("alces_") and top != own:
            faults.append(f"{module}:{line} imports {name} of another plugin")
    return faults


def forbidden_calls(source: str) -> list[int]:
    """Lines that call eval, exec or compile: deck text must never become Python."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("eval", "exec", "compile")
    ]


def modules(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py"))


def name_of(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


def test_rooms_are_complete():
    rooms = {p.name for p in (FRAMEWORK / "alces").iterdir() if (p / "__init__.py").exists()}
    assert rooms == set(ALLOWED) - {""}


def test_rules_have_no_circle():
    done: set[str] = set()
    while len(done) < len(ALLOWED):
        free = {room for room, below in ALLOWED.items() if room not in done and below - {""} <= done}
        assert free, f"these rooms need each other: {set(ALLOWED) - done}"
        done |= free


@pytest.mark.parametrize("room", sorted(set(ALLOWED) - {""}))
def test_framework_imports_downwards_only(room):
    faults = [
        fault
        for path in modules(FRAMEWORK / "alces" / room)
        for fault in framework_faults(path.read_text(), name_of(path, FRAMEWORK))
    ]
    assert not faults, "\n".join(faults)


def test_plugins_see_the_public_rooms_only():
    found = modules(PLUGINS)
    assert len(found) > 100
    faults = [fault for path in found for fault in plugin_faults(path.read_text(), name_of(path, PLUGINS))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("folder", ["framework", "plugins", "tests", "benchmarks"])
def test_files_are_short(folder):
    long = {str(p): n for p in modules(ROOT / folder) if (n := len(p.read_text().splitlines())) > LONGEST}
    assert not long


@pytest.mark.parametrize("folder", ["framework", "plugins"])
def test_no_text_becomes_python(folder):
    assert not {str(p): lines for p in modules(ROOT / folder) if (lines := forbidden_calls(p.read_text()))}


# -- the checks themselves find what they should ------------------------------------------------
@pytest.mark.parametrize(
    ("module", "source", "what"),
    [
        ("alces.mesh.bad", "from alces.run import Problem", "alces.mesh may not"),
        ("alces.expr.bad", "import alces.hit", "alces.expr may not"),
        ("alces.hit.bad", "from alces.params.kinds import REAL", "alces.hit may not"),
        ("alces.ad.bad", "def f():\n    import cupy.linalg", "only alces.backend may"),
        ("alces.run.bad", "from petsc4py import PETSc", "only alces.solve may"),
        ("alces.assembly.bad", "import mpi4py", "only alces.solve may"),
        ("alces.assembly.bad", "from ..run import problem", "alces.assembly may not"),
        ("alces.physics.bad", "from alces import backend", "alces.physics may not"),
        ("alces.physics.bad", "from alces import load", "alces.physics may not"),
        ("alces.run.bad", "import alces_core", "knows no plugin"),
    ],
)
def test_a_bad_framework_module_is_caught(module, source, what):
    assert len(faults := framework_faults(source, module)) == 1 and what in faults[0]


@pytest.mark.parametrize(
    "source",
    [
        "from alces.assembly import System",
        "import alces.run.problem",
        "from alces import backend",
        "from alces_core.formula import Formula",
        "import petsc4py",
        "from cupy import exp",
        "if True:\n    from alces.mesh import Mesh",
    ],
)
def test_a_bad_plugin_module_is_caught(source):
    assert len(plugin_faults(source, "alces_heat.kernels.bad")) == 1


def test_good_modules_pass():
    good = (
        "from alces.physics import Kernel\nfrom alces_heat.lists import split\nfrom . import a\nimport numpy"
    )
    assert not plugin_faults(good, "alces_heat.kernels.good")
    assert not framework_faults("from alces.mesh import Mesh\nfrom .gauss import rule", "alces.fe.good")
    assert not framework_faults("import petsc4py", "alces.solve.good")


def test_eval_is_caught():
    assert forbidden_calls("x = 1\ny = eval('x')\nexec('z = 2')") == [2, 3]
    assert not forbidden_calls("model.evaluate(1)\nre.compile('a')")
