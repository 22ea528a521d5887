"""What was found out about maps, one line of JSON a record and class; a kill loses one line."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from ecgviewer.study.checkpoint import room_needed
from ecgviewer.study.map_figures import MapFigures, Subject

MAPS_FILE = "maps.jsonl"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a method's map stayed to itself when weights down to a depth were shuffled."""

    method: str
    depth: str
    rho: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """One class of one record: how every method's map fared.

    found: whether the model says that the class is there; where not, nothing is
    explained. problem: why the record could not be read, "" where it could.
    """

    subject: Subject
    found: bool
    maps: tuple[MapFigures, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    problem: str = ""


class MapStore:
    """The outcomes so far, kept in a folder where one is given."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / MAPS_FILE
        self._known: dict[Subject, Outcome] = {}
        if self._path is not None and self._path.exists():
            self._read(self._path)

    def get(self, subject: Subject) -> Outcome | None:
        """Return what is known of a subject."""
        return self._known.get(subject)

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome; raises EcgError where the disk is full."""
        self._known[outcome.subject] = outcome
        if self._path is None:
            return
        with room_needed(self._path.parent), self._path.open("a", encoding="utf-8") as file:
            file.write(_line(outcome))

    def _read(self, path: Path) -> None:
        *whole, cut = path.read_text(encoding="utf-8").split("\n")
        for line in whole:
            outcome = _outcome(line)
            self._known[outcome.subject] = outcome
        if cut:
            # Killed while writing: the next line must not continue this one.
            path.write_text("".join(map(_line, self._known.values())), encoding="utf-8")


def _line(outcome: Outcome) -> str:
    content = {
        "subject": asdict(outcome.subject),
        "found": outcome.found,
        "problem": outcome.problem,
        "maps": [figures.as_dict() for figures in outcome.maps],
        "likenesses": [asdict(likeness) for likeness in outcome.likenesses],
    }
    return json.dumps(content, allow_nan=False) + "\n"


def _outcome(line: str) -> Outcome:
    content = json.loads(line)
    return Outcome(
        subject=Subject(**content["subject"]),
        found=content["found"],
        problem=content["problem"],
        maps=tuple(map(MapFigures.from_dict, content["maps"])),
        likenesses=tuple(Likeness(**likeness) for likeness in content["likenesses"]),
    )
