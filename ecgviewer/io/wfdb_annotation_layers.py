"""A record's annotations as files in the MIT format that read back as the same annotations.

A span is "(", its mark and ")" one after the other, so spans that others lie in go into a
file of their own. Source: WFDB Applications Guide, annot(5).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.io.annotation_marks import (
    CODE_OF_SYMBOL,
    LONGEST_TEXT_BYTES,
    NOTE_SYMBOL,
    RHYTHM_SYMBOL,
    Mark,
    encoded_marks,
)
from ecgviewer.io.annotations import OTHER_FILES
from ecgviewer.signal.leads import normalise_lead

# Of annotations whose file did not name who made them.
_ANNOTATOR: Final = "ann"
_TAKEN: Final = frozenset({"hea", "dat", "mat", "xws"})
# No lead stands there, so it means all of them.
_ALL_LEADS: Final = 255


def annotation_files(
    record: Record, folder: Path, stem: str
) -> tuple[dict[Path, bytes], tuple[str, ...]]:
    """Return the contents of all annotation files, and what they cannot hold."""
    by_source: dict[str, list[Annotation]] = {}
    for annotation in record.annotations:
        by_source.setdefault(_legal(annotation.source), []).append(annotation)
    files: dict[Path, bytes] = {}
    cut = _Cut()
    for source, annotations in by_source.items():
        for number, layer in enumerate(_layers(annotations)):
            ending = _free(f"{source}{number or ''}", files, folder, stem)
            # The file's ending may tell the lead; else the channel does.
            told = normalise_lead(ending) if normalise_lead(ending) in record.lead_names else None
            names = (told,) if told else record.lead_names
            channels = _channels(layer, names)
            if not told and len(names) > 1 and not any(channels):
                cut.n_leads += sum(one.lead == names[0] for one in layer)
            marks = [
                mark
                for one, channel in zip(layer, channels, strict=True)
                for mark in _marks(one, channel, cut)
            ]
            files[folder / f"{stem}.{ending}"] = encoded_marks(marks)
    return files, cut.notes()


class _Cut:
    """Counts what does not go into a file as it is."""

    def __init__(self) -> None:
        self.n_texts, self.n_labels, self.n_leads = 0, 0, 0

    def notes(self) -> tuple[str, ...]:
        """Return it in words."""
        notes: list[str] = []
        if self.n_labels:
            notes.append(f"{self.n_labels} annotations are no WFDB codes and become notes")
        if self.n_texts:
            notes.append(f"{self.n_texts} texts of annotations were cut to Latin-1 of 255 letters")
        if self.n_leads:
            # Where no channel but 0 is named, 0 means all of them.
            notes.append(f"{self.n_leads} annotations of the first lead become those of all leads")
        return tuple(notes)


def _legal(source: str) -> str:
    ending = re.sub(r"[^a-z0-9_]", "", source.lower())
    if not re.match(r"[a-z]", ending) or ending in _TAKEN or f".{ending}" in OTHER_FILES:
        return _ANNOTATOR
    return ending


def _free(ending: str, files: dict[Path, bytes], folder: Path, stem: str) -> str:
    while folder / f"{stem}.{ending}" in files:
        ending += "x"
    return ending


def _layers(annotations: Sequence[Annotation]) -> list[list[Annotation]]:
    """Split annotations so that no span of a layer has anything of its layer inside."""
    ordered = sorted(annotations, key=lambda x: (x.start, x.stop))
    layers: list[list[Annotation]] = [[one for one in ordered if one.stop == one.start]]
    points = {one.start for one in layers[0]}
    sorted_points = sorted(points)
    ends = [-1]
    for span in (one for one in ordered if one.stop > one.start):
        place = _first_free(span, ends, sorted_points)
        if place == len(layers):
            layers.append([])
            ends.append(-1)
        layers[place].append(span)
        ends[place] = span.stop
    return [layer for layer in layers if layer]


def _first_free(span: Annotation, ends: Sequence[int], points: Sequence[int]) -> int:
    at = bisect_left(points, span.start)
    has_points = at < len(points) and points[at] <= span.stop
    for place, end in enumerate(ends):
        if span.start > end and not (place == 0 and has_points):
            return place
    return len(ends)


def _marks(annotation: Annotation, channel: int, cut: _Cut) -> list[Mark]:
    symbol, text = _symbol_and_text(annotation, cut)
    if annotation.stop == annotation.start:
        return [_mark(annotation.start, symbol, text, channel)]
    peak = annotation.start if annotation.peak is None else annotation.peak
    return [
        Mark(annotation.start, "(", channel=channel),
        _mark(min(max(peak, annotation.start), annotation.stop), symbol, text, channel),
        Mark(annotation.stop, ")", channel=channel),
    ]


def _mark(sample: int, symbol: str, text: str, channel: int) -> Mark:
    # Notes at sample 0 define things, unless their subtype says that they are somebody's own.
    return Mark(sample, symbol, text, channel, subtype=int(sample == 0 and symbol == NOTE_SYMBOL))


def _channels(layer: Sequence[Annotation], names: Sequence[str]) -> list[int]:
    """Return the channel of each; where no mark names another lead, channel 0 means all."""
    places: dict[str | None, int] = {name: place for place, name in enumerate(names[:_ALL_LEADS])}
    named = any(places.get(one.lead, 0) for one in layer)
    return [places.get(one.lead, _ALL_LEADS if named else 0) for one in layer]


def _symbol_and_text(annotation: Annotation, cut: _Cut) -> tuple[str, str]:
    label, text = annotation.label, annotation.text
    if label.startswith("(") and len(label) > 1:
        return RHYTHM_SYMBOL, _latin(label, cut)
    if label in CODE_OF_SYMBOL and label not in "()":
        return label, _latin(text, cut)
    if label in CODE_OF_SYMBOL and annotation.stop == annotation.start:
        return label, _latin(text, cut)
    cut.n_labels += 1
    return NOTE_SYMBOL, _latin(f"{label} {text}".strip(), cut)


def _latin(text: str, cut: _Cut) -> str:
    plain = text.encode("latin-1", "replace")[:LONGEST_TEXT_BYTES].decode("latin-1")
    cut.n_texts += plain != text
    return plain
