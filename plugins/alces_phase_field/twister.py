"""Random numbers for structures that must be the same on every machine."""
from __future__ import annotations

import math
import random
from collections.abc import Iterator

_WORDS, _MASK = 624, 0xFFFFFFFF


def uniform(seed: int) -> Iterator[float]:
    """Numbers in [0, 1): two 32-bit words of the Mersenne twister MT19937 each, the first one leading.

    Source: M. Matsumoto, T. Nishimura, ACM Trans. Model. Comput. Simul. 8 (1998) 3, with the seeding of 2002.
    Same as MOOSE's generator.
    """
    words = [seed & _MASK]
    for i in range(1, _WORDS):
        words.append((1812433253 * (words[-1] ^ (words[-1] >> 30)) + i) & _MASK)
    generator = random.Random()
    generator.setstate((3, (*words, _WORDS), None))
    while True:
        yield generator.getrandbits(32) * 2.0**-32 + generator.getrandbits(32) * 2.0**-64


def normal(numbers: Iterator[float]) -> float:
    """A number of the standard normal distribution from uniform ones, by the polar method."""
    while True:
        x, y = 2.0 * next(numbers) - 1.0, 2.0 * next(numbers) - 1.0
        square = x * x + y * y
        if 0.0 < square <= 1.0:
            return float(x * (-2.0 * math.log(square) / square) ** 0.5)
