"""Which columns of a table are leads, which is that of times, and how its lines are read."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.text import later, tr
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.table_layout import TableColumn, TableLayout, layout_of
from ecgviewer.io.table_trial import Trial, tried
from ecgviewer.ui.widgets import label

_SHOWN_ROWS = 6
_ROW_PX = 26
# A table with more columns holds other things than leads.
_MOST_COLUMNS = 64
_MOST_SKIPPED = 1_000
_LEAD, _TIME, _OUT = "signal", "time", "text"
_ROLES = ((_LEAD, later("lead")), (_TIME, later("times")), (_OUT, later("left out")))


class TableAnswers(QWidget):
    """The first rows of a table below what each column is; changed() tells every answer."""

    changed = Signal()

    def __init__(
        self, lines: Sequence[str], suggested: ImportHints, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._layout = _layout(lines, suggested)
        self.roles: list[QComboBox] = []
        self.table = QTableWidget()
        self.skip_lines = QSpinBox()
        self.decimal_comma = QCheckBox(tr("1,5 is one and a half"))
        self._arrange()
        self.skip_lines.setValue(suggested.skip_lines or 0)
        self.decimal_comma.setChecked(self._layout.decimal_comma if self._layout else False)
        self._fill()
        self.skip_lines.valueChanged.connect(self._read_anew)
        self.decimal_comma.toggled.connect(self._read_anew)

    def _arrange(self) -> None:
        self.skip_lines.setRange(0, min(len(self._lines), _MOST_SKIPPED))
        self.skip_lines.setAccessibleName(tr("Lines to skip above the table"))
        self.table.setAccessibleName(tr("The first rows of the table"))
        self.table.setProperty("narrow", "true")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.setFixedHeight((_SHOWN_ROWS + 3) * _ROW_PX)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Lines to skip")))
        row.addWidget(self.skip_lines)
        row.addSpacing(24)
        row.addWidget(self.decimal_comma)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        column.addLayout(row)

    # What is answered

    @property
    def hints(self) -> ImportHints:
        """Columns, times, lines and decimals; rate, leads and gain stand elsewhere."""
        times = self._columns_of(_TIME)
        return ImportHints(
            columns=tuple(self._columns_of(_LEAD)) or None,
            time_column=times[0] if times else "",
            skip_lines=self.skip_lines.value() or None,
            decimal_comma=self.decimal_comma.isChecked(),
        )

    @property
    def n_leads(self) -> int:
        """How many columns are leads."""
        return len(self._columns_of(_LEAD))

    def trial(self, leads: tuple[str, ...] | None, gain: float | None) -> Trial | None:
        """Return the first rows as they would be read; None where they hold no lead."""
        hints = self.hints
        if not self.n_leads:
            return None
        given = ImportHints(
            leads=leads,
            gain=gain,
            columns=hints.columns,
            time_column=hints.time_column,
            skip_lines=hints.skip_lines,
            decimal_comma=hints.decimal_comma,
        )
        return tried(self._lines, given)

    def _columns_of(self, role: str) -> list[str]:
        layout = self._layout
        if layout is None:
            return []
        in_file = sorted(layout.columns, key=lambda column: column.place)
        paired = zip(in_file, self.roles, strict=False)
        return [layout.called(column) for column, box in paired if box.currentData() == role]

    # The table

    def _read_anew(self) -> None:
        told = ImportHints(
            skip_lines=self.skip_lines.value() or None,
            decimal_comma=self.decimal_comma.isChecked(),
        )
        self._layout = _layout(self._lines, told)
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        layout = self._layout
        self.table.clear()
        self.roles = []
        columns = sorted(layout.columns, key=lambda x: x.place) if layout is not None else []
        shown = columns[:_MOST_COLUMNS]
        self.table.setColumnCount(len(shown))
        self.table.setRowCount(1 + _SHOWN_ROWS if layout is not None else 0)
        self.table.setHorizontalHeaderLabels([_heading(column) for column in shown])
        for column in shown:
            self.roles.append(self._role_box(column))
            self.table.setCellWidget(0, column.place, self.roles[-1])
        if layout is not None:
            rows = layout.rows(self._lines[layout.first_line :][:_SHOWN_ROWS])
            for at, row in enumerate(rows, start=1):
                for place, cell in enumerate(row[: len(shown)]):
                    self.table.setItem(at, place, QTableWidgetItem(cell))
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        for place in range(len(shown)):
            self.table.setColumnWidth(place, 112)

    def _role_box(self, column: TableColumn) -> QComboBox:
        box = QComboBox()
        for role, words in _ROLES:
            box.addItem(tr(words), role)
        box.setCurrentIndex({_LEAD: 0, _TIME: 1}.get(column.kind, 2))
        box.setAccessibleName(tr("What {column} is", column=_heading(column)))
        box.currentIndexChanged.connect(lambda _, box=box: self._take_role(box))
        return box

    def _take_role(self, changed: QComboBox) -> None:
        """Let only one column hold the times."""
        for box in self.roles:
            if box is not changed and box.currentData() == _TIME == changed.currentData():
                with QSignalBlocker(box):
                    box.setCurrentIndex(2)
        self.changed.emit()


def _layout(lines: Sequence[str], hints: ImportHints) -> TableLayout | None:
    try:
        return layout_of(lines, hints)
    except ValueError:
        # What was answered before names a column that this file lacks.
        return layout_of(lines, ImportHints(skip_lines=hints.skip_lines))


def _heading(column: TableColumn) -> str:
    name = column.name or tr("Column {number}", number=column.number)
    return f"{name} ({column.unit})" if column.unit else name
