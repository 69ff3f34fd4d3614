"""Interpolations, barriers, mixtures and grain boundaries."""
