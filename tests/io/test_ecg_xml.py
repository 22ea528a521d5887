"""XML is read without trusting it: no entity, no other file, no size that is absurd."""

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io import ecg_xml
from ecgviewer.io.ecg_xml import from_base64, number_of, read_document, root_name, words_of

BODY = "<ecg><who>Zoé Müller</who></ecg>"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.xml"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<a/>", "a"),
        ("<?xml version='1.0'?>\n<!-- <b> -->\n<a:b xmlns:a='x'>", "b"),
        ("<!DOCTYPE RestingECG SYSTEM 'restecg.dtd'>\n<RestingECG>", "RestingECG"),
        ("<svg width='1'", "svg"),
        ("plain <a> text", ""),
        ("<", ""),
        ("<!-- <a> that never ends", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("written_as", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_root_is_seen_in_the_first_bytes(text, name, written_as):
    assert root_name(text.encode(written_as)) == name


@pytest.mark.parametrize(
    ("declared", "written_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("iso-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("gb18030", "gb18030"),
        # What is declared is not always so.
        ("utf-16", "utf-8"),
        ("utf-8", "latin-1"),
        ("no-such-encoding", "utf-8"),
        (None, "utf-16-le"),
        (None, "latin-1"),
    ],
)
def test_texts_are_read_in_the_encoding_that_they_have(declared, written_as, path):
    head = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    path.write_bytes((head + BODY).encode(written_as))
    assert words_of(read_document(path), "who") == "Zoé Müller"


def test_namespaces_are_dropped(path):
    path.write_text("<x:a xmlns:x='urn:1' xmlns='urn:2'><b>\n 1\t2 </b></x:a>")
    root = read_document(path)
    assert (root.tag, words_of(root, "b"), words_of(root, "c")) == ("a", "1 2", "")


def test_a_dtd_elsewhere_is_not_fetched(path):
    path.write_text("<!DOCTYPE ecg SYSTEM 'http://127.0.0.1:9/restecg.dtd'><ecg>1</ecg>")
    assert words_of(read_document(path)) == "1"


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY % b SYSTEM "http://127.0.0.1:9/x">',
    ],
)
def test_entities_are_refused(entity, path):
    path.write_text(f"<!DOCTYPE ecg [{entity}]><ecg>&b;</ecg>")
    with pytest.raises(EcgError, match=r"^some\.xml declares entities"):
        read_document(path)


@pytest.mark.parametrize(
    "content", [b"", b"<a>", b"<a></b>", b"\0\0\0", b"<a>&nbsp;</a>", b"<a>\xff\xfe", b"words"]
)
def test_what_is_broken_is_said_with_its_name(content, path):
    path.write_bytes(content)
    with pytest.raises(EcgError, match=r"^some\.xml is damaged or was cut short"):
        read_document(path)


def test_a_huge_file_is_not_read(path):
    with path.open("wb") as file:
        file.truncate(ecg_xml.MAX_BYTES + 1)
    with pytest.raises(EcgError, match=r"^some\.xml is larger"):
        read_document(path)


def test_a_million_elements_are_not_read(path):
    path.write_bytes(b"<a>" + b"<b/>" * 500_000 + b"</a>")
    with pytest.raises(EcgError, match=r"^some\.xml has more elements"):
        read_document(path)


def test_elements_within_elements_do_not_exhaust_the_stack(path):
    path.write_bytes(b"<a>" * 200_000 + b"</a>" * 200_000)
    assert read_document(path).tag == "a"


@pytest.mark.parametrize(
    ("words", "number"),
    [("4.88", 4.88), ("4,88", 4.88), ("-3", -3.0), ("", None), ("nan", None), ("1e999", None)],
)
def test_numbers_are_finite(words, number):
    assert number_of(words) == number


def test_base64_may_lack_its_padding_and_have_lines(path):
    assert from_base64(path, " AQ\r\nID ", "lead I") == b"\1\2\3"
    assert from_base64(path, "AQI", "lead I") == b"\1\2"
    with pytest.raises(EcgError, match=r"lead I in some\.xml is damaged"):
        from_base64(path, "A*==", "lead I")
