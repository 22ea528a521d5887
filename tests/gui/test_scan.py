"""A long record of one lead is judged beat by beat, and gone through by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QPageSize
from PySide6.QtWidgets import QTabBar

from ecgviewer.core.scan_findings import FindingKind
from ecgviewer.inference import library, scan, strip_beats
from ecgviewer.inference.library import save
from ecgviewer.nets.build import NETS
from ecgviewer.ui import holter_print, jobs
from ecgviewer.ui.look import font
from ecgviewer.ui.state import Stage
from tests.beat_models import beats_record
from tests.cli.made_records import write_record
from tests.scan_models import UpOrDownNet, scan_card

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
RATE_HZ = 360.0
# Single early beats at 20 and 100 s, a couplet from 50 s on, a run from 70 s on.
DOWN_S = (20, 50, 51, 70, 71, 72, 100)
UPS = tuple(second not in DOWN_S for second in range(1, 121))
PLACES_S = (20.0, 50.0, 70.0, 100.0)


@pytest.fixture
def holter(tmp_path):
    """Two minutes of one lead; the header's path."""
    record = beats_record(UPS, RATE_HZ, marked=False)
    folder = tmp_path / "records"
    write_record(folder, "holter", record.read(0, record.n_samples), ("MLII",), RATE_HZ)
    return folder / "holter.hea"


@pytest.fixture
def scanned(beat_desk, holter):
    beat_desk.open(holter)
    beat_desk.until(lambda: beat_desk.state.scan_stage is Stage.DONE)
    beat_desk.until_idle()
    return beat_desk


def shortened_tabs(window) -> list[str]:
    """The titles of panels that are not to be read whole."""
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    return [
        bar.tabText(place)
        for bar in bars
        for place in range(bar.count())
        if bar.tabRect(place).width() < needed_px(bar, place)
        or bar.tabRect(place).right() > bar.width()
    ]


def needed_px(bar, place) -> int:
    """How wide a title is; the one in front is in strong letters."""
    metrics = QFontMetrics(font(strong=place == bar.currentIndex()))
    return metrics.horizontalAdvance(bar.tabText(place))


def middle_s(desk) -> float:
    return desk.state.view.start_s + desk.window.page_s / 2


def test_a_long_record_of_one_lead_is_scanned_unasked(scanned):
    state = scanned.state
    assert state.analysis is None
    assert state.analysis_stage is Stage.NONE
    assert [f.kind for f in state.scan_findings] == [
        FindingKind.PVC,
        FindingKind.PVC_COUPLET,
        FindingKind.PVC_RUN,
        FindingKind.PVC,
    ]
    assert state.scan.summary.pvc.n == len(DOWN_S)
    window = scanned.window
    assert window.docks["scan"].seen
    assert window.docks["holter"].seen
    assert "see the tab Scan" in window.findings.caption
    assert "No model that explains single beats" in window.why.text
    assert "4 places" in window.panels.scan.caption
    assert "PVCs" in window.panels.holter.accessible_text()
    assert "1 couplet" in window.panels.holter.accessible_text()


def test_j_and_k_go_to_the_next_and_previous_place_in_time(scanned):
    desk = scanned
    for key, place_s in (
        (Key.Key_J, PLACES_S[0]),
        (Key.Key_J, 50.5),
        (Key.Key_J, 71.0),
        (Key.Key_K, 50.5),
        (Key.Key_J, 71.0),
        (Key.Key_J, PLACES_S[3]),
    ):
        desk.press(key)
        assert middle_s(desk) == pytest.approx(place_s, abs=0.1), key
    desk.press(Key.Key_J)
    assert middle_s(desk) == pytest.approx(PLACES_S[3], abs=0.1)
    assert "no finding after this place" in desk.window.message_line.text


def test_steps_go_on_from_the_page_that_the_reader_turned_to(scanned):
    scanned.press(Key.Key_J)
    scanned.window.go_to(60.0)
    scanned.press(Key.Key_J)
    assert middle_s(scanned) == pytest.approx(71.0, abs=0.1)


