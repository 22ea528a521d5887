"""What errors say is found where they are raised, as templates whose fields have names."""

import pytest

import collect_texts
from error_sentences import error_sentences

ANEW = "write it anew: python packaging/collect_texts.py"
# They give no sentence of their own: what they hold is asked for in a dialog.
WITHOUT_A_SENTENCE = [
    "ecgviewer/io/csv_reader.py: table.path",
    "ecgviewer/io/edf_reader.py: header.path",
    "ecgviewer/io/mat_reader.py: path",
    # A reader's notice, without names.
    "ecgviewer/review/deidentify.py: cleaned(warning, named)",
]


@pytest.fixture
def found_in(tmp_path):
    """Return what is found in a module of a program of its own."""

    def find(*lines: str, package: str = "io"):
        folder = tmp_path / "ecgviewer" / package
        folder.mkdir(parents=True)
        (folder / "a.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return error_sentences(tmp_path)

    return find


def test_every_error_of_the_program_has_a_sentence_that_can_be_translated():
    found = error_sentences(collect_texts.ROOT)
    assert found.unknown == WITHOUT_A_SENTENCE
    assert len(found.templates) > 150


def test_the_committed_sentences_are_those_that_the_files_give():
    committed = collect_texts.SENTENCES.read_text(encoding="utf-8")
    assert committed == collect_texts.sentences_file(), ANEW


def test_fields_are_named_by_what_stands_in_them(found_in):
    found = found_in(
        "def read(path, header, text):",
        "    raise EcgError(f'{path.name} has {len(header.leads):,} of {text[:9]} {path.name}.')",
    )
    assert list(found.templates) == ["{path} has {n_leads} of {text} {path}."]


def test_two_things_of_one_name_are_told_apart(found_in):
    found = found_in(
        "def read(a, b):",
        "    raise EcgError(f'{a.rate_hz:g} Hz is not {b.rate_hz:g} Hz, and {a.rate_hz:g} it is.')",
    )
    assert list(found.templates) == ["{rate_hz} Hz is not {rate_hz_2} Hz, and {rate_hz} it is."]


def test_what_a_variable_a_helper_and_a_caller_say_are_pieces(found_in):
    found = found_in(
        "class Gone(EcgError): pass",
        "def read(path):",
        "    why = 'is absent' if path.gone else f'is held by {path.owner}'",
        "    raise Gone(f'{path.name} cannot be read, it {why}: {_kind(path)}.')",
        "def _kind(path):",
        "    return 'it is a text'",
        "def count(path):",
        "    _whole(path, 'number of leads')",
        "def _whole(path, what):",
        "    raise EcgError(f'{path.name} has no {what}.')",
    )
    assert sorted(found.templates) == [
        "is absent",
        "is held by {owner}",
        "it is a text",
        "number of leads",
        "{path} cannot be read, it {why}: {path_2}.",
        "{path} has no {what}.",
    ]


def test_a_sentence_that_comes_from_elsewhere_is_listed_with_its_file(found_in):
    found = found_in("def read(path, words):", "    raise EcgError(words)")
    assert found.unknown == ["ecgviewer/io/a.py: words"]


def test_what_is_translated_where_it_is_raised_is_not_collected_twice(found_in):
    found = found_in("def read(path):", "    raise EcgError(tr('{file} is empty.', file=path))")
    assert (found.templates, found.unknown) == ({}, [])


def test_errors_of_the_command_line_stay_english(found_in):
    found = found_in("def read():", "    raise EcgError('Give a path.')", package="cli")
    assert found.templates == {}
