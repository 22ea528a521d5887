"""How many processors this process may use."""

import os


def n_cores() -> int:
    """Return how many cores this process may use; of a machine's all it may have fewer."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
