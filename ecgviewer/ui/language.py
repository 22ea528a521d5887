"""The language of the window: Qt's own words and the program's, both from Qt's .qm files."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import later, set_translator

SYSTEM = "system"
# Each language names itself, so that whoever cannot read the others finds it.
LANGUAGES = ((SYSTEM, later("As the system")), ("en", "English"), ("de", "Deutsch"))
_CONTEXT = "ecgviewer"
# A count's thousands are set apart by what no decimal is: with a comma a German reader would
# take 1,200 for a little more than one.
_GROUPINGS = {"de": "\N{NO-BREAK SPACE}"}
_REMEMBERED = 4096


def use_language(application: QCoreApplication, wanted: str) -> str:
    """Let the program and Qt speak a language from now on; returns its code.

    wanted: a code, or "system" for the one that the desktop is in. Without a translation it
    is English. What widgets say already they go on saying: call it before a window is made.
    """
    language = language_of(wanted)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    if language == "en":
        set_translator(None)
        QLocale.setDefault(QLocale.system() if wanted == SYSTEM else _plain_figures())
        return language
    QLocale.setDefault(_plain_figures())
    _install(application, f"qtbase_{language}", _folder_of_qt())
    own = _install(application, f"{_CONTEXT}_{language}", resources_folder() / "text")
    set_translator(_words_of(own), _GROUPINGS.get(language, ","))
    return language


def language_of(wanted: str) -> str:
    """Return the code of the language that is meant: one with a translation, or "en"."""
    codes = [QLocale.system().uiLanguages()[0].split("-")[0]] if wanted == SYSTEM else [wanted]
    return next((code for code in codes if code in dict(LANGUAGES)), "en")


def _plain_figures() -> QLocale:
    """Return the locale of fields for numbers: with a point, as all figures of the window."""
    locale = QLocale.c()
    option = QLocale.NumberOption
    locale.setNumberOptions(option.OmitGroupSeparator | option.RejectGroupSeparator)
    return locale


def _install(application: QCoreApplication, name: str, folder: Path) -> QTranslator:
    translator = QTranslator(application)
    if translator.load(name, str(folder)):
        application.installTranslator(translator)
    return translator


def _folder_of_qt() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _words_of(translator: QTranslator) -> Callable[[str], str]:
    """Return what the program's texts pass through; each is looked up once."""

    # What errors say passes through here too, with all that differs in it.
    @lru_cache(_REMEMBERED)
    def words(english: str) -> str:
        return translator.translate(_CONTEXT, english) or english

    return words