def test_a_click_goes_to_a_place_and_one_on_a_kind_steps_through_it_alone(scanned):
    panel = scanned.window.panels.scan

    def click(row) -> None:
        index = panel.rows.index_of(row)
        panel.list.scrollTo(index)
        area = panel.list.visualRect(index)
        scanned.bot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())

    run = next(f for f in scanned.state.scan_findings if f.kind is FindingKind.PVC_RUN)
    click(run)
    assert scanned.state.scan_finding is run
    assert middle_s(scanned) == pytest.approx(71.0, abs=0.1)
    click(FindingKind.PVC)
    assert scanned.state.scan_kind is FindingKind.PVC
    scanned.press(Key.Key_K)
    assert middle_s(scanned) == pytest.approx(PLACES_S[0], abs=0.1)
    scanned.press(Key.Key_J)
    assert middle_s(scanned) == pytest.approx(PLACES_S[3], abs=0.1)


def test_a_kind_that_is_chosen_again_is_left_and_folded(scanned):
    panel = scanned.window.panels.scan
    header = panel.rows.index_of(FindingKind.PVC)
    panel.list.setCurrentIndex(header)
    scanned.bot.keyClick(panel.list, Key.Key_Return)
    assert "J and K step through: Single PVCs" in panel.caption
    scanned.bot.keyClick(panel.list, Key.Key_Return)
    assert "4 places" in panel.caption
    assert not panel.list.isExpanded(header)
    scanned.press(Key.Key_J, Key.Key_J, Key.Key_J)
    assert middle_s(scanned) == pytest.approx(71.0, abs=0.1)


