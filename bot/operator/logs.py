"""What may stand in a log: where a fault struck and of what kind, never words of a learner."""


def bare(fault: BaseException) -> RuntimeError:
    """The fault for `exc_info`: its trace and its kind, without its own sentence, which may hold somebody's words."""
    return RuntimeError(type(fault).__name__).with_traceback(fault.__traceback__)
