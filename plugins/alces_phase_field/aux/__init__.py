"""Aux of the phase-field plugin."""
