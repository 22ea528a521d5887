"""What ``ecgviewer scan`` tells a person: a Holter report's figures."""

from collections.abc import Iterator, Sequence

from ecgviewer.core.classes import class_text
from ecgviewer.core.scan import RHYTHMS, Ectopy, Episode, Scan

# More episodes are in the JSON form alone.
MOST_EPISODES = 12


def in_words(name: str, scan: Scan) -> str:
    """Return a scan for a cardiologist to read."""
    summary = scan.summary
    head = (
        f"{name}: lead {scan.lead}, {scan.rate_hz:g} Hz, {_time(scan.n_samples, scan.rate_hz)}; "
        f"{summary.n_beats:,} beats, judged by {scan.model}"
    )
    return "\n".join([head, *(f"  {line}" for line in _lines(scan))])


def _lines(scan: Scan) -> Iterator[str]:
    summary = scan.summary
    unread_s = scan.done_until / scan.rate_hz - summary.read_s
    if unread_s >= 1:
        yield _row("Not readable", _duration(unread_s))
    if summary.n_beats:
        yield _row("Heart rate", _rates(scan))
        yield _row("PVCs", _ectopy(summary.pvc))
        yield _row("PACs", _ectopy(summary.pac))
        yield from _blocks(scan)
        yield _row("Pauses", _pauses(scan))
        yield from _rhythms(scan)
    yield from scan.notes


def _row(what: str, said: str) -> str:
    return f"{what:<14}{said}"


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
        said += f", {_counted(ectopy.couplets, 'couplet')}"
    if ectopy.longest_run is not None:
        said += (
            f", {_counted(ectopy.runs, 'run')} (longest {ectopy.longest_run} beats, "
            f"fastest {ectopy.fastest_run_bpm:.0f} per minute)"
        )
    return said


def _blocks(scan: Scan) -> Iterator[str]:
    for label in ("LBBB", "RBBB"):
        n = scan.summary.counts[label]
        if n:
            share = 100 * n / scan.summary.n_beats
            yield _row(label, f"{_counted(n, 'beat')} ({share:.1f} %)")


def _pauses(scan: Scan) -> str:
    summary = scan.summary
    if summary.pauses is None:
        return "not measurable"
    if summary.longest_pause_s is None:
        return "none of 2 s or longer"
    return f"{summary.pauses:,} of 2 s or longer, the longest {summary.longest_pause_s:.1f} s"


def _rhythms(scan: Scan) -> Iterator[str]:
    summary = scan.summary
    if summary.af_score is not None:
        yield _row("AF score", f"{summary.af_score:.2f} (0: none, 1: certain)")
    for rhythm in RHYTHMS:
        episodes = [episode for episode in scan.episodes if episode.label == rhythm]
        if episodes:
            yield _row(rhythm, _total(episodes, scan))
    for episode in scan.episodes[:MOST_EPISODES]:
        start, stop = (_time(at, scan.rate_hz) for at in (episode.start, episode.stop))
        yield f"  {start} to {stop}  {class_text(episode.label).name} ({episode.score:.2f})"
    if len(scan.episodes) > MOST_EPISODES:
        yield f"  and {len(scan.episodes) - MOST_EPISODES:,} more episodes"


def _total(episodes: Sequence[Episode], scan: Scan) -> str:
    lengths_s = [(episode.stop - episode.start) / scan.rate_hz for episode in episodes]
    share = 100 * sum(lengths_s) / scan.summary.read_s if scan.summary.read_s > 0 else 0.0
    return (
        f"{_duration(sum(lengths_s))} ({share:.1f} % of the time) in "
        f"{_counted(len(episodes), 'episode')}, the longest {_duration(max(lengths_s))}"
    )


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.1f} min"


def _time(sample: int, rate_hz: float) -> str:
    """Return h:mm:ss."""
    minutes, seconds = divmod(int(sample / rate_hz), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
