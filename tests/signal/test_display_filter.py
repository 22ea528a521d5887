import pytest

from ecgviewer.signal.display_filter import (
    HIGH_PASS_HZ,
    LOW_PASS_HZ,
    NOTCH_HZ,
    OFF,
    DisplayFilter,
    can_hold,
    filter_words,
    fitting,
    parse_filter,
    unfit_words,
)

EVERY = [
    DisplayFilter(high, low, notch)
    for high in (None, *HIGH_PASS_HZ)
    for low in (None, *LOW_PASS_HZ)
    for notch in (None, *NOTCH_HZ)
]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (OFF, ""),
        (DisplayFilter(0.5, 40, 50), "0.5–40 Hz, notch 50 Hz"),
        (DisplayFilter(0.05, 150), "0.05–150 Hz"),
        (DisplayFilter(0.05), "high-pass 0.05 Hz"),
        (DisplayFilter(None, 100, 60), "low-pass 100 Hz, notch 60 Hz"),
    ],
)
def test_a_filter_is_told_in_few_words(chosen, words):
    assert filter_words(chosen) == words


@pytest.mark.parametrize("chosen", EVERY)
def test_every_filter_comes_back_from_its_code(chosen):
    assert parse_filter(chosen.code) == chosen
    assert chosen.on == (chosen != OFF)


@pytest.mark.parametrize("text", ["40", "low41", "low40,low100", "low 40", "high0.5;low40", "50"])
def test_other_codes_are_refused(text):
    with pytest.raises(ValueError, match="is no filter"):
        parse_filter(text)


@pytest.mark.parametrize(
    ("hz", "rate_hz", "holds"),
    [
        (150, 500, True), (150, 360, True), (150, 300, False), (150, 128, False),
        (100, 250, True), (60, 128, True), (60, 120, False), (40, 100, True), (0.5, 1, False),
    ],
)  # fmt: skip
def test_a_corner_lies_below_half_the_rate(hz, rate_hz, holds):
    assert can_hold(hz, rate_hz) is holds


def test_what_a_rate_cannot_hold_is_left_out_and_named():
    wanted = DisplayFilter(0.5, 150, 50)
    assert fitting(wanted, 128) == DisplayFilter(0.5, None, 50)
    assert unfit_words(wanted, 128) == (
        "low-pass 150 Hz does not fit: recorded at 128 Hz, it ends at 64 Hz"
    )
    assert unfit_words(wanted, 100).startswith("low-pass 150 Hz and notch 50 Hz do not fit")
    assert unfit_words(wanted, 500) == ""
    assert fitting(wanted, 500) == wanted
