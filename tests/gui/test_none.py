"""A fault of some PySide6 builds that ends the program after minutes of repainting."""

import sys

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

REPAINTS = 2000


class _Painted(QWidget):
    painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted += 1


def test_two_thousand_repaints_keep_the_references_to_none(qtbot: QtBot):
    # PySide6 6.12.0 on Python 3.11 drops one in every call that returns nothing.
    widget = _Painted()
    qtbot.addWidget(widget)
    widget.resize(QSize(40, 40))
    with qtbot.waitExposed(widget):
        widget.show()
    widget.painted = 0
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        widget.repaint()
    assert widget.painted >= REPAINTS
    assert sys.getrefcount(None) > before - REPAINTS // 10
