"""The program's icon in the sizes and containers that desktops want.

`python packaging/app_icons.py FOLDER` draws resources/icons/ecgviewer.svg; it needs Qt.
Sources: the ICO layout with PNG entries of Windows Vista; Apple's icns types ic07 to ic10.
"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from project import NAME, ROOT

SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES_PX = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
DRAWING = ROOT / "resources" / "icons" / f"{NAME}.svg"


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return a Windows icon of PNG pictures by their size in pixels."""
    sizes = [size for size in ICO_SIZES_PX if size in pictures]
    place = 6 + 16 * len(sizes)
    head, body = struct.pack("<HHH", 0, 1, len(sizes)), b""
    for size in sizes:
        png = pictures[size]
        # 256 does not fit into its byte, and is written as 0.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), place)
        place += len(png)
        body += png
    return head + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return a macOS icon of PNG pictures by their size in pixels."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_TYPES.items()
        if size in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def draw(folder: Path) -> None:
    """Write NAME-<size>.png, .ico and .icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(DRAWING))
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {}
    for size in SIZES_PX:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(picture.rect()))
        painter.end()
        path = folder / f"{NAME}-{size}.png"
        picture.save(str(path))
        pictures[size] = path.read_bytes()
    (folder / f"{NAME}.ico").write_bytes(ico(pictures))
    (folder / f"{NAME}.icns").write_bytes(icns(pictures))
    del application


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
