"""What all readers say of one record, side by side, for whoever settles where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_uppercase

from ecgviewer.core.review import Review, Role, Stated, Step, review_of
from ecgviewer.review.opinions import finished, opinions
from ecgviewer.review.truth import Basis, Truth, disputed_classes, truths


@dataclass(frozen=True, slots=True)
class Column:
    """One reader of the record; letter: instead of the name, drawn anew for each record."""

    reader: str
    letter: str
    stated: Mapping[str, Stated]
    note: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Finished reviews of a record, by reader, in the order of their letters.

    rows: the classes that anybody states, the disputed ones first. truth: by class, with
    what the adjudicator states so far. n_unfinished: further readers who have not ended.
    """

    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    truth: Mapping[str, Truth]
    n_unfinished: int

    @property
    def disputed(self) -> tuple[str, ...]:
        """The classes that are still to be settled."""
        return disputed_classes(self.truth)


def side_by_side(record_id: str, steps: Iterable[Step], own: Review | None) -> SideBySide:
    """Return what is said of a record; own: the adjudicator's review so far."""
    of_record = [step for step in steps if step.record_id == record_id]
    readers = [o for o in opinions(of_record) if o.role is Role.READER]
    done = finished(readers)
    columns = _columns(record_id, [o.reader for o in done], of_record)
    found = dict(truths(done).get(record_id, {}))
    # What readers differ on comes first and stays there once it is settled.
    differing = disputed_classes(found)
    if own is not None:
        found |= {name: _settled(stated) for name, stated in own.classes.items()}
    rows = (*differing, *(name for name in found if name not in differing))
    return SideBySide(columns, rows, found, len(readers) - len(done))


def _columns(record_id: str, names: Iterable[str], steps: Iterable[Step]) -> tuple[Column, ...]:
    # Whoever settles shall not learn which letter is whom from one record to the next.
    drawn = sorted(names, key=lambda name: sha256(f"{record_id}\0{name}".encode()).digest())
    steps = tuple(steps)
    reviews = (review_of(record_id, name, steps) for name in drawn)
    return tuple(
        Column(review.reader, _letter(place), review.classes, review.note)
        for place, review in enumerate(reviews)
    )


def _letter(place: int) -> str:
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def _settled(stated: Stated) -> Truth:
    present = None if stated is Stated.UNSURE else stated is Stated.PRESENT
    return Truth(present, Basis.ADJUDICATED)
