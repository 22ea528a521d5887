"""What the manual is built from is as the code has it."""

import shutil
from pathlib import Path

import pytest

import build_manual
import write_manual_pages
from ecgviewer.cli.main import COMMANDS, build_parser

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "resources" / "manual"


def test_pages_that_the_code_tells_are_up_to_date():
    for name, text in write_manual_pages.pages().items():
        told = "run: python packaging/write_manual_pages.py"
        assert (PAGES / name).read_text(encoding="utf-8") == text, told


def test_every_command_and_option_stands_on_its_page():
    page = (PAGES / "commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"\n## {name}\n" in page
    for option in ("`--cross-validate`", "`--add FOLDER`", "`--identifiers`"):
        assert option in page


def test_every_picture_is_one_that_snapshot_can_take_and_none_is_left_over():
    orders = build_manual.picture_orders()
    texts = "".join(path.read_text(encoding="utf-8") for path in PAGES.glob("*.md"))
    for name, words in orders.items():
        assert f"](pictures/{name}.png)" in texts
        args = build_parser().parse_args(["snapshot", *words, "--out", "x.png"])
        assert args.path.exists()
    assert {part.split(".png")[0] for part in texts.split("](pictures/")[1:]} == set(orders)


def test_sphinx_builds_it_without_a_warning(tmp_path, monkeypatch):
    pytest.importorskip("furo", reason="the manual's own tools are not installed")
    import sys

    pages = tmp_path / "pages"
    shutil.copytree(PAGES, pages)
    (pages / "pictures").mkdir(exist_ok=True)
    for name in build_manual.picture_orders():
        shutil.copy(ROOT / "resources" / "screenshot.png", pages / "pictures" / f"{name}.png")
    monkeypatch.setattr(build_manual, "PAGES", pages)
    build_manual.build_pages(Path(sys.executable), tmp_path / "built")
    assert "input gradient" in (tmp_path / "built" / "coloured_trace.html").read_text().lower()
    assert (tmp_path / "built" / "search.html").is_file()
