"""``ecgviewer analyze ROOT… --out DIR``: a whole archive, in parts, by several processes."""

import json
import sys
import time
from argparse import Namespace
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from ecgviewer.cli.import_options import hints_from
from ecgviewer.cli.training_line import CLEAR, duration
from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.study.archive_crew import Crew
    from ecgviewer.study.archive_order import Order
    from ecgviewer.study.archive_output import Output
    from ecgviewer.study.archive_run import Tally

# Where nobody watches, a line so often is enough for a log.
_LOG_EVERY_S = 60.0


def run_archive(args: Namespace) -> int:
    """Analyse all records that are not analysed yet; status 2 where some cannot be."""
    from ecgviewer.study.archive_output import Output
    from ecgviewer.study.archive_run import ArchiveRun

    for root in args.paths:
        _refuse_absent(root)
    order = _order(args)
    with closing(Output(order)) as output, closing(_crew(args, order)) as crew:
        progress = Progress()
        tally = ArchiveRun(output, crew, args.paths, progress.tell, retry=args.retry).work()
        progress.end()
        for sentence in tally.sentences:
            print(f"ecgviewer: {sentence}", file=sys.stderr)
        print(json.dumps(_facts(tally, output)) if args.json else _in_words(tally, output))
    return 2 if tally.n_failed or tally.sentences else 0


class Progress:
    """Tells how far a run has come: on one line of a terminal, else on a line a minute."""

    def __init__(self) -> None:
        self._is_live = sys.stderr is not None and sys.stderr.isatty()
        self._told_s = time.monotonic()

    def tell(self, tally: "Tally") -> None:
        """Tell it, if it is time to."""
        if self._is_live:
            sys.stderr.write(f"{CLEAR}{progress_words(tally)}")
            sys.stderr.flush()
        elif time.monotonic() - self._told_s >= _LOG_EVERY_S and sys.stderr is not None:
            self._told_s = time.monotonic()
            print(progress_words(tally), file=sys.stderr, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if self._is_live:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()


def progress_words(tally: "Tally") -> str:
    """Return "12,345 of about 20,000 records · 3 impossible · 148 records/s · 52 s left"."""
    whole = "" if tally.n_all is None else f" of about {max(tally.n_all, tally.n_seen):,}"
    words = [f"{tally.n_seen:,}{whole} records"]
    if tally.n_failed:
        words.append(f"{tally.n_failed:,} impossible")
    if tally.pace_per_s:
        words.append(f"{tally.pace_per_s:.3g} records/s")
    if tally.left_s is not None:
        words.append(f"{duration(tally.left_s)} left")
    return " · ".join(words)


def _refuse_absent(root: Path) -> None:
    if not root.exists() and not root.with_name(f"{root.name}.hea").exists():
        raise EcgError(f"{root} does not exist: check the name and the folder.")


def _order(args: Namespace) -> "Order":
    from ecgviewer.inference.library import read_card
    from ecgviewer.study.archive_order import Order
    from ecgviewer.study.archive_parquet import refuse_without_pyarrow

    if args.parquet:
        refuse_without_pyarrow()
    if args.model is not None:
        # Sooner told than by a process that was started for it.
        read_card(args.model)
    # Other processes may work elsewhere.
    is_folder = args.model is not None and Path(args.model).is_dir()
    return Order(
        out=args.out.absolute(),
        model=str(Path(args.model).absolute()) if is_folder else args.model,
        device=args.device,
        backend=args.backend or "auto",
        hints=hints_from(args),
        parquet=args.parquet,
        token=uuid4().hex[:12],
        version=version("ecgviewer"),
    )


def _crew(args: Namespace, order: "Order") -> "Crew":
    if args.cluster is not None:
        from ecgviewer.study.archive_cluster import ClusterCrew

        return ClusterCrew(order, args.cluster, args.workers)
    from ecgviewer.core.cores import n_cores
    from ecgviewer.study.archive_crew import LocalCrew

    return LocalCrew(order, args.workers or n_cores())


def _facts(tally: "Tally", output: "Output") -> dict[str, object]:
    n_answers, n_impossible = output.ledger.counts()
    return {
        "analysed": tally.n_done,
        "impossible": tally.n_failed,
        "known": tally.n_known,
        "seconds": round(tally.elapsed_s, 3),
        "records_per_s": round(tally.records_per_s, 3),
        "all_analysed": n_answers,
        "all_impossible": n_impossible,
    }


def _in_words(tally: "Tally", output: "Output") -> str:
    from ecgviewer.study.archive_output import FAILED

    n_answers, n_impossible = output.ledger.counts()
    words = [f"{_records(tally.n_done)} analysed in {duration(tally.elapsed_s)}"]
    if tally.n_done:
        words[0] += f" ({tally.records_per_s:.3g} records/s)"
    if tally.n_known:
        words.append(f"{tally.n_known:,} needed nothing")
    lines = [f"{', '.join(words)}. {output.folder} holds answers about {_records(n_answers)}."]
    if n_impossible:
        told = f"{_records(n_impossible)} cannot be analysed"
        lines.append(f"{told}: see {output.folder / FAILED}, and --retry to try again.")
    return "\n".join(lines)


def _records(n: int) -> str:
    return "1 record" if n == 1 else f"{n:,} records"
