"""Ages follow from dates."""

from datetime import date

import pytest

from ecgviewer.io.patient_age import age_years, date_of


@pytest.mark.parametrize(
    ("born", "recorded", "years"),
    [
        (date(1950, 6, 30), date(2020, 6, 29), 69),
        (date(1950, 6, 30), date(2020, 6, 30), 70),
        (date(2019, 3, 1), date(2020, 6, 30), 15 / 12),
        (date(2020, 6, 1), date(2020, 6, 30), 0),
        (date(2021, 1, 1), date(2020, 6, 30), None),
        (date(1850, 1, 1), date(2020, 6, 30), None),
        (None, date(2020, 6, 30), None),
        (date(1950, 6, 30), None, None),
    ],
)
def test_age_is_in_whole_years_and_in_months_below_two(born, recorded, years):
    assert age_years(born, recorded) == years


def test_numbers_that_are_no_date_are_none():
    assert date_of(2020, 2, 29) == date(2020, 2, 29)
    assert date_of(2021, 2, 29) is None
    assert date_of(0, 0, 0) is None
