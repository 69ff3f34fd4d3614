"""What user objects demand of the run: to end it, or to repeat a step."""
from __future__ import annotations

from typing import Any

from alces.physics import Verdict
from alces.run.executioner import DidNotConverge


def ask(problem: Any, when: str) -> Verdict | None:
    """The verdict of the first user object that has one, with its message shown; see `UserObject.verdict`.

    Raises:
        DidNotConverge: the run must fail.
    """
    for thing in problem.model.user_objects.values():
        verdict = thing.verdict(problem.status, when)
        if verdict is None:
            continue
        if verdict.demand == "fail":
            raise DidNotConverge(verdict.message)
        if verdict.message:
            (problem.console.warning if verdict.warning else problem.console.message)(verdict.message)
        return verdict
    return None
