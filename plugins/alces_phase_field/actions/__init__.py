"""Actions of the phase-field plugin."""
