"""What the window says of a signal's quality: on the paper, among the facts, as a doubt."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.scan import Scan
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.judged import TOO_LONG, judge
from ecgviewer.signal.lead_reversal import LIMB_SWAPS, swapped
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.ui import quality_judging
from ecgviewer.ui.centre import strip_words
from ecgviewer.ui.look import LIGHT
from ecgviewer.ui.quality_words import ROW, SCORE_TIP
from tests.gui.test_unfamiliar import n_accented
from tests.scan_models import scan_of_beats

RATE_HZ = 500.0
MADE = synthesize("SNR", 3).signals_mv
NOISE = np.random.default_rng(6).normal(0.0, 0.3, MADE.shape).astype(np.float32)
SWAPPED = "Possible limb-lead reversal: the cables of the right and left arm look swapped"
FLAT, NOISY, CUT = (STANDARD_LEADS.index(lead) for lead in ("V1", "V3", "V5"))


def _spoilt() -> np.ndarray:
    values_mv = MADE.copy()
    values_mv[FLAT] = 0.0
    values_mv[NOISY] += NOISE[NOISY]
    values_mv[CUT, 1000:1800] = 5.0
    return values_mv


def _written(folder: Path, values_mv: np.ndarray, leads=STANDARD_LEADS, name="made") -> Path:
    write_record(folder / name, values_mv, RATE_HZ, leads)
    return folder / f"{name}.hea"


@pytest.fixture
def spoilt(tmp_path) -> Path:
    """Ten seconds with a flat, a noisy and a saturated lead."""
    return _written(tmp_path, _spoilt())


@pytest.fixture
def two_leads(tmp_path) -> Path:
    """A minute and a half of two leads; MLII is noise from 40 to 50 s."""
    values_mv = np.tile(MADE[[1, 6]], 9)
    values_mv[0, 20_000:25_000] = NOISE[0]
    return _written(tmp_path, values_mv, ("MLII", "V1"), "long")


def _marks(desk) -> dict[str, str]:
    """Return what stands beside the names of leads on the paper."""
    paper = desk.window.paper
    texts = paper.page.scene(paper.sheet()).texts
    places = {(text.y_mm, text.text): text.x_mm for text in texts if text.bold}
    return {
        lead: text.text
        for text in texts
        for (y_mm, lead), x_mm in places.items()
        if text.text[:1] in "✕△" and text.y_mm == y_mm and 0 < text.x_mm - x_mm < 15
    }


def _row(desk) -> str:
    return desk.window.facts.accessible_text().split(f"{ROW}\n")[1]


def _judge(desk, path: Path) -> None:
    desk.open(path)
    desk.until(lambda: desk.state.judged is not None)


def test_marks_stand_beside_just_the_leads_that_cannot_be_read_well(desk, spoilt):
    _judge(desk, spoilt)
    assert _marks(desk) == {"V1": "✕ flat line", "V3": "✕ muscle noise", "V5": "✕ clipped"}
    heard = desk.window.paper.accessibleDescription()
    assert [part.split(":")[0] for part in heard.split("; ") if "poor" in part] == [
        "V1 poor", "V3 poor", "V5 poor",
    ]  # fmt: skip


def test_the_facts_name_the_faults_and_the_score(desk, spoilt):
    _judge(desk, spoilt)
    head, *lines = _row(desk).split("\n")
    assert head.startswith("not acceptable (0.")
    assert lines == ["✕ poor: flat line in V1; muscle noise in V3; clipped in V5"]
    (told,) = (x for x in desk.window.facts.findChildren(object) if SCORE_TIP in _tip(x))
    assert "V3: muscle noise of 0." in told.toolTip()
    assert told.accessibleName().startswith(f"{ROW}: not acceptable")


def _tip(widget) -> str:
    return widget.toolTip() if hasattr(widget, "toolTip") else ""


def test_a_clean_record_is_marked_nowhere(desk, tmp_path):
    _judge(desk, _written(tmp_path, MADE))
    assert _marks(desk) == {}
    assert desk.window.paper.accessibleDescription() == ""
    assert _row(desk).startswith("acceptable (0.9")
    assert desk.window.message_line.text == ""


def test_the_demo_shows_no_mark(desk, demo_af):
    _judge(desk, demo_af)
    assert _marks(desk) == {}
    assert "reversal" not in _row(desk)


def test_swapped_cables_are_suspected_in_the_line_and_in_the_facts(desk, tmp_path):
    _judge(desk, _written(tmp_path, swapped(MADE, LIMB_SWAPS["RA/LA"])))
    assert desk.window.message_line.text == f"{SWAPPED}."
    assert _row(desk).split("\n")[-1] == SWAPPED
    assert _marks(desk) == {}


def test_of_a_long_record_the_stretches_around_the_page_are_judged(desk, two_leads):
    _judge(desk, two_leads)
    assert _row(desk) == "good on this page"
    assert _marks(desk) == {}
    desk.window.go_to(40.0)
    desk.until(lambda: _row(desk).startswith("on this page\n✕ poor:"))
    assert _marks(desk) == {"MLII": "✕ muscle noise"}
    desk.window.go_to(0.0)
    desk.until(lambda: _row(desk) == "good on this page")


def test_a_page_of_more_than_a_minute_is_not_judged(desk, two_leads):
    _judge(desk, two_leads)
    desk.window.judging.see((0, 80 * 500))
    desk.until(lambda: TOO_LONG in _row(desk))
    assert _marks(desk) == {}


def test_leads_without_millivolts_are_not_judged(desk, spoilt):
    header = spoilt.read_text()
    spoilt.write_text(header.replace(" 1000(0)/mV ", " 0 "))
    _judge(desk, spoilt)
    assert _marks(desk) == {}
    assert _row(desk).startswith("not judged")


def test_the_window_does_not_wait_and_a_late_judgement_is_dropped(
    desk, spoilt, tmp_path, monkeypatch
):
    held = []

    def slowly(record, start, stop, task):
        if record.path != spoilt:
            return judge(record, start, stop, task)
        held.append(record)
        while not task.cancelled:
            time.sleep(0.01)
        return judge(record, start, stop, task)

    monkeypatch.setattr(quality_judging, "judge", slowly)
    desk.window.opening.open_path(spoilt)
    desk.until(lambda: bool(held))
    assert _row(desk) == "…"
    _judge(desk, _written(tmp_path, MADE, name="next"))
    assert desk.state.record.name == "next"
    assert _marks(desk) == {}


def test_a_signal_that_cannot_be_read_is_told_once(desk, spoilt, monkeypatch):
    asked = []

    def failing(record, start, stop, task):
        asked.append(start)
        raise EcgError("made.dat cannot be read.")

    monkeypatch.setattr(quality_judging, "judge", failing)
    desk.open(spoilt)
    desk.window.change_view(gain_mm_per_mv=20.0)
    desk.until_idle()
    assert asked == [0]
    assert desk.window.message_line.text == "made.dat cannot be read."


def test_findings_of_an_unacceptable_signal_are_grey_and_say_why(speaking_desk, spoilt):
    speaking_desk.open(spoilt)
    told = speaking_desk.window.findings.doubts
    assert told.startswith("The signal quality is not acceptable (0.")
    faults = "flat line in V1; muscle noise in V3; clipped in V5"
    assert told.endswith(f"): {faults}. Do not lean on these.")
    assert strip_words(speaking_desk.state) == told
    assert told in speaking_desk.window.message_line.text
    assert n_accented(speaking_desk) == 0


def test_an_unfamiliar_record_says_both_in_one_line(speaking_desk, spoilt):
    speaking_desk.open(spoilt)
    doubted = replace(
        speaking_desk.state.analysis,
        unfamiliar=0.93,
        unfamiliar_limit=0.9,
        unfamiliar_reason="a flat line for a part of the time in V1",
    )
    speaking_desk.window.state.replace(analysis=doubted)
    told = speaking_desk.window.findings.doubts
    assert told.count("Do not lean on these.") == 1
    assert told.count("flat line") == 1
    assert "(0.93)" in told
    assert "The signal quality is not acceptable (0." in told


def test_a_scan_of_a_poor_lead_is_doubted_on_that_page_alone(desk, two_leads):
    _judge(desk, two_leads)
    desk.window.state.replace(scan=_scan_of("MLII"))
    desk.window.go_to(40.0)
    desk.until(lambda: bool(desk.window.findings.doubts))
    assert desk.window.findings.doubts == (
        "The scan reads lead MLII, which is poor on this page: muscle noise. "
        "Do not lean on its beats here."
    )
    assert desk.window.panels.scan.doubts == desk.window.findings.doubts
    desk.window.state.replace(scan=_scan_of("V1"))
    assert desk.window.panels.scan.doubts == ""


def _scan_of(lead: str) -> Scan:
    return replace(scan_of_beats("NNNN"), lead=lead)


def test_no_colour_alone_tells_a_mark(desk, spoilt):
    _judge(desk, spoilt)
    paper = desk.window.paper
    texts = paper.page.scene(paper.sheet()).texts
    inks = {text.ink for text in texts if text.text[:1] in "✕△"}
    assert [ink.value for ink in inks] == ["quiet"]
    assert LIGHT.error not in desk.window.facts.styleSheet()
