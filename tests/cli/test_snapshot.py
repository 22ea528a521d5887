import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from ecgviewer.core.paths import demo_folder
from ecgviewer.io.wfdb_writer import write_record
from tests.made_models import random_model_folder
from tests.scan_models import untrained_model_folder

AF = demo_folder() / "demo_af.hea"


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A data folder with one model, named so that it is asked before any that ships."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(random_model_folder(), folder / "ecgviewer" / "models" / "random")
    return folder


def snapshot(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Qt reads its platform and scale when it starts, so each picture is a program of its own.
    environment = {**os.environ, "XDG_DATA_HOME": str(home)}
    for name in ("QT_SCALE_FACTOR", "QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "ecgviewer", "snapshot", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def picture(home: Path, out: Path, *arguments: str) -> QImage:
    done = snapshot(home, *arguments, "--model", "random", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out)
    image = QImage(str(out))
    assert not image.isNull()
    return image


SIZE = ("--size", "1000x700")


@pytest.fixture(scope="module")
def plain(home, tmp_path_factory) -> QImage:
    out = tmp_path_factory.mktemp("plain") / "plain.png"
    return picture(home, out, str(AF), *SIZE, "--label", "AF")


def test_the_picture_has_the_size_that_was_asked_for(plain):
    assert (plain.width(), plain.height()) == (1000, 700)


def test_scale_multiplies_the_pixels(home, tmp_path):
    image = picture(home, tmp_path / "a.png", "--demo", *SIZE, "--scale", "2")
    assert (image.width(), image.height()) == (2000, 1400)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--label", "STE"),
        ("--theme", "dark"),
        ("--layout", "12x1"),
        ("--method", "hirescam"),
        ("--panel", "beat"),
        ("--erase", "2.1-2.9", "--erase", "V1:5.5-6"),
        ("--filter", "high0.5,low40,notch50"),
    ],
)
def test_what_is_asked_for_is_in_the_picture(home, tmp_path, plain, arguments):
    asked = ("--label", "AF", *arguments) if "--label" not in arguments else arguments
    other = picture(home, tmp_path / "a.png", str(AF), *SIZE, *asked)
    assert other != plain


def test_a_broken_record_gives_one_sentence_and_no_picture(home, tmp_path):
    done = snapshot(home, str(tmp_path / "absent.hea"), "--out", str(tmp_path / "a.png"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "absent.hea" in done.stderr
    assert not (tmp_path / "a.png").exists()


def test_an_unknown_class_is_refused_with_those_that_are_known(home, tmp_path):
    out = str(tmp_path / "a.png")
    done = snapshot(home, str(AF), "--label", "XYZ", "--model", "random", "--out", out)
    assert done.returncode == 2
    assert "XYZ" in done.stderr
    assert "STE" in done.stderr


def test_a_class_of_a_long_record_is_asked_for_by_its_beats(home, tmp_path):
    record = str(AF.with_name("demo_long.hea"))
    done = snapshot(home, record, "--label", "PVC", "--out", str(tmp_path / "a.png"))
    assert done.returncode == 2
    assert "--scan and --beat" in done.stderr


@pytest.mark.parametrize(("span", "words"), [("V9:1-2", "no lead V9"), ("12-13", "12 and 13 s")])
def test_what_is_not_there_cannot_be_erased(home, tmp_path, span, words):
    out = str(tmp_path / "a.png")
    done = snapshot(home, str(AF), "--model", "random", "--out", out, "--erase", span)
    assert done.returncode == 2
    assert words in done.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ("--size", "10x10"),
        ("--size", "wide"),
        ("--scale", "0"),
        ("--erase", "3"),
        ("--erase", "3-2"),
        ("--panel", "none"),
        ("--filter", "40"),
        ("--compare-start", "-1"),
        ("--finding", "0"),
        ("--finding", "1", "--beat", "2"),
    ],
)
def test_impossible_wishes_are_refused_at_once(home, tmp_path, wrong):
    done = snapshot(home, str(AF), "--out", str(tmp_path / "a.png"), *wrong)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_every_beat_is_judged_where_that_is_asked_for(home, plain, tmp_path):
    shutil.copytree(untrained_model_folder(), home / "ecgviewer" / "models" / "untrained")
    scanned = picture(home, tmp_path / "a.png", str(AF), *SIZE, "--label", "AF", "--scan")
    paper = QRect(250, 100, 400, 400)
    assert scanned.copy(paper) != plain.copy(paper)
    beat = ("--scan", "--panel", "strips", "--beat", "4")
    chosen = picture(home, tmp_path / "b.png", str(AF), *SIZE, "--label", "AF", *beat)
    assert chosen.copy(paper) != scanned.copy(paper)


