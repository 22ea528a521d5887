"""A report of agreement as a reader sees it: sentences, and tables of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecgviewer.core.classes import class_name
from ecgviewer.core.text import later, tr
from ecgviewer.review.against_truth import Accuracies, Accuracy
from ecgviewer.review.agreement import Agreement, Agreements
from ecgviewer.review.changes_of_mind import ChangesOfMind, Tally
from ecgviewer.review.draws import Measured
from ecgviewer.review.report_of_agreement import SMALL_N, AgreementReport

NOT_MEASURABLE = later("not measurable")
_ALL = later("All classes")
_BETWEEN = (
    later("Class"),
    later("Records"),
    later("Agreed"),
    later("Said to be there"),
    later("Kappa"),
)
_BY_TRUTH = (
    later("Class"),
    later("Records"),
    later("Truly there"),
    later("Sensitivity"),
    later("Specificity"),
    later("PPV"),
)
_MINDS = (
    later("Reader"),
    later("Records"),
    later("As the model, kept"),
    later("Own answer kept"),
    later("Changed to the model's"),
    later("Changed away from it"),
    later("Right before"),
    later("Right after"),
)
_WITH = (later("Between"), *_BETWEEN[1:])


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table in words; note: what to keep in mind, "" for nothing.

    has_total: the first row is of all others together.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    has_total: bool = False


def summary_of(report: AgreementReport) -> tuple[str, ...]:
    """Return in sentences on what the report rests."""
    if not report.readers:
        return (tr("No review in this file is finished yet, so nothing can be compared."),)
    said = [
        tr(
            "{readers} finished {records}.",
            readers=_names(report.readers),
            records=_records(report.n_records),
        )
    ]
    if report.together is not None:
        n = report.together.overall.n_records
        said.append(tr("Finished by all of them: {records}.", records=_records(n)))
    elif len(report.readers) > 1:
        said.append(tr("No record was finished by all of them."))
    said.extend(_truth_sentences(report))
    if report.is_small:
        said.append(tr("With fewer than {n} records, every figure is a hint at best.", n=SMALL_N))
    said.append(
        tr(
            "In a finished review a class that is not stated counts as absent; "
            "what somebody is unsure of leaves the comparison."
        )
    )
    return tuple(said)


def tables_of(report: AgreementReport) -> tuple[WordTable, ...]:
    """Return all tables that the report has figures for, in order."""
    return tuple(_tables(report))


def label_words(label: str) -> str:
    """Return the name of a class, and of all of them together."""
    return class_name(label) if label else tr(_ALL)


def share_words(found: Measured) -> str:
    """Return a share with its interval: "83 % (55 to 95)"."""
    if found.value is None:
        return tr(NOT_MEASURABLE)
    return _with_interval(f"{100 * found.value:.0f} %", found, 100, 0)


def kappa_value_words(found: Measured) -> str:
    """Return a kappa with its interval: "0.62 (0.15 to 1.00)"."""
    if found.value is None:
        return tr(NOT_MEASURABLE)
    return _with_interval(f"{found.value:.2f}", found, 1, 2)


def _with_interval(value: str, found: Measured, times: int, digits: int) -> str:
    value = value.replace("-", "−")
    if found.low is None or found.high is None:
        return tr("{value} (interval not measurable)", value=value)
    low, high = (f"{times * end:.{digits}f}" for end in (found.low, found.high))
    words = tr("{value} ({low} to {high})", value=value, low=low, high=high)
    return words.replace("-", "−")


def _truth_sentences(report: AgreementReport) -> Iterator[str]:
    if report.adjudicators:
        yield tr(
            "{adjudicators} adjudicated {records}.",
            adjudicators=_names(report.adjudicators),
            records=_records(report.n_adjudicated),
        )
    if len(report.readers) > 1:
        yield tr(
            "Settled: {settled}; still disputed: {disputed}.",
            settled=_records(report.n_settled),
            disputed=_records(report.n_disputed),
        )


def _tables(report: AgreementReport) -> Iterator[WordTable]:
    if report.together is not None:
        title = tr("Readers with one another: {readers}", readers=_names(report.together.raters))
        yield _between(title, report.together)
    if report.before is not None:
        yield _between(tr("The same, before the model was shown"), report.before)
    if report.pairs:
        yield _overall(tr("Every two readers"), report.pairs)
    model = report.model.name if report.model is not None else ""
    if report.with_model:
        yield _overall(tr("Readers with the model {model}", model=model), report.with_model)
    if report.with_model_before:
        title = tr("The same, before {model} was shown", model=model)
        yield _overall(title, report.with_model_before)
    if report.minds:
        yield _minds(report.minds, model)
    for found in report.by_truth:
        yield _by_truth(found)


def _between(title: str, found: Agreements) -> WordTable:
    rows = tuple(
        (label_words(one.label), *_agreement(one)) for one in (found.overall, *found.by_class)
    )
    return WordTable(title, _heads(_BETWEEN), rows, _kappa_note(found), has_total=True)


def _overall(title: str, found: Sequence[Agreements]) -> WordTable:
    rows = tuple((_names(one.raters), *_agreement(one.overall)) for one in found)
    return WordTable(title, _heads(_WITH), rows, tr("All classes taken together."))


def _agreement(one: Agreement) -> tuple[str, ...]:
    return (
        f"{one.n_records:,}",
        share_words(one.agreed),
        share_words(one.prevalence),
        kappa_value_words(one.kappa),
    )


def _kappa_note(found: Agreements) -> str:
    if len(found.raters) == 2:
        return tr(
            "Cohen's kappa: agreement beyond chance. In brackets 95 % intervals: Wilson's for "
            "shares, percentiles of 2000 draws of records for kappa."
        )
    return tr(
        "Fleiss' kappa: agreement beyond chance, of any two readers. In brackets 95 % "
        "intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa."
    )


def _minds(minds: Sequence[ChangesOfMind], model: str) -> WordTable:
    rows = tuple(
        (
            mind.reader,
            f"{mind.n_records:,}",
            *(_tally(one) for one in (mind.agreed, mind.kept, mind.to_model, mind.away)),
            share_words(mind.right_before),
            share_words(mind.right_after),
        )
        for mind in minds
    )
    title = tr("Own answers, before and after {model} was shown", model=model)
    note = tr(
        "Counted in classes of records; “right” by the settled truth, "
        "where at least two people stand behind it or an adjudicator does."
    )
    return WordTable(title, _heads(_MINDS), rows, note)


def _tally(one: Tally) -> str:
    if not one.n_known:
        return f"{one.n:,}"
    return tr("{n} ({right} of {known} right)", n=one.n, right=one.n_right, known=one.n_known)


def _by_truth(found: Accuracies) -> WordTable:
    rows = tuple(
        (label_words(one.label), f"{one.n_records:,}", f"{one.n_present:,}", *_accuracy(one))
        for one in (found.overall, *found.by_class)
    )
    title = tr("The model {model} by the settled truth", model=found.name)
    note = tr(
        "After each figure its 95 % interval and the number that it rests on: records, "
        "one class at a time. PPV depends on how often the class is there."
    )
    return WordTable(title, _heads(_BY_TRUTH), rows, note, has_total=True)


def _accuracy(one: Accuracy) -> tuple[str, ...]:
    return tuple(_share_of(figure) for figure in (one.sensitivity, one.specificity, one.ppv))


def _share_of(figure: Measured) -> str:
    words = share_words(figure)
    return words if figure.value is None else tr("{share}, n {n}", share=words, n=figure.n)


def _heads(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(tr(text) for text in texts)


def _records(n: int) -> str:
    return tr("1 record") if n == 1 else tr("{n} records", n=f"{n:,}")


def _names(names: Sequence[str]) -> str:
    return ", ".join(names)
