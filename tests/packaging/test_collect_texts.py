"""The committed list of texts for translators is the one that the program's files give."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QXmlStreamReader

import collect_texts
from text_files import as_ts

ANEW = "write it anew: python packaging/collect_texts.py"


@pytest.fixture(scope="module")
def committed() -> str:
    return collect_texts.TARGET.read_text(encoding="utf-8")


def test_the_committed_list_is_what_the_files_give(
    committed: str, texts: dict[str, list[str]]
) -> None:
    held = {str(message.findtext("source")) for message in ET.fromstring(committed).iter("message")}
    missing, gone = sorted(set(texts) - held), sorted(held - set(texts))
    assert (missing, gone) == ([], []), f"not listed, or no longer used; {ANEW}"
    assert committed == as_ts(texts, "en", {text: text for text in texts}), (
        f"other places or another form; {ANEW}"
    )


def test_each_text_is_listed_once_with_the_files_that_use_it(committed: str) -> None:
    messages = list(ET.fromstring(committed).iter("message"))
    sources = [message.findtext("source") for message in messages]
    assert len(sources) == len(set(sources)) > 500
    for message in messages:
        assert message.findtext("translation") == message.findtext("source")
        places = [place.get("filename") for place in message.iter("location")]
        assert places
        assert all((collect_texts.ROOT / str(place)).is_file() for place in places)


def test_qt_reads_the_list_to_its_end(committed: str, texts: dict[str, list[str]]) -> None:
    reader, read = QXmlStreamReader(committed), []
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() == "source":
            read.append(reader.readElementText())
    assert reader.error() is QXmlStreamReader.Error.NoError, reader.errorString()
    assert read == list(texts)


def test_letters_that_xml_needs_for_itself_come_back() -> None:
    text = 'a < b & "c" > d\nof {n}'
    (source,) = ET.fromstring(as_ts({text: ["ecgviewer/a.py"]}, "en", {text: text})).iter("source")
    assert source.text == text


def test_texts_are_found_by_either_marker(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text('table = {1: later("one")}\nshown = tr("two" " {n}", n=2)\n')
    assert sorted(collect_texts._texts_of(file)) == ["one", "two {n}"]


def test_an_f_string_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("n = 2\nname = tr(f'{n} beats')\n")
    with pytest.raises(ValueError, match=r"a\.py:2"):
        list(collect_texts._texts_of(file))
