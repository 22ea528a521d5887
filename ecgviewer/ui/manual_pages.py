"""The pages of the manual: in their order, by sections, searched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_TOCTREE = re.compile(r"```\{toctree\}.*?```", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"!\[(.*?)\]\((\S+?)\)")
_MARKUP = re.compile(
    r"!\[.*?\]\(\S+?\)|\]\(\S+?\)|```\w*|[*`\[]|^[|#\-\s>]+| ?\|(?= |$)|\\(?=[*_\[\]<>|])",
    re.MULTILINE,
)
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; level: 1 for a page's own. words: without markup."""

    title: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file's stem, its title, its Markdown, its sections in order."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found; around: the words about it."""

    page: Page
    section: Section
    around: str


def read_pages(folder: Path) -> tuple[Page, ...]:
    """Return the pages in the order of the first one's table of contents."""
    first = (folder / "index.md").read_text(encoding="utf-8")
    contents = _TOCTREE.search(first)
    names = contents.group().splitlines()[1:-1] if contents else []
    listed = [name.strip() for name in names if name.strip() and not name.startswith(":")]
    return tuple(_page(folder, name) for name in ("index", *listed))


def _page(folder: Path, name: str) -> Page:
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    text = _COMMENT.sub("", _TOCTREE.sub("", text)).strip() + "\n"
    # Pictures are made when the manual is built; without them their words stand there.
    text = _PICTURE.sub(lambda match: _picture(folder, match), text)
    sections = tuple(_sections(text))
    return Page(name, sections[0].title, text, sections)


def _picture(folder: Path, match: re.Match[str]) -> str:
    return match.group() if (folder / match[2]).is_file() else f"*{match[1]}*"


def _sections(text: str) -> list[Section]:
    parts = _HEADING.split(text)[1:]
    return [
        Section(_plain(title), len(signs), _plain(words))
        for signs, title, words in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def _plain(markdown: str) -> str:
    return " ".join(_MARKUP.sub(" ", markdown).split())


def search(pages: Sequence[Page], wanted: str) -> tuple[Hit, ...]:
    """Return the sections that hold every wanted word; those with one in their title first."""
    words = wanted.casefold().split()
    if not words:
        return ()
    hits: list[tuple[int, int, Hit]] = []
    for page in pages:
        for section in page.sections:
            title, text = section.title.casefold(), section.words.casefold()
            if all(word in title or word in text for word in words):
                rank = sum(word in title for word in words)
                hits.append((-rank, len(hits), Hit(page, section, _around(section.words, words))))
    return tuple(hit for *_, hit in sorted(hits, key=lambda one: one[:2]))


def _around(text: str, words: Sequence[str]) -> str:
    """Return the text about the first wanted word, else its beginning."""
    lower = text.casefold()
    at = min((place for word in words if (place := lower.find(word)) >= 0), default=0)
    start, stop = _word_start(text, at - _AROUND), _word_end(text, at + _AROUND)
    before, behind = "… " if start else "", " …" if stop < len(text) else ""
    return f"{before}{text[start:stop].strip()}{behind}"


def _word_start(text: str, at: int) -> int:
    """Return where the first whole word behind a place begins."""
    return 0 if at <= 0 else text.find(" ", at) + 1


def _word_end(text: str, at: int) -> int:
    """Return where the last whole word before a place ends."""
    return len(text) if at >= len(text) else max(text.rfind(" ", 0, at), 0) or at
