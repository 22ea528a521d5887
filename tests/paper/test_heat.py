import numpy as np
import pytest

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.paper.geometry import Sheet, TimeScale
from ecgviewer.paper.heat_colors import (
    STROKE_BELOW,
    STROKE_STEPS,
    STROKE_STOPS,
    UNDERLAY_STOPS,
    ramp,
    rgb,
    stroke_colours,
    underlay_table,
)
from ecgviewer.paper.heat_layer import heat_layer, layer_of, pixel_levels
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.scene import Scene
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Overlay, Theme, View
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.paper.made_record import flat, made_record, supply_of

SHEET = Sheet(265.0, 190.0, 4.0)


def heat_of(values: Samples, start: int = 0, label: str = "AF") -> Heat:
    stop = start + values.shape[1]
    return Heat(label, "gradcam", "m", start, stop, STANDARD_LEADS, values, values, 64.0)


def bump(rows: int = 1, n: int = 5000, at: int = 2500) -> Samples:
    values = np.zeros((rows, n), dtype=np.float32)
    values[:, at - 100 : at + 100] = np.hanning(200)
    return values


def scene_of(heat: Heat, theme: Theme = Theme.LIGHT, record: Record | None = None) -> Scene:
    page = Page(View(theme=theme), SHEET, {}, heat_layer(heat, Overlay()))
    return compose(page, supply_of(record or made_record(flat())))


