"""The object table: lookup, messages, and plugins that are broken in every way."""

from __future__ import annotations

import types
from importlib.metadata import EntryPoint

import pytest
from alces.expr import parse as parse_expression
from alces.params import declared
from alces.physics import Action, Kernel, Material
from alces.registry import ObjectTable, hookimpl, table


class GoodKernel(Kernel):
    pass


class OtherKernel(Kernel):
    pass


class SomeMaterial(Material):
    pass


class Homeless:
    pass


def plugin(objects=(), aliases=None, name="made"):
    """A module as a plugin package would be."""
    module = types.ModuleType(name)

    @hookimpl
    def alces_objects():
        return list(objects)

    module.alces_objects = alces_objects
    if aliases is not None:

        @hookimpl
        def alces_aliases():
            return aliases

        module.alces_aliases = alces_aliases
    return module


class FakeEntry:
    """Stands in for an entry point: `load` gives the plugin or raises."""

    def __init__(self, name, content):
        self.name, self.content = name, content
        self.dist = types.SimpleNamespace(name=f"dist-{name}", version="1.2")

    def load(self):
        if isinstance(self.content, BaseException):
            raise self.content
        return self.content


@pytest.fixture
def load(monkeypatch):
    def loaded(**plugins):
        entries = [FakeEntry(name, content) for name, content in plugins.items()]
        monkeypatch.setattr(table, "entry_points", lambda group: entries if group == "alces.plugins" else [])
        return table.load_plugins.__wrapped__()

    return loaded


def test_objects_arrive_by_system(load):
    found = load(one=plugin([GoodKernel, SomeMaterial]), two=plugin([OtherKernel]))
    assert not found.quarantine
    assert found.find("Kernels", "GoodKernel") is GoodKernel
    assert found.find("Materials", "SomeMaterial") is SomeMaterial
    assert found.sources == {"GoodKernel": "one", "SomeMaterial": "one", "OtherKernel": "two"}
    assert found.versions == {"dist-one": "1.2", "dist-two": "1.2"}
    assert [(s, c.__name__) for s, c in found] == [
        ("Kernels", "GoodKernel"),
        ("Kernels", "OtherKernel"),
        ("Materials", "SomeMaterial"),
    ]


def test_ad_twins_and_aliases(load):
    found = load(one=plugin([GoodKernel], {"OldName": "GoodKernel"}))
    for name in ("GoodKernel", "ADGoodKernel", "OldName", "ADOldName"):
        assert found.find("Kernels", name) is GoodKernel


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (ImportError("no module named zinc"), "ImportError: no module named zinc"),
        (SyntaxError("bad"), "SyntaxError"),
        (SystemExit(3), "SystemExit: 3"),
        (RuntimeError("boom"), "RuntimeError: boom"),
        (plugin([Homeless]), "Homeless belongs to no system"),
        (plugin([GoodKernel, 3]), "int"),
        (plugin([GoodKernel], aliases=5), "TypeError"),
    ],
)
def test_a_broken_plugin_is_quarantined_and_leaves_nothing_behind(load, content, what):
    class Mine(Kernel):
        pass

    found = load(broken=content, fine=plugin([Mine]))
    assert list(found.quarantine) == ["broken"] and what in found.quarantine["broken"]
    assert found.classes == {"Kernels": {"Mine": Mine}}
    with pytest.raises(KeyError, match=r"could not be loaded: broken"):
        found.find("Kernels", "GoodKernel")


def test_a_misspelt_hook_is_reported(load):
    module = plugin([GoodKernel])

    @hookimpl
    def alces_objekts():
        return []

    module.alces_objekts = alces_objekts
    found = load(odd=module, zfine=plugin([OtherKernel]))
    assert "alces_objekts" in found.quarantine["odd"]
    assert found.classes == {"Kernels": {"OtherKernel": OtherKernel}}  # those after it are not blamed
    assert list(found.quarantine) == ["odd"]


def test_two_plugins_may_not_bring_the_same_name(load):
    class GoodKernel(Kernel):  # not the one above
        pass

    found = load(a=plugin([globals()["GoodKernel"]]), b=plugin([OtherKernel, GoodKernel]))
    assert "'GoodKernel' exists already (from a)" in found.quarantine["b"]
    assert found.find("Kernels", "GoodKernel") is globals()["GoodKernel"]
    with pytest.raises(KeyError):
        found.find("Kernels", "OtherKernel")  # a plugin is taken whole or not at all


def test_the_same_name_may_stand_in_two_systems():
    class Twin(Kernel):
        pass

    other = type("Twin", (Material,), {})
    found = ObjectTable()
    found.add(Twin, "a")
    found.add(other, "a")
    assert found.find("Kernels", "Twin") is Twin and found.find("Materials", "Twin") is other


def test_messages_name_the_nearest_or_the_place():
    found = ObjectTable()
    found.add(GoodKernel, "a")
    found.add(SomeMaterial, "a")
    with pytest.raises(KeyError, match=r"unknown type 'GodKernel' in \[Kernels\]; did you mean 'GoodKernel'"):
        found.find("Kernels", "GodKernel")
    with pytest.raises(KeyError, match=r"'SomeMaterial' belongs in \[Materials\]"):
        found.find("Kernels", "SomeMaterial")
    with pytest.raises(KeyError, match=r"unknown type 'X' in \[Nowhere\]"):
        found.find("Nowhere", "X")


def test_ad_twin_in_the_wrong_system_is_told_its_place():
    found = ObjectTable(aliases={"Old": "SomeMaterial"})
    found.add(SomeMaterial, "a")
    for name in ("ADSomeMaterial", "Old", "ADOld"):
        with pytest.raises(KeyError, match=r"belongs in \[Materials\]"):
            found.find("Kernels", name)


def test_installed_plugins_are_all_sound():
    found = table.load_plugins()
    assert found.quarantine == {}
    assert {
        "Kernels",
        "Materials",
        "BCs",
        "ICs",
        "Functions",
        "AuxKernels",
        "Postprocessors",
        "Mesh",
        "Outputs",
        "Executioner",
        "Preconditioning",
        "TimeStepper",
        "Actions",
        "UserObjects",
    } <= set(found.classes)
    assert found.versions["alces"]
    assert isinstance(next(iter(table.entry_points(group="alces.plugins"))), EntryPoint)


def test_every_installed_object_documents_itself():
    for system, cls in table.load_plugins():
        assert (cls.__doc__ or "").strip(), f"{system}/{cls.__name__} has no docstring"
        assert not issubclass(cls, Action) or cls.syntax


def test_every_default_lies_in_its_range():
    for system, cls in table.load_plugins():
        for p in declared(cls).values():
            if not p.range or p.required:
                continue
            for number in p.default if isinstance(p.default, tuple) else (p.default,):
                if isinstance(number, (int, float)):
                    holds = parse_expression(p.range).evaluate({p.name: float(number)})
                    assert holds, f"{system}/{cls.__name__}/{p.name} = {number}, but {p.range}"
