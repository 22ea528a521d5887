"""Annotations and facts of a record as the time-stamped lists of EDF+.

An annotation of one signal alone ends in "@@" and that signal's label. Source: Kemp and
Olivan, "European data format 'plus' (EDF+)", Clinical Neurophysiology 114 (2003), and the
additions at edfplus.info.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from ecgviewer.core.record import Diagnosis, Record
from ecgviewer.io.annotation_marks import words_of
from ecgviewer.io.edf_annotations import TimedText, TimedTexts
from ecgviewer.io.header_facts import AGE_OVER_89, HeaderFacts, diagnosis, read_facts

_TEXT_END, _DURATION, _LIST_END = b"\x14", b"\x15", b"\0"
_DECIMALS: Final = 9
_FACT = re.compile(rf"Age: \d[\d.e-]*|{AGE_OVER_89}|Dx: .+|Synthetic: yes")
# SNOMED CT's codes have at least six digits.
_DX = re.compile(r"Dx: (?:(\d{6,18})(?!\S))?(.*)")


def timed_list(onset_s: Fraction, duration_s: Fraction | None, text: str) -> bytes:
    """Return one list: a text at an onset, counted from the start of the file."""
    content = _seconds(onset_s)
    if duration_s is not None:
        content += _DURATION + _seconds(duration_s)[1:]
    # These bytes have a meaning of their own.
    plain = "".join(" " if letter in "\0\x14\x15" else letter for letter in text)
    return content + _TEXT_END + plain.encode("utf-8") + _TEXT_END + _LIST_END


def record_start(onset_s: Fraction) -> bytes:
    """Return the empty list that says when a data record starts."""
    return _seconds(onset_s) + _TEXT_END + _TEXT_END + _LIST_END


def _seconds(value: Fraction) -> bytes:
    scaled = round(value * 10**_DECIMALS)
    whole, rest = divmod(abs(scaled), 10**_DECIMALS)
    digits = f"{whole}.{rest:0{_DECIMALS}}".rstrip("0").rstrip(".")
    return f"{'-' if scaled < 0 else '+'}{digits}".encode("ascii")


def fact_texts(record: Record) -> list[str]:
    """Return what has no field in the header, as texts at the start of the file."""
    texts: list[str] = []
    age = record.patient.age_years
    if age is not None and AGE_OVER_89 not in record.comments:
        texts.append(f"Age: {age:g}")
    texts += ["Dx: " + " ".join(filter(None, (dx.code, dx.text))) for dx in record.diagnoses]
    if record.synthetic:
        texts.append("Synthetic: yes")
    return [*texts, *record.comments]


def told_facts(timed: TimedTexts) -> tuple[HeaderFacts, TimedTexts]:
    """Return what texts at the start of a file say as ``fact_texts`` writes it, and the others."""
    lines: list[str] = []
    others: list[TimedText] = []
    for each in timed.texts:
        if each.onset_s == timed.origin_s and _FACT.fullmatch(each.text):
            lines.append(each.text)
        else:
            others.append(each)
    found = read_facts([line for line in lines if not _DX.match(line)])
    diagnoses = tuple(_diagnosis(match) for line in lines if (match := _DX.match(line)))
    return replace(found, diagnoses=diagnoses), replace(timed, texts=tuple(others))


def _diagnosis(match: re.Match[str]) -> Diagnosis:
    code, words = match[1] or "", match[2].strip()
    return Diagnosis(code, words) if words else diagnosis(code)


def mark_lists(
    record: Record, labels: Sequence[str], rate_hz: Fraction, offset_s: Fraction
) -> list[bytes]:
    """Return the lists of all annotations; offset_s: of the first sample."""
    label_of = dict(zip(record.lead_names, labels, strict=True))
    lists: list[bytes] = []
    for one in record.annotations:
        text = words_of(one.label, one.text)
        if one.lead in label_of:
            text += f"@@{label_of[one.lead]}"
        duration_s = Fraction(one.stop - one.start) / rate_hz if one.stop > one.start else None
        lists.append(timed_list(offset_s + one.start / rate_hz, duration_s, text))
    return lists


def in_records(lists: Sequence[bytes], starts: Sequence[bytes]) -> list[bytes]:
    """Return the annotation bytes of each data record, all of the same even length.

    starts: what each record has to begin with. The lists keep their order; the last ones may
    stand in a record behind their onset, which the format allows.
    """
    longest = max(map(len, starts))
    even_share = -(-sum(map(len, lists)) // len(starts))
    room = longest + (even_share + max(map(len, lists)) if lists else 0)
    room += room % 2
    left = iter(lists)
    waiting = next(left, None)
    filled: list[bytes] = []
    for start in starts:
        content = bytearray(start)
        while waiting is not None and len(content) + len(waiting) <= room:
            content += waiting
            waiting = next(left, None)
        filled.append(bytes(content).ljust(room, _LIST_END))
    return filled
