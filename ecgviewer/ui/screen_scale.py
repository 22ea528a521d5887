"""How many pixels a millimetre has on the screen that a window is on."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ecgviewer.paper.geometry import MM_PER_INCH, ScreenScale, believable_px_per_mm
from ecgviewer.ui.preferences import Preferences

# These have no size that a ruler could measure, whatever they report.
_WITHOUT_SIZE = ("offscreen", "minimal", "vnc")
# What a window is told when it comes to a screen; its handle's own signal needs a handle
# that lives as long as the window, which Python cannot promise.
_MOVED = (
    QEvent.Type.Show,
    QEvent.Type.ScreenChangeInternal,
    QEvent.Type.DevicePixelRatioChange,
)


def screen_key(screen: QScreen) -> str:
    """Return what tells a screen from others: its name, serial number and device pixels."""
    size, ratio = screen.size(), screen.devicePixelRatio()
    pixels = f"{round(size.width() * ratio)}x{round(size.height() * ratio)}"
    return "|".join((screen.name(), screen.model(), screen.serialNumber(), pixels))


def reported_px_per_mm(screen: QScreen) -> float | None:
    """Return logical pixels a mm by the screen's own report, None where it cannot be true."""
    if QGuiApplication.platformName() in _WITHOUT_SIZE:
        return None
    return believable_px_per_mm(screen.physicalDotsPerInchX(), screen.physicalDotsPerInchY())


def believable_by_ruler(px_per_mm: float, device_ratio: float) -> bool:
    """Whether a screen can have so many logical pixels a mm."""
    dpi = px_per_mm * device_ratio * MM_PER_INCH
    return believable_px_per_mm(dpi, dpi) is not None


class ScreenFollower(QObject):
    """Keeps the scale that of the screen under a window; a ruler wins over the report.

    changed(ScreenScale): the window moved to another screen, or a ruler was held to this
    one. What is remembered are device pixels, which outlast another zoom of the desktop.
    """

    changed = Signal(object)

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._scale: ScreenScale | None = None
        self._watched: QScreen | None = None
        window.installEventFilter(self)

    def follow(self) -> None:
        """Look at the screen anew, and tell of another scale."""
        screen = self._window.screen()
        kept = self._preferences.screen_px_per_mm(screen_key(screen))
        ratio = self._window.devicePixelRatioF()
        if kept is not None and believable_by_ruler(kept / ratio, ratio):
            scale = ScreenScale(kept / ratio, by_ruler=True)
        else:
            scale = ScreenScale(reported_px_per_mm(screen))
        self._watch(screen)
        if scale != self._scale:
            self._scale = scale
            self.changed.emit(scale)

    def keep(self, px_per_mm: float | None, on: QWidget) -> None:
        """Remember logical pixels a mm for the screen of a widget; None forgets them."""
        device = None if px_per_mm is None else px_per_mm * on.devicePixelRatioF()
        self._preferences.keep_screen(screen_key(on.screen()), device)
        self.follow()

    @property
    def scale(self) -> ScreenScale:
        """The present screen's."""
        return self._scale or ScreenScale()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of another screen, or of another zoom of the desktop."""
        if event.type() in _MOVED:
            self.follow()
        return super().eventFilter(watched, event)

    def _watch(self, screen: QScreen) -> None:
        if screen is self._watched:
            return
        if self._watched is not None:
            self._watched.physicalDotsPerInchChanged.disconnect(self.follow)
        screen.physicalDotsPerInchChanged.connect(self.follow)
        self._watched = screen
