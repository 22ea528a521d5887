import numpy as np
import pytest
from PySide6.QtGui import QColor

from ecgviewer.core.scan import Episode
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme, View
from ecgviewer.ui.ribbon import HEIGHT_PX, Ribbon
from ecgviewer.ui.ribbon_rate import RATE_ROW_PX
from ecgviewer.ui.ribbon_scan import SCAN_PX, RibbonScan
from tests.gui.test_ribbon import long_record
from tests.scan_models import scan_of_beats

# 1000 s at 500 Hz: a second is a pixel.
N_SAMPLES = 500_000


@pytest.fixture
def ribbon(qtbot) -> Ribbon:
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.resize(1000, ribbon.height())
    ribbon.show_record(long_record())
    return ribbon


def scan_of(word: str, **more):
    return scan_of_beats(word, 500.0, n_samples=N_SAMPLES, **more)


def columns_of(ribbon: Ribbon, ink: Ink, rows: range) -> set[int]:
    picture = ribbon.grab().toImage()
    wanted = QColor(COLOURS[Theme.LIGHT].inks[ink]).rgb()
    return {x for x in range(100, 1000) for y in rows if picture.pixel(x, y) == wanted}


def test_room_is_kept_while_a_scan_is_expected_and_given_back_without_one(ribbon):
    assert ribbon.height() == HEIGHT_PX + RATE_ROW_PX
    ribbon.show_scan(None, expected=True)
    assert ribbon.height() == HEIGHT_PX + SCAN_PX
    ribbon.show_scan(None, expected=False)
    assert ribbon.height() == HEIGHT_PX + RATE_ROW_PX


def test_early_beats_stand_where_they_are_each_kind_in_its_row(ribbon):
    word = "N" * 399 + "V" + "N" * 199 + "A" + "N" * 300
    ribbon.show_scan(scan_of(word), expected=False)
    assert columns_of(ribbon, Ink.PVC, range(14)) == {400}
    assert columns_of(ribbon, Ink.PAC, range(14, 27)) == {600}


def test_an_episode_is_a_band_and_what_is_not_scanned_looks_different(ribbon):
    half = scan_of("N" * 500, done_until=N_SAMPLES // 2)
    ribbon.show_scan(half, expected=True)
    growing = ribbon.grab().toImage()
    whole = scan_of("N" * 500, episodes=(Episode(100_000, 150_000, "AFIB", 0.9),))
    ribbon.show_scan(whole, expected=False)
    done = ribbon.grab().toImage()

    def differ(x: range, y: range) -> bool:
        return any(growing.pixel(a, b) != done.pixel(a, b) for a in x for b in y)

    assert differ(range(600, 900), range(2, SCAN_PX))
    assert not differ(range(320, 480), range(2, SCAN_PX))
    assert differ(range(210, 290), range(SCAN_PX - 12, SCAN_PX))


def test_the_line_of_rates_has_the_summary_s_extremes_and_breaks_at_a_gap():
    times_s = np.concatenate([np.arange(1, 200, 1.0), np.arange(600, 800, 0.5)])
    gaps = np.array([[199 * 500, 600 * 500]])
    scan = scan_of("N" * len(times_s), times_s=times_s, gaps=gaps)
    ready = RibbonScan(scan)
    assert ready.extremes is not None
    low, high = (ready.rates_bpm[place] for place in ready.extremes)
    assert (low, high) == pytest.approx((scan.summary.min_bpm, scan.summary.max_bpm))
    x, rates = ready.rate_points(1000)
    assert np.nanmax(rates[x < 200]) == pytest.approx(60.0, abs=0.5)
    assert np.nanmin(rates[x > 620]) == pytest.approx(120.0, abs=0.5)
    assert np.isnan(rates[(x > 220) & (x < 580)]).all()


@pytest.mark.parametrize("word", ["", "N", "NNNN"])
def test_a_scan_that_found_next_to_nothing_is_painted(ribbon, word):
    ribbon.show_scan(scan_of(word), expected=False)
    ribbon.set_view(View(theme=Theme.DARK), (0, 5000))
    assert not ribbon.grab().isNull()