def luminance(colour: tuple[int, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    parts = np.array(colour[:3]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def multiplied(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(round(a * b / 255) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("stops", [UNDERLAY_STOPS, STROKE_STOPS])
def test_lightness_changes_in_one_direction_only(stops):
    steps = np.array([luminance(tuple(colour)) for colour in ramp(stops, 64).tolist()])
    change = np.diff(steps)
    assert (change < 1e-9).all() or (change > -1e-9).all()


@pytest.mark.parametrize(
    ("theme", "trace", "minor", "major"),
    [
        (Theme.LIGHT, 17.2, 1.31, 1.87),
        (Theme.DARK, 16.1, 1.20, 1.57),
        (Theme.PRINT, 21, 1.41, 2.17),
    ],
)
def test_trace_and_grid_stand_out_from_the_paper_as_measured(theme, trace, minor, major):
    colours = COLOURS[theme]
    paper = rgb(colours.paper)
    assert contrast(rgb(colours.inks[Ink.TRACE]), paper) == pytest.approx(trace, abs=0.06)
    assert contrast(rgb(colours.minor), paper) == pytest.approx(minor, abs=0.02)
    assert contrast(rgb(colours.major), paper) == pytest.approx(major, abs=0.02)


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("ink", [Ink.TEXT, Ink.QUIET, Ink.MARK])
def test_text_can_be_read_on_the_paper(theme, ink):
    colours = COLOURS[theme]
    assert contrast(rgb(colours.inks[ink]), rgb(colours.paper)) >= 4.5


def test_the_underlay_hides_neither_trace_nor_grid_at_its_strongest():
    colours = COLOURS[Theme.LIGHT]
    for tint in underlay_table(1.0).tolist():
        paper = multiplied(rgb(colours.paper), tuple(tint))
        assert contrast(rgb(colours.inks[Ink.TRACE]), paper) >= 6.7
        assert contrast(multiplied(rgb(colours.minor), tuple(tint)), paper) >= 1.29
        assert contrast(multiplied(rgb(colours.major), tuple(tint)), paper) >= 1.83


def test_every_stroke_stands_out_from_dark_paper_and_grid():
    colours = COLOURS[Theme.DARK]
    for colour in stroke_colours(1.0):
        assert contrast(rgb(colour), rgb(colours.paper)) >= 5.3
        assert contrast(rgb(colour), rgb(colours.major)) >= 3.3
    assert contrast(rgb(STROKE_BELOW), rgb(colours.paper)) == pytest.approx(11.6, abs=0.1)


def test_no_heat_leaves_the_paper_as_it_is():
    assert underlay_table(1.0)[0].tolist() == [255, 255, 255]
    assert len(stroke_colours(0.6)) == STROKE_STEPS + 1


def levels_of(heat: Heat, percentile: float = 95.0) -> Samples:
    return layer_of(heat, Overlay(percentile=percentile)).levels


def rising(n: int = 100) -> Samples:
    """From almost nothing to 1, evenly."""
    return np.linspace(0.01, 1, n, dtype=np.float32)[np.newaxis]


def in_logits(values: Samples, start: int = 0, reference: Heat | None = None) -> Heat:
    """A heat of one-sample steps: the values are logits and add up to logits."""
    largest = float(np.nan_to_num(values).max())
    shown = np.maximum(values, 0) / largest if largest > 0 else np.zeros_like(values)
    stop = start + values.shape[1]
    return Heat(
        *("PVC", "gradcam", "m", start, stop, STANDARD_LEADS),
        *(values.astype(np.float32), shown.astype(np.float32), 1.0),
        reference=reference,
    )


def test_levels_run_from_the_percentile_to_the_maximum():
    layer = layer_of(in_logits(rising()), Overlay(percentile=90))
    assert (layer.levels[0] > 0).sum() == 10
    assert layer.levels.max() == 1.0
    assert layer.coloured_share(0, 100) == pytest.approx(0.1)
    assert layer.coloured_share(50, 100) == pytest.approx(0.2)


def test_silent_samples_are_never_coloured_even_if_most_are_silent():
    values = bump(n=50_000)
    assert (levels_of(heat_of(values), 50) > 0).sum() == (values > 0).sum()


def test_what_was_not_looked_at_stays_uncoloured_and_out_of_the_percentile():
    values = np.full((1, 1000), np.nan, dtype=np.float32)
    values[0, 900:] = rising()
    shown = levels_of(in_logits(values), 90)
    assert (shown[0, :900] == 0).all()
    assert (shown > 0).sum() == 10


def test_the_same_logits_have_the_same_colour_on_every_page():
    strongest = in_logits(4 * rising())
    page = in_logits(np.where(rising() > 0.6, 3 * rising(), 0), 500, strongest)
    there, here = (dict(zip(h.raw[0], levels_of(h, 50)[0], strict=True)) for h in (strongest, page))
    assert here[np.float32(3.0)] == pytest.approx(there[np.float32(3.0)])
    assert 0.4 < max(here.values()) < 0.6
    # Colour begins at the same logits too.
    faintest = [min(value for value, level in seen.items() if level > 0) for seen in (here, there)]
    assert faintest[0] == pytest.approx(faintest[1], abs=0.05)


def test_a_page_that_says_nearly_as_much_but_nowhere_as_loudly_is_a_little_paler():
    strongest = in_logits(np.where(np.arange(100) < 10, 4.0, 0.2)[np.newaxis])
    spread = np.where(np.arange(100) % 2, 0.9, 0.2)[np.newaxis]
    spread[0, 7] = 1.0
    layer = layer_of(in_logits(spread, 500, strongest), Overlay(percentile=95))
    page = layer.levels
    assert layer.scale is not None
    assert layer.scale.of_page
    assert page[0, 7] == page.max()
    # It says 0.551 logits a step on average, the strongest window 0.58.
    assert page.max() == pytest.approx(0.551 / 0.58, abs=0.01)
    assert (page > 0).sum() > 5


def test_what_is_stronger_than_the_strongest_window_has_full_colour():
    page = in_logits(6 * rising(), 500, in_logits(4 * rising()))
    assert levels_of(page, 90).max() == 1.0
    assert (levels_of(page, 90) == 1).sum() > 30


def test_a_page_on_which_next_to_nothing_speaks_stays_uncoloured():
    strongest = in_logits(4 * rising())
    page = in_logits(0.04 * rising(), 500, strongest)
    assert not levels_of(page).any()
    assert not levels_of(in_logits(0.002 * rising())).any()


def test_a_record_whose_evidence_adds_up_to_little_is_paler():
    half_a_logit = in_logits(0.5 * rising() / rising().sum())
    assert levels_of(half_a_logit, 50).max() == pytest.approx(0.34, abs=0.02)
    assert levels_of(in_logits(rising()), 50).max() == 1.0


def test_where_the_strongest_window_is_silent_a_page_that_is_not_has_its_own_scale():
    page = in_logits(rising(), 500, in_logits(0.001 * rising()))
    assert levels_of(page).max() == 1.0


def test_windows_that_are_scaled_by_themselves_keep_their_scale():
    values = rising()
    raw = (0.001 * values).astype(np.float32)
    heat = Heat(*("PVC", "cam", "m", 0, 100, STANDARD_LEADS, raw, values, 1.0), scope="window")
    assert levels_of(heat).max() == 1.0


def test_an_empty_heat_colours_nothing_and_says_so():
    empty = heat_of(np.zeros((1, 5000), dtype=np.float32))
    scene = scene_of(empty)
    assert not scene.heat_strips
    assert any("nothing on this page is coloured" in text.text for text in scene.texts)


def test_one_row_of_heat_is_one_band_over_the_rows_of_its_column():
    scene = scene_of(heat_of(bump(at=3000)))
    band, strip = scene.heat_strips
    assert band.height_mm == pytest.approx(3 * strip.height_mm)
    third_column = SHEET.snap_mm(band.x_mm) + np.flatnonzero(band.levels).mean() / 4
    # Sample 3000 is second 6, one second into the third column.
    assert third_column - band.x_mm == pytest.approx(25.0, abs=0.3)
    assert any("time only, not per lead" in text.text for text in scene.texts)


def test_heat_by_lead_stays_inside_that_leads_row():
    values = np.zeros((12, 5000), dtype=np.float32)
    values[STANDARD_LEADS.index("V5"), 4000:4100] = 1.0
    scene = scene_of(heat_of(values))
    (strip,) = scene.heat_strips
    v5 = next(text for text in scene.texts if text.text == "V5")
    assert strip.y_mm < v5.y_mm < strip.y_mm + strip.height_mm
    assert strip.x_mm < v5.x_mm
    assert any("per lead" in text.text for text in scene.texts)


def test_dark_paper_colours_the_stroke_and_paints_no_underlay():
    values = np.zeros((12, 5000), dtype=np.float32)
    values[STANDARD_LEADS.index("V5"), 4000:4100] = 1.0
    scene = scene_of(heat_of(values), Theme.DARK)
    assert not scene.heat_strips
    coloured = {t.lead for t in scene.traces if t.steps is not None and t.steps.any()}
    assert coloured == {"V5"}


def test_a_rail_above_the_row_is_a_second_cue():
    scene = scene_of(heat_of(bump(at=3000)))
    rails = [lines for lines in scene.lines if lines.ink is Ink.RAIL]
    assert len(rails) == 2
    assert all(len(lines.segments) > 1 for lines in rails)


def test_a_pixel_takes_the_strongest_of_its_samples_and_none_beyond_the_heat():
    row = np.zeros(100, dtype=np.float32)
    row[[0, 57, 99]] = (0.5, 1.0, 0.25)
    scale = TimeScale(0.0, 0.0, 25.0, 1000.0, 4.0)  # ten samples a pixel
    shown = pixel_levels(row, 0, scale, 15)
    assert np.flatnonzero(shown).tolist() == [0, 5, 9]
    assert shown[[0, 5, 9]].tolist() == [0.5, 1.0, 0.25]


def test_several_pixels_within_one_sample_share_its_level():
    row = np.array([0, 1, 0], dtype=np.float32)
    scale = TimeScale(0.0, 0.0, 100.0, 100.0, 4.0)  # four pixels a sample
    assert np.flatnonzero(pixel_levels(row, 0, scale, 12)).tolist() == [4, 5, 6, 7]


def test_a_hidden_overlay_is_no_layer():
    assert heat_layer(heat_of(bump()), Overlay(visible=False)) is None
    assert heat_layer(None, Overlay()) is None
