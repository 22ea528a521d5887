"""Small annotated ECGs, written for tests from the HL7 aECG Implementation Guide (2005-03-21)."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

START = "20200101103000.000"
HEAD = (
    '<?xml version="1.0" encoding="{encoding}"?>\n'
    '<AnnotatedECG xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<id root="1.2.3"/><effectiveTime><center value="20200101103000"/></effectiveTime>'
)
SUBJECT = (
    "<componentOf><timepointEvent><componentOf><subjectAssignment><subject><trialSubject>"
    '<id root="1.2.3.4" extension="SYN-0042"/><subjectDemographicPerson>'
    "<name>Sam Synthetic</name>{sex}{birth}"
    "</subjectDemographicPerson></trialSubject></subject></subjectAssignment></componentOf>"
    "</timepointEvent></componentOf>"
)
AGE = (
    '<controlVariable><relatedObservation><code code="21612-7"/>'
    '<value xsi:type="PQ" value="{value}" unit="{unit}"/></relatedObservation></controlVariable>'
)
DEVICE = (
    "<author><seriesAuthor><manufacturedSeriesDevice><manufacturerModelName>Model 1"
    "</manufacturerModelName><softwareName>2.0</softwareName></manufacturedSeriesDevice>"
    "<manufacturerOrganization><name>Maker</name></manufacturerOrganization></seriesAuthor></author>"
    "<secondaryPerformer><seriesPerformer><assignedPerson><name>Robin Roe</name></assignedPerson>"
    "</seriesPerformer></secondaryPerformer>"
)


def made_digits(n_leads: int, n_samples: int) -> NDArray[np.int64]:
    """Return int64 (n_leads, n_samples): every value its own within a few hundred."""
    return (np.arange(n_leads * n_samples) * 37 % 801 - 400).reshape(n_leads, n_samples)


def absolute(head: str = START, step: str = "0.004", unit: str = "s") -> str:
    """Return the time axis of a set: GLIST_TS."""
    return _sequence(
        "TIME_ABSOLUTE",
        f'<value xsi:type="GLIST_TS"><head value="{head}"/>'
        f'<increment value="{step}" unit="{unit}"/></value>',
    )


def relative(head_s: float = 0.0, step: str = "0.004") -> str:
    """Return the time axis of a set: GLIST_PQ."""
    return _sequence(
        "TIME_RELATIVE",
        f'<value xsi:type="GLIST_PQ"><head value="{head_s}" unit="s"/>'
        f'<increment value="{step}" unit="s"/></value>',
    )


def lead(
    name: str,
    digits: Sequence[int] | NDArray[np.int64],
    *,
    origin: str = '<origin value="0" unit="uV"/>',
    scale: str = '<scale value="2.5" unit="uV"/>',
) -> str:
    """Return a lead's sequence: SLIST_PQ."""
    words = " ".join(str(digit) for digit in digits)
    return _sequence(
        f"MDC_ECG_LEAD_{name}",
        f'<value xsi:type="SLIST_PQ">{origin}{scale}<digits>{words}</digits></value>',
    )


def sequence_set(*sequences: str) -> str:
    """Return what was recorded at once."""
    return f"<component><sequenceSet>{''.join(sequences)}</sequenceSet></component>"


def series(*contents: str, code: str = "RHYTHM", name: str = "series") -> str:
    """Return a series with its device; annotation sets and derivations come behind the sets."""
    return f'<{name}><code code="{code}"/>{DEVICE}{"".join(contents)}</{name}>'


def derived(*contents: str) -> str:
    """Return the representative beats of a series."""
    beats = series(*contents, code="REPRESENTATIVE_BEAT", name="derivedSeries")
    return f"<derivation>{beats}</derivation>"


def annotations(*contents: str, person: str = "") -> str:
    """Return an annotation set, of a person where one is named."""
    author = (
        "<author><assignedEntity><assignedAuthorType><assignedPerson>"
        f"<name>{person}</name></assignedPerson></assignedAuthorType></assignedEntity></author>"
    )
    inner = "".join(f"<component>{one}</component>" for one in contents)
    return (
        f"<subjectOf><annotationSet>{author if person else ''}{inner}</annotationSet></subjectOf>"
    )


def annotation(code: str, value: str = "", *within: str, times: str = "", leads: str = "") -> str:
    """Return an annotation. times: a boundary's content. leads: names with a space between."""
    boundaries = [times] if times else []
    boundaries += [f'<code code="MDC_ECG_LEAD_{name}"/>' for name in leads.split()]
    regions = "".join(f"<component><boundary>{x}</boundary></component>" for x in boundaries)
    support = f"<support><supportingROI>{regions}</supportingROI></support>" if regions else ""
    inner = "".join(f"<component>{one}</component>" for one in within)
    return f'<annotation><code code="{code}"/>{value}{support}{inner}</annotation>'


def coded(code: str, words: str = "") -> str:
    """Return a value that is a code."""
    return f'<value xsi:type="CE" code="{code}" displayName="{words}"/>'


def amount(value: float, unit: str) -> str:
    """Return a value with its unit."""
    return f'<value xsi:type="PQ" value="{value}" unit="{unit}"/>'


def between_ms(low: float | None = None, high: float | None = None) -> str:
    """Return a boundary in milliseconds from the series' beginning."""
    edges = "".join(
        f'<{name} value="{value}" unit="ms"/>'
        for name, value in (("low", low), ("high", high))
        if value is not None
    )
    return f'<code code="TIME_RELATIVE"/><value xsi:type="IVL_PQ">{edges}</value>'


def between(low: str, high: str) -> str:
    """Return a boundary in absolute time."""
    return (
        '<code code="TIME_ABSOLUTE"/><value xsi:type="IVL_TS">'
        f'<low value="{low}"/><high value="{high}"/></value>'
    )


def at_ms(place: float) -> str:
    """Return a boundary that is a moment."""
    return f'<code code="TIME_RELATIVE"/><value xsi:type="PQ" value="{place}" unit="ms"/>'


def document(
    *all_series: str,
    sex: str = "F",
    birth: str = "19500102",
    facts: str = "",
    encoding: str = "utf-8",
) -> bytes:
    """Return a file's bytes."""
    told = SUBJECT.format(
        sex=f'<administrativeGenderCode code="{sex}"/>',
        birth=f'<birthTime value="{birth}"/>' if birth else "",
    )
    inner = "".join(f"<component>{one}</component>" for one in all_series)
    text = f"{HEAD.format(encoding=encoding)}{told}{facts}{inner}</AnnotatedECG>"
    return text.encode(encoding)


def write(path: Path, *all_series: str, **facts: str) -> Path:
    """Write a file."""
    path.write_bytes(document(*all_series, **facts))
    return path


def _sequence(code: str, value: str) -> str:
    return f'<component><sequence><code code="{code}"/>{value}</sequence></component>'
