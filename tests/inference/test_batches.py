"""Many records asked at once get the answers that each gets by itself."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.card import AROUND_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference import batches
from ecgviewer.inference.backend import with_backend
from ecgviewer.inference.batches import Answer, Batches, Question, read_question
from ecgviewer.inference.library import load_model
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.inference.predict import analyze
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.made_models import SumNet, card_of, noise, record_of


def named(name: str, values: Samples, leads: tuple[str, ...] = STANDARD_LEADS) -> Record:
    return replace(record_of(values, leads), record_id=name, name=name)


def records() -> list[Record]:
    half_silent = noise(12, 15_000, seed=3)
    half_silent[:, 5000:10_000] = np.nan
    return [
        named("short", noise(12, 3000, seed=1)),
        named("long", noise(12, 120_000, seed=2)),
        named("silent", np.full((12, 5000), np.nan)),
        named("half silent", half_silent),
        named("huge", noise(12, 5000, seed=4) * np.float32(1e38)),
        *(named(f"usual {seed}", noise(12, 5000, seed)) for seed in range(5, 9)),
        named("one lead", noise(1, 5000, seed=9), ("II",)),
    ]


def small_model() -> LoadedModel:
    """A net whose answers take no time, in the place of the large one."""
    generator = torch.manual_seed(4)
    mean, largest = (torch.randn(9, 12, generator=generator) for _ in range(2))
    return ready(card_of(), SumNet(mean, largest, torch.zeros(9)), torch.device("cpu"))


def by_itself(model: LoadedModel, record: Record) -> Answer:
    try:
        return analyze(model, record, Task())
    except EcgError as error:
        return error


def answers(model, asked: list[Record]) -> list[tuple[Question, Answer]]:
    gathered = Batches(model)
    found = [pair for record in asked for pair in gathered.ask(read_question(model, record))]
    return [*found, *gathered.finish()]


def test_answers_come_in_order_and_are_those_that_each_record_gets_by_itself(monkeypatch):
    monkeypatch.setattr(batches, "WINDOWS_AT_ONCE", 5)
    model, asked = small_model(), records()
    found = answers(model, asked)
    assert [question.record.name for question, _ in found] == [record.name for record in asked]
    for question, answer in found:
        alone = by_itself(model, question.record)
        if not isinstance(alone, Analysis):
            assert str(answer) == str(alone)
            continue
        assert isinstance(answer, Analysis)
        assert answer.scores == pytest.approx(alone.scores, abs=1e-5)
        spans = [[(w.start, w.stop) for w in a.windows] for a in (answer, alone)]
        assert spans[0] == spans[1]
        assert (answer.missing_leads, answer.notes) == (alone.missing_leads, alone.notes)
    assert sum(isinstance(answer, EcgError) for _, answer in found) == 2


def test_the_windows_of_a_very_long_record_are_never_all_in_memory(monkeypatch):
    monkeypatch.setattr(batches, "MOST_WINDOWS", 20)
    model, long = small_model(), records()[1]
    question = read_question(model, long)
    assert (question.alone, len(question.windows), question.n_places) == (True, 0, 24)
    ((_, answer),) = answers(model, [long])
    assert isinstance(answer, Analysis)
    assert len(answer.windows) == 24


def test_nets_of_single_beats_answer_by_themselves():
    model = small_model()
    of_beats = replace(
        model, card=replace(model.card, input=replace(model.card.input, windows=AROUND_BEATS))
    )
    assert read_question(of_beats, records()[0]).alone


def test_a_record_that_is_too_short_is_refused_when_it_is_read():
    with pytest.raises(EcgError, match=r"brief is 0\.2 s long"):
        read_question(small_model(), named("brief", noise(12, 100)))


def test_unfamiliarity_is_what_each_record_gets_by_itself():
    model = load_model("best12", "cpu")
    asked = [record for record in records() if record.name.startswith("usual")]
    for question, answer in answers(model, asked):
        alone = analyze(model, question.record, Task())
        assert isinstance(answer, Analysis)
        assert answer.unfamiliar == pytest.approx(alone.unfamiliar, abs=1e-5)
        assert answer.unfamiliar_reason == alone.unfamiliar_reason


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_on_a_gpu_answers_are_those_of_the_cpu():
    asked = [record for record in records() if record.name.startswith("usual")]
    plain, faster = load_model("best12", "cpu"), with_backend(load_model("best12", "cuda"), "auto")
    for (_, expected), (_, found) in zip(
        answers(plain, asked), answers(faster, asked), strict=True
    ):
        assert isinstance(expected, Analysis)
        assert isinstance(found, Analysis)
        assert found.scores == pytest.approx(expected.scores, abs=1e-3)
