"""How seldom garbage is looked for, and what is given back after a start."""

import ctypes
import gc
import sys

GARBAGE = 20_000, 20, 20  # objects between looks: with Python's 700 a turn of forty had a dozen, a start a thousand


def begin() -> None:
    """At the start, once everything is imported."""
    gc.freeze()  # looking for garbage among what was imported took a tenth of every start
    gc.set_threshold(*GARBAGE)


def settle() -> None:
    """Keep what stands now, and give back what only the start needed: a tenth of all memory."""
    gc.collect()
    gc.freeze()  # looking through it again and again cost a fifth of every lesson
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)  # glibc keeps all it ever had until it is told
