"""Lets the colours of a new explanation come up softly."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from ecgviewer.core.heat import Heat
from ecgviewer.paper.view import Overlay

_FADE_MS = 150
_FAINTEST = 0.25


class Fade(QObject):
    """Shows heats; a new one fades in, unless the system asks for less motion."""

    def __init__(self, show: Callable[[Heat | None, Overlay], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._heat: Heat | None = None
        self._overlay = Overlay()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(_FAINTEST)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(_FADE_MS)
        self._animation.valueChanged.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether the colours are still coming up."""
        return self._animation.state() is QVariantAnimation.State.Running

    def show(self, heat: Heat | None, overlay: Overlay) -> None:
        """Show a heat; None at once."""
        self._animation.stop()
        is_new = heat is not None and heat is not self._heat
        self._heat, self._overlay = heat, overlay
        if is_new and overlay.visible and moves():
            self._animation.start()
        else:
            self._show(heat, overlay)

    def _step(self, share: float) -> None:
        opacity = self._overlay.opacity * share
        self._show(self._heat, replace(self._overlay, opacity=opacity))


def moves() -> bool:
    """Whether the system wants things to move."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0
