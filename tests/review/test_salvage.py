"""A damaged review file is set aside, and what can be read of it goes on in a fresh one."""

from datetime import date, timedelta

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import MODEL, NOON, RECORD, a_step, kept_in, steps_in

PAGE_BYTES = 4096
N_STEPS = 2000


@pytest.fixture(scope="module")
def steps():
    at = [NOON + timedelta(seconds=number) for number in range(N_STEPS)]
    return tuple(a_step(("AF", "PVC")[n % 2], at=at[n], model=MODEL) for n in range(N_STEPS))


@pytest.fixture
def path(tmp_path, steps):
    made = tmp_path / "study.ecgreview"
    kept_in(made, *steps)
    return made


def break_pages(path, first, last):
    content = bytearray(path.read_bytes())
    content[first * PAGE_BYTES : last * PAGE_BYTES] = b"\xa5" * ((last - first) * PAGE_BYTES)
    path.write_bytes(content)


def rescued(path, access=Access.SHARED):
    """Open a damaged file; returns its steps and what is told of it."""
    broken = path.read_bytes()
    store = ReviewStore(path, access)
    told = store.rescued
    found = store.steps()
    store.keep_all([a_step(reader="Bob", at=NOON + timedelta(days=1))], [RECORD])
    store.close()
    aside = path.with_name(f"study.damaged-{date.today().isoformat()}.ecgreview")
    assert aside.read_bytes() == broken
    assert told == (
        f"study.ecgreview was damaged: {len(found)} steps could be saved into a fresh file;"
        f" the damaged one is kept as {aside.name} in {aside.parent}."
    )
    return found


def n_pages(path):
    return path.stat().st_size // PAGE_BYTES


@pytest.mark.parametrize("access", [Access.SHARED, Access.EXCLUSIVE])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_most_steps_outlive_a_broken_page_and_each_is_what_it_was(path, steps, share, access):
    at = round(share * n_pages(path))
    break_pages(path, at, at + 1)
    found = rescued(path, access)
    assert 0.9 * N_STEPS < len(found) <= N_STEPS
    assert set(found) <= set(steps)
    assert len(steps_in(path)) == len(found) + 1


def test_with_its_first_page_lost_all_steps_are_found(path, steps):
    break_pages(path, 0, 1)
    assert rescued(path) == steps


def test_of_a_file_cut_short_the_beginning_is_found(path, steps):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3 // PAGE_BYTES * PAGE_BYTES])
    found = rescued(path)
    assert found
    assert set(found) <= set(steps)


def test_of_a_file_of_noise_nothing_is_found_and_reviewing_goes_on(path):
    path.write_bytes(bytes(range(256)) * 64)
    assert rescued(path) == ()


def test_a_chosen_file_that_is_no_database_is_refused_untouched(path):
    path.write_bytes(b"%PDF-1.7 " * 2000)
    with pytest.raises(EcgError, match=r"study.ecgreview is no review file"):
        ReviewStore(path, Access.EXCLUSIVE)
    assert path.read_bytes() == b"%PDF-1.7 " * 2000
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_damaged_file_that_is_only_read_is_told_and_left(path):
    at = n_pages(path) // 2
    break_pages(path, at, at + 1)
    before = path.read_bytes()
    with pytest.raises(EcgError, match="is damaged"):
        ReviewStore(path, Access.READ_ONLY)
    assert path.read_bytes() == before
