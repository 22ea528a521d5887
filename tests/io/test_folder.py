"""Which files of a folder are records."""

import os
import time
from pathlib import Path

import pytest

from ecgviewer.io.folder import in_counting_order, records_in


def make(folder: Path, **files: str) -> None:
    """Write small files; __ in a name stands for the dot before its suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in records_in(folder)]


def test_headers_and_mat_files_without_a_header_are_records(tmp_path):
    make(tmp_path, b__hea="b 1 250\n", b__mat="", b__dat="", a__mat="", notes__txt="", x__atr="")
    assert names(tmp_path) == ["a.mat", "b.hea"]


def test_folders_within_are_searched_and_all_is_sorted(tmp_path):
    make(tmp_path, z__hea="z 1 250\n")
    make(tmp_path / "inner" / "deep", y__mat="", x__hea="x 1 250\n")
    assert names(tmp_path) == ["inner/deep/x.hea", "inner/deep/y.mat", "z.hea"]


def test_counting_order_puts_two_before_ten():
    paths = [Path("b/10.hea"), Path("b/2.hea"), Path("a10/x.hea"), Path("a9/x.hea"), Path("b/A1")]
    ordered = [path.as_posix() for path in in_counting_order(paths)]
    assert ordered == ["a9/x.hea", "a10/x.hea", "b/2.hea", "b/10.hea", "b/A1"]


def test_segments_and_layouts_are_no_records_by_themselves(tmp_path):
    whole = "# a comment first\nwhole/3 2 250 90\nwhole_layout 0\none 45\n~ 5\ntwo 40\n# end\n"
    parts = {f"{x}__hea": f"{x} 2 250 45\n" for x in ("whole_layout", "one", "two", "three")}
    make(tmp_path, whole__hea=whole, **parts)
    assert names(tmp_path) == ["three.hea", "whole.hea"]


def test_a_segment_of_a_segmented_record_elsewhere_stays_a_record(tmp_path):
    make(tmp_path / "a", whole__hea="whole/1 2 250 90\none 90\n", one__hea="one 2 250 90\n")
    make(tmp_path / "b", one__hea="one 2 250 90\n")
    assert names(tmp_path) == ["a/whole.hea", "b/one.hea"]


def test_a_broken_header_is_listed_so_that_opening_it_can_tell(tmp_path):
    (tmp_path / "broken.hea").write_bytes(b"\xff\0\n")
    make(tmp_path, empty__hea="")
    assert names(tmp_path) == ["broken.hea", "empty.hea"]


def test_a_header_that_names_itself_as_a_segment_is_still_listed(tmp_path):
    make(tmp_path, x__hea="x/2 2 250 90\nx 45\nx 45\n")
    assert names(tmp_path) == ["x.hea"]


def test_a_folder_with_the_name_of_a_record_is_no_record(tmp_path):
    make(tmp_path / "x.mat", inside__mat="")
    make(tmp_path / "y.hea")
    assert names(tmp_path) == ["x.mat/inside.mat"]


def test_a_folder_without_records_gives_an_empty_list(tmp_path):
    assert records_in(tmp_path) == []
    assert records_in(tmp_path / "absent") == []


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_in_a_circle_end(tmp_path):
    make(tmp_path / "inner", a__mat="")
    (tmp_path / "inner" / "back").symlink_to(tmp_path)
    assert names(tmp_path) == ["inner/a.mat"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.timeout(10)
def test_a_pipe_named_like_a_header_is_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe.hea")
    assert records_in(tmp_path) == []


def test_twenty_thousand_files_are_listed_within_seconds(tmp_path):
    for number in range(10_000):
        (tmp_path / f"{number:05}.hea").write_bytes(b"r 1 250 100\n")
        (tmp_path / f"{number:05}.dat").touch()
    started_s = time.perf_counter()
    assert len(records_in(tmp_path)) == 10_000
    assert time.perf_counter() - started_s < 5
