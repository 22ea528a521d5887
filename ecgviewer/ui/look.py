"""Colours, type and style sheet of everything around the paper."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

from ecgviewer.paper.view import Theme

BODY_PX = 13
SECONDARY_PX = 11
TOP_FINDING_PX = 18


@dataclass(frozen=True, slots=True)
class Chrome:
    """The colours of one theme: greys, one accent, red for errors, green for done.

    speaks_for, against: what raises and what lowers a score, apart for every kind of eye.
    """

    ground: str
    field: str
    line: str
    muted: str
    text: str
    accent: str
    selected: str
    error: str
    done: str
    scroll: str
    speaks_for: str
    against: str


LIGHT = Chrome(
    ground="#F5F6F7",
    field="#FFFFFF",
    line="#E4E7EA",
    muted="#5B6670",
    text="#1B2126",
    accent="#1F6FB2",
    selected="#E3EEF7",
    error="#B3261E",
    done="#1B7A48",
    scroll="#C3C9CE",
    speaks_for="#B35806",
    against="#2166AC",
)
DARK = Chrome(
    ground="#14191C",
    field="#1A2024",
    line="#222A2F",
    muted="#9AA7B0",
    text="#EDF2F4",
    accent="#6FB7F0",
    selected="#1E3040",
    error="#F28B82",
    done="#6CCB95",
    scroll="#3A454C",
    speaks_for="#FDB366",
    against="#8CC4E8",
)


def chrome_of(theme: Theme) -> Chrome:
    """Return the window's colours that go with a paper theme."""
    return DARK if theme is Theme.DARK else LIGHT


def font(pixels: int = BODY_PX, *, strong: bool = False) -> QFont:
    """Return the interface font with tabular figures, weight 400 or 600."""
    made = QFont()
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(chrome: Chrome) -> QPalette:
    """Return the palette for what the style sheet does not name."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: chrome.ground,
        QPalette.ColorRole.Base: chrome.field,
        QPalette.ColorRole.AlternateBase: chrome.ground,
        QPalette.ColorRole.Button: chrome.ground,
        QPalette.ColorRole.Text: chrome.text,
        QPalette.ColorRole.WindowText: chrome.text,
        QPalette.ColorRole.ButtonText: chrome.text,
        QPalette.ColorRole.ToolTipBase: chrome.field,
        QPalette.ColorRole.ToolTipText: chrome.text,
        QPalette.ColorRole.PlaceholderText: chrome.muted,
        QPalette.ColorRole.Highlight: chrome.selected,
        QPalette.ColorRole.HighlightedText: chrome.text,
        QPalette.ColorRole.Accent: chrome.accent,
        QPalette.ColorRole.Link: chrome.accent,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    muted = QColor(chrome.muted)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return made


_SHEET = """
* { color: %(text)s; }
QMainWindow, QDialog { background: %(ground)s; }
QMainWindow::separator { background: %(line)s; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: %(accent)s; }
QLabel { background: transparent; }
QLabel[secondary="true"] { color: %(muted)s; font-size: 11px; }
QLabel[heading="true"] { font-weight: 600; }
QLabel[large="true"] { font-size: 18px; font-weight: 600; }
QToolTip { background: %(field)s; border: 1px solid %(line)s; padding: 4px 8px; }

QToolBar { background: %(ground)s; border: 0; border-bottom: 1px solid %(line)s;
           spacing: 4px; padding: 4px 8px; }
QToolBar::separator { background: %(line)s; width: 1px; margin: 6px 4px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px;
              padding: 4px 8px; }
QToolBar QToolButton { min-height: 22px; max-height: 22px; }
QToolButton:hover { background: %(line)s; }
QToolButton:pressed, QToolButton:open { background: %(selected)s; }
QToolButton:checked { background: %(selected)s; }
QToolButton:focus { border-color: %(accent)s; }
QToolButton:disabled { color: %(muted)s; }
QToolButton::menu-indicator { image: none; }
QToolButton::menu-button { border: 0; width: 16px; }
QToolButton[choice="true"] { padding-right: 28px; text-align: left; }
QToolButton[framed="true"] { background: %(field)s; border: 1px solid %(line)s; }
QToolButton[framed="true"]:checked { background: %(selected)s; border-color: %(accent)s; }
QToolButton[framed="true"]:focus { border-color: %(accent)s; }
QToolButton[small="true"] { padding: 2px 4px; }
QToolButton[chip="true"] { font-size: 11px; padding: 0; }
QToolButton[done="true"]:checked { color: %(done)s; border-color: %(done)s; font-weight: 600; }

QPushButton { background: %(field)s; border: 1px solid %(line)s; border-radius: 4px;
              padding: 6px 16px; }
QPushButton:hover { border-color: %(muted)s; }
QPushButton:focus { border-color: %(accent)s; }
QPushButton:pressed { background: %(selected)s; }
QPushButton:default { border-color: %(accent)s; color: %(accent)s; }
QPushButton[primary="true"] { background: %(accent)s; border-color: %(accent)s;
              color: %(field)s; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid %(text)s; padding: 5px 15px; }

