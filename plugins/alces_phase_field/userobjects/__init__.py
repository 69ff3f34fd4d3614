"""Grain structures."""
