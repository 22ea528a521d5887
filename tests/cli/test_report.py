"""``ecgviewer report`` on made records, without a model and with one that has learnt nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ecgviewer.cli.main import main
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.review import Change, Role, Step, Topic
from ecgviewer.inference import library
from ecgviewer.io.open import open_record
from ecgviewer.nets.build import NETS
from ecgviewer.review.deidentify import pseudonym_of
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.ui import jobs
from tests.gui import leads_net
from tests.gui.made_reports import NAME, write_steps
from tests.pdf_reader import read_pdf

AF = demo_folder() / "demo_af.hea"


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """One for all, as Qt wants it."""


@pytest.fixture(autouse=True)
def no_models(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setattr(library, "model_folders", lambda: (folder,))
    monkeypatch.setattr(jobs, "_MODELS", jobs._Models())
    return folder


@pytest.fixture
def record(tmp_path) -> Path:
    return write_steps(tmp_path / "ward")


def report(*args: object) -> int:
    return main(["report", *map(str, args)])


def text_of(out: Path) -> str:
    return "".join(page.text for page in read_pdf(out.read_bytes()))


def test_a_record_becomes_a_pdf_without_a_model(record, tmp_path, capsys):
    out = tmp_path / "r.pdf"
    assert report(record, "--out", out) == 0
    assert capsys.readouterr().out.strip() == str(out)
    text = text_of(out)
    assert "Not analysed: No model is installed" in text
    assert NAME not in text


def test_with_a_model_it_explains_what_was_asked_for(record, tmp_path, no_models, monkeypatch):
    monkeypatch.setitem(NETS, leads_net.NAME, leads_net.SpeakingNet)
    leads_net.save_speaking_model(no_models)
    out = tmp_path / "r.pdf"
    asked = ("--model", leads_net.NAME, "--label", "STD", "--method", "gradient")
    assert report(record, "--out", out, *asked) == 0
    text = text_of(out)
    assert "What spoke for ST depression: Input gradient" in text
    assert "Leads, for ST depression" in text


def test_a_folder_becomes_one_pdf_each_named_by_pseudonym(tmp_path):
    folder = tmp_path / "ward"
    one, two = write_steps(folder, "one"), write_steps(folder / "deeper", "two")
    out = tmp_path / "reports"
    (folder / "broken.hea").write_text("broken 1 250\nbroken.dat 16 1000/mV 16 0 0 0 0 II\n")
    assert report(folder, "--out", out) == 2
    # Both hold the same, so that they share a pseudonym.
    name = pseudonym_of(open_record(one).record_id)
    assert name == pseudonym_of(open_record(two).record_id)
    assert sorted(path.name for path in out.iterdir()) == [f"{name}-2.pdf", f"{name}.pdf"]


def test_identifiers_are_told_on_request(record, tmp_path):
    out = tmp_path / "r.pdf"
    assert report(record, "--out", out, "--identifiers") == 0
    assert NAME in text_of(out)


def test_what_readers_said_is_told_adjudicators_last(record, tmp_path):
    opened = open_record(record)
    reviews = tmp_path / "a.ecgreview"
    store = ReviewStore(reviews)
    store.keep_record(KnownRecord.of(opened))
    for reader, role in (("Chief", Role.ADJUDICATOR), ("Ann", Role.READER)):
        change = Change(Topic.CLASS, "AF", "present")
        store.keep(Step(opened.record_id, reader, datetime.now(UTC), (change,), role))
    store.close()
    out = tmp_path / "r.pdf"
    assert report(record, "--out", out, "--reviews", reviews) == 0
    text = text_of(out)
    assert text.index("Ann: ✓ Atrial fibrillation") < text.index("Chief: ✓ Atrial fibrillation")
    assert "Verdict: Chief, adjudicator" in text


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_paper_alone_is_a_picture(record, tmp_path, ending):
    out = tmp_path / f"p.{ending}"
    assert report(record, "--picture", out) == 0
    if ending == "png":
        assert QImage(str(out)).width() == round(267 * 300 / 25.4)
    else:
        assert "Research use only" in out.read_text()


def test_layout_start_and_paper_are_taken(tmp_path):
    long = demo_folder() / "demo_long.hea"
    out = tmp_path / "r.pdf"
    asked = ("--layout", "II", "--start", "60", "--paper", "letter")
    assert report(long, "--out", out, *asked) == 0
    page = read_pdf(out.read_bytes())[0]
    assert page.width_mm == pytest.approx(279.4, abs=0.2)
    assert "00:01:00" in page.text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Say where to"),
        (("--out", "nowhere/r.pdf"), "cannot be written: its folder does not exist"),
        (("--picture", "p.jpg"), "is no picture"),
        (("--out", "r.pdf", "--reviews", "none.ecgreview"), "does not exist: name a review file"),
        (("--out", "r.pdf", "--start", "99"), "nothing lies at 99 s"),
        (("--out", "r.pdf", "--model", "nobody"), "nobody"),
    ],
)
def test_what_cannot_be_done_gets_one_sentence(
    record, tmp_path, monkeypatch, capsys, arguments, told
):
    monkeypatch.chdir(tmp_path)
    assert report(record, *arguments) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert not (tmp_path / "r.pdf").exists()


def test_a_report_speaks_the_language_that_is_asked_for_and_english_otherwise(record, tmp_path):
    german, english = tmp_path / "de.pdf", tmp_path / "en.pdf"
    assert report(record, "--out", german, "--language", "de") == 0
    assert report(record, "--out", english) == 0
    assert "Nur für Forschungszwecke. Kein Medizinprodukt." in text_of(german)
    assert "Research use only" not in text_of(german)
    assert "Research use only. Not a medical device." in text_of(english)
