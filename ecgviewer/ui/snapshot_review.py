"""What a picture of the window shows as said by a reader; its review file is thrown away."""

from dataclasses import dataclass

from ecgviewer.core.class_choices import class_choices
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Change, Region, Stated, Topic
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.review_commands import choose_class, classes_of, say_of_class

NOBODY = "Reader"


@dataclass(frozen=True, slots=True)
class Sayings:
    """What a reader says of the open record.

    classes: label or SNOMED CT code, and what is stated of it. regions: lead, first and last
    second, label.
    """

    reader: str = ""
    classes: tuple[tuple[str, Stated], ...] = ()
    regions: tuple[tuple[str, float, float, str], ...] = ()
    reviewed: bool = False


NOTHING = Sayings()


def say_all(window: MainWindow, said: Sayings) -> None:
    """Say all of it in the reader's name; raises EcgError for unknown classes and leads."""
    if said == NOTHING:
        return
    window.reviewing.name_reader(said.reader or NOBODY)
    for lead, start_s, stop_s, label in said.regions:
        _mark(window, lead, start_s, stop_s, _key(window, label))
    for name, stated in said.classes:
        key = _key(window, name)
        choose_class(window, key)
        say_of_class(window, key, stated)
    if said.reviewed:
        window.reviewing.say(Change(Topic.DONE, "", value=True))


def _mark(window: MainWindow, lead: str, start_s: float, stop_s: float, label: str) -> None:
    record = window.state.value.record
    assert record is not None
    if lead not in record.lead_names:
        known = ", ".join(record.lead_names)
        raise EcgError(f"{record.name} has no lead {lead}; it has {known}.")
    start, stop = round(start_s * record.rate_hz), round(stop_s * record.rate_hz)
    if stop > record.n_samples:
        raise EcgError(f"{record.name} ends at {record.duration_s:g} s, before {stop_s:g} s.")
    value = Region(start, stop, (lead,), label).as_value()
    window.reviewing.say(Change(Topic.REGION, f"{lead} {start}", value))


def _key(window: MainWindow, name: str) -> str:
    """Return the label or the code under which a class is kept."""
    state = window.state.value
    if name in classes_of(state) or (state.card is not None and name in state.card.labels):
        return name
    for choice in class_choices():
        if name in (choice.key, choice.code, choice.abbreviation):
            return choice.key
    known = ", ".join(classes_of(state))
    raise EcgError(f"{name} is no class: give one of {known}, or a SNOMED CT code.")
