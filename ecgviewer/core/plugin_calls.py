"""Calls of what other packages add: what goes wrong there is told as theirs."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from ecgviewer.core.errors import Cancelled, EcgError


class _Aside:
    """Lets stdout be stderr as long as a plug-in is at work, in however many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._n_inside = 0
        self._stdout: TextIO | None = None

    def enter(self) -> None:
        with self._lock:
            if self._n_inside == 0:
                self._stdout, sys.stdout = sys.stdout, sys.stderr
            self._n_inside += 1

    def leave(self) -> None:
        with self._lock:
            self._n_inside -= 1
            if self._n_inside == 0:
                sys.stdout = self._stdout


_ASIDE = _Aside()


@contextmanager
def prints_aside() -> Iterator[None]:
    """Let what a plug-in prints go to stderr: stdout may be JSON that another program reads."""
    _ASIDE.enter()
    try:
        yield
    finally:
        _ASIDE.leave()


@contextmanager
def blamed(plugin: str, package: str, name: str, *passing: type[BaseException]) -> Iterator[None]:
    """Tell what a plug-in raises as its fault: EcgError with its name and its package's.

    name: of the file or the model that it fails over. passing: what the caller understands.
    """
    understood: tuple[type[BaseException], ...] = (EcgError, Cancelled, *passing)
    try:
        with prints_aside():
            yield
    except understood:
        raise
    except (Exception, SystemExit) as error:
        reason = f"{type(error).__name__}: {error}".replace("\n", " ").rstrip(".: ")
        raise EcgError(
            f"The plug-in {plugin} of the package {package} fails over {name}: {reason}."
        ) from error
