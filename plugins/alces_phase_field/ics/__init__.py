"""Initial conditions of order parameters."""
