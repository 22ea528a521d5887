"""Birth dates are written into other formats only where they can be read in one way."""

from datetime import date

import pytest

from ecgviewer.io.personal_keys import date_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1950-06-30", date(1950, 6, 30)),
        ("19500630", date(1950, 6, 30)),
        ("195006301205", date(1950, 6, 30)),
        ("30-JUN-1950", date(1950, 6, 30)),
        ("30.06.1950", date(1950, 6, 30)),
        ("30/06/1950", date(1950, 6, 30)),
        ("06/30/1950", date(1950, 6, 30)),
        ("06/06/1950", date(1950, 6, 6)),
        ("06/07/1950", None),
        ("summer", None),
        ("", None),
    ],
)
def test_a_day_that_may_be_either_of_two_is_unknown(text, day):
    assert date_of(text) == day
