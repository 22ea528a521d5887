"""An error says in the reader's language what it says in English, and stays English itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import set_translator
from ecgviewer.io.open import open_record
from ecgviewer.review.sentences import in_words

GERMAN = {
    "{path} does not exist: check the name and the folder.": "{path} gibt es nicht.",
    "{header_name} needs its signal file {path}, which {why}: both belong into one folder.": (
        "Zu {header_name} gehört {path}, die {why}."
    ),
    "is absent": "fehlt",
    "{what} in {path} is damaged.": "In {path}: {what} ist defekt.",
    "the usual beat of {lead}": "der Schlag von {lead}",
    "A zero byte stands in the path: no file has such a name.": "Im Pfad steht ein Nullbyte.",
    "{path} claims {n_samples} samples": "nie gesagt",
    "{told_of}. Check the folder, its permissions and its disk.": "{told_of}. Prüfen Sie ihn.",
    "{path} in {path_2} cannot be opened or written ({reason})": "{path_2}: {path} ({reason})",
    "No space left on device": "voll",
    "{file} claims {n_samples} samples, more than any recording has.": "{file}: {n_samples}",
}


@pytest.fixture
def german() -> Iterator[None]:
    set_translator(lambda english: GERMAN.get(english, english), "\N{NO-BREAK SPACE}")
    yield
    set_translator(None)


def refusal(path: Path | str) -> EcgError:
    with pytest.raises(EcgError) as caught:
        open_record(path)
    return caught.value


def test_without_a_translator_an_error_says_its_own_sentence(tmp_path):
    error = refusal(tmp_path / "gone.hea")
    assert error_words(error) == str(error)


def test_a_sentence_takes_its_values_along(german, tmp_path):
    error = refusal(tmp_path / "gone.hea")
    assert error_words(error) == "gone.hea gibt es nicht."
    assert str(error) == "gone.hea does not exist: check the name and the folder."


def test_a_sentence_alone_is_enough(german, tmp_path):
    kept = str(refusal(tmp_path / "gone.hea"))
    assert error_words(kept) == "gone.hea gibt es nicht."


def test_a_sentence_without_values_is_told_too(german):
    assert error_words(refusal("a\0b.hea")) == "Im Pfad steht ein Nullbyte."


def test_what_a_sentence_is_made_of_is_translated(german, tmp_path):
    path = tmp_path / "x.hea"
    path.write_text("x 1 500 1000\nx.dat 16 1000 16 0 0 0 0 I\n")
    assert error_words(refusal(path)) == "Zu x.hea gehört x.dat, die fehlt."


def test_a_part_that_begins_its_sentence_is_translated_too(german):
    said = "The usual beat of V1 in x.xml is damaged."
    assert error_words(said) == "In x.xml: Der Schlag von V1 ist defekt."


def test_what_the_system_says_is_translated_within_two_sentences(german, tmp_path):
    with pytest.raises(EcgError) as caught, in_words(tmp_path / "a.ecgreview"):
        raise OSError(28, "No space left on device")
    assert error_words(caught.value) == f"{tmp_path}: a.ecgreview (voll). Prüfen Sie ihn."


def test_names_stay_whatever_they_read_like(german, tmp_path):
    named = tmp_path / "is absent"
    assert error_words(refusal(named)) == "is absent gibt es nicht."


def test_a_count_is_grouped_as_the_language_does(german):
    said = "x.mat claims 12,000 samples, more than any recording has."
    assert error_words(said) == "x.mat: 12\N{NO-BREAK SPACE}000"


def test_a_sentence_that_nobody_translated_stays_english(german):
    assert error_words(EcgError("The tide is {low}.")) == "The tide is {low}."
    assert error_words("x.csv is larger than any table of labels.").startswith("x.csv is larger")
