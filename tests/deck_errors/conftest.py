"""A sound deck, and what Alces says about it once something in it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from alces.cli.main import main

SOUND = """\
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 4
  ny = 4
[]

[Variables]
  [T]
  []
[]

[Functions]
  [ramp]
    type = ParsedFunction
    expression = 'x + 2*t'
  []
[]

[Materials]
  [steel]
    type = GenericConstantMaterial
    prop_names = 'k rho'
    prop_values = '2 3'
  []
[]

[Kernels]
  [rate]
    type = TimeDerivative
    variable = T
  []
  [conduction]
    type = MatDiffusion
    variable = T
    diffusivity = k
  []
[]

[BCs]
  [cold]
    type = DirichletBC
    variable = T
    boundary = left
    value = 0
  []
  [hot]
    type = FunctionDirichletBC
    variable = T
    boundary = right
    function = ramp
  []
[]

[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = T
  []
[]

[Executioner]
  type = Transient
  dt = 0.1
  num_steps = 2
[]

[Outputs]
  csv = true
[]
"""


@dataclass
class Answer:
    """Exit code and messages of a run; `text` is the deck that was run."""

    code: int
    messages: str
    text: str

    @property
    def errors(self) -> list[str]:
        """The messages, each with its excerpt and hint."""
        found: list[str] = []
        for line in self.messages.splitlines():
            if ": error: " in line or line.startswith("error: "):
                found.append(line)
            elif line.startswith("  "):
                found[-1] += "\n" + line
        return found

    def place_of(self, text: str) -> str:
        """``deck.i:line:column`` of a text that stands once in the deck."""
        assert self.text.count(text) == 1, text
        before = self.text[: self.text.index(text)]
        return f"deck.i:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """``run((old, new), ..., arguments=["a=b"])``: run the sound deck with texts replaced."""
    monkeypatch.chdir(tmp_path)

    def call(*changes: tuple[str, str], arguments: list[str] | None = None) -> Answer:
        text = SOUND
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the deck"
            text = text.replace(old, new)
        Path("deck.i").write_text(text)
        capsys.readouterr()
        code = main(["-i", "deck.i", *(arguments or [])])
        messages = capsys.readouterr().err
        assert "Traceback" not in messages
        return Answer(code, messages, text)

    return call
