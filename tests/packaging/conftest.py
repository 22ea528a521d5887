"""What the packaging tests share."""

import pytest

import collect_texts


@pytest.fixture(scope="session")
def texts() -> dict[str, list[str]]:
    """Every text of the program with the files that use it, which takes seconds to collect."""
    return collect_texts.collected()
