"""The report as a PDF: measured, read and searched as a stranger would."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.classes import class_text
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import LONGEST_NOTE, Change, Step, Topic, review_of
from ecgviewer.core.task import Task
from ecgviewer.nets.build import NETS
from ecgviewer.paper.view import Layout, View
from ecgviewer.review.report import Report
from ecgviewer.ui.report_making import Wish, make_report
from ecgviewer.ui.report_pdf import pdf_of, write_file
from tests.gui import leads_net
from tests.gui.made_reports import (
    COMMENT,
    DAY,
    LARGE_MM,
    NAME,
    opened,
    said,
    traces,
    uprights_mm,
    write_steps,
)
from tests.pdf_reader import Fill, Glyph, PdfPage, Stroke, read_pdf

SLACK_MM = 0.05
_MAY_ALL = getattr(os, "geteuid", lambda: 0)() == 0
N_ROWS = 4
CAUTION = "Researchuseonly.Notamedicaldevice."


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Fonts need an application."""


@pytest.fixture
def record(tmp_path):
    return opened(write_steps(tmp_path / "ward"))


@pytest.fixture
def speaking(no_models, monkeypatch) -> str:
    monkeypatch.setitem(NETS, leads_net.NAME, leads_net.SpeakingNet)
    leads_net.save_speaking_model(no_models)
    return leads_net.NAME


@pytest.fixture
def full(record, speaking) -> Report:
    wish = Wish(record, reviews=(said(record.record_id),))
    return make_report(wish, Task())


@pytest.fixture
def pages(full) -> list[PdfPage]:
    return read_pdf(pdf_of(full, "a4", Task()))


def words(text: str) -> str:
    """A text as the reader of PDFs returns it: it knows no blanks."""
    return re.sub(r"\s", "", text)


def text_of(pages: list[PdfPage]) -> str:
    return words("".join(page.text for page in pages))


# True to scale


@pytest.mark.parametrize(("paper", "size_mm"), [("a4", (297, 210)), ("letter", (279.4, 215.9))])
def test_grid_lines_25_mm_apart_are_25_mm_apart_on_paper(full, paper, size_mm):
    page = read_pdf(pdf_of(full, paper, Task()))[0]
    # Qt rounds a page to whole points.
    assert (page.width_mm, page.height_mm) == pytest.approx(size_mm, abs=0.18)
    places = uprights_mm(page, LARGE_MM)
    assert len(places) >= 50
    assert np.diff(places) == pytest.approx(5.0, abs=SLACK_MM)
    assert places[5:] - places[:-5] == pytest.approx(25.0, abs=SLACK_MM)


def test_a_pulse_of_1_mv_and_200_ms_is_10_mm_high_and_5_mm_wide(pages):
    strokes = [path for stroke in pages[0].strokes for path in stroke.paths if len(path) == 2]
    upright = [path for path in strokes if abs(path[0, 0] - path[1, 0]) < 0.001]
    sides = [path for path in upright if abs(np.ptp(path[:, 1]) - 10) < SLACK_MM]
    left, right = sorted({round(float(path[0, 0]), 3) for path in sides})
    assert len(sides) == 2 * N_ROWS
    assert right - left == pytest.approx(5, abs=SLACK_MM)


@pytest.mark.parametrize("speed_mm_per_s", [25.0, 50.0])
def test_a_second_of_the_trace_is_as_long_as_the_paper_says(record, speed_mm_per_s):
    view = View(layout=Layout.RHYTHM, speed_mm_per_s=speed_mm_per_s)
    report = make_report(Wish(record, view, asks=False), Task())
    page = read_pdf(pdf_of(report, "a4", Task()))[0]
    (line, *_) = traces(page)
    points = line.paths[0]
    rises = points[:-1, 0][np.diff(points[:, 1]) < -9.9]
    assert len(rises) >= 4
    assert np.diff(rises) == pytest.approx(speed_mm_per_s, abs=SLACK_MM)
    assert np.ptp(points[:, 1]) == pytest.approx(10.0, abs=SLACK_MM)
    assert f"{speed_mm_per_s:g}mm/s" in words(page.text)


# Vectors


def test_every_lead_is_one_line_and_nothing_is_an_image(pages):
    assert [page.n_images for page in pages] == [0] * len(pages)
    # Twelve leads, and lead II below them once more.
    assert len(traces(pages[0])) == len(traces(pages[1])) == 13


def test_the_underlay_lies_below_the_grid_and_the_grid_below_the_traces(full):
    # What readers mark is tinted too.
    page = read_pdf(pdf_of(replace(full, reviews=()), "a4", Task()))[1]
    items = page.items
    underlay = [
        place
        for place, item in enumerate(items)
        if isinstance(item, Fill)
        and item.colour[2] > item.colour[0]
        and np.ptp(np.concatenate(item.paths)[:, 1]) > 20
    ]
    grid = [
        place
        for place, item in enumerate(items)
        if isinstance(item, Stroke) and abs(item.width_mm - LARGE_MM) < 0.02
    ]
    drawn = [place for place, item in enumerate(items) if item in traces(page)]
    assert underlay
    assert max(underlay) < min(grid)
    assert min(grid) < min(drawn)


