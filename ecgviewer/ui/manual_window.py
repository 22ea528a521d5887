"""The manual inside the program: contents and search at the left, the page at the right."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import tr
from ecgviewer.ui.manual_pages import Page, Section, read_pages, search
from ecgviewer.ui.widgets import label

_SIZE_PX, _CONTENTS_PX = (1040, 760), 280
_MARGIN_PX, _HEADING_PX, _PARAGRAPH_PX, _LINE_PERCENT = 32, 16, 8, 130
_COMMAND_PX = 16
# What a document holds in a picture's place.
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_PLACE = Qt.ItemDataRole.UserRole


class _PageView(QTextBrowser):
    """Shows a page, its pictures as wide as the text."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        # Its coming and going would change the width that pictures fill.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 (Qt's name)
        """Return a picture of the manual; nothing else is loaded, from nowhere."""
        path = self._folder / QUrl(name).path()
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return None
        image, ratio = QImage(str(path)), self.devicePixelRatioF()
        width = max(200, self.viewport().width() - 2 * _MARGIN_PX - 8)
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaledToWidth(min(image.width(), round(width * ratio)), smooth)
        scaled.setDevicePixelRatio(ratio)
        return scaled


class Manual(QDialog):
    """The manual that ships with the program; Ctrl+F searches it, Alt+Left goes back."""

    def __init__(self, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        self.resize(*_SIZE_PX)
        self._folder = folder or resources_folder() / "manual"
        self.pages = read_pages(self._folder)
        self._gone: list[tuple[Page, Section | None]] = []
        self._page: Page | None = None
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(tr("Search the manual"))
        self.wanted.setAccessibleName(tr("Search the manual"))
        self.wanted.setClearButtonEnabled(True)
        self.contents = QTreeWidget()
        self.contents.setAccessibleName(tr("Contents of the manual"))
        self.contents.setProperty("contents", "true")
        self.contents.setHeaderHidden(True)
        self.contents.setIndentation(14)
        self._count = label(kind="secondary")
        self.text = _PageView(self._folder)
        self.text.setAccessibleName(tr("Manual"))
        self.text.setProperty("manual", "true")
        self.text.setOpenLinks(False)
        self._arrange()
        self._connect()
        self._list_contents()
        self.show_page(self.pages[0])

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 12)
        column.addWidget(self.wanted)
        column.addWidget(self._count)
        column.addWidget(self.contents, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.text)
        halves.setSizes([_CONTENTS_PX, _SIZE_PX[0] - _CONTENTS_PX])
        halves.setStretchFactor(1, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(halves)
        self._count.hide()

    def _connect(self) -> None:
        self.wanted.textChanged.connect(self._search)
        self.wanted.returnPressed.connect(self._open_next)
        self.contents.currentItemChanged.connect(lambda item, _old: self._open(item))
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence.StandardKey.Find, self, self.focus_search)
        QShortcut(QKeySequence.StandardKey.Back, self, self.back)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.wanted.setFocus()
        self.wanted.selectAll()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Let Esc leave the search before it closes the manual."""
        if event.key() == Qt.Key.Key_Escape and self.wanted.text():
            self.wanted.clear()
            return
        super().keyPressEvent(event)

    # Pages

    def show_page(self, page: Page, section: Section | None = None) -> None:
        """Show a page, from a section's heading on."""
        if self._page is not None:
            self._gone.append((self._page, None))
        self._show(page, section)

    def back(self) -> None:
        """Show the page that was shown before."""
        if self._gone:
            self._show(*self._gone.pop())

    def _show(self, page: Page, section: Section | None) -> None:
        if page is not self._page:
            self._page = page
            self.text.setMarkdown(page.markdown)
            document = self.text.document()
            document.setDocumentMargin(_MARGIN_PX)
            _give_air(document)
        self._mark_wanted()
        self._mark_shown()
        cursor = _heading(self.text.document(), section)
        self.text.setTextCursor(cursor)
        self.text.verticalScrollBar().setValue(0)
        if section is not None and section.level > 1:
            top = self.text.cursorRect(cursor).top()
            self.text.verticalScrollBar().setValue(top - _HEADING_PX)

    def _follow(self, link: QUrl) -> None:
        """Follow a link: to another page of the manual, or out of it by the system."""
        if link.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(link)
            return
        name = Path(link.path()).stem
        page = next((page for page in self.pages if page.name == name), None)
        if page is not None:
            self.show_page(page)

    def _mark_shown(self) -> None:
        """Choose the shown page in the contents, and list its sections there."""
        if self.wanted.text().strip() or self._page is None:
            return
        with QSignalBlocker(self.contents):
            for at, page in enumerate(self.pages):
                item = self.contents.topLevelItem(at)
                if item is None:
                    continue
                item.setExpanded(page is self._page)
                current = self.contents.currentItem()
                inside = current is not None and current.parent() is item
                if page is self._page and not inside:
                    self.contents.setCurrentItem(item)

    # Contents and search

    def _list_contents(self) -> None:
        with QSignalBlocker(self.contents):
            self.contents.clear()
        for page in self.pages:
            item = _item(page.title, page, None)
            self.contents.addTopLevelItem(item)
            for section in page.sections:
                if section.level == 2:
                    item.addChild(_item(section.title, page, section))

    def _search(self, wanted: str) -> None:
        hits = search(self.pages, wanted)
        self._count.setVisible(bool(wanted.strip()))
        if not wanted.strip():
            self._list_contents()
            self._mark_shown()
            self._mark_wanted()
            return
        places = tr("1 place") if len(hits) == 1 else tr("{n} places", n=len(hits))
        self._count.setText(places)
        with QSignalBlocker(self.contents):
            self.contents.clear()
        for hit in hits:
            item = _item(hit.section.title, hit.page, hit.section)
            item.setToolTip(0, f"{hit.page.title}\n{hit.around}")
            about = _item(hit.around, hit.page, hit.section)
            item.addChild(about)
            self.contents.addTopLevelItem(item)
            item.setExpanded(True)
        self._mark_wanted()

    def _open_next(self) -> None:
        """Open the hit behind the current one; behind the last comes the first."""
        n = self.contents.topLevelItemCount()
        current = self.contents.currentItem()
        at = self.contents.indexOfTopLevelItem(current) if current is not None else -1
        found = self.contents.topLevelItem((at + 1) % n) if n else None
        if found is not None:
            self.contents.setCurrentItem(found)

    def _open(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            page, section = item.data(0, _PLACE)
            self.show_page(page, section)

    def _mark_wanted(self) -> None:
        """Light up what is searched for on the page."""
        marks = []
        for word in self.wanted.text().split():
            cursor = QTextCursor(self.text.document())
            while not (cursor := self.text.document().find(word, cursor)).isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(self.palette().accent())
                mark.format.setForeground(self.palette().base())
                marks.append(mark)
        self.text.setExtraSelections(marks)


def _item(words: str, page: Page, section: Section | None) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setData(0, _PLACE, (page, section))
    return item


def _heading(document: QTextDocument, section: Section | None) -> QTextCursor:
    """Return a cursor at a section's heading, at the beginning without one."""
    block = document.begin()
    while section is not None and block.isValid():
        if block.blockFormat().headingLevel() == section.level and block.text() == section.title:
            return QTextCursor(block)
        block = block.next()
    return QTextCursor(document)


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _give_air(document: QTextDocument) -> None:
    """Set the lines and paragraphs of a Markdown text apart."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        # A line as high as its picture needs no more.
        percent = 100 if _PICTURE in block.text() else _LINE_PERCENT
        form.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(_HEADING_PX if form.headingLevel() > 1 else 0)
        form.setBottomMargin(4 if block.textList() else _PARAGRAPH_PX)
        if _is_code(block):
            # Its lines stand together, set in, and a long one goes on in the next.
            form.setNonBreakableLines(False)
            form.setLeftMargin(_COMMAND_PX)
            form.setBottomMargin(0 if _is_code(block.next()) else _PARAGRAPH_PX)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()
