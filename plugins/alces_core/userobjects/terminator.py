"""End of a run on a condition."""
from __future__ import annotations

from alces.expr import ExpressionError, parse
from alces.params import INTEGER, STRING, Choice, Choices, Kind, Param
from alces.physics import Status, UserObject, Verdict


class Condition(tuple[str, ...]):
    """Names of the postprocessors in a formula; `expression` is the formula itself."""

    expression: object
    text: str


def _condition(text: str) -> Condition:
    try:
        expression = parse(text)
    except ExpressionError as error:
        raise ValueError(f"{error} in '{text}'") from None
    made = Condition(sorted(expression.names))
    made.expression, made.text = expression, " ".join(text.split())
    return made


class Terminator(UserObject):
    """Ends the run after a step, or rejects the step, where a formula of postprocessors is not zero.

    ``HARD`` ends the run, the step included; with ``error_level = ERROR`` it ends as a failure. ``SOFT``
    rejects the step, which is tried again with a shorter length.
    """

    parameters = (
        Param("expression", Kind("formula of postprocessors", _condition, "Postprocessors"),
              doc="condition, such as 'dt > 20 | energy < 0'"),
        Param("fail_mode", Choice("HARD", "SOFT"), "HARD", doc="end the run, or reject the step"),
        Param("error_level", Choice("INFO", "WARNING", "ERROR", "NONE"), None,
              doc="how the message is shown; ERROR lets the run fail, NONE shows nothing"),
        Param("message", STRING, "", doc="what is said when the condition holds"),
        Param("skip_evals", INTEGER, 0, doc="number of first evaluations that count for nothing",
              range="skip_evals >= 0"),
        Param("execute_on", Choices("INITIAL", "TIMESTEP_END"), ("TIMESTEP_END",),
              doc="when it is evaluated"),
    )

    def verdict(self, s: Status, when: str) -> Verdict | None:
        p = self.p
        evaluations = s.step + ("INITIAL" in p.execute_on)
        if when not in p.execute_on or evaluations <= p.skip_evals:
            return None
        values = {name: s.postprocessor(name) for name in p.expression}
        if not p.expression.expression.evaluate(values):
            return None
        message = p.message or f"Terminator '{self.name}': {p.expression.text}"
        if p.error_level == "ERROR":
            return Verdict("fail", message)
        shown = "" if p.error_level == "NONE" else message
        demand = "reject" if p.fail_mode == "SOFT" else "stop"
        return Verdict(demand, shown, p.error_level == "WARNING")  # type: ignore[arg-type]
