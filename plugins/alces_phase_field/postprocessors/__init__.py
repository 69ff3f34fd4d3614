"""Statistics of material properties."""
