"""The option that chooses the language of the window."""

from argparse import ArgumentParser

# As ui/language.py has them, which a parser cannot ask without loading Qt.
LANGUAGES = ("system", "en", "de")


def add_language_option(parser: ArgumentParser, default: str | None) -> None:
    """Add --language."""
    usual = "the one chosen in the menu" if default is None else default
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        help=f"the language of the window (default: {usual})",
    )
