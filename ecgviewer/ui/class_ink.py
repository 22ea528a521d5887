"""How a row of the review's classes is painted, and what of it is under the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.review import Stated
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, font
from ecgviewer.ui.mark_ink import mark_color, paint_stated
from ecgviewer.ui.review_state import mark_of

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROW_PX = 34
_KEY_LEFT_PX, _KEY_PX, _NAME_LEFT_PX, _DOT_PX = 6, 10, 32, 7
# Of the three buttons, which touch.
_BUTTON_PX, _HIGH_PX, _RIGHT_PX, _GLYPH_PX = 21, 22, 4, 11
_BUTTONS = (Stated.PRESENT, Stated.ABSENT, Stated.UNSURE)
_LINE_PX, _TOP_PX = 16, 2
_TINT, _FAINT, _DISABLED = 0.16, 0.75, 0.5
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class: its name and SNOMED CT code, its number key, what model and reader say.

    suggested: by the model, None where it has no answer that may be seen.
    """

    label: str
    name: str
    code: str
    key: str = ""
    model_word: str = ""
    suggested: bool | None = None
    stated: Stated | None = None


class ClassDelegate(QStyledItemDelegate):
    """Paints one row; pointer: where the mouse is, None while it is elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chrome = LIGHT
        self.pointer: QPointF | None = None
        self._opacity = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the room of two lines."""
        return QSize(option.rect.width(), ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        self._opacity = 1.0 if enabled else _DISABLED
        painter.setOpacity(self._opacity)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.chrome.selected))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -2, -1), 4, 4)
        self._paint_texts(painter, option.rect, row)
        # What is said comes last: its edge is not to be painted over.
        for wished in sorted(_BUTTONS, key=lambda one: one is row.stated):
            self._paint_button(painter, button_box(option.rect, wished), row, wished)
        painter.restore()

    def _paint_texts(self, painter: QPainter, rect: QRect, row: ClassRow) -> None:
        muted, ink = QColor(self.chrome.muted), QColor(self.chrome.text)
        first = QRect(rect.left(), rect.top() + _TOP_PX, _NAME_LEFT_PX, _LINE_PX)
        right = round(button_box(rect, _BUTTONS[0]).left()) - 4
        painter.setPen(muted)
        painter.setFont(font(SECONDARY_PX))
        painter.drawText(
            QRect(rect.left() + _KEY_LEFT_PX, first.top(), _KEY_PX, _LINE_PX),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
            row.key,
        )
        if row.suggested is not None:
            self._paint_dot(painter, first, suggested=row.suggested)
        name = QRect(rect.left() + _NAME_LEFT_PX, first.top(), 0, _LINE_PX)
        name.setRight(right)
        painter.setFont(font())
        painter.setPen(muted if row.stated is Stated.ABSENT else ink)
        painter.drawText(name, _LEFT_MIDDLE, _elided(painter, row.name, name.width()))
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(muted)
        below = name.translated(0, _LINE_PX - 1)
        words = second_line(row, QFontMetrics(painter.font()), below.width())
        painter.drawText(below, _LEFT_MIDDLE, _elided(painter, words, below.width()))

    def _paint_dot(self, painter: QPainter, first: QRect, *, suggested: bool) -> None:
        """Draw the model's word as the list of findings does: filled where it suggests."""
        color = QColor(self.chrome.accent if suggested else self.chrome.muted)
        middle = QPointF(first.right() - _DOT_PX, first.center().y() + 0.5)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if suggested else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _DOT_PX / 2 - 0.75, _DOT_PX / 2 - 0.75)

    def _paint_button(self, painter: QPainter, box: QRectF, row: ClassRow, wished: Stated) -> None:
        is_said = row.stated is wished
        lit = self.pointer is not None and box.contains(self.pointer)
        color = self._color(row, wished) if is_said else self.chrome.muted
        ground = QColor(color)
        ground.setAlphaF(_TINT if is_said else 0)
        painter.setBrush(ground)
        edge = QColor(color if is_said or lit else self.chrome.line)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, 0.5, -0.5), 3, 3)
        glyph = QRectF(0, 0, _GLYPH_PX, _GLYPH_PX)
        glyph.moveCenter(box.center() + QPointF(0.5, 0))
        painter.setOpacity(self._opacity * (1.0 if is_said or lit else _FAINT))
        paint_stated(painter, glyph, wished, color)
        painter.setOpacity(self._opacity)

    def _color(self, row: ClassRow, wished: Stated) -> str:
        mark = mark_of(wished, suggested=row.suggested)
        return self.chrome.text if mark is None else mark_color(mark, self.chrome)


def button_box(rect: QRect, wished: Stated) -> QRectF:
    """Return where a row has the button that says this."""
    from_right = len(_BUTTONS) - _BUTTONS.index(wished)
    left = rect.left() + rect.width() - _RIGHT_PX - from_right * _BUTTON_PX
    return QRectF(left, rect.top() + (rect.height() - _HIGH_PX) / 2, _BUTTON_PX, _HIGH_PX)


def statement_at(rect: QRect, point: QPointF) -> Stated | None:
    """Return what the button of a row under a point says, None beside the buttons."""
    return next((wished for wished in _BUTTONS if button_box(rect, wished).contains(point)), None)


def second_line(row: ClassRow, metrics: QFontMetrics, width: int) -> str:
    """Return code and model's word; where there is no room for both, the code gives way."""
    both = " · ".join(filter(None, (row.code, row.model_word)))
    fits = metrics.horizontalAdvance(both) <= width
    return both if fits or not row.model_word else row.model_word


def _elided(painter: QPainter, text: str, width: int) -> str:
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
