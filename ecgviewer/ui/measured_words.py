"""What was measured, as a reader sees it: rows, notes, and a table to copy."""

from collections.abc import Sequence
from dataclasses import dataclass

from ecgviewer.core.record import Patient, Record
from ecgviewer.core.text import later, tr
from ecgviewer.signal.measured import Duration, HeartRate
from ecgviewer.signal.measured_span import (
    CORRECTED,
    Measure,
    MeasuredSpan,
    Quantity,
    why_not_measured,
)
from ecgviewer.ui.measuring import shown_measures
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.words import beats

NOT_MEASURABLE = later("not measurable")
WAITING = later("Measuring…")
ADULT_YEARS = 18
NAMES = {
    Quantity.RATE: later("Heart rate"),
    Quantity.P: "P",
    Quantity.PR: later("PR"),
    Quantity.QRS: "QRS",
    Quantity.QT: "QT",
    Quantity.FRIDERICIA: "QTc Fridericia",
    Quantity.BAZETT: "Bazett",
    Quantity.FRAMINGHAM: "Framingham",
    Quantity.HODGES: "Hodges",
    Quantity.AXIS: later("QRS axis"),
}
# Below the formula that counts, the others: smaller, and without what is said there already.
MINOR = frozenset(CORRECTED[1:])
_HEADINGS = (
    later("value"),
    later("unit"),
    later("spread"),
    later("beats"),
    later("adults"),
    later("remarks"),
)


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One line of the table.

    value: "" where not measurable, which reason says. spread: how much the beats differ,
    "" where there is no value. limits: what to keep in mind. reference: of adults, "" where
    there is none. as_before: the name of the row above that is not measurable for the same
    reason.
    """

    quantity: Quantity
    name: str
    value: str
    unit: str
    spread: str
    n_beats: int
    reason: str
    limits: tuple[str, ...]
    reference: str
    as_before: str = ""

    @property
    def is_minor(self) -> bool:
        """Whether the row is one of the formulas below the one that counts."""
        return self.quantity in MINOR

    @property
    def note(self) -> str:
        """What is written below the row: the reason, where no row above has it."""
        return "" if self.value or self.is_minor or self.as_before else self.reason

    @property
    def words(self) -> str:
        """The row as read aloud."""
        name = f"QTc {self.name}" if self.is_minor else self.name
        if not self.value:
            return f"{name}: {tr(NOT_MEASURABLE)}, {self.reason}"
        told = [f"{name}: {self.value} {self.unit}".replace(" °", "°")]
        told.append(_spread(self.spread, self.n_beats))
        told += [tr("adults {range}", range=self.reference)] if self.reference else []
        return "; ".join([*told, *self.limits])


def _spread(spread: str, n_beats: int) -> str:
    if n_beats == 1:
        return tr("spread {spread} over 1 beat", spread=spread)
    return tr("spread {spread} over {n} beats", spread=spread, n=f"{n_beats:,}")


def measured_rows(measured: MeasuredSpan) -> tuple[MeasuredRow, ...]:
    """Return all that was measured, line by line."""
    references = adult_references(measured.record.patient)
    rows: list[MeasuredRow] = []
    first_with: dict[str, str] = {}
    for quantity in Quantity:
        measure = measured.measure(quantity)
        value, spread, unit = _numbers(measure)
        as_before = first_with.get(measure.reason, "") if measure.reason else ""
        first_with.setdefault(measure.reason, tr(NAMES[quantity]))
        rows.append(
            MeasuredRow(
                quantity=quantity,
                name=tr(NAMES[quantity]),
                value="" if value is None else _whole(value),
                unit=unit,
                spread="" if value is None or spread is None else f"{spread:.0f}",
                n_beats=len(measure.beats),
                reason=measure.reason,
                limits=measure.limits,
                reference=references.get(quantity, ""),
                as_before=as_before,
            )
        )
    return tuple(rows)


def _numbers(measure: Measure) -> tuple[float | None, float | None, str]:
    if isinstance(measure, HeartRate):
        return measure.value_per_min, measure.spread_per_min, "/min"
    if isinstance(measure, Duration):
        return measure.value_ms, measure.spread_ms, "ms"
    return measure.value_deg, measure.spread_deg, "°"


def _whole(value: float) -> str:
    return f"{round(value)}".replace("-", "−")


def adult_references(patient: Patient) -> dict[Quantity, str]:
    """Return what is usual in adults; nothing for children and where age or sex is unknown.

    QTc from above 390 to below 450 ms in men, 460 ms in women.
    """
    years = patient.age_years
    if years is None or years < ADULT_YEARS or patient.sex not in ("M", "F"):
        return {}
    return {
        Quantity.RATE: "60–100",
        Quantity.PR: "120–200",
        Quantity.QRS: "< 110",
        Quantity.FRIDERICIA: "391–449" if patient.sex == "M" else "391–459",
        Quantity.AXIS: "−30…90",
    }


def sentence(state: ViewState) -> str:
    """Return what stands in place of the table, "" where there is one."""
    record, measured = state.record, shown_measures(state)
    if record is None:
        return tr("No record open.")
    if why_not_measured(record):
        return why_not_measured(record)
    if measured is None:
        failed = state.measured_stage is Stage.FAILED
        unreadable = tr("Could not be measured: the samples cannot be read.")
        return unreadable if failed else tr(WAITING)
    reasons = {measured.measure(x).reason for x in Quantity if x is not Quantity.AXIS}
    # Where nothing can be measured for one and the same reason, it is told once.
    (reason,) = reasons if len(reasons) == 1 else ("",)
    return tr("Nothing can be measured here: {reason}.", reason=reason) if reason else ""


def caption(state: ViewState) -> str:
    """Return which seconds of which leads were measured."""
    measured = shown_measures(state)
    if measured is None:
        return ""
    record, rate_hz = measured.record, measured.record.rate_hz
    seconds = f"{measured.start / rate_hz:.1f}–{measured.stop / rate_hz:.1f} s"
    words = f"{seconds} · {_leads(measured, record)} · {beats(measured.marks.peaks.size)}"
    return f"{words} · {tr('measuring…')}" if state.measured_stage is Stage.WAITING else words


def _leads(measured: MeasuredSpan, record: Record) -> str:
    usable, n_leads = measured.usable_leads, len(measured.lead_indices)
    if n_leads == 1 or len(usable) == 1:
        return record.leads[(usable or measured.lead_indices)[0]].name
    if len(usable) < n_leads:
        return tr("{n} of {all} leads", n=len(usable), all=n_leads)
    return tr("{n} leads", n=n_leads)


def notes(measured: MeasuredSpan) -> tuple[str, ...]:
    """Return what to keep in mind, each once with the values that it is about."""
    about: dict[str, list[Quantity]] = {}
    for quantity in Quantity:
        for limit in measured.measure(quantity).limits:
            about.setdefault(limit, []).append(quantity)
    told = [f"{_capital(limit)}{_listed(limit, found)}." for limit, found in about.items()]
    patient = measured.record.patient
    if adult_references(patient):
        told.append(tr("At the right: what is usual in adults."))
    else:
        known = patient.age_years is not None and patient.sex in ("M", "F")
        unknown = tr("No reference values: age or sex unknown.")
        told.append(tr("No reference values: not an adult.") if known else unknown)
    return tuple(told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _listed(limit: str, found: Sequence[Quantity]) -> str:
    """Return " (PR, QT)", "" where the limit names its value itself."""
    kept = list(found)
    if kept[0].value in limit:
        return ""
    if set(CORRECTED) <= set(kept):
        kept = [quantity for quantity in kept if quantity not in MINOR]
    names = {Quantity.RATE: tr("heart rate"), Quantity.AXIS: tr("axis"), Quantity.PR: tr("PR")}
    return f" ({', '.join(names.get(quantity, quantity.value) for quantity in kept)})"


def table_text(measured: MeasuredSpan) -> str:
    """Return the table with tabs between its columns, for notes and spreadsheets."""
    record, rate_hz = measured.record, measured.record.rate_hz
    start, stop = (f"{at / rate_hz:.1f}" for at in (measured.start, measured.stop))
    seconds = tr("{start} to {stop} s", start=start, stop=stop)
    leads = " ".join(record.leads[index].name for index in measured.usable_leads)
    lines = [f"{record.name}, {seconds}, {leads}", "\t".join(["", *map(tr, _HEADINGS)])]
    for row in measured_rows(measured):
        name = f"QTc {row.name}" if row.is_minor else row.name
        value = row.value or tr(NOT_MEASURABLE)
        remarks = "; ".join((row.reason,) if row.reason else row.limits)
        n_beats = str(row.n_beats) if row.value else ""
        unit = row.unit if row.value else ""
        lines.append("\t".join([name, value, unit, row.spread, n_beats, row.reference, remarks]))
    return "\n".join(lines) + "\n"
