"""Mutated decks, and what is asked of Alces about them."""
