"""How far the work for a worklist has come."""

from dataclasses import dataclass

from ecgviewer.core.text import later, tr

NAMES, FACTS, SIGNALS, ANSWERS = "list names", "list facts", "list signals", "list answers"

_WORDS = {
    NAMES: later("Listing the records"),
    FACTS: later("Reading headers: {done} of {n_all}"),
    SIGNALS: later("Judging signals: {done} of {n_all}"),
    ANSWERS: later("Analysing: {done} of {n_all}"),
}
_HOUR_S, _MINUTE_S = 3_600, 60


@dataclass(frozen=True, slots=True)
class ListWork:
    """What is being done for the list; kind: one of the names above, "" for nothing.

    left_s: how long it will take, None while nobody can tell. held: it waits while the
    reader needs the machine.
    """

    kind: str = ""
    done: int = 0
    n_all: int = 0
    left_s: float | None = None
    held: bool = False

    @property
    def share(self) -> float:
        """How much is done, 0..1."""
        return self.done / self.n_all if self.n_all else 0.0

    @property
    def words(self) -> str:
        """Return it in words, "" for nothing."""
        if not self.kind:
            return ""
        told = tr(_WORDS[self.kind], done=f"{self.done:,}", n_all=f"{self.n_all:,}")
        left = "" if self.left_s is None else left_words(self.left_s)
        return ", ".join(filter(None, (told, left)))


def left_words(seconds: float) -> str:
    """Return how long something will take: "41 min left"."""
    if seconds < _MINUTE_S:
        return tr("less than a minute left")
    if seconds < _HOUR_S:
        return tr("{n} min left", n=round(seconds / _MINUTE_S))
    hours, minutes = divmod(round(seconds / _MINUTE_S), 60)
    return tr("{hours} h {minutes} min left", hours=hours, minutes=minutes)
