"""Each language says all that the program says, in the same fields, figures and keys."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import collect_texts
from text_files import CONTEXT, as_ts, compile_ts, translated

ANEW = "write it anew: python packaging/collect_texts.py"
_FIELD = re.compile(r"\{\w+\}|%n|&\w")
_FIGURE = re.compile(r"\d+(?:[.:]\d+)*")
# A key with others held down, as both languages write it.
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Strg|Umschalt|Alt)\+)+(?:\w+|↑|↓)")
_KEYS_DE = {
    "Ctrl": "Strg", "Shift": "Umschalt", "Enter": "Eingabe", "Del": "Entf",
    "Up": "Hoch", "Down": "Herunter",
}  # fmt: skip
# Names, codes and words that German has from the same source.
ALIKE_DE = {
    "A4", "CAM", "Cabrera", "Details", "Filter", "Filter: {filter}", "Format", "Grad-CAM",
    "HiResCAM", "Kappa", "Letter", "PPV", "Patient", "Scan", "Standard", "label", "max",
    "min", "record", "{count} in {file}", "{fault} in {leads}",
    "{time} in {leads}", "Amplitude, mm/mV",
}  # fmt: skip
# Abbreviations end with a dot.
_ABBREVIATED = {"90+ y", "mV n/a", "{years} y"}
# Words that no German text holds, though German names may.
_ENGLISH = {"the", "of", "and", "is", "are", "with", "this", "that", "from", "which", "its", "not"}


@pytest.fixture(scope="module", params=collect_texts.LANGUAGES)
def language(request) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def known(language: str) -> dict[str, str]:
    return translated(collect_texts.ts_of(language))


def test_every_text_is_translated_and_no_other(
    known: dict[str, str], texts: dict[str, list[str]]
) -> None:
    wanted = set(texts)
    missing, gone = sorted(wanted - set(known)), sorted(set(known) - wanted)
    assert (missing, gone) == ([], []), f"to be translated, or no longer used; {ANEW}"


def test_the_file_is_as_the_script_writes_it(
    language: str, known: dict[str, str], texts: dict[str, list[str]]
) -> None:
    committed = collect_texts.ts_of(language).read_text(encoding="utf-8")
    assert committed == as_ts(texts, language, known), ANEW


def test_what_the_program_loads_says_what_the_file_says(
    language: str, known: dict[str, str]
) -> None:
    translator = QTranslator()
    assert translator.load(str(collect_texts.ts_of(language).with_suffix(".qm")))
    held = {text: translator.translate(CONTEXT, text) for text in known}
    assert {text: words for text, words in held.items() if words != known[text]} == {}, ANEW


def test_what_is_compiled_is_what_is_committed(language: str, tmp_path: Path) -> None:
    path = collect_texts.ts_of(language)
    compile_ts(path, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == path.with_suffix(".qm").read_bytes(), ANEW


@pytest.mark.parametrize("kind", [_FIELD, re.compile(r"\n"), re.compile("[✓✗≈≠○◐⚑▲▼←→·]")])
def test_fields_lines_and_signs_agree(kind: re.Pattern[str], known: dict[str, str]) -> None:
    assert {
        text: words
        for text, words in known.items()
        if _counted(kind, text) != _counted(kind, words)
    } == {}


def test_figures_agree_but_those_that_one_language_writes_as_words(known: dict[str, str]) -> None:
    assert {
        text: words
        for text, words in known.items()
        if _counted(_FIGURE, text) != _counted(_FIGURE, words)
    } == {}


def test_keys_agree(known: dict[str, str]) -> None:
    assert {
        text: words
        for text, words in known.items()
        if Counter(_in_german(key) for key in _KEY.findall(text)) != Counter(_KEY.findall(words))
    } == {}


def test_spaces_at_the_ends_and_dots_that_ask_on_agree(known: dict[str, str]) -> None:
    def ends(text: str) -> tuple[bool, bool, bool, bool, bool]:
        return (
            text.startswith(" "), text.endswith(" "), text.endswith("…"),
            text.endswith("."), text.endswith(":"),
        )  # fmt: skip

    other = {text for text, words in known.items() if ends(text) != ends(words)}
    assert other - _ABBREVIATED == set()


def test_no_text_is_left_in_english(known: dict[str, str]) -> None:
    alike = {text for text, words in known.items() if words == text and _has_words(text)}
    assert alike - ALIKE_DE == set()
    assert {
        text: words for text, words in known.items() if _ENGLISH & set(_words(words.lower()))
    } == {}


def test_a_text_that_nobody_translated_stays_english_in_the_program(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    texts = {"Open": ["ecgviewer/a.py"], "Close": ["ecgviewer/a.py"]}
    path.write_text(as_ts(texts, "de", {"Open": "Öffnen"}), encoding="utf-8")
    assert translated(path) == {"Open": "Öffnen"}
    compile_ts(path, tmp_path / "x.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "x.qm"))
    assert translator.translate(CONTEXT, "Open") == "Öffnen"
    assert not translator.translate(CONTEXT, "Close")


def test_a_file_that_the_compiler_refuses_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ts"
    path.write_text("<TS", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"broken\.ts"):
        compile_ts(path, tmp_path / "broken.qm")


def _counted(kind: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(kind.findall(text))


def _in_german(key: str) -> str:
    return "+".join(_KEYS_DE.get(part, part) for part in key.split("+"))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", _FIELD.sub("", text))


def _has_words(text: str) -> bool:
    return any(len(word) > 2 for word in _words(text))
