"""What a scan found: kinds of findings and their places, the surest first."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from ecgviewer.core.scan_findings import FindingKind, ScanFinding
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.text import tr
from ecgviewer.ui.corrected_words import briefly
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.quality_words import scan_doubts
from ecgviewer.ui.scan_rows import ScanRowDelegate, ScanRows
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.widgets import Choice, OwnKeys, label
from ecgviewer.ui.words import beats, classes_only

# A kind with more places begins folded.
_UNFOLDED = 12
_FIELDS = ("scan", "scan_stage", "scan_findings", "beat_models", "models", "record")


class _Tree(QTreeView):
    """A tree that leaves letters to the window's keys."""

    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""


class ScanPanel(QWidget):
    """Findings of the scan by kind; a click goes to one, or steps through one kind alone."""

    finding_wished = Signal(object)
    kind_wished = Signal(object)
    lead_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Scan"))
        self._caption = label(kind="secondary", wrapped=True)
        self._doubts = label(wrapped=True)
        self._source = label(kind="secondary", wrapped=True)
        self._lead = Choice(tr("Lead to scan"), framed=True)
        self._scope = label(kind="secondary", wrapped=True)
        self.list = _Tree()
        self.rows = ScanRows(self.list)
        self._delegate = ScanRowDelegate(self.rows, self.list)
        self._folded: dict[FindingKind, bool] = {}
        self._kind: FindingKind | None = None
        self._arrange()
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self._lead.chosen.connect(self.lead_wished)
        self._doubt("")
        self._show(ViewState())

    def _arrange(self) -> None:
        tree = self.list
        tree.setModel(self.rows)
        tree.setItemDelegate(self._delegate)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(0)
        tree.setExpandsOnDoubleClick(False)
        tree.setMouseTracking(True)
        tree.setAccessibleName(tr("Findings of the scan"))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keys = OwnKeys(self)
        tree.installEventFilter(keys)
        self._lead.installEventFilter(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for widget in (self._caption, self._doubts, self._scope):
            widget.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._caption)
        column.addWidget(tree, 1)
        # Below the list: it comes and goes with the page, and the list's rows stay in place.
        column.addWidget(self._doubts)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._source, 1)
        row.addWidget(self._lead)
        column.addLayout(row)
        column.addWidget(self._scope)

    @property
    def doubts(self) -> str:
        """Why the beats of this page are not to be leaned on, "" where nothing says so."""
        return self._doubts.text()

    @property
    def caption(self) -> str:
        """What stands above the list."""
        return self._caption.text()

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._delegate.chrome = chrome
        self._lead.set_color(chrome.muted)
        self.list.viewport().update()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the scan of the new state and mark where the reader is."""
        self._kind = new.scan_kind
        if old.record is not new.record:
            self._folded = {}
        if any(getattr(old, name) is not getattr(new, name) for name in _FIELDS):
            self._show(new)
        if old.judged is not new.judged or old.scan is not new.scan:
            self._doubt(scan_doubts(new))
        if old.corrected is not new.corrected:
            self._source.setText(_source(new))
        if old.scan_kind is not new.scan_kind:
            self._caption.setText(_caption(new))
        if old.scan_finding is not new.scan_finding:
            self._select(new)

    def _show(self, new: ViewState) -> None:
        place = self.list.verticalScrollBar().value()
        self.rows.replace(new.scan_by_kind, new.scan.rate_hz if new.scan else 1.0)
        for row, (kind, places) in enumerate(zip(self.rows.kinds, self.rows.places, strict=True)):
            folded = self._folded.get(kind, len(places) > _UNFOLDED)
            self.list.setExpanded(self.rows.index(row, 0), not folded)
        self._select(new)
        self.list.verticalScrollBar().setValue(place)
        self._caption.setText(_caption(new))
        self._source.setText(_source(new))
        self._offer_leads(new)
        self._scope.setText(classes_only(len(new.scan.labels)) if new.scan else "")
        for widget in (self._source, self._scope):
            widget.setVisible(bool(widget.text()))

    def _doubt(self, doubts: str) -> None:
        self._doubts.setText(doubts)
        self._doubts.setVisible(bool(doubts))
        self.list.setAccessibleDescription(doubts)

    def _offer_leads(self, state: ViewState) -> None:
        leads = [x.name for x in state.record.leads if x.is_ecg] if state.record else []
        read = state.scan.lead if state.scan else state.scan_lead
        self._lead.set_options([(name, name) for name in leads], read)
        # One lead is no choice; without a scan nobody knows yet which one is read.
        self._lead.setVisible(len(leads) > 1 and read is not None)

    @property
    def offered_leads(self) -> tuple[str, ...]:
        """The leads that may be scanned, as the menu has them."""
        menu = self._lead.menu()
        return tuple(action.text() for action in menu.actions()) if menu else ()

    def _select(self, state: ViewState) -> None:
        index = self.rows.index_of(state.scan_finding)
        if not index.isValid():
            index = self.rows.index_of(state.scan_kind)
        if index.isValid() and self.list.isExpanded(index.parent()):
            self.list.setCurrentIndex(index)
        elif index.isValid() and index.parent().isValid():
            # A folded kind stays folded: it stands for its place.
            self.list.setCurrentIndex(index.parent())
        else:
            self.list.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if isinstance(row, ScanFinding):
            self.finding_wished.emit(row)
        else:
            # Chosen once more, a kind is left and folded.
            chosen = row is not self._kind
            self._folded[row] = not chosen
            self.list.setExpanded(index, chosen)
            self.kind_wished.emit(row if chosen else None)


def _caption(state: ViewState) -> str:
    scan = state.scan
    if state.record is None:
        return tr("No record open.")
    if state.models is not None and not state.beat_models:
        return tr("No single-lead model is installed, so no beat can be judged.")
    if state.scan_stage is Stage.FAILED:
        return tr("Not scanned. S tries again.")
    if scan is None:
        if state.scan_stage is Stage.WAITING:
            return tr("Scanning…")
        return tr("Not scanned. S judges every beat of the record.")
    if state.scan_kind is not None:
        return tr("J and K step through: {kind}", kind=tr(str(state.scan_kind)))
    found = _places(len(state.scan_findings))
    if not scan.is_done:
        until = clock_words(scan.done_until, scan.rate_hz)
        if state.scan_stage is Stage.WAITING:
            return tr("So far, up to {time}: {places}", time=until, places=found)
        return tr("Stopped, up to {time}: {places}", time=until, places=found)
    if not state.scan_findings:
        return tr("The model suggests no early beat, rhythm or pause.")
    return tr("The model suggests {places}; J and K step through", places=found)


def _places(n: int) -> str:
    return tr("{n} place", n=n) if n == 1 else tr("{n} places", n=f"{n:,}")


def _source(state: ViewState) -> str:
    if state.scan is None:
        return ""
    scan = state.scan
    told = f"{scan.model} · {scan.lead_words} · {beats(len(scan.samples))}"
    return " · ".join(filter(None, (told, briefly(state.corrected))))
