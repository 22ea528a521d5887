"""What an evaluation leaves in its folder, and what it prints as JSON."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from ecgviewer.study.answers import Answers, key_of
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.ectopic import Ectopic
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import Figure, Table
from ecgviewer.study.mistakes import mistakes, write_mistakes
from ecgviewer.study.report import Report, as_markdown
from ecgviewer.study.threshold_study import RuleResult

CSV_COLUMNS = ("model", "source", "class", "metric", "value", "low", "high", "n", "n_positive")
MARKDOWN_FILE, CSV_FILE, PICTURE_FILE = "evaluation.md", "evaluation.csv", "evaluation.png"
MISTAKES_FILE, SCORES_FILE = "misclassified.csv", "scores.csv"


def write_all(report: Report, folder: Path) -> None:
    """Write evaluation.md, evaluation.csv, misclassified.csv and scores.csv."""
    answers = [evaluation.answers for evaluation in report.evaluations]
    tables = [one for evaluation in report.evaluations for one in evaluation.tables]
    (folder / MARKDOWN_FILE).write_text(as_markdown(report), encoding="utf-8")
    write_figures(folder / CSV_FILE, tables)
    wrong = [(one.model, mistakes(one, report.folders)) for one in answers]
    write_mistakes(folder / MISTAKES_FILE, wrong)
    write_scores(folder / SCORES_FILE, answers)


def as_facts(report: Report) -> dict[str, object]:
    """Return the report as JSON can hold it: counts, and every figure in long form."""
    return {
        "mapping": report.mapping,
        "draws": report.n_draws,
        "models": [_model_facts(evaluation) for evaluation in report.evaluations],
    }


def _model_facts(evaluation: Evaluation) -> dict[str, object]:
    union, elsewhere = evaluation.union, evaluation.elsewhere
    return {
        "model": evaluation.card.name,
        evaluation.answers.examples: union.n_records,
        "patients": union.n_patients,
        "out_of_fold": evaluation.n_by_fold,
        "left_out": dict(evaluation.left_out),
        "refused": list(evaluation.refused),
        "notes": list(evaluation.notes),
        "classes_in_mean": list(union.enough),
        "figures": list(figure_rows(evaluation.tables)),
        "threshold_rules": {
            name: [_rule_facts(result) for result in results]
            for name, results in evaluation.rules.items()
        },
        "ectopic": [_ectopic_facts(one) for one in evaluation.ectopic],
        "fibrillation": [
            asdict(one) | {"auc": _interval_facts(one.auc)} for one in evaluation.fibrillation
        ],
        "leave_source_out": list(figure_rows(elsewhere.unknown if elsewhere else ())),
    }


def _ectopic_facts(found: Ectopic) -> dict[str, object]:
    return {
        "source": found.source,
        "patients": found.n_patients,
        "beats": dict(found.counts),
        "recall": {group: _interval_facts(one) for group, one in found.recall.items()},
        "precision": {group: _interval_facts(one) for group, one in found.precision.items()},
    }


def _interval_facts(interval: Interval) -> dict[str, float | None]:
    return {name: _known(value) for name, value in asdict(interval).items()}


def _rule_facts(result: RuleResult) -> dict[str, object]:
    return {
        "calibration": result.rule.calibration,
        "thresholds": result.rule.thresholds,
        "f1": asdict(result.f1),
        "gain": asdict(result.gain),
        "in_hindsight": result.hindsight,
        "brier": result.brier,
    }


def figure_rows(tables: Sequence[Table]) -> Iterator[dict[str, str | float | int | None]]:
    """Return every figure in long form; None where it could not be had."""
    for one in tables:
        for figure in one.figures:
            yield _row(figure)


def _row(figure: Figure) -> dict[str, str | float | int | None]:
    values = figure.interval
    return {
        "model": figure.model,
        "source": figure.source,
        "class": figure.label,
        "metric": figure.metric,
        "value": _known(values.value),
        "low": _known(values.low),
        "high": _known(values.high),
        "n": figure.n,
        "n_positive": figure.n_positive,
    }


def _known(value: float) -> float | None:
    return round(value, 6) if value == value else None


def write_figures(path: Path, tables: Sequence[Table]) -> None:
    """Write evaluation.csv; an unknown figure is an empty cell."""
    _write(path, CSV_COLUMNS, (row.values() for row in figure_rows(tables)))


def write_scores(path: Path, all_answers: Sequence[Answers]) -> None:
    """Write every score beside its truth, so that other figures can be made of them."""
    if all_answers[0].exclusive:
        header = ("model", "source", "record", "patient", "sample", "truth", *all_answers[0].labels)
        _write(path, header, (row for answers in all_answers for row in _window_rows(answers)))
        return
    header = ("model", "source", "record", "patient", "class", "truth", "score", "threshold")
    _write(path, header, (row for answers in all_answers for row in _score_rows(answers)))


def _window_rows(answers: Answers) -> Iterator[tuple[str | int, ...]]:
    truth = answers.truth.argmax(axis=1)
    for row, case in enumerate(answers.cases):
        probabilities = (f"{score:.4f}" for score in answers.scores[row])
        _, sample = key_of(case)
        label = answers.labels[truth[row]]
        yield (answers.model, case.source, case.name, case.patient, sample, label, *probabilities)


def _score_rows(answers: Answers) -> Iterator[tuple[str | float, ...]]:
    for row, case in enumerate(answers.cases):
        for column, label in enumerate(answers.labels):
            truth = answers.truth[row, column]
            yield (
                answers.model,
                case.source,
                case.name,
                case.patient,
                label,
                "" if truth != truth else int(truth),
                f"{answers.scores[row, column]:.6f}",
                f"{answers.thresholds[row, column]:.4f}",
            )


def _write(path: Path, header: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
