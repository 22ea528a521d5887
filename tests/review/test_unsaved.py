"""What a review file refused outlives whatever the window does next."""

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.review.store import Access, ReviewStore
from ecgviewer.review.unsaved import Unsaved
from tests.review.made_reviews import RECORD, a_step, kept_in, steps_in


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.ecgreview"


def taken_in(unsaved: Unsaved, path) -> tuple[str, ...]:
    store = ReviewStore(path)
    told, unreadable = unsaved.take_in(store)
    store.close()
    assert unreadable == ()
    return told


def test_what_was_put_aside_survives_what_is_refused_and_kept_afterwards(path, tmp_path):
    first, second = a_step("AF"), a_step("PVC")
    unsaved = Unsaved(tmp_path / "unsaved")
    unsaved.put_aside(path, [RECORD], [first])
    kept_in(path)
    reading = ReviewStore(path, Access.READ_ONLY)
    with pytest.raises(EcgError):
        unsaved.take_in(reading)
    reading.close()
    unsaved.write(path, [RECORD], [second])
    unsaved.forget(path)
    assert taken_in(unsaved, path) == (
        "1 step that could not be saved earlier: now in study.ecgreview.",
    )
    assert steps_in(path) == (first,)


def test_what_is_written_down_again_is_one_file_and_kept_once(path, tmp_path):
    folder = tmp_path / "unsaved"
    first, second = a_step("AF"), a_step("PVC")
    unsaved = Unsaved(folder)
    unsaved.write(path, [RECORD], [first])
    unsaved.put_aside(path, [RECORD], [first, second])
    assert len(list(folder.iterdir())) == 1
    assert taken_in(Unsaved(folder), path) == (
        "2 steps that could not be saved earlier: now in study.ecgreview.",
    )
    assert list(folder.iterdir()) == []
    assert taken_in(unsaved, path) == ()
