"""The columns of every table that reviews are exported as: their names, kinds and meanings.

Headers of CSV files, the JSON Schema and the page of ``ecgviewer export --schema`` are all
made from these tables.
"""

from dataclasses import dataclass
from typing import Any, Final

from ecgviewer.core.review import Placed, Reason, Role, Stated

TEXT, NUMBER, INTEGER, YES_NO, TIME, TEXTS = "text", "number", "integer", "yes/no", "time", "texts"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. kind: what it holds; among: the only values, where these are few."""

    name: str
    words: str
    kind: str = TEXT
    among: tuple[str, ...] = ()
    may_be_empty: bool = False


def _values(enum: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in enum)


RECORD: Final = (
    Column("record_id", "SHA-256 of the recording's content; with --unlinkable the pseudonym"),
    Column("pseudonym", "ECG- and digits of that hash, the same in every export but --unlinkable"),
    Column("name", "the record's name with --identifiers, else the pseudonym"),
    Column("path", "where the record lay, with --identifiers alone", may_be_empty=True),
)
PERSON: Final = (
    Column("reader", "who said it: a name with --identifiers, else Reader 1, Reader 2, …"),
    Column("role", "one of the readers, or who decides where they differ", among=_values(Role)),
)
STATEMENT: Final = (
    Column("class", "the class as the model calls it, or a SNOMED CT code"),
    Column("class_name", "the class in words", may_be_empty=True),
    Column("snomed", "its SNOMED CT code", may_be_empty=True),
    Column("stated", "what is said of it now", among=_values(Stated), may_be_empty=True),
    Column(
        "stated_before",
        "what was said while the model's answer was hidden",
        among=_values(Stated),
        may_be_empty=True,
    ),
    Column("reasons", "why the model was wrong", TEXTS, _values(Reason)),
    Column(
        "pointing",
        "by method of explanation, whether the saliency lay right: " + ", ".join(_values(Placed)),
        TEXTS,
    ),
    Column("at_utc", "when that was said", TIME),
    Column("model", "whose answer was seen", may_be_empty=True),
    Column("weights_sha256", "the hash of that model's weights", may_be_empty=True),
    Column("score", "the model's score, 0 to 1", NUMBER, may_be_empty=True),
    Column("threshold", "what the score is held against", NUMBER, may_be_empty=True),
    Column("found", "whether the model found the class", YES_NO, may_be_empty=True),
)
REGION: Final = (
    Column("region", "the region's own key"),
    Column("start", "first sample", INTEGER),
    Column("stop", "sample behind the last", INTEGER),
    Column("start_s", "the same in seconds", NUMBER),
    Column("stop_s", "the same in seconds", NUMBER),
    Column("leads", "by name; none for all", TEXTS),
    Column("label", "a class or a SNOMED CT code", may_be_empty=True),
    Column("comment", "what the reader wrote beside it", may_be_empty=True),
)
BEAT: Final = (
    Column("sample", "where the beat lies", INTEGER),
    Column("time_s", "the same in seconds", NUMBER),
    Column("label", "the label that the reader gives it"),
    Column("symbol", "WFDB's symbol for that label"),
    Column(
        "model_label",
        "what the model that was seen calls it; | where it sees no beat",
        may_be_empty=True,
    ),
)
REVIEW: Final = (
    Column("note", "what the reader wrote about the record", may_be_empty=True),
    Column("flagged", "the reader wants to come back to it", YES_NO),
    Column("done", "the review is finished", YES_NO),
    Column("committed", "answered before the model's answer was shown", YES_NO),
    Column("n_steps", "how many acts led to what stands", INTEGER),
    Column("first_at_utc", "when the first was", TIME),
    Column("last_at_utc", "when the last was", TIME),
)
SIGNAL: Final = (
    Column("rate_hz", "samples a second", NUMBER),
    Column("n_samples", "the record's length in samples", INTEGER),
    Column("leads", "by name, in the file's order", TEXTS),
)

# The tables of a CSV export by the ending of their files' names.
TABLES: Final = {
    "": (*RECORD, *PERSON, *STATEMENT),
    "_regions": (*RECORD, *PERSON, *REGION),
    "_beats": (*RECORD, *PERSON, *BEAT),
    "_records": (*RECORD, *PERSON, *REVIEW, *SIGNAL),
}
MEANINGS: Final = {
    "": "one row for each record, reader and class that anything was said of",
    "_regions": "one row for each region that a reader marked",
    "_beats": "one row for each beat that a reader labelled",
    "_records": "one row for each record and reader",
}
