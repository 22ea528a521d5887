"""Annotations and diagnoses of a record as DICOM waveform annotations.

Source: DICOM PS3.3 C.10.10. Positions count from one. The same mark at many places is one
item with all of these.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ecgviewer.core.record import Diagnosis, Record
from ecgviewer.io.annotation_marks import words_of
from ecgviewer.io.dicom_codes import FINDING, Code, code_of_beat
from ecgviewer.io.dicom_items import coded

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

# An element of 32-bit numbers tells its length in 16 bits.
_MOST_POSITIONS: Final = 16_000
_TEXT: Final = 1_024
_STATEMENTS_GROUP: Final = 0
_WHOLE_GROUP: Final = 0


def annotation_items(record: Record) -> "list[Dataset]":
    """Return one item for each diagnosis, each different mark and each span."""
    items = [_diagnosis(dx) for dx in record.diagnoses]
    groups: dict[str, int] = {}
    points: dict[tuple[str, str, int, int], list[int]] = {}
    last = record.n_samples - 1
    for one in record.annotations:
        group = groups.setdefault(one.source, len(groups) + 1)
        channel = record.lead_names.index(one.lead) + 1 if one.lead in record.lead_names else 0
        start, stop = min(one.start, last), min(one.stop, last)
        if one.stop == one.start:
            points.setdefault((one.label, one.text, channel, group), []).append(start)
        else:
            items.append(_marked(one.label, one.text, channel, group, "SEGMENT", [start, stop]))
    for (label, text, channel, group), places in points.items():
        for first in range(0, len(places), _MOST_POSITIONS):
            some = places[first : first + _MOST_POSITIONS]
            kind = "POINT" if len(some) == 1 else "MULTIPOINT"
            items.append(_marked(label, text, channel, group, kind, some))
    return items


def _diagnosis(diagnosis: Diagnosis) -> "Dataset":
    item = _item(_WHOLE_GROUP, _STATEMENTS_GROUP)
    if diagnosis.code:
        item.ConceptNameCodeSequence = [coded(FINDING)]
        code = Code(diagnosis.code, "SCT", diagnosis.text or diagnosis.code)
        item.ConceptCodeSequence = [coded(code)]
    else:
        item.UnformattedTextValue = diagnosis.text[:_TEXT]
    return item


def _marked(
    label: str, text: str, channel: int, group: int, kind: str, places: Sequence[int]
) -> "Dataset":
    item = _item(channel, group)
    code = None if text else code_of_beat(label)
    if code is not None:
        item.ConceptNameCodeSequence = [coded(code)]
    else:
        item.UnformattedTextValue = words_of(label, text)[:_TEXT]
    item.TemporalRangeType = kind
    item.ReferencedSamplePositions = [place + 1 for place in places]
    return item


def _item(channel: int, group: int) -> "Dataset":
    from pydicom.dataset import Dataset

    item = Dataset()
    # The first multiplex group; its channels count from one, and 0 stands for all.
    item.ReferencedWaveformChannels = [1, channel]
    item.AnnotationGroupNumber = group
    return item
