"""Reaction rates and currents."""
