"""What the file says of the recording: patient, rate, length, statements, remarks."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ecgviewer.core.error_words import error_words
from ecgviewer.core.record import Record, annotation_counts
from ecgviewer.core.text import tr
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.quality_words import ROW, quality_row, quality_tip
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import label, selectable
from ecgviewer.ui.words import age, length, sex

# So many files of marks are told one by one, even if they hold equally many.
_FEW_FILES = 3


class FactsPanel(QScrollArea):
    """Facts of the open record; names and identifiers are never among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Record"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show(ViewState())

    def sizeHint(self) -> QSize:
        """Return the room of the usual facts."""
        return QSize(320, 176)

    def minimumSizeHint(self) -> QSize:
        """Return the least that is worth showing; the rest scrolls."""
        return QSize(240, 56)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the style sheet has them all."""

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the facts of a new record, and what is known of its signal."""
        if old.record is not new.record:
            self._show(new)
        elif old.judged is not new.judged:
            self._show_quality(new)

    def show_hidden(self, state: ViewState) -> None:
        """Show or hide what the file says of the record's findings."""
        self._show(state)

    def accessible_text(self) -> str:
        """Return all that is shown, line by line."""
        return "\n".join(text.text() for text in self.findChildren(QLabel))

    def _show(self, state: ViewState) -> None:
        record = state.record
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(8)
        self._quality = selectable(label(wrapped=True))
        self._show_quality(state)
        if record is None:
            column.addWidget(label(tr("No record open."), kind="secondary"))
        else:
            _fill(column, record, self._quality, hidden=state.model_hidden)
        column.addStretch(1)
        self.setWidget(content)

    def _show_quality(self, state: ViewState) -> None:
        self._quality.setText(quality_row(state.judged))
        self._quality.setToolTip(quality_tip(state.judged))
        self._quality.setAccessibleName(f"{tr(ROW)}: {self._quality.text()}")
        self._quality.setAccessibleDescription(quality_tip(state.judged))


def facts(record: Record, *, hidden: bool = False) -> list[tuple[str, str]]:
    """Return (name, text) of what may be shown of a record; hidden: not what was found."""
    lasting = length(record.duration_s)
    patient = f"{age(record.patient.age_years)}, {sex(record.patient.sex)}"
    rows = [(tr("Patient"), patient)]
    if hidden:
        rows.append((tr("Findings of the file"), tr("hidden until you have answered")))
    else:
        rows += [(tr("Dx in file"), f"{dx.text} {dx.code}".strip()) for dx in record.diagnoses]
    rows += [
        (tr("Length"), tr("{length} at {rate} Hz", length=lasting, rate=f"{record.rate_hz:g}")),
        (_leads_in_words(len(record.leads)), " ".join(record.lead_names)),
        (tr("Format"), record.format),
    ]
    if record.started_at is not None:
        rows.append((tr("Begins"), f"{record.started_at:%H:%M:%S}"))
    counts = {} if hidden else annotation_counts(record.annotations)
    if counts:
        rows.append((tr("Marks"), _counts_in_words(counts)))
    return rows


def _leads_in_words(count: int) -> str:
    return tr("1 lead") if count == 1 else tr("{count} leads", count=count)


def _counts_in_words(counts: Mapping[str, int]) -> str:
    """Return how many marks each annotation file holds; many alike are told together."""
    alike = set(counts.values())
    if len(alike) == 1 and len(counts) > _FEW_FILES:
        each = f"{alike.pop():,}"
        return tr("{each} in each of {count} files", each=each, count=len(counts))
    return ", ".join(
        tr("{count} in {file}", count=f"{n:,}", file=name) for name, n in sorted(counts.items())
    )


def _fill(column: QVBoxLayout, record: Record, quality: QLabel, *, hidden: bool) -> None:
    column.addWidget(selectable(label(record.name, kind="heading", wrapped=True)))
    if record.synthetic:
        synthetic = tr("Synthetic: made by a program.")
        column.addWidget(label(synthetic, kind="secondary", wrapped=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    rows = [
        (name, selectable(label(text, wrapped=True))) for name, text in facts(record, hidden=hidden)
    ]
    for row, (name, text) in enumerate([*rows, (tr(ROW), quality)]):
        grid.addWidget(label(name, kind="secondary"), row, 0, _TOP)
        grid.addWidget(text, row, 1, _TOP)
    column.addLayout(grid)
    for warning in record.warnings:
        column.addWidget(label(f"⚠ {error_words(warning)}", wrapped=True))
    if record.comments and not hidden:
        column.addWidget(label(tr("Comments of the file"), kind="secondary"))
        column.addWidget(selectable(label("\n".join(record.comments), wrapped=True)))


_TOP = Qt.AlignmentFlag.AlignTop
