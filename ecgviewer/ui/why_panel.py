"""Why the model says so: the method, how much is coloured, and the colours' scale."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from ecgviewer.core.heat import Heat
from ecgviewer.core.method_names import method_name
from ecgviewer.core.text import later, tr
from ecgviewer.paper.heat_layer import HeatLayer, layer_of
from ecgviewer.paper.silence import figure, why_uncoloured
from ecgviewer.paper.view import Overlay
from ecgviewer.ui.beat_colouring import colours_beats
from ecgviewer.ui.color_scale import ColorScale
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.page_words import page_words
from ecgviewer.ui.rest import PAGE_RESTS_MS, rest_timer
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.widgets import Choice, OwnKeys, label
from ecgviewer.ui.words import PARTLY_BLIND, clock

_PERCENTILE_STEPS = 2  # slider steps in one percent
_LOWEST_PERCENTILE, _HIGHEST_PERCENTILE = 50.0, 99.5
_LOWEST_OPACITY_PERCENT = 20
_TRIAL_TIP = later(
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
        self.setAccessibleName(tr("Why"))
        self._overlay = Overlay()
        self._state = ViewState()
        self._layer: HeatLayer | None = None
        self._page = (0, 0)
        self._rest = rest_timer(self, PAGE_RESTS_MS, self._write)
        self._note = label(kind="secondary", wrapped=True)
        self._test = label(wrapped=True)
        self._verdict = label(kind="secondary", wrapped=True)
        self._method = Choice(tr("Method of explanation"), framed=True)
        self._blind = label(kind="secondary", wrapped=True)
        self._percentile = _slider(
            tr("Coloured from this percentile on"),
            round(_LOWEST_PERCENTILE * _PERCENTILE_STEPS),
            round(_HIGHEST_PERCENTILE * _PERCENTILE_STEPS),
        )
        self._percentile_text = label(kind="secondary")
        self._opacity = _slider(tr("Strength of the colour"), _LOWEST_OPACITY_PERCENT, 100)
        self._opacity_text = label(kind="secondary")
        self.color_scale = ColorScale()
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
        for row, name in ((0, tr("From")), (1, tr("Strength"))):
            grid.addWidget(label(name, kind="secondary"), row, 0)
        grid.addWidget(self._percentile, 0, 1)
        grid.addWidget(self._percentile_text, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._opacity, 1, 1)
        grid.addWidget(self._opacity_text, 1, 2, Qt.AlignmentFlag.AlignRight)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(tr("Method"), kind="secondary"))
        first.addWidget(self._method)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        # First, so that it is seen where the panel is too low for all of it.
        column.addLayout(first)
        column.addWidget(self.color_scale)
        column.addWidget(self._test)
        column.addWidget(self._verdict)
        column.addWidget(self._note)
        column.addWidget(self._blind)
        column.addLayout(grid)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """Return the room of the panel, the same in every state."""
        return QSize(320, 244)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._method.set_color(chrome.muted)
        self.color_scale.set_chrome(chrome)

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
            "analysis",
            "record",
            "beat_models",
            "scan",
            "scan_card",
            "scan_method",
        )
        other_theme = old.view.theme is not new.view.theme
        if other_theme or any(getattr(old, name) is not getattr(new, name) for name in fields):
            self._show(new)

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page: what is said holds for these."""
        if page != self._page:
            self._page = page
            self._rest.start()

    def _show(self, state: ViewState) -> None:
        if state.heat is not self._state.heat or state.overlay != self._state.overlay:
            self._layer = layer_of(state.heat, state.overlay) if state.heat else None
        self._state, self._overlay = state, state.overlay
        of_beats = colours_beats(state)
        card, method = (state.scan_card if of_beats else state.card), method_of(state)
        methods = card.methods if card else ()
        options = [(name, method_name(name)) for name in methods]
        missed = {} if of_beats else state.blind_spots
        self._method.set_options(options, method, missed, tr(PARTLY_BLIND))
        self._method.setEnabled(bool(methods) and (of_beats or state.analysis is not None))
        self._blind.setText(missed.get(method or "", ""))
        self._blind.setVisible(bool(self._blind.text()))
        self._set_controls(state.overlay)
        explained = self._layer is not None and self._layer.scale is not None
        for widget in (self._percentile, self._opacity):
            widget.setEnabled(explained)
        self.color_scale.show_heat(self._layer, state.view.theme, scale_words(state, self._layer))
        self._write()

    def _write(self) -> None:
        self._rest.stop()
        state, layer = self._state, self._layer
        shown = layer is not None and state.heat_stage is Stage.DONE
        silence = why_uncoloured(layer, *self._page) if shown and layer else ""
        # What was tried lies on another page.
        trial = state.heat_trial if layer is not None and not silence else None
        told = trial.sentence if trial else silence
        if trial and colours_beats(state):
            told = tr("The surest beat: {sentence}", sentence=told)
        self._test.setText(told)
        self._verdict.setText(trial.verdict if trial else "")
        for part in (self._test, self._verdict):
            part.setToolTip(tr(_TRIAL_TIP) if trial else "")
        self._note.setText("" if silence else _note(state, layer, self._page))

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


