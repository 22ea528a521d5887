"""Damaged files of every format give a record or a sentence, never another error."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from tests.io.fuzz_seeds import FORMATS
from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many, read_through
from tests.io.made_muse import made_counts, named, waveform, write_muse
from tests.io.made_philips import made_counts as philips_counts
from tests.io.made_philips import write_philips
from tests.io.xml_fuzzing import ODD_VALUES, with_odd_values

KINDS = [(name, kind) for name, form in FORMATS.items() for kind in form.kinds]


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """Return the content of a sound file, by format and kind; each is made once."""
    folder = tmp_path_factory.mktemp("seeds")

    @cache
    def made(name: str, kind: str) -> bytes:
        form = FORMATS[name]
        return form.kinds[kind](folder / f"made{form.suffix}")

    return made


@pytest.fixture
def changed(tmp_path):
    """Return where the damaged file of a format goes, with the sound ones beside it."""

    def path_of(name: str):
        for suffix, beside in FORMATS[name].beside.items():
            (tmp_path / f"changed{suffix}").write_bytes(beside)
        return tmp_path / f"changed{FORMATS[name].suffix}"

    return path_of


@pytest.mark.parametrize(("name", "kind"), KINDS, ids=map("-".join, KINDS))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(name, kind, changes, kept, content, changed):
    check_changed(changed(name), content(name, kind), changes, kept, FORMATS[name].hints)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", FORMATS)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(name, content, changed):
    contents = {kind: content(name, kind) for kind in FORMATS[name].kinds}
    check_many(changed(name), contents, 100_000, FORMATS[name].hints)


def muse_document(path):
    rhythm = waveform("Rhythm", named(made_counts(2, 12), ("I", "II")))
    write_muse(path, rhythm, waveform("Median", named(made_counts(1, 6), ("V1",))))
    return path.read_text("iso-8859-1").replace("iso-8859-1", "utf-8")


def philips_document(path, version):
    counts, beats = philips_counts(n_samples=8), philips_counts(n_samples=4)
    return write_philips(path, counts, version=version, beats=beats, written_as="utf-8").read_text(
        "utf-8"
    )


DOCUMENTS = {
    "aecg": lambda path: FORMATS["aecg"].kinds["utf-8"](path).decode("utf-8"),
    "muse": muse_document,
    "philips 1.03": lambda path: philips_document(path, "1.03"),
    "philips 1.04.01": lambda path: philips_document(path, "1.04.01"),
}


@pytest.mark.parametrize("n_each", [1, pytest.param(len(ODD_VALUES), marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_odd_value_in_any_place_gives_a_record_or_a_sentence(name, n_each, tmp_path):
    path = tmp_path / "changed.xml"
    opened = []
    for document in with_odd_values(DOCUMENTS[name](path), n_each):
        path.write_text(document, "utf-8")
        opened.append(read_through(path))
    # Some values matter and some do not: else the documents were never right, or never odd.
    assert 0.2 * len(opened) < sum(opened) < len(opened)
