"""Asks how large a millimetre is on this screen: a line and a card to hold a ruler to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.text import later, tr
from ecgviewer.paper.geometry import MM_PER_INCH, NOMINAL_DPI
from ecgviewer.ui.screen_scale import believable_by_ruler, reported_px_per_mm
from ecgviewer.ui.widgets import label

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

LINE_MM = 100
# A bank card by ISO/IEC 7810 ID-1, and the radius of its corners.
CARD_WIDTH_MM, CARD_HEIGHT_MM, CARD_CORNER_MM = 85.60, 53.98, 3.18
# The line's length by the screen's own report may be set within these, in steps of 0.1 mm.
SHORTEST_MM, LONGEST_MM, STEP_MM = 40.0, 400.0, 0.1
_MARGIN_PX, _NUMBER_PX, _LAST_NUMBER_PX = 12, 11, 36
# How long the tick is at each multiple of so many mm.
_TICKS_MM = ((10, 4.5), (5, 3.0), (1, 2.0))
_HOW = later(
    "Hold a ruler to the line, or a bank card to the outline, and change the length until both "
    "agree. The arrow keys change it by 0.1 mm. The paper then shows true millimetres."
)


class RulerPicture(QWidget):
    """A line of 100 mm with its ticks, and the outline of a bank card below it.

    Both begin at the same place at the left whatever their size, so that a ruler can stay
    where it lies.
    """

    def __init__(self, px_per_mm: float) -> None:
        super().__init__()
        self._px_per_mm = px_per_mm
        self.setAccessibleName(tr("A line of 100 mm and the outline of a bank card"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._grow()

    def set_px_per_mm(self, px_per_mm: float) -> None:
        """Draw with so many logical pixels a millimetre."""
        self._px_per_mm = px_per_mm
        self._grow()
        self.update()

    def line(self) -> QLineF:
        """The line of 100 mm in logical pixels."""
        y = _MARGIN_PX + _TICKS_MM[0][1] * self._px_per_mm
        return QLineF(_MARGIN_PX, y, _MARGIN_PX + LINE_MM * self._px_per_mm, y)

    def card(self) -> QRectF:
        """The outline of the card in logical pixels."""
        px = self._px_per_mm
        top = self.line().y1() + 2 * _MARGIN_PX + _NUMBER_PX
        return QRectF(_MARGIN_PX, top, CARD_WIDTH_MM * px, CARD_HEIGHT_MM * px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line and card."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().text().color(), 1.0))
            painter.drawLine(self.line())
            self._paint_ticks(painter)
            corner = CARD_CORNER_MM * self._px_per_mm
            painter.setPen(QPen(self.palette().text().color(), 1.2))
            painter.drawRoundedRect(self.card(), corner, corner)
            size = f"{CARD_WIDTH_MM:.2f} × {CARD_HEIGHT_MM:.2f} mm"
            words = tr("bank card, {size}", size=size)
            painter.drawText(self.card(), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ticks(self, painter: QPainter) -> None:
        line, px = self.line(), self._px_per_mm
        font = QFont(painter.font())
        font.setPixelSize(_NUMBER_PX)
        painter.setFont(font)
        for mm in range(LINE_MM + 1):
            long_mm = next(length for every, length in _TICKS_MM if mm % every == 0)
            x = line.x1() + mm * px
            painter.drawLine(QLineF(x, line.y1() - long_mm * px, x, line.y1()))
            if mm % 10 == 0:
                room = QRectF(x - 30, line.y1() + 2, 60, _NUMBER_PX + 4)
                words = f"{mm} mm" if mm == LINE_MM else str(mm)
                painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, words)

    def _grow(self) -> None:
        # Only ever larger: a dialog that shrinks would move away from under the ruler.
        right = self.line().x2() + _LAST_NUMBER_PX
        bottom = self.card().bottom() + _MARGIN_PX
        self.setMinimumSize(self.minimumSize().expandedTo(QSize(round(right), round(bottom))))


class ScreenRuler(QDialog):
    """The length of the line, by slider, box and arrow keys.

    reported_px_per_mm: logical pixels a mm by the screen's own report, None where it has
    none. present_px_per_mm: what was kept, None where nothing was. report_wished: the
    reader wants the report back.
    """

    report_wished = Signal()

    def __init__(
        self,
        reported_px_per_mm: float | None,
        present_px_per_mm: float | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Calibrate the screen"))
        self._reported = reported_px_per_mm
        present = present_px_per_mm or self._nominal
        self.picture = RulerPicture(present)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.length = QDoubleSpinBox()
        self.told = label(kind="secondary", wrapped=True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._report = self.buttons.addButton(
            tr("Use the screen's own report"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._report.setEnabled(present_px_per_mm is not None)
        self._arrange()
        self._set_up(LINE_MM * present / self._nominal)

    @property
    def px_per_mm(self) -> float:
        """Logical pixels a millimetre, as set."""
        return self._nominal * self.length.value() / LINE_MM

    @property
    def believable(self) -> bool:
        """Whether a screen can be as fine or as coarse as that."""
        return believable_by_ruler(self.px_per_mm, self.devicePixelRatioF())

    @property
    def _nominal(self) -> float:
        return self._reported or NOMINAL_DPI / MM_PER_INCH

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        reported = tr("By the screen's own report the line is")
        row.addWidget(label(reported if self._reported else tr("At 96 dots an inch the line is")))
        row.addWidget(self.length)
        row.addWidget(label(tr("long")))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(tr(_HOW), wrapped=True))
        column.addWidget(self.picture, 1)
        column.addWidget(self.slider)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.buttons)

    def _set_up(self, length_mm: float) -> None:
        self.length.setRange(SHORTEST_MM, LONGEST_MM)
        self.length.setSingleStep(STEP_MM)
        self.length.setDecimals(1)
        self.length.setSuffix(" mm")
        self.length.setAccessibleName(tr("Length of the line in millimetres"))
        self.slider.setRange(round(SHORTEST_MM / STEP_MM), round(LONGEST_MM / STEP_MM))
        self.slider.setSingleStep(1)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(tr("Length of the line"))
        self.length.setValue(length_mm)
        self._follow_length(self.length.value())
        self.length.valueChanged.connect(self._follow_length)
        self.slider.valueChanged.connect(lambda tenths: self.length.setValue(tenths * STEP_MM))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._report.clicked.connect(self.report_wished)
        self._report.clicked.connect(self.reject)
        self.slider.setFocus()

    def _follow_length(self, length_mm: float) -> None:
        self.slider.setValue(round(length_mm / STEP_MM))
        self.picture.set_px_per_mm(self.px_per_mm)
        column = self.layout()
        assert column is not None
        column.activate()
        self.resize(self.size().expandedTo(self.sizeHint()))
        dpi = self.px_per_mm * self.devicePixelRatioF() * MM_PER_INCH
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.believable)
        told = tr("The screen then has {dpi} pixels an inch.", dpi=f"{dpi:.1f}")
        if not self.believable:
            told = tr(
                "No screen has {dpi} pixels an inch: between 50 and 600 can be kept.",
                dpi=f"{dpi:.0f}",
            )
        self.told.setText(told)


def ask_ruler(window: MainWindow) -> ScreenRuler:
    """Let the reader hold a ruler to the screen that the window is on."""
    follower = window.screen_scale
    kept = follower.scale.px_per_mm if follower.scale.by_ruler else None
    dialog = ScreenRuler(reported_px_per_mm(window.screen()), kept, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keep() -> None:
        follower.keep(dialog.px_per_mm, dialog)
        # A page that was fitted to the window would still not be true.
        window.change_view(fit=None)
        window.message_line.say(tr("The paper keeps true scale on this screen: true scale ✓."))

    def forget() -> None:
        follower.keep(None, dialog)
        window.message_line.say(tr("The screen's own report is used again: true scale ≈."))

    dialog.accepted.connect(keep)
    dialog.report_wished.connect(forget)
    dialog.open()
    return dialog
