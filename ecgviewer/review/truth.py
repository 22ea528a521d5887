"""What is true of a record, as far as people settled it.

Of each class: what an adjudicator states; else what all readers agree on; else it is
disputed. Only finished reviews count, and in these a class that is not stated is absent.
Unlike ``agreed``, from which models learn, it is what people and models are measured by.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ecgviewer.core.review import Role, Stated, Step
from ecgviewer.review.opinions import Opinion, classes_in, finished, opinions


class Basis(StrEnum):
    """What a truth rests on."""

    ADJUDICATED = "adjudicated"
    AGREED = "agreed"
    ONE_READER = "one reader"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Truth:
    """Of one class in one record; present: None where nobody could or did settle it."""

    present: bool | None
    basis: Basis

    @property
    def is_decided(self) -> bool:
        """Whether nobody need look at it again, even if nobody can tell."""
        return self.basis is not Basis.DISPUTED

    @property
    def is_settled(self) -> bool:
        """Whether more than one reader's word stands behind it, and it is a yes or a no."""
        return self.present is not None and self.basis in (Basis.ADJUDICATED, Basis.AGREED)


Truths = Mapping[str, Mapping[str, Truth]]


def truths(everybody: Sequence[Opinion], usual: Iterable[str] = ()) -> Truths:
    """Return the truth by record and class, of all records with a finished review.

    usual: the classes that count even where nobody names them; further ones that anybody
    states are added.
    """
    usual = tuple(usual)
    by_record: dict[str, list[Opinion]] = {}
    for opinion in everybody:
        if opinion.done:
            by_record.setdefault(opinion.record_id, []).append(opinion)
    return {key: _truth_of(found, classes_in(usual, found)) for key, found in by_record.items()}


def disputed(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return the records of which some class is disputed, in the order of their first steps."""
    found = truths(opinions(steps))
    return tuple(key for key, classes in found.items() if disputed_classes(classes))


def disputed_classes(classes: Mapping[str, Truth]) -> tuple[str, ...]:
    """Return those of a record's classes that nobody has settled."""
    return tuple(name for name, truth in classes.items() if not truth.is_decided)


def _truth_of(done: Sequence[Opinion], classes: Iterable[str]) -> Mapping[str, Truth]:
    readers = finished(done)
    # Of several adjudicators, the last word stands.
    judges = sorted(finished(done, Role.ADJUDICATOR), key=lambda opinion: opinion.at_utc)
    ruled = {name: said for judge in judges for name, said in judge.stated.items()}
    return {
        name: Truth(_is_present(ruled[name]), Basis.ADJUDICATED)
        if name in ruled
        else _agreed(name, readers)
        for name in classes
        if name in ruled or readers
    }


def _agreed(name: str, readers: Sequence[Opinion]) -> Truth:
    said = {reader.says(name) for reader in readers}
    if len(said) > 1:
        return Truth(None, Basis.DISPUTED)
    basis = Basis.AGREED if len(readers) > 1 else Basis.ONE_READER
    return Truth(_is_present(said.pop()), basis)


def _is_present(said: Stated) -> bool | None:
    return None if said is Stated.UNSURE else said is Stated.PRESENT
