"""Boundary conditions for ions and currents."""
