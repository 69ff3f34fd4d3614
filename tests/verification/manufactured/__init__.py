"""Decks with a known solution, made from formulas by computer algebra (the method of manufactured solutions).

`problem.Manufactured` names the fields, and the kernels by their deck names; `strong_forms` tells what
equation each kernel stands for, written from its mathematics; the sources and boundary values that make the
fields the exact solution follow. Source: P. J. Roache, J. Fluids Eng. 124 (2002) 4.
"""
