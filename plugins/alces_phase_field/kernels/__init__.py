"""Terms of phase-field equations."""
