"""Why the model says so: the method, how much is coloured, and the colours' scale."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QVBoxLayout, QWidget

from ecgviewer.core.heat import Heat
from ecgviewer.paper.heat_colors import coloured_share
from ecgviewer.paper.view import Overlay
from ecgviewer.ui.color_scale import ColorScale, figure, raw_range
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.widgets import Choice, OwnKeys, label
from ecgviewer.ui.words import PARTLY_BLIND, clock, method_name

_PERCENTILE_STEPS = 2  # slider steps in one percent
_LOWEST_PERCENTILE, _HIGHEST_PERCENTILE = 50.0, 99.5
_LOWEST_OPACITY_PERCENT = 20
_TRIAL_TIP = (
    "The map's own test: parts of the trace are replaced by straight lines and the model is "
    "asked again.\nElsewhere: regions of the same shape at other places, drawn at random.\n"
    "Removing: the strongest parts are taken away; the lower the score falls, the better the "
    "map.\nKeeping only: all else is taken away; the higher the score stays, the better.\n"
    "Logits: the mean over 1 to 50 % removed or kept. A difference as small as chance makes it "
    "is no better.\nTry it yourself: E, then drag; Shift+E erases the coloured part."
)


class WhyPanel(QWidget):
    """Explains the selected finding; wishes for a method or another overlay."""

    method_wished = Signal(object)
    overlay_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Why")
        self._overlay = Overlay()
        self._note = label(kind="secondary", wrapped=True)
        self._test = label(wrapped=True)
        self._verdict = label(kind="secondary", wrapped=True)
        self._method = Choice("Method of explanation", framed=True)
        self._blind = label(kind="secondary", wrapped=True)
        self._percentile = _slider(
            "Coloured from this percentile on",
            round(_LOWEST_PERCENTILE * _PERCENTILE_STEPS),
            round(_HIGHEST_PERCENTILE * _PERCENTILE_STEPS),
        )
        self._percentile_text = label(kind="secondary")
        self._opacity = _slider("Strength of the colour", _LOWEST_OPACITY_PERCENT, 100)
        self._opacity_text = label(kind="secondary")
        self._scale = ColorScale()
        self._arrange()
        self._method.chosen.connect(self.method_wished)
        for slider in (self._percentile, self._opacity):
            slider.valueChanged.connect(self._wish)
        self._show(ViewState())

    def _arrange(self) -> None:
        keys = OwnKeys(self)
        self._method.installEventFilter(keys)
        self._percentile.installEventFilter(keys)
        self._opacity.installEventFilter(keys)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, 40)
        for row, name in ((0, "Method"), (2, "From"), (3, "Strength")):
            grid.addWidget(label(name, kind="secondary"), row, 0)
        grid.addWidget(self._method, 0, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._blind, 1, 0, 1, 3)
        grid.addWidget(self._percentile, 2, 1)
        grid.addWidget(self._percentile_text, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._opacity, 3, 1)
        grid.addWidget(self._opacity_text, 3, 2, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._scale)
        column.addWidget(self._test)
        column.addWidget(self._verdict)
        column.addWidget(self._note)
        column.addLayout(grid)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """Return the room of the panel, the same in every state."""
        return QSize(320, 244)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._method.set_color(chrome.muted)
        self._scale.set_chrome(chrome)

    def focus_method(self) -> None:
        """Put the keyboard into the panel."""
        self._method.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def text(self) -> str:
        """All that the panel says in words."""
        parts = (self._test, self._verdict, self._note, self._blind)
        return "\n".join(part.text() for part in parts if part.text())

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the explanation of the new state."""
        fields = (
            "label",
            "method",
            "heat",
            "heat_stage",
            "heat_trial",
            "overlay",
            "card",
            "blind_spots",
            "view",
            "analysis",
        )
        if any(getattr(old, name) is not getattr(new, name) for name in fields):
            self._show(new)

    def _show(self, state: ViewState) -> None:
        self._overlay = state.overlay
        methods = state.card.methods if state.card else ()
        options = [(name, method_name(name)) for name in methods]
        self._method.set_options(options, state.method, state.blind_spots, PARTLY_BLIND)
        self._method.setEnabled(bool(methods) and state.analysis is not None)
        self._blind.setText(state.blind_spots.get(state.method or "", ""))
        self._blind.setVisible(bool(self._blind.text()))
        self._set_controls(state.overlay)
        explained = state.heat is not None and not state.heat.empty
        for widget in (self._percentile, self._opacity):
            widget.setEnabled(explained)
        self._scale.show_heat(state.heat, state.overlay, state.view.theme, scope_words(state))
        self._note.setText(_note(state))
        trial = state.heat_trial if state.heat is not None else None
        self._test.setText(trial.sentence if trial else "")
        self._verdict.setText(trial.verdict if trial else "")
        for part in (self._test, self._verdict):
            part.setToolTip(_TRIAL_TIP if trial else "")

    def _set_controls(self, overlay: Overlay) -> None:
        blockers = [QSignalBlocker(w) for w in (self._percentile, self._opacity)]
        self._percentile.setValue(round(overlay.percentile * _PERCENTILE_STEPS))
        self._percentile_text.setText(f"{overlay.percentile:g} %")
        self._opacity.setValue(round(overlay.opacity * 100))
        self._opacity_text.setText(f"{overlay.opacity * 100:.0f} %")
        for blocker in blockers:
            blocker.unblock()

    def _wish(self) -> None:
        percentile = self._percentile.value() / _PERCENTILE_STEPS
        opacity = self._opacity.value() / 100
        wished = replace(self._overlay, percentile=percentile, opacity=opacity)
        if wished != self._overlay:
            self.overlay_wished.emit(wished)


def _slider(name: str, lowest: int, highest: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(lowest, highest)
    slider.setAccessibleName(name)
    slider.setToolTip(name)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _note(state: ViewState) -> str:
    if state.heat_stage is Stage.WAITING:
        return "Explaining…"
    if state.heat_stage is Stage.FAILED:
        return "Not explained. Choose the finding again to retry."
    if state.heat is None:
        return "Choose a finding to see which parts of the trace spoke for it."
    if state.heat.empty:
        return "No positive evidence: no part of this span spoke for the class."
    rate_hz = state.record.rate_hz if state.record else 1.0
    return heat_words(state.heat, state.overlay, rate_hz)


def scope_words(state: ViewState) -> str:
    """Return what the scale holds for: the record, a window of it, or a span."""
    if state.heat is None or state.record is None:
        return ""
    if state.heat.scope != "record":
        return "per window"
    heat, rate_hz = state.heat, state.record.rate_hz
    if heat.start <= 0 and heat.stop >= state.record.n_samples:
        return "per record"
    return f"{clock(heat.start / rate_hz)} to {clock(heat.stop / rate_hz)}"


def heat_words(heat: Heat, overlay: Overlay, rate_hz: float) -> str:
    """Return what the colours mean: share, leads, step, scope, padding."""
    per_lead = heat.raw.shape[0] > 1
    low, high = raw_range(heat)
    parts = [
        f"Coloured: the strongest {100 * coloured_share(heat, overlay):.2g} %. "
        f"Evidence {figure(low)} to {figure(high)} logits",
        "lead by lead" if per_lead else "time only, not per lead",
        f"steps of {1000 * heat.step / rate_hz:.0f} ms",
    ]
    if heat.padding_share > 0:
        parts.append(f"{100 * heat.padding_share:.0f} % of the model's window was padding")
    return "; ".join(parts) + "."