# What it says


def test_it_says_all_that_is_known_and_that_it_is_for_research(full, pages):
    text = text_of(pages)
    for expected in (
        "Atrial fibrillation",
        f"What spoke for {class_text(full.label).name}: HiResCAM",
        "Intervals and axis",
        "QTc Fridericia",
        "Verdict: Ann Reader, 2026-05-04",
        "The model is wrong because of: Noise",
        "Saliency in the right place (Grad-CAM): Partly",
        "1.00–3.00 s · II, V1 · Atrial fibrillation",
        "SNOMED CT 164889003",
        full.card.weights_sha256[:12],
        f"{full.analysis.scores['AF']:.2f}",
        "≥0.50suggested" if full.analysis.findings[0].present else "<0.50",
        "✓",
        "✗",
        "not present",
        "unsure",
        "41 years",
        "Reviewed.",
    ):
        assert words(expected) in text, expected
    for number, page in enumerate(pages, start=1):
        assert CAUTION in words(page.text)
        assert f"Page{number}of{len(pages)}" in words(page.text)


def test_bars_of_leads_have_the_values_of_their_weights(full, pages):
    assert full.weights is not None
    text = text_of(pages)
    for value in full.weights.of(full.label).tolist():
        assert f"{value:+.2f}".replace("-", "−") in text


def test_what_a_reader_marked_lies_on_the_paper_of_both_pages(full, pages):
    bare = read_pdf(pdf_of(replace(full, reviews=()), "a4", Task()))
    for with_marks, without in zip(pages[:2], bare[:2], strict=True):
        assert words(with_marks.text).count("AF") > words(without.text).count("AF")


def test_it_says_which_of_two_readers_marked_what(record):
    ann = said(record.record_id)
    bob = replace(said(record.record_id), reader="Bob")
    silent = replace(said(record.record_id), reader="Cy", regions=())
    report = make_report(Wish(record, reviews=(silent, ann, bob), asks=False), Task())
    text = text_of(read_pdf(pdf_of(report, "a4", Task())))
    assert words("A: AF") in text
    assert words("B: AF") in text
    for sign in "AB":
        assert words(f"Marked regions, {sign} on the paper") in text
    assert words("Marked regions, C on the paper") not in text


def test_without_a_model_it_says_so_and_has_the_rest(record, no_models):
    report = make_report(Wish(record), Task())
    pages = read_pdf(pdf_of(report, "a4", Task()))
    text = text_of(pages)
    assert "Notanalysed:Nomodelisinstalled" in text
    assert "Intervalsandaxis" in text
    assert len(traces(pages[0])) == 13
    assert "Whatspokefor" not in text


def test_a_class_that_the_model_does_not_know_is_refused_by_name(record, speaking):
    with pytest.raises(EcgError, match="knows no class XYZ; it has AF, PVC, STD"):
        make_report(Wish(record, label="XYZ"), Task())


def test_what_was_never_stated_leaves_room_for_pen_and_signature(record):
    report = make_report(Wish(record, asks=False), Task())
    assert "Name,date,signature" in text_of(read_pdf(pdf_of(report, "a4", Task())))


def test_the_demo_is_called_synthetic_on_every_page(demo_af, no_models):
    from ecgviewer.io.open import open_record

    report = make_report(Wish(open_record(demo_af)), Task())
    pages = read_pdf(pdf_of(report, "a4", Task()))
    assert all("SYNTHETIC" in page.text for page in pages)


