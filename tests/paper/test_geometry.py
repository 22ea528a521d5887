import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.paper.geometry import (
    LEFT_MM,
    PAGE_MM,
    RIGHT_MM,
    SMALLEST_MAGNIFICATION,
    SMALLEST_OF_TWO,
    Sheet,
    TimeScale,
    believable_px_per_mm,
    lay_sheet,
    page_width_mm,
)


@given(
    sample=st.floats(0, 1e7),
    start_s=st.floats(0, 1e4),
    speed=st.sampled_from([12.5, 25.0, 50.0, 100.0]),
    rate=st.sampled_from([128.0, 360.0, 500.0, 1000.0]),
)
def test_a_place_leads_back_to_its_sample(sample, start_s, speed, rate):
    scale = TimeScale(8.0, start_s, speed, rate, 4.0)
    assert scale.sample_at(scale.mm_of(sample)) == pytest.approx(sample, abs=1e-4)


@given(start_s=st.floats(0, 1e5), px_per_mm=st.floats(2, 12))
def test_a_second_is_25_mm_and_starts_within_half_a_pixel(start_s, px_per_mm):
    scale = TimeScale(8.0, start_s, 25.0, 500.0, px_per_mm)
    assert scale.mm_of(500) - scale.mm_of(0) == pytest.approx(25.0)
    # Two roundings: where the cell begins, and where the record's time does.
    assert abs(scale.mm_of(start_s * 500) - 8.0) * px_per_mm <= 1.0 + 1e-6


def test_scrolling_keeps_each_sample_at_its_fraction_of_a_pixel():
    places = [
        TimeScale(8.0, start_s, 25.0, 500.0, 3.78).mm_of(1234) * 3.78 % 1
        for start_s in (0.0, 0.37, 1.111)
    ]
    assert places == pytest.approx([places[0]] * 3)


@pytest.mark.parametrize(
    ("dpi_x", "dpi_y", "px_per_mm"),
    [
        (96.0, 96.0, 96 / 25.4),
        (157.0, 156.0, 156.5 / 25.4),
        (0.0, 0.0, None),
        (40.0, 40.0, None),
        (700.0, 700.0, None),
        (96.0, 110.0, None),
        (float("inf"), 96.0, None),
    ],
)
def test_only_a_believable_screen_gives_a_true_scale(dpi_x, dpi_y, px_per_mm):
    assert believable_px_per_mm(dpi_x, dpi_y) == (px_per_mm and pytest.approx(px_per_mm))


@pytest.mark.parametrize("size", [(400, 300), (1000, 700), (3840, 2160)])
def test_a_known_screen_keeps_true_scale_whatever_the_windows_size(size):
    sheet = lay_sheet(*size, device_ratio=2.0, rows_mm=100, true_px_per_mm=4.1, by_ruler=True)
    assert sheet.px_per_mm == pytest.approx(8.2)
    assert sheet.true_scale


@pytest.mark.parametrize("device_ratio", [1.0, 1.25, 2.0])
def test_an_unknown_screen_is_filled_and_its_large_squares_are_whole_pixels(device_ratio):
    sheet = lay_sheet(1600, 1000, device_ratio=device_ratio, rows_mm=75, true_px_per_mm=None)
    page_px = (LEFT_MM + PAGE_MM + RIGHT_MM) * sheet.px_per_mm / device_ratio
    assert 0.96 * 1600 <= page_px <= 1600
    assert 5 * sheet.px_per_mm == pytest.approx(round(5 * sheet.px_per_mm))
    assert not sheet.true_scale


def test_a_page_that_fits_is_the_whole_page():
    assert page_width_mm(Sheet(400, 200, 4.0), 4) == PAGE_MM


@pytest.mark.parametrize(("columns", "width"), [(1, 192.5), (2, 190.0), (4, 190.0)])
def test_a_page_too_wide_loses_seconds_and_its_seams_stay_on_the_grid(columns, width):
    assert page_width_mm(Sheet(LEFT_MM + RIGHT_MM + 193.0, 200, 4.0), columns) == width


def test_of_two_pages_that_share_a_window_each_may_shrink_further_than_a_single_one():
    alone, shared = (
        lay_sheet(960, 310, device_ratio=1.0, rows_mm=135.0, true_px_per_mm=None, smallest=smallest)
        for smallest in (SMALLEST_MAGNIFICATION, SMALLEST_OF_TWO)
    )
    assert alone.magnification == pytest.approx(SMALLEST_MAGNIFICATION, abs=0.05)
    assert shared.magnification == pytest.approx(SMALLEST_OF_TWO, abs=0.05)


def test_words_shrink_with_the_page_until_they_could_not_be_read():
    assert Sheet(300, 200, 4.0).text_mm(2.0) == 2.0
    assert Sheet(300, 200, 3.0, SMALLEST_MAGNIFICATION).text_mm(2.0) == 2.0
    tiny = Sheet(300, 200, 2.4, 0.6)
    assert tiny.text_mm(2.4) * 0.6 == pytest.approx(2.4 * SMALLEST_MAGNIFICATION)
    assert tiny.text_mm(5.0) == 5.0
