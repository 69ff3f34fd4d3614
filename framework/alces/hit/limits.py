"""Bounds on what one deck may ask for: far beyond any real deck, small enough to stop a hostile one."""

from __future__ import annotations

MAX_DEPTH = 200  # nested blocks
MAX_DECK_BYTES = 20_000_000  # the deck and every file it includes, each counted as often as it is read
MAX_INCLUDES = 1000  # !include statements that are followed
MAX_INCLUDE_DEPTH = 30  # files that include files
MAX_SUBSTITUTED = 10_000_000  # characters written by ${} in the whole deck
MAX_SUBSTITUTION_DEPTH = 60  # parameters that need parameters, and braces within braces
MAX_ERRORS = 100  # then reading stops
