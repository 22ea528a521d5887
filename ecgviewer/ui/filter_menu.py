"""The choice of a display filter: a button of the tool row and a menu."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ecgviewer.core.text import later, tr
from ecgviewer.signal.display_filter import (
    HIGH_PASS_HZ,
    LOW_PASS_HZ,
    NOTCH_HZ,
    OFF,
    DisplayFilter,
    can_hold,
    filter_words,
    fitting,
    rate_words,
    unfit_words,
)
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import Choice, empty_menu

FILTER_OFF = later("Filter off")
_TIP = later("Filter of what is drawn (Y); no model reads it")
_PARTS: tuple[tuple[str, str, Sequence[float]], ...] = (
    ("high_pass_hz", later("High-pass"), HIGH_PASS_HZ),
    ("low_pass_hz", later("Low-pass"), LOW_PASS_HZ),
    ("notch_hz", later("Notch"), NOTCH_HZ),
)

Choose = Callable[[DisplayFilter], object]


def fill_filter_menu(menu: QMenu, wanted: DisplayFilter, rate_hz: float, choose: Choose) -> None:
    """Offer all corners anew; those that the record's rate cannot hold are grey and say why."""
    empty_menu(menu)
    chosen = fitting(wanted, rate_hz)
    off = menu.addAction(tr(FILTER_OFF), lambda: choose(OFF))
    off.setCheckable(True)
    off.setChecked(not chosen.on)
    for part, name, corners_hz in _PARTS:
        menu.addSeparator()
        # Of each part one corner at most; the one that is on is taken away by a second click.
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for hz in corners_hz:
            fits, on = can_hold(hz, rate_hz), getattr(chosen, part) == hz
            why = "" if fits else f"    {rate_words(rate_hz)}"
            action = menu.addAction(f"{tr(name)} {hz:g} Hz{why}")
            action.setCheckable(True)
            action.setChecked(on)
            action.setEnabled(fits)
            action.setActionGroup(group)
            after = replace(wanted, **{part: None if on else hz})
            action.triggered.connect(lambda _=False, after=after: choose(after))


class FilterChoice(Choice):
    """Says what the paper is looked at through, and opens the menu; chosen(DisplayFilter)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr(_TIP), parent=parent)
        self._wanted, self._rate_hz = OFF, 0.0
        self.menu().aboutToShow.connect(self.fill)
        self.setText(tr(FILTER_OFF))

    def redraw(self, new: ViewState) -> None:
        """Show the filter of the open record."""
        self.setEnabled(new.record is not None)
        if new.record is None:
            return
        self._wanted, self._rate_hz = new.view.display_filter, new.record.rate_hz
        chosen = fitting(self._wanted, self._rate_hz)
        self.setText(_short_words(chosen) or tr(FILTER_OFF))
        told = (filter_words(chosen), unfit_words(self._wanted, self._rate_hz))
        self.setToolTip(". ".join((tr(_TIP), *(_capital(words) for words in told if words))))

    def fill(self) -> None:
        """Fill the menu anew, as it is when it opens."""
        fill_filter_menu(self.menu(), self._wanted, self._rate_hz, self.chosen.emit)


def _short_words(chosen: DisplayFilter) -> str:
    """Return "0.5–40 Hz, notch 50": the row is narrow, and the paper says it in full."""
    high, low, notch = chosen.high_pass_hz, chosen.low_pass_hz, chosen.notch_hz
    if high is None and low is None:
        return _capital(filter_words(chosen))
    if high is not None and low is not None:
        band = f"{high:g}–{low:g} Hz"
    else:
        band = f"≤ {low:g} Hz" if high is None else f"≥ {high:g} Hz"
    return band if notch is None else tr("{band}, notch {hz}", band=band, hz=f"{notch:g}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