QPushButton[link="true"] { background: transparent; border: 1px solid transparent;
              padding: 4px 0; text-align: left; color: %(accent)s; }
QPushButton[link="true"]:disabled { color: %(muted)s; }
QPushButton[link="true"]:hover { background: %(selected)s; }
QPushButton[link="true"]:focus { border-color: %(accent)s; }

QMenu { background: %(field)s; border: 1px solid %(line)s; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: %(selected)s; }
QMenu::item:disabled { color: %(muted)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 6px; }

QLineEdit, QPlainTextEdit, QTextBrowser { background: %(field)s; border: 1px solid %(line)s;
              border-radius: 4px; padding: 4px 8px; selection-background-color: %(selected)s;
              selection-color: %(text)s; }
QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus { border-color: %(accent)s; }

QPlainTextEdit[note="true"] { padding: 2px 6px; }
QRadioButton, QCheckBox { spacing: 6px; }
QRadioButton::indicator:unchecked, QCheckBox::indicator:unchecked { width: 12px; height: 12px;
              background: %(field)s; border: 1px solid %(muted)s; border-radius: 7px; }
QCheckBox::indicator:unchecked { border-radius: 2px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: %(field)s;
              border: 4px solid %(accent)s; border-radius: 7px; }
QRadioButton:disabled, QCheckBox:disabled { color: %(muted)s; }

QListView { background: transparent; border: 1px solid transparent; outline: 0; }
QListView:focus { border-color: %(accent)s; border-radius: 4px; }
QListView[files="true"]::item { padding: 4px 8px; border-radius: 4px; }
QListView[files="true"]::item:hover { background: %(line)s; }
QListView[files="true"]::item:selected { background: %(selected)s; color: %(text)s; }

QListView[ticked="true"] { background: %(field)s; border-color: %(line)s; border-radius: 4px; }
QListView[ticked="true"]:focus { border-color: %(accent)s; }
QListView[ticked="true"]::indicator:unchecked { background: %(field)s; border-radius: 2px;
              border: 1px solid %(muted)s; }

QTableView { background: transparent; border: 1px solid transparent; outline: 0;
             selection-background-color: %(selected)s; selection-color: %(text)s; }
QTableView:focus { border-color: %(accent)s; border-radius: 4px; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: %(ground)s; color: %(muted)s; border: 0;
              border-bottom: 1px solid %(line)s; padding: 4px 8px; }
QHeaderView::section:hover { color: %(text)s; }
QTableView[narrow="true"] QHeaderView::section { padding: 4px 3px; font-size: 11px; }
QTableView[narrow="true"] QHeaderView::section:hover { color: %(muted)s; }

QTreeView { background: transparent; border: 1px solid transparent; outline: 0;
            selection-background-color: transparent; }
QTreeView:focus { border-color: %(accent)s; border-radius: 4px; }
QTreeView[table="true"] { background: %(field)s; border-color: %(line)s; border-radius: 4px; }
QTreeView[table="true"]::item { padding: 3px 6px; }
QTreeView[table="true"] QHeaderView::section { background: %(field)s; color: %(muted)s; border: 0;
            border-bottom: 1px solid %(line)s; padding: 4px 6px; }
QTreeView[contents="true"]::item { padding: 4px 6px; border-radius: 4px; }
QTreeView[contents="true"]::item:hover { background: %(line)s; }
QTreeView[contents="true"]::item:selected { background: %(selected)s; color: %(text)s; }
QTreeView::branch { background: transparent; }

QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: %(line)s; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %(accent)s; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
              background: %(field)s; border: 1px solid %(muted)s; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {
              border: 2px solid %(accent)s; width: 10px; height: 10px; }
QSlider::sub-page:horizontal:disabled { background: %(line)s; }
QSlider::handle:horizontal:disabled { border-color: %(line)s; }

QProgressBar { background: %(line)s; border: 0; border-radius: 2px; max-height: 4px;
              min-height: 4px; }
QProgressBar::chunk { background: %(accent)s; border-radius: 2px; }

QTextBrowser[manual="true"] { border: 0; border-radius: 0; padding: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: %(scroll)s; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: %(scroll)s; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar { background: %(ground)s; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: %(muted)s; border: 0; padding: 8px 0 4px 0;
              margin: 0 3px 0 9px; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: %(text)s; }
QTabBar::tab:selected { color: %(text)s; font-weight: 600; border-bottom-color: %(accent)s; }

QStatusBar { background: %(ground)s; border-top: 1px solid %(line)s; }
QStatusBar::item { border: 0; }
QFrame[divider="true"] { background: %(line)s; border: 0; max-height: 1px; min-height: 1px; }
QWidget[panel="true"] { background: %(ground)s; }
"""


def style_sheet(chrome: Chrome) -> str:
    """Return the application's style sheet in these colours."""
    return _SHEET % {name: getattr(chrome, name) for name in Chrome.__slots__}