def method_of(state: ViewState) -> str | None:
    """Return by which method what is coloured is explained."""
    return state.scan_method if colours_beats(state) else state.method


def _note(state: ViewState, layer: HeatLayer | None, page: tuple[int, int]) -> str:
    if colours_beats(state):
        return page_words(state, page)
    if state.heat_stage is Stage.WAITING:
        return tr("Explaining…")
    if state.heat_stage is Stage.FAILED:
        return tr("Not explained. Choose the finding again to retry.")
    if layer is None and is_scanned_instead(state):
        return tr("The beats of the page are explained once they are judged.")
    if layer is None or state.record is None:
        return tr("Choose a finding to see which parts of the trace spoke for it.")
    return heat_words(layer, page, state.record.rate_hz)


def scale_words(state: ViewState, layer: HeatLayer | None) -> str:
    """Return the scale's unit and what it holds for: the record, a window, or a span."""
    heat, record = state.heat, state.record
    if heat is None or record is None:
        return ""
    if heat.scope == "window":
        return tr("of each window's most important place")
    step = _step(heat, record.rate_hz)
    if layer is not None and layer.scale is not None and layer.scale.of_page:
        return tr("logits per {step}, this page", step=step)
    if heat.reference is not None or (heat.start <= 0 and heat.stop >= record.n_samples):
        return tr("logits per {step}, per record", step=step)
    start, stop = (clock(sample / record.rate_hz) for sample in (heat.start, heat.stop))
    return tr("logits per {step}, {start} to {stop}", step=step, start=start, stop=stop)


def heat_words(layer: HeatLayer, page: tuple[int, int], rate_hz: float) -> str:
    """Return what the colours mean: share of the page, range, unit, leads, padding."""
    heat = layer.heat
    share = f"{100 * layer.coloured_share(*page):.2g} %"
    on_page = heat.reference is None and page[0] <= heat.start and heat.stop <= page[1]
    low, high = heat.reach
    coloured = (
        tr("the strongest {share}", share=share)
        if on_page
        else tr("{share} of this page", share=share)
    )
    parts = [
        tr(
            "Coloured: {coloured}. Evidence {low} to {high} logits per step of {step}",
            coloured=coloured,
            low=figure(low),
            high=figure(high),
            step=_step(heat, rate_hz),
        ),
        tr("lead by lead") if len(heat.raw) > 1 else tr("time only, not per lead"),
    ]
    if heat.padding_share > 0:
        padding = f"{100 * heat.padding_share:.0f} %"
        parts.append(tr("{share} of the model's window was padding", share=padding))
    return "; ".join(parts) + "."


def _step(heat: Heat, rate_hz: float) -> str:
    return f"{1000 * heat.step / rate_hz:.0f} ms"