def test_the_list_is_gone_through_by_arrows_and_enter(scanned):
    panel = scanned.window.panels.scan
    scanned.bot.keyClick(scanned.window.paper, Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert panel.list.hasFocus()
    scanned.bot.keyClick(panel.list, Key.Key_Home)
    scanned.bot.keyClick(panel.list, Key.Key_Down)
    scanned.bot.keyClick(panel.list, Key.Key_Return)
    assert scanned.state.scan_finding.kind is FindingKind.PVC_RUN


def test_shift_w_takes_the_model_s_classes_from_the_paper(scanned):
    page = scanned.window.paper.page
    assert page.scan is scanned.state.scan
    scanned.press(Key.Key_W, modifier=SHIFT)
    assert page.scan is None
    scanned.press(Key.Key_W, modifier=SHIFT)
    assert page.scan is scanned.state.scan


def test_a_scan_fills_in_as_it_goes_and_esc_stops_it(beat_desk, holter, monkeypatch):
    monkeypatch.setattr(strip_beats, "STRETCH_S", 20.0)
    monkeypatch.setattr(scan, "STRETCH_S", 20.0)
    monkeypatch.setattr(scan, "CONTEXT_S", 5.0)
    monkeypatch.setattr(jobs, "PUBLISH_INTERVAL_S", 0.0)
    published = jobs.scan_record

    def until_half(record, question, lead, publish, task):
        def tell(part):
            publish(part)
            while part.scan.done_until >= 50 * RATE_HZ:
                task.step(1, 2)

        return published(record, question, lead, tell, task)

    monkeypatch.setattr(jobs, "scan_record", until_half)
    desk = beat_desk
    desk.window.opening.open_path(holter)
    desk.until(lambda: desk.state.scan is not None and len(desk.state.scan_findings) == 2)
    assert not desk.state.scan.is_done
    assert desk.window.message_line.work_text.startswith("Scanning holter")
    assert "So far, up to 0:00:5" in desk.window.panels.scan.caption
    desk.press(Key.Key_J, Key.Key_J, Key.Key_J)
    assert desk.window.message_line.text.endswith("so far.")
    desk.press(Key.Key_Escape)
    assert desk.window.message_line.text.startswith("Stopped")
    assert "Stopped, up to" in desk.window.panels.scan.caption
    monkeypatch.setattr(jobs, "scan_record", published)
    desk.press(Key.Key_S)
    desk.until(lambda: desk.state.scan_stage is Stage.DONE)
    assert desk.state.scan.is_done


def test_the_next_record_ends_the_scan_and_puts_its_panels_away(scanned, demo_af):
    scanned.window.opening.open_path(demo_af)
    scanned.until(lambda: scanned.state.record.path == demo_af)
    assert scanned.state.scan is None
    assert scanned.state.scan_findings == ()
    assert scanned.window.docks["scan"].isHidden()
    assert not scanned.window.docks["leads"].isHidden()
    scanned.until_idle()


def test_without_a_scan_its_panels_have_no_tabs(desk, demo_af):
    desk.open(demo_af)
    docks = desk.window.docks
    assert [name for name in ("scan", "strips", "holter") if not docks[name].isHidden()] == []
    assert docks["findings"].seen
    assert docks["why"].seen


def test_panels_that_the_reader_closed_stay_closed(beat_desk, holter, demo_af):
    docks = beat_desk.window.docks
    docks["leads"].close()
    beat_desk.open(holter)
    assert docks["beat"].isHidden()
    beat_desk.open(demo_af)
    assert docks["leads"].isHidden()
    assert not docks["beat"].isHidden()


def test_s_scans_lead_ii_of_a_record_of_twelve_leads_beside_its_analysis(
    speaking_desk, no_models, tall_record, demo_af, monkeypatch
):
    monkeypatch.setitem(NETS, "updown", UpOrDownNet)
    save(no_models / "updown", UpOrDownNet(), scan_card(name="updown", net="updown"))
    assert library.beat_models() == ("updown",)
    desk = speaking_desk
    desk.until_idle()
    desk.window.state.replace(beat_models=("updown",), model="speaking")
    desk.open(tall_record)
    analysis = desk.state.analysis
    assert analysis is not None
    desk.press(Key.Key_S)
    desk.until(lambda: desk.state.scan_stage is Stage.DONE)
    assert desk.state.analysis is analysis
    assert desk.state.scan.model == "updown"
    assert desk.window.docks["scan"].seen
    assert shortened_tabs(desk.window) == []
    docks = desk.window.docks
    assert docks["holter"] in desk.window.tabifiedDockWidgets(docks["scan"])
    # Without a scan there is room again.
    desk.open(demo_af)
    assert docks["holter"].isHidden()
    docks["holter"].show()
    assert docks["holter"] in desk.window.tabifiedDockWidgets(docks["why"])


def test_without_a_single_lead_model_s_says_so(model_desk, demo_af):
    model_desk.open(demo_af)
    model_desk.press(Key.Key_S)
    assert model_desk.window.message_line.is_error
    assert "No single-lead model" in model_desk.window.message_line.text


def test_the_ribbon_grows_for_a_scan_and_a_click_in_it_goes_there(scanned):
    ribbon = scanned.window.ribbon
    at = ribbon.rect().center()
    at.setY(20)
    scanned.bot.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=at)
    assert middle_s(scanned) == pytest.approx(scanned.state.record.duration_s / 2, abs=0.5)


def test_the_summary_is_written_as_a_pdf_of_a4_pages(scanned, tmp_path):
    state = scanned.state
    document = holter_print.summary_document(state.record, state.scan, state.scan_findings)
    text = document.toPlainText()
    assert "Holter summary: holter" in text
    assert "7 (" in text
    assert "PVC runs" in text
    assert "Research use only" in text
    out = tmp_path / "summary.pdf"
    assert holter_print.write_pdf(out, document)
    assert out.read_bytes().startswith(b"%PDF")
    assert not holter_print.write_pdf(tmp_path / "nowhere" / "summary.pdf", document)
    assert QPageSize(QPageSize.PageSizeId.A4).isValid()
    assert isinstance(holter_print._ribbon_picture(state.scan), QImage)
