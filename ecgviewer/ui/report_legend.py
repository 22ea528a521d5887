"""What the colours of a report's second page mean: method, scale, scope, and their own test."""

from ecgviewer.core.classes import class_name
from ecgviewer.core.method_names import method_name
from ecgviewer.core.text import tr
from ecgviewer.paper.heat_colors import UNDERLAY_STEPS, underlay_table
from ecgviewer.paper.heat_layer import HeatLayer, layer_of
from ecgviewer.paper.silence import figure, why_uncoloured
from ecgviewer.review.report import Report
from ecgviewer.ui.report_canvas import BODY_MM, INK, QUIET, RULE, SMALL_MM, Canvas
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.why_panel import heat_words, scale_words

LEGEND_MM = 33.0
_BAR_MM, _BAR_HIGH_MM, _GAP_MM = 78.0, 4.0, 8.0
_SHADES = 64


def legend_title(report: Report) -> str:
    """Return what is coloured, in a line."""
    heat = report.heat
    if heat is None:
        return ""
    method = method_name(heat.method)
    if not heat.label:
        return tr("Where the model looked in each beat: {method}", method=method)
    name = class_name(heat.label)
    return tr("What spoke for {finding}: {method}", finding=name, method=method)


def paint_legend(
    canvas: Canvas,
    report: Report,
    page: tuple[int, int],
    x_mm: float,
    y_mm: float,
    width_mm: float,
) -> None:
    """Draw the colours' scale at the left, and in words at the right what they say and how
    well they stand their test.

    page: the samples that are shown.
    """
    if report.heat is None:
        return
    layer = layer_of(report.heat, report.overlay)
    _paint_scale(canvas, report, layer, x_mm, y_mm)
    _write(canvas, report, layer, page, (x_mm, y_mm, width_mm))


def _paint_scale(
    canvas: Canvas, report: Report, layer: HeatLayer, x_mm: float, y_mm: float
) -> None:
    table = underlay_table(report.overlay.opacity)
    for place in range(_SHADES):
        r, g, b = table[place * (UNDERLAY_STEPS - 1) // (_SHADES - 1)].tolist()
        left = place * _BAR_MM / _SHADES
        colour = f"#{r:02X}{g:02X}{b:02X}"
        canvas.box(x_mm + left, y_mm, _BAR_MM - left, _BAR_HIGH_MM, colour)
    canvas.frame(x_mm, y_mm, _BAR_MM, _BAR_HIGH_MM, RULE)
    below = y_mm + _BAR_HIGH_MM + 0.8
    if layer.scale is None:
        canvas.write(tr("nothing is coloured"), x_mm, below, _BAR_MM, SMALL_MM, colour=QUIET)
        return
    begins, full = figure(layer.scale.begins), figure(layer.scale.full)
    words = scale_words(ViewState(record=report.record, heat=report.heat), layer)
    canvas.write(begins, x_mm, below, _BAR_MM, SMALL_MM)
    canvas.write(full, x_mm, below, _BAR_MM, SMALL_MM, align="right")
    canvas.write(words, x_mm, below + 3.6, _BAR_MM, SMALL_MM, colour=QUIET, align="centre")
    told = tr(
        "Colour begins at the {percentile} % strongest; the ticks above a row say where.",
        percentile=f"{100 - report.overlay.percentile:g}",
    )
    canvas.write(told, x_mm, below + 8.2, _BAR_MM, SMALL_MM, colour=QUIET)


def _write(
    canvas: Canvas,
    report: Report,
    layer: HeatLayer,
    page: tuple[int, int],
    place: tuple[float, float, float],
) -> None:
    x_mm, y_mm, width_mm = place
    left, wide = x_mm + _BAR_MM + _GAP_MM, width_mm - _BAR_MM - _GAP_MM
    for words, size_mm, colour in _told(report, layer, page):
        canvas.write(words, left, y_mm, wide, size_mm, colour=colour)
        y_mm += canvas.height_mm(words, wide, size_mm) + 0.9


def _told(report: Report, layer: HeatLayer, page: tuple[int, int]) -> list[tuple[str, float, str]]:
    silence = why_uncoloured(layer, *page)
    if silence:
        return [(silence, BODY_MM, INK)]
    told = []
    if report.trial is not None:
        told.append((report.trial.sentence, BODY_MM, INK))
        told.append((report.trial.verdict.replace("\n", " "), SMALL_MM, QUIET))
    else:
        told.append((tr("The map was not tried by erasing."), BODY_MM, INK))
    told.append((heat_words(layer, page, report.record.rate_hz), SMALL_MM, QUIET))
    if report.blind:
        told.append((report.blind, SMALL_MM, QUIET))
    return told
