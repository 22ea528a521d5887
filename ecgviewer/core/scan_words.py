"""A scan in words: a Holter report's figures, for command line and window."""

from collections.abc import Iterator, Sequence

from ecgviewer.core.classes import class_text
from ecgviewer.core.scan import RHYTHMS, Ectopy, Episode, Scan
from ecgviewer.core.text import later, tr

# More episodes are in the JSON form alone.
MOST_EPISODES = 12


def in_words(name: str, scan: Scan) -> str:
    """Return a scan for a cardiologist to read."""
    summary = scan.summary
    length = clock_words(scan.n_samples, scan.rate_hz)
    head = (
        f"{name}: {scan.lead_words}, {scan.rate_hz:g} Hz, {length}; "
        f"{summary.n_beats:,} beats, judged by {scan.model}"
    )
    rows = (f"{what:<14}{said}" for what, said in summary_rows(scan))
    lines = (*rows, *_episodes(scan), *scan.notes)
    return "\n".join([head, *(f"  {line}" for line in lines)])


def summary_rows(scan: Scan) -> Iterator[tuple[str, str]]:
    """Yield each figure of a scan's summary as its name and what is said of it."""
    summary = scan.summary
    unread_s = scan.done_until / scan.rate_hz - summary.read_s
    if unread_s >= 1:
        yield tr("Not readable"), duration_words(unread_s)
    if summary.n_beats:
        yield tr("Heart rate"), _rates(scan)
        yield tr("PVCs"), _ectopy(summary.pvc)
        yield tr("PACs"), _ectopy(summary.pac)
        yield from _blocks(scan)
        yield tr("Pauses"), _pauses(scan)
        yield from _rhythms(scan)


def _rates(scan: Scan) -> str:
    summary = scan.summary
    if summary.mean_bpm is None:
        return tr("not measurable")
    mean = f"{summary.mean_bpm:.0f}"
    if summary.min_bpm is None or summary.max_bpm is None:
        return tr("mean {mean} per minute", mean=mean)
    return tr(
        "mean {mean} per minute, over eight intervals {least} to {most}",
        mean=mean,
        least=f"{summary.min_bpm:.0f}",
        most=f"{summary.max_bpm:.0f}",
    )


def _ectopy(ectopy: Ectopy) -> str:
    if not ectopy.n:
        return tr("none")
    said = [_burden(ectopy)]
    if ectopy.couplets:
        said.append(counted(ectopy.couplets, later("{n} couplet"), later("{n} couplets")))
    if ectopy.longest_run is not None:
        said.append(
            counted(
                ectopy.runs,
                later("{n} run (longest {longest} beats, fastest {bpm} per minute)"),
                later("{n} runs (longest {longest} beats, fastest {bpm} per minute)"),
                longest=ectopy.longest_run,
                bpm=f"{ectopy.fastest_run_bpm:.0f}",
            )
        )
    return ", ".join(said)


def _burden(ectopy: Ectopy) -> str:
    n = f"{ectopy.n:,}"
    if ectopy.burden_percent is None:
        return n
    percent = f"{ectopy.burden_percent:.1f}"
    if ectopy.per_hour is None:
        return tr("{n} ({percent} % of the beats)", n=n, percent=percent)
    return tr(
        "{n} ({percent} % of the beats, {per_hour} an hour)",
        n=n,
        percent=percent,
        per_hour=f"{ectopy.per_hour:,.1f}",
    )


def _blocks(scan: Scan) -> Iterator[tuple[str, str]]:
    for label in ("LBBB", "RBBB"):
        n = scan.summary.counts[label]
        if n:
            share = f"{100 * n / scan.summary.n_beats:.1f}"
            one, many = later("{n} beat ({percent} %)"), later("{n} beats ({percent} %)")
            yield label, counted(n, one, many, percent=share)


def _pauses(scan: Scan) -> str:
    summary = scan.summary
    if summary.pauses is None:
        return tr("not measurable")
    if summary.longest_pause_s is None:
        return tr("none of 2 s or longer")
    return tr(
        "{n} of 2 s or longer, the longest {longest} s",
        n=f"{summary.pauses:,}",
        longest=f"{summary.longest_pause_s:.1f}",
    )


def _rhythms(scan: Scan) -> Iterator[tuple[str, str]]:
    summary = scan.summary
    if summary.af_score is not None:
        told = tr("{score} (0: none, 1: certain)", score=f"{summary.af_score:.2f}")
        yield tr("AF score"), told
    for rhythm in RHYTHMS:
        episodes = [episode for episode in scan.episodes if episode.label == rhythm]
        if episodes:
            yield rhythm, _total(episodes, scan)


def _episodes(scan: Scan) -> Iterator[str]:
    for episode in scan.episodes[:MOST_EPISODES]:
        start, stop = (clock_words(at, scan.rate_hz) for at in (episode.start, episode.stop))
        yield f"  {start} to {stop}  {class_text(episode.label).name} ({episode.score:.2f})"
    if len(scan.episodes) > MOST_EPISODES:
        yield f"  and {len(scan.episodes) - MOST_EPISODES:,} more episodes"


def _total(episodes: Sequence[Episode], scan: Scan) -> str:
    lengths_s = [(episode.stop - episode.start) / scan.rate_hz for episode in episodes]
    share = 100 * sum(lengths_s) / scan.summary.read_s if scan.summary.read_s > 0 else 0.0
    return counted(
        len(episodes),
        later("{time} ({percent} % of the time) in {n} episode, the longest {longest}"),
        later("{time} ({percent} % of the time) in {n} episodes, the longest {longest}"),
        time=duration_words(sum(lengths_s)),
        percent=f"{share:.1f}",
        longest=duration_words(max(lengths_s)),
    )


def counted(n: int, one: str, many: str, **values: object) -> str:
    """Return one of two texts for ``tr``, by the number {n} that both hold: "1,200 beats"."""
    return tr(one if n == 1 else many, n=f"{n:,}", **values)


def duration_words(seconds: float) -> str:
    """Return how long something lasted: "42 s", "3.5 min"."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.1f} min"


def clock_words(sample: int, rate_hz: float) -> str:
    """Return where in its record a sample lies, as h:mm:ss."""
    minutes, seconds = divmod(int(sample / rate_hz), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
