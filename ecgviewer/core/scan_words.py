"""A scan in words: a Holter report's figures, for command line and window."""

from collections.abc import Iterator, Sequence

from ecgviewer.core.classes import class_text
from ecgviewer.core.scan import RHYTHMS, Ectopy, Episode, Scan

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
        yield "Not readable", duration_words(unread_s)
    if summary.n_beats:
        yield "Heart rate", _rates(scan)
        yield "PVCs", _ectopy(summary.pvc)
        yield "PACs", _ectopy(summary.pac)
        yield from _blocks(scan)
        yield "Pauses", _pauses(scan)
        yield from _rhythms(scan)


def _rates(scan: Scan) -> str:
    summary = scan.summary
    if summary.mean_bpm is None:
        return "not measurable"
    if summary.min_bpm is None or summary.max_bpm is None:
        return f"mean {summary.mean_bpm:.0f} per minute"
    return (
        f"mean {summary.mean_bpm:.0f} per minute, over eight intervals "
        f"{summary.min_bpm:.0f} to {summary.max_bpm:.0f}"
    )


def _ectopy(ectopy: Ectopy) -> str:
    if not ectopy.n:
        return "none"
    said = f"{ectopy.n:,}"
    if ectopy.burden_percent is not None:
        said += f" ({ectopy.burden_percent:.1f} % of the beats"
        said += f", {ectopy.per_hour:,.1f} an hour)" if ectopy.per_hour is not None else ")"
    if ectopy.couplets:
        said += f", {counted(ectopy.couplets, 'couplet')}"
    if ectopy.longest_run is not None:
        said += (
            f", {counted(ectopy.runs, 'run')} (longest {ectopy.longest_run} beats, "
            f"fastest {ectopy.fastest_run_bpm:.0f} per minute)"
        )
    return said


def _blocks(scan: Scan) -> Iterator[tuple[str, str]]:
    for label in ("LBBB", "RBBB"):
        n = scan.summary.counts[label]
        if n:
            share = 100 * n / scan.summary.n_beats
            yield label, f"{counted(n, 'beat')} ({share:.1f} %)"


def _pauses(scan: Scan) -> str:
    summary = scan.summary
    if summary.pauses is None:
        return "not measurable"
    if summary.longest_pause_s is None:
        return "none of 2 s or longer"
    return f"{summary.pauses:,} of 2 s or longer, the longest {summary.longest_pause_s:.1f} s"


def _rhythms(scan: Scan) -> Iterator[tuple[str, str]]:
    summary = scan.summary
    if summary.af_score is not None:
        yield "AF score", f"{summary.af_score:.2f} (0: none, 1: certain)"
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
    return (
        f"{duration_words(sum(lengths_s))} ({share:.1f} % of the time) in "
        f"{counted(len(episodes), 'episode')}, the longest {duration_words(max(lengths_s))}"
    )


def counted(n: int, noun: str) -> str:
    """Return "1 beat", "1,200 beats"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def duration_words(seconds: float) -> str:
    """Return how long something lasted: "42 s", "3.5 min"."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.1f} min"


def clock_words(sample: int, rate_hz: float) -> str:
    """Return where in its record a sample lies, as h:mm:ss."""
    minutes, seconds = divmod(int(sample / rate_hz), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
