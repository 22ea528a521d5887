"""What tests of exports share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ecgviewer.core.task import Task
from ecgviewer.review.handed_on import HandedOn, Wish, hand_on, held_in
from ecgviewer.review.store import ReviewStore
from tests.review.said_reviews import make_reviews


@pytest.fixture
def said(tmp_path: Path) -> Iterator[ReviewStore]:
    """A review file in which two people have said everything that can be said."""
    store = ReviewStore(make_reviews(tmp_path / "said.ecgreview"))
    yield store
    store.close()


@pytest.fixture
def handed(said: ReviewStore) -> HandedOn:
    """All of it, de-identified."""
    return hand_on(held_in(said), Wish(), Task())


@pytest.fixture
def named(said: ReviewStore) -> HandedOn:
    """All of it, with names."""
    return hand_on(held_in(said), Wish(identifiers=True), Task())