def test_a_long_note_goes_on_in_the_next_column_and_nothing_leaves_its_page(record):
    told = " ".join(f"word{n}" for n in range(LONGEST_NOTE // 9))
    change = Change(Topic.NOTE, "", told)
    step = Step(record.record_id, "Ann", datetime(2026, 5, 4, tzinfo=UTC), (change,))
    review = review_of(record.record_id, "Ann", (step,))
    report = make_report(Wish(record, reviews=(review, review), asks=False), Task())
    pages = read_pdf(pdf_of(report, "a4", Task()))
    assert text_of(pages).count(words(told)[-60:]) == 2
    for page in pages:
        letters = [item for item in page.items if isinstance(item, Glyph)]
        assert all(0 < one.x_mm < page.width_mm and 0 < one.y_mm < 207 for one in letters)


# Nobody is named


def forms_of(name: str) -> list[bytes]:
    """A name as a PDF may hold it."""
    return [name.encode(), name.encode("utf-16-be"), name.encode("utf-16-be").hex().encode()]


def test_nothing_in_it_names_the_patient_the_file_or_the_day(full):
    content = pdf_of(full, "a4", Task())
    text = text_of(read_pdf(content))
    for secret in (NAME, COMMENT, DAY, "10:20:30", "17/03/1998", "Ward", "Smith", "ward"):
        assert words(secret) not in text, secret
        assert not any(form in content for form in forms_of(secret)), secret
    assert full.record.name in text
    assert "de-identified" in text


def test_the_name_of_a_file_is_taken_out_of_what_readers_wrote(tmp_path):
    record = opened(write_steps(tmp_path / "bed", "qxveb"))
    change = Change(Topic.NOTE, "", "as in qxveb before")
    step = Step(record.record_id, "Ann", datetime(2026, 5, 4, tzinfo=UTC), (change,))
    review = review_of(record.record_id, "Ann", (step,))
    report = make_report(Wish(record, reviews=(review,), asks=False), Task())
    text = text_of(read_pdf(pdf_of(report, "a4", Task())))
    assert words("as in [removed] before") in text


def test_the_name_of_a_file_is_taken_out_of_what_went_wrong(record):
    told = f"Lead V9 of {NAME}.hea is in degC, not a voltage."
    report = make_report(Wish(record, asks=False, why_not=told), Task())
    content = pdf_of(report, "a4", Task())
    assert words("not a voltage") in text_of(read_pdf(content))
    assert words(NAME) not in text_of(read_pdf(content))
    named = make_report(Wish(record, asks=False, why_not=told, identified=True), Task())
    assert named.why_not == told


def test_with_identifiers_it_names_them(record):
    report = make_report(Wish(record, identified=True, asks=False), Task())
    text = text_of(read_pdf(pdf_of(report, "a4", Task())))
    for told in (NAME, COMMENT, DAY, f"{NAME}.hea"):
        assert words(told) in text, told


def test_its_metadata_hold_no_moment_and_no_author(full):
    content = pdf_of(full, "a4", Task())
    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate|MetadataDate", content)
    assert b"/Author ()" in content
    title = re.search(rb"/Title \((.*?)\)", content, re.S)
    assert title is not None
    assert title.group(1).decode("utf-16") == f"ECG report {full.record.name}"


# Where it cannot go


def test_a_folder_that_is_not_there_gives_one_sentence(tmp_path):
    with pytest.raises(EcgError, match=r"nowhere/r\.pdf cannot be written: its folder does not"):
        write_file(tmp_path / "nowhere" / "r.pdf", b"x")


def test_a_folder_in_the_place_of_the_file_gives_one_sentence(tmp_path):
    (tmp_path / "r.pdf").mkdir()
    with pytest.raises(EcgError, match="cannot be written"):
        write_file(tmp_path / "r.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["r.pdf"]


@pytest.mark.skipif(_MAY_ALL, reason="an administrator may write anywhere")
def test_a_folder_that_may_not_be_written_to_gives_one_sentence(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(EcgError, match="cannot be written"):
        write_file(tmp_path / "r.pdf", b"x")


def test_without_room_for_it_the_file_of_before_stays(tmp_path):
    resource = pytest.importorskip("resource", reason="this system limits no file's size")
    out = tmp_path / "r.pdf"
    out.write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(EcgError, match="cannot be written"):
            write_file(out, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert out.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["r.pdf"]


# Real records


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ptb-xl/records500/*/*_hr.hea", "Leads,for"),
        ("cpsc2018-challenge/A*.hea", "Leads,for"),
        ("cinc2011-quality/1028102.hea", "Thesignalqualityisnotacceptable"),
        ("formats/wfdb/100_3chan.hea", "Leadsreadasabsent:V1,V2,V3,V4,V5,V6"),
        ("cinc2017/A*.hea", "Findingsofthemodel"),
    ],
)
def test_real_records_have_reports(data_folder: Path, pattern: str, expected: str):
    from ecgviewer.io.open import open_record

    path = sorted(data_folder.glob(pattern))[0]
    report = make_report(Wish(open_record(path)), Task())
    content = pdf_of(report, "a4", Task())
    pages = read_pdf(content)
    text = text_of(pages)
    assert expected in text
    assert path.stem not in text
    assert path.stem.encode() not in content
    assert np.diff(uprights_mm(pages[0], LARGE_MM)) == pytest.approx(5.0, abs=SLACK_MM)
    assert traces(pages[0])


def test_a_real_scan_has_its_figures_and_strips_of_its_surest_places(data_folder: Path):
    from ecgviewer.io.open import open_record

    path = data_folder / "mitdb" / "219.hea"
    report = make_report(Wish(open_record(path), scanned=True), Task())
    assert report.scan is not None
    pages = read_pdf(pdf_of(report, "a4", Task()))
    text = text_of(pages)
    assert "Scan,beatbybeat" in text
    assert words("places of the scan, the surest of each kind") in text
    strips = [page for page in pages if "thesurestofeachkind" in words(page.text)]
    assert sum(len(traces(page)) for page in strips) >= len(report.strips) >= 4
    assert "219" not in report.record.name
