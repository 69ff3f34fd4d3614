"""Integral balances."""
