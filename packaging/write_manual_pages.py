"""Writes those pages of the manual that the code tells: python packaging/write_manual_pages.py.

commands.md from the parser of the command line, keys.md from the window's table of keys. A
test fails while the files are not what this writes.
"""

import sys
from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "resources" / "manual"
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
    for name, parser in commands.choices.items():
        lines += [f"## {name}", f"{_sentence(parser.description or '')}.", _usage(parser)]
        lines += _options(parser)
        if parser.epilog:
            lines.append(_escaped(" ".join(parser.epilog.split())))
    return "\n\n".join(lines) + "\n"


def _usage(parser: ArgumentParser) -> str:
    words = [_value(action) for action in parser._actions if not action.option_strings]
    return f"`{' '.join([parser.prog, *words, '[options]'])}`"


def _options(parser: ArgumentParser) -> Iterator[str]:
    """Yield a list for each group of arguments."""
    for group in parser._action_groups:
        actions = [x for x in group._group_actions if x.help != SUPPRESS and x.dest != "help"]
        if not actions:
            continue
        if group.title not in ("positional arguments", "options"):
            yield f"*{_sentence(group.title or '')}*"
        yield "\n".join(f"- {_words(action)}" for action in actions)


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
        rows = [
            f"| {' or '.join(f'`{key}`' for key in shortcut.keys)} | {_escaped(shortcut.text)} |"
            for shortcut in shortcuts
            if shortcut.keys
        ]
        lines += [f"## {name}", "\n".join(["| key | does |", "|---|---|", *rows])]
    return "\n\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
