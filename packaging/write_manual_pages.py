"""Writes those pages of the manual that the code tells: python packaging/write_manual_pages.py.

commands.md from the parser of the command line, keys.md from the window's table of keys. A
test fails while the files are not what this writes.
"""

import sys
from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "resources" / "manual"
# So many commands make a group of options worth a place of its own.
_SEVERAL = 3
MADE = "<!-- Made from the code by packaging/write_manual_pages.py. -->\n\n"


def main() -> int:
    """Write both pages."""
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8")
        print((PAGES / name).relative_to(ROOT))
    return 0


def pages() -> dict[str, str]:
    """Return the pages by the names of their files."""
    return {"commands.md": _commands(), "keys.md": _keys()}


def _commands() -> str:
    from ecgviewer.cli.main import build_parser

    (commands,) = (x for x in build_parser()._actions if isinstance(x, _SubParsersAction))
    lines = [
        f"{MADE}# Every command",
        "`ecgviewer COMMAND --help` says the same. A folder stands for all records in it; of a"
        " command that goes through many, what cannot be read gets its sentence, the others go"
        " on, and the exit status is 2 at the end.",
    ]
    shared = _shared([*commands.choices.values()])
    for name, parser in commands.choices.items():
        lines += [f"## {name}", _ended(_sentence(parser.description or "")), _usage(parser)]
        lines += (words for title, words in _options(parser) if title not in shared)
        told = [_sentence(title) for title, _ in _options(parser) if title in shared]
        if told:
            lines.append(f"Options at the end of this page: *{'*; *'.join(told)}*.")
        if parser.epilog:
            lines.append(_escaped(" ".join(parser.epilog.split())))
    for title, words in shared.items():
        lines += [f"## {_sentence(title)}", words.split("\n\n", 1)[1]]
    return "\n\n".join(lines) + "\n"


def _shared(parsers: Collection[ArgumentParser]) -> dict[str, str]:
    """Return the groups of options that several commands have word for word, by title."""
    seen = Counter(group for parser in parsers for group in _options(parser))
    return {title: words for (title, words), n in seen.items() if title and n >= _SEVERAL}


def _usage(parser: ArgumentParser) -> str:
    asked = [action for action in parser._actions if not action.option_strings]
    words = [f"[{_value(x)}]" if x.nargs == "?" else _value(x) for x in asked]
    more = ["[options]"] if len(parser._actions) > len(asked) + 1 else []
    return f"`{' '.join([parser.prog, *words, *more])}`"


def _options(parser: ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield title and list of each group of arguments; the usual ones have no title."""
    for group in parser._action_groups:
        actions = [x for x in group._group_actions if x.help != SUPPRESS and x.dest != "help"]
        if not actions:
            continue
        told = "\n".join(f"- {_words(action)}" for action in actions)
        title = "" if group.title in ("positional arguments", "options") else group.title or ""
        yield title, f"*{_sentence(title)}*\n\n{told}" if title else told


def _words(action: Action) -> str:
    value = _value(action)
    names = [f"`{name} {value}`".replace(" `", "`") for name in action.option_strings]
    told = action.help or ""
    if "%" in told:
        told = told % {**vars(action), "prog": "ecgviewer"}
    choices = [str(choice) for choice in action.choices or ()]
    if choices and action.metavar is None and not action.option_strings:
        told = f"{told}: {', '.join(choices)}" if told else ", ".join(choices)
    head = ", ".join(names) or f"`{value}`"
    return f"{head}: {_escaped(told)}" if told else head


def _value(action: Action) -> str:
    """Return what an argument takes, as its help writes it: "NAME=PATH", "FILE…"."""
    if action.nargs == 0:
        return ""
    metavar = action.metavar
    if metavar is None and action.choices:
        metavar = "|".join(str(choice) for choice in action.choices)
    name = " ".join(metavar) if isinstance(metavar, tuple) else metavar or action.dest.upper()
    return f"{name}…" if action.nargs in ("+", "*") else name


def _sentence(text: str) -> str:
    return _escaped(f"{text[:1].upper()}{text[1:]}".rstrip("."))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "!")) else f"{sentence}."


def _escaped(text: str) -> str:
    """Return a text that Markdown leaves as it is, inside and outside of code."""
    parts = " ".join(text.split()).split("`")
    for at in range(0, len(parts), 2):
        for sign in "\\*_[]<>|":
            parts[at] = parts[at].replace(sign, f"\\{sign}")
    return "`".join(parts)


def _keys() -> str:
    from ecgviewer.ui.shortcuts import groups

    lines = [f"{MADE}# All keys", "? shows the same in the window."]
    for name, shortcuts in groups().items():
        told = [shortcut for shortcut in shortcuts if shortcut.keys]
        alike = groupby(told, key=lambda shortcut: shortcut.text)
        rows = [
            f"| {_key_words([shortcut.keys for shortcut in same])} | {_escaped(text)} |"
            for text, same in alike
        ]
        lines += [f"## {name}", "\n".join(["| key | does |", "|---|---|", *rows])]
    return "\n\n".join(lines) + "\n"


def _key_words(keys: Sequence[tuple[str, ...]]) -> str:
    """Return what one line is of: "`+` or `=`", and where several do alike "`1` to `9`"."""
    first, *others = (" or ".join(f"`{key}`" for key in one) for one in keys)
    return f"{first} to {others[-1]}" if others else first


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
