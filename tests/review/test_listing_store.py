"""What is known of listed files is known the next time, until a file changes."""

from pathlib import Path

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.review.listing_store import FileSaid, ListedFile, stamp_of
from ecgviewer.review.reference_csv import read_reference_csv
from ecgviewer.review.store import ReviewStore


@pytest.fixture
def store(tmp_path):
    store = ReviewStore(tmp_path / "reviews.ecgreview")
    yield store
    store.close()


def a_file(folder: Path, name: str) -> ListedFile:
    path = folder / f"{name}.hea"
    path.parent.mkdir(exist_ok=True)
    path.write_text("a 1 500 10\n")
    path.with_suffix(".dat").write_bytes(b"0123")
    files = (f"{path.stem}.dat",)
    said = FileSaid(("164889003",), "Atrial fibrillation", ("AFIB",))
    return ListedFile(path, stamp_of(path, files), files, "id", said, 3, "V1: flat line")


def test_files_come_back_by_their_folder(store, tmp_path):
    inside, deeper = a_file(tmp_path / "one", "a"), a_file(tmp_path / "one", "b")
    outside = a_file(tmp_path / "one%", "a")
    store.listing.keep([inside, deeper, outside])
    found = store.listing.below(tmp_path / "one")
    assert found == {str(inside.path): inside, str(deeper.path): deeper}


@pytest.mark.parametrize("ending", [".hea", ".dat", ".atr"])
def test_a_file_that_changed_is_not_current_any_more(tmp_path, ending):
    found = a_file(tmp_path, "a")
    assert found.is_current
    changed = found.path.with_suffix(ending)
    changed.write_bytes(b"something else")
    assert not found.is_current


def test_a_file_that_is_gone_is_not_current(tmp_path):
    found = a_file(tmp_path, "a")
    found.path.unlink()
    assert not found.is_current


def test_what_is_found_out_anew_takes_the_place_of_the_old(store, tmp_path):
    first = a_file(tmp_path, "a")
    second = ListedFile(first.path, "other", problem="a.hea is damaged.")
    store.listing.keep([first])
    store.listing.keep([second])
    assert list(store.listing.below(tmp_path).values()) == [second]


def test_the_table_of_labels_of_a_folder_is_remembered(store, tmp_path):
    assert store.listing.label_file(tmp_path) is None
    store.listing.keep_label_file(tmp_path, tmp_path / "a.csv")
    store.listing.keep_label_file(tmp_path, tmp_path / "b.csv")
    assert store.listing.label_file(tmp_path) == tmp_path / "b.csv"
    store.listing.keep_label_file(tmp_path, None)
    assert store.listing.label_file(tmp_path) is None


def write_table(folder: Path, text: str, name: str = "labels.csv", encoding="utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("record,label\na,AF\nb,\n", {"a": ("AF",), "b": ()}),
        ("Record;Labels\nx/a.hea;AF|PVC\n", {"x/a": ("AF", "PVC")}),
        ("\ufeffname,label_1,label_2\nx\\a,AF,PVC\n", {"x/a": ("AF", "PVC")}),
        ("record,label\na,AF\na,PVC\na,AF\n", {"a": ("AF", "PVC")}),
        ('record,note,dx\na,"x, y",426783006;164889003\n', {"a": ("426783006", "164889003")}),
    ],
)
def test_tables_of_several_forms_are_read(tmp_path, text, labels):
    assert read_reference_csv(write_table(tmp_path, text)) == labels


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "labels.csv has no column “record”"),
        ("record,age\na,3\n", "labels.csv has no column “label”"),
        ("record,label\n", "labels.csv has a heading but no record below it."),
    ],
)
def test_a_table_that_will_not_do_is_refused_with_its_name(tmp_path, text, sentence):
    with pytest.raises(EcgError, match=sentence):
        read_reference_csv(write_table(tmp_path, text))


def test_what_is_no_text_or_no_file_is_refused(tmp_path):
    with pytest.raises(EcgError, match=r"labels.csv is no text in UTF-8"):
        read_reference_csv(write_table(tmp_path, "record,lab\u00e9l\n", encoding="latin-1"))
    with pytest.raises(EcgError, match=r"absent.csv cannot be opened"):
        read_reference_csv(tmp_path / "absent.csv")
