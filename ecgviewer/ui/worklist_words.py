"""What the cells of the worklist say: glyph and word, never a colour alone."""

import math
from collections.abc import Callable
from enum import Enum, auto

from ecgviewer.core.classes import class_name
from ecgviewer.core.error_words import error_words
from ecgviewer.core.text import later, tr
from ecgviewer.paper.quality_marks import GLYPHS, grade_word
from ecgviewer.review.stand import Stand
from ecgviewer.review.worklist import Agreement, Grade, Labels, Worklist
from ecgviewer.review.worklist_order import Column, Wanted
from ecgviewer.signal.lead_quality import Grade as GradeWord


class Tone(Enum):
    """How a cell stands out, besides what it says."""

    PLAIN = auto()
    MUTED = auto()
    WRONG = auto()
    DONE = auto()


TIPS = {
    Column.RECORD: later("The record's name below the opened folder"),
    Column.REFERENCE: later("What the data set, the header or a table of yours states"),
    Column.MODEL: later("The model's findings, the surest first"),
    Column.AGREEMENT: later("Whether the model's findings are those of the reference"),
    Column.CONFIDENCE: later("The probability of the surest finding"),
    Column.MARGIN: later("How far the score that is nearest to its threshold is from it"),
    Column.QUALITY: later("How good the signal is"),
    Column.STATE: later("How far your review has come"),
    Column.STATED: later("What you have stated"),
    Column.FLAG: later("Whether you have flagged the record"),
}
_AGREEMENTS = {
    Agreement.UNKNOWN: "",
    Agreement.SAME: later("= same"),
    Agreement.PARTLY: later("≠ in part"),
    Agreement.DIFFERENT: later("≠ differs"),
}
_GRADES: dict[int, GradeWord] = {Grade.GOOD: "good", Grade.USABLE: "usable", Grade.POOR: "poor"}
_FLAG, _FAILED = "⚑", later("✗ failed")


def cell_words(worklist: Worklist, row: int, column: Column) -> str:
    """Return what a cell says, "" for what is not known."""
    return _WORDS[column](worklist, row)


def cell_tone(worklist: Worklist, row: int, column: Column) -> Tone:
    """Return how a cell stands out."""
    if column is Column.AGREEMENT:
        return Tone.WRONG if worklist.agreement[row] >= Agreement.PARTLY else Tone.PLAIN
    if column in (Column.QUALITY, Column.MODEL) and worklist.problems[row]:
        return Tone.WRONG
    if column is Column.STATE:
        return Tone.DONE if worklist.stands[row].done else Tone.MUTED
    if column is Column.REFERENCE:
        return Tone.PLAIN if worklist.references[row].present else Tone.MUTED
    return Tone.PLAIN if column is not Column.MODEL or _found_any(worklist, row) else Tone.MUTED


def row_tip(worklist: Worklist, row: int, column: Column) -> str:
    """Return what the tip of a cell says: what is wrong with the record, else all of it."""
    if worklist.problems[row]:
        return error_words(worklist.problems[row])
    if column is Column.REFERENCE:
        return worklist.references[row].words
    if column is Column.QUALITY:
        return error_words(worklist.grade_words[row])
    if column in (Column.MODEL, Column.STATED):
        said = worklist.found[row]
        labels = worklist.stands[row].present if column is Column.STATED else said and said[0]
        return ", ".join(class_name(label) for label in labels or ())
    return str(worklist.records.paths[row]) if column is Column.RECORD else ""


def state_words(stand: Stand) -> str:
    """Return how far a review has come, and whether the record is flagged."""
    come = tr("◐ Begun") if stand.begun else tr("○ New")
    words = tr("✓ Reviewed") if stand.done else come
    return f"{words} {_FLAG}" if stand.flagged else words


def wanted_words(wanted: Wanted) -> tuple[str, ...]:
    """Return what is asked for besides the text, one entry a filter."""
    told = (
        (wanted.disagrees, later("model ≠ reference")),
        (wanted.reader_differs, later("reader ≠ model")),
        (wanted.unreviewed, later("unreviewed")),
        (wanted.flagged, later("flagged")),
        (wanted.poor, later("poor signal")),
        (wanted.broken, later("cannot be read or judged")),
    )
    words = [tr(text) for on, text in told if on]
    if wanted.margin_below is not None:
        words.append(tr("margin below {margin}", margin=f"{wanted.margin_below:.2f}"))
    return (*words, *([wanted.label] if wanted.label is not None else []))


def _found_any(worklist: Worklist, row: int) -> bool:
    said = worklist.found[row]
    return said is not None and bool(said[0])


def _reference(worklist: Worklist, row: int) -> str:
    reference = worklist.references[row]
    return ", ".join(reference.present) or reference.words


def _model(worklist: Worklist, row: int) -> str:
    said = worklist.found[row]
    if said is None:
        # Where there is no room for the signal's quality, too, it must not look untried.
        return tr(_FAILED) if worklist.problems[row] else ""
    found, judged = said
    if not judged:
        return tr("to scan")
    return ", ".join(found) or tr("no finding")


def _score(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.2f}"


def _quality(worklist: Worklist, row: int) -> str:
    if worklist.problems[row]:
        return tr(_FAILED)
    grade = _GRADES.get(int(worklist.grade[row]))
    return f"{GLYPHS[grade]} {grade_word(grade)}".strip() if grade is not None else ""


def _stated(worklist: Worklist, row: int) -> str:
    stand = worklist.stands[row]
    absent: Labels = tuple(tr("not {label}", label=label) for label in stand.absent)
    return ", ".join((*stand.present, *absent))


_WORDS: dict[Column, Callable[[Worklist, int], str]] = {
    Column.RECORD: lambda rows, row: rows.records.names[row],
    Column.REFERENCE: _reference,
    Column.MODEL: _model,
    Column.AGREEMENT: lambda rows, row: tr(_AGREEMENTS[Agreement(int(rows.agreement[row]))]),
    Column.CONFIDENCE: lambda rows, row: _score(float(rows.confidence[row])),
    Column.MARGIN: lambda rows, row: _score(float(rows.margin[row])),
    Column.QUALITY: _quality,
    Column.STATE: lambda rows, row: state_words(rows.stands[row]),
    Column.STATED: _stated,
    Column.FLAG: lambda rows, row: tr("⚑ Flagged") if rows.stands[row].flagged else "",
}
