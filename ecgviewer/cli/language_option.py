"""The option that chooses the language of the window, or of a report."""

from argparse import ArgumentParser

# As ui/language.py has them, which a parser cannot ask without loading Qt.
LANGUAGES = ("system", "en", "de")


def add_language_option(
    parser: ArgumentParser, default: str | None, *, of: str = "the window"
) -> None:
    """Add --language. default: None for the one that was chosen in the window."""
    usual = "the one chosen in the menu" if default is None else default
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        help=f"the language of {of} (default: {usual})",
    )