def test_a_beat_of_no_scan_and_a_finding_that_is_not_there_are_refused(home, tmp_path):
    asked = (str(AF), "--model", "random", "--out", str(tmp_path / "a.png"))
    done = snapshot(home, *asked, "--beat", "4")
    assert done.returncode == 2
    assert "give --scan too" in done.stderr
    done = snapshot(home, *asked, "--scan", "--finding", "99")
    assert "findings" in done.stderr
    assert done.returncode == 2


def test_a_filter_that_the_record_cannot_hold_is_refused_with_the_reason(home, tmp_path):
    write_record(tmp_path / "slow", np.zeros((1, 640), dtype=np.float32), 128.0, ["II"])
    out = str(tmp_path / "a.png")
    done = snapshot(home, str(tmp_path / "slow.hea"), "--out", out, "--filter", "low150")
    assert done.returncode == 2
    assert "low-pass 150 Hz does not fit: recorded at 128 Hz, it ends at 64 Hz" in done.stderr


def test_chosen_leads_a_pen_the_printed_paper_and_bookmarks_are_in_the_picture(
    home, plain, tmp_path
):
    look = ("--show-leads", "V1,-aVR", "--theme", "print", "--pen", "0.5", "--bookmark", "2:here")
    image = picture(home, tmp_path / "look.png", str(AF), *SIZE, "--label", "AF", *look)
    assert image.size() == plain.size()
    paper = [image.pixelColor(x, 60).name().upper() for x in range(600)]
    assert set(paper) & {"#FFFFFF"}
    assert "#FFF4F4" not in paper


def test_a_lead_that_cannot_be_shown_ends_with_one_sentence(home, tmp_path):
    done = snapshot(home, str(AF), "--show-leads", "V9", "--out", str(tmp_path / "no.png"))
    assert done.returncode == 2
    assert "no lead V9" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "no.png").exists()


def test_another_record_or_another_moment_stands_below(home, tmp_path, plain):
    below = QRect(250, 420, 400, 150)
    asked = (str(AF), *SIZE, "--label", "AF")
    itself = picture(home, tmp_path / "a.png", *asked, "--compare-start", "0")
    other = picture(home, tmp_path / "b.png", *asked, "--compare", str(AF.with_stem("demo_snr")))
    assert plain.copy(below) != itself.copy(below) != other.copy(below)
    above = QRect(0, 60, 650, 200)
    assert itself.copy(above) == other.copy(above)


def test_a_record_to_compare_that_is_not_there_gives_one_sentence(home, tmp_path):
    out = str(tmp_path / "a.png")
    done = snapshot(home, str(AF), "--out", out, "--compare", str(tmp_path / "absent.hea"))
    assert done.returncode == 2
    assert "absent.hea" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_a_reader_says_is_in_the_picture_and_kept_nowhere(home, plain, tmp_path):
    said = ("--say", "AF=present,PVC=absent,164890007=unsure", "--reader", "Ann", "--reviewed")
    marked = (*said, "--region", "II:2.5-3.5:AF", "--worklist")
    shown = picture(home, tmp_path / "said.png", str(AF), *SIZE, "--label", "AF", *marked)
    assert shown != plain
    assert list(home.rglob("*.ecgreview")) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [("AF", "no statement such as AF=present"), ("AF=maybe", "present, absent, unsure")],
)
def test_what_is_no_statement_is_refused(home, tmp_path, said, words):
    told = snapshot(home, str(AF), "--out", str(tmp_path / "x.png"), "--say", said)
    assert told.returncode == 2
    assert words in told.stderr


def test_a_class_that_nobody_knows_cannot_be_stated(home, tmp_path):
    told = snapshot(home, str(AF), "--out", str(tmp_path / "x.png"), "--say", "NONE=present")
    assert told.returncode == 2
    assert "NONE is no class" in told.stderr


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("II:2-1:AF", "ends before it begins"),
        ("2-3:AF", "no region such as II:1.2-1.8:PVC"),
        ("V9:1-2:AF", "demo_af has no lead V9; it has I, II"),
        ("II:9-11:AF", "demo_af ends at 10 s, before 11 s"),
    ],
)
def test_what_is_no_region_of_the_record_is_refused(home, tmp_path, region, words):
    told = snapshot(home, str(AF), "--out", str(tmp_path / "x.png"), "--region", region)
    assert told.returncode == 2
    assert words in told.stderr


def test_the_window_may_be_in_german_whatever_its_reader_has_chosen(home, plain, tmp_path):
    out = tmp_path / "german.png"
    shown = picture(home, out, str(AF), *SIZE, "--label", "AF", "--language", "de")
    tools = QRect(0, 0, shown.width(), 40)
    assert shown.size() == plain.size()
    assert shown.copy(tools) != plain.copy(tools)


def test_an_unknown_language_is_refused(home, tmp_path):
    done = snapshot(home, str(AF), "--out", str(tmp_path / "a.png"), "--language", "xx")
    assert done.returncode == 2
    assert "xx" in done.stderr
