"""The places of a scan that a reader wants to see."""

import numpy as np
import pytest

from ecgviewer.core.scan import Episode
from ecgviewer.core.scan_findings import (
    FindingKind,
    ScanFinding,
    in_order_of_confidence,
    next_in_time,
)
from ecgviewer.signal.scan_findings import scan_findings
from tests.scan_models import LABELS, scan_of_beats

RATE_HZ = 100.0


def test_early_beats_are_runs_couplets_and_single_ones_with_their_mean_score():
    scan = scan_of_beats("NVNVVNVVVNANAA", RATE_HZ, scores={3: 0.6, 4: 0.8})
    found = [(x.kind, x.start, x.stop, x.n_beats) for x in scan_findings(scan)]
    assert found == [
        (FindingKind.PVC, 200, 200, 1),
        (FindingKind.PVC_COUPLET, 400, 500, 2),
        (FindingKind.PVC_RUN, 700, 900, 3),
        (FindingKind.PAC, 1100, 1100, 1),
        (FindingKind.PAC_COUPLET, 1300, 1400, 2),
    ]
    couplet, run = scan_findings(scan)[1:3]
    assert couplet.score == pytest.approx(0.7)
    assert couplet.bpm is None
    assert run.bpm == pytest.approx(60.0)


def test_a_pause_is_an_interval_of_two_seconds_that_no_gap_crosses():
    times_s = [1, 2, 3, 5.5, 6.5, 9.5, 10.5]
    gaps = np.array([[700, 900]])
    scan = scan_of_beats("NNNNNNN", RATE_HZ, times_s=times_s, gaps=gaps)
    (pause,) = scan_findings(scan)
    assert (pause.kind, pause.start, pause.stop, pause.score) == (
        FindingKind.PAUSE,
        300,
        550,
        None,
    )


def test_no_run_goes_on_across_what_could_not_be_read():
    times_s = [1, 2, 3, 40, 41, 42]
    scan = scan_of_beats("NVVVVN", RATE_HZ, times_s=times_s, gaps=np.array([[300, 4000]]))
    assert [x.kind for x in scan_findings(scan)] == [FindingKind.PVC_COUPLET] * 2


def test_episodes_stand_among_the_beats_in_time():
    episodes = (Episode(150, 450, "AFIB", 0.9),)
    scan = scan_of_beats("VNNNV", RATE_HZ, episodes=episodes)
    assert [x.kind for x in scan_findings(scan)] == [
        FindingKind.PVC,
        FindingKind.AFIB,
        FindingKind.PVC,
    ]
    assert scan_findings(scan)[1].n_beats == 3


def test_what_is_found_is_what_the_summary_counts():
    rng = np.random.default_rng(1)
    word = "".join(rng.choice(list("NVA"), 500, p=[0.6, 0.25, 0.15]))
    scan = scan_of_beats(word, RATE_HZ)
    by_kind = in_order_of_confidence(scan_findings(scan))
    for ectopy, single in ((scan.summary.pvc, "PVC"), (scan.summary.pac, "PAC")):
        kinds = [kind for kind in by_kind if kind.name.startswith(single)]
        assert sum(x.n_beats for kind in kinds for x in by_kind[kind]) == ectopy.n
        assert len(by_kind[FindingKind[f"{single}_COUPLET"]]) == ectopy.couplets
        assert len(by_kind[FindingKind[f"{single}_RUN"]]) == ectopy.runs


def _finding(kind: FindingKind, start: int, stop: int, score: float | None) -> ScanFinding:
    return ScanFinding(kind, start, stop, 1, score)


def test_the_gravest_kind_comes_first_and_in_it_the_surest():
    findings = (
        _finding(FindingKind.PVC, 10, 10, 0.6),
        _finding(FindingKind.PVC, 20, 20, 0.9),
        _finding(FindingKind.PAUSE, 30, 230, None),
        _finding(FindingKind.PAUSE, 300, 600, None),
        _finding(FindingKind.PVC_RUN, 700, 900, 0.5),
    )
    ordered = in_order_of_confidence(findings)
    assert list(ordered) == [FindingKind.PVC_RUN, FindingKind.PAUSE, FindingKind.PVC]
    assert [x.start for x in ordered[FindingKind.PVC]] == [20, 10]
    assert [x.start for x in ordered[FindingKind.PAUSE]] == [300, 30]


def test_steps_in_time_leave_out_the_place_that_one_stands_at():
    findings = tuple(_finding(FindingKind.PVC, start, start, 0.9) for start in (10, 20, 30))
    assert next_in_time(findings, 10, 1) is findings[1]
    assert next_in_time(findings, 15, -1) is findings[0]
    assert next_in_time(findings, 10, 2) is findings[2]
    assert next_in_time(findings, 30, 1) is None
    assert next_in_time(findings, 10, -1) is None


def test_every_label_of_a_beat_model_that_is_not_usual_has_its_kind():
    assert {"AFIB", "SVTA", "SBR", "PVC", "PAC"} <= set(LABELS)
    assert all(name in FindingKind.__members__ for name in ("AFIB", "SVTA", "SBR"))
