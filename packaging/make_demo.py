"""Makes the demo records of resources/demo: python packaging/make_demo.py [FOLDER].

Nine synthetic 12-lead records of 10 s, one for each class, and a longer one whose
rhythm changes. The same bytes come out every time; commit them when they change.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.classes import class_text
from ecgviewer.core.paths import demo_folder
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import Episode, SyntheticEcg, synthesize, synthesize_long

# Seeds whose hearts show their class as textbooks do.
SEEDS: Final = {
    "SNR": 12,
    "AF": 263,
    "IAVB": 7,
    "LBBB": 21,
    "RBBB": 21,
    "PAC": 9,
    "PVC": 7,
    "STD": 6,
    "STE": 6,
}
LONG_SEED: Final = 1
LONG_LEADS: Final = ("II", "V1")
_SINUS, _AF, _PVC = frozenset({"SNR"}), frozenset({"AF"}), frozenset({"PVC"})
EPISODES: Final = (
    Episode(0.0, 150.0, _SINUS),
    Episode(150.0, 420.0, _PVC, extra_beats=22),
    Episode(420.0, 690.0, _AF),
    Episode(690.0, 930.0, _SINUS),
    Episode(930.0, 1200.0, _PVC, extra_beats=40),
)
_NOTE: Final = "Made by ecgviewer's generator; no real patient was recorded."


def main(arguments: list[str]) -> int:
    """Write all demo records to the folder given, or to resources/demo."""
    folder = Path(arguments[0]) if arguments else demo_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for label, seed in SEEDS.items():
        ecg = synthesize(label, seed)
        stem = folder / f"demo_{label.lower()}"
        write_record(stem, ecg.signals_mv, ecg.rate_hz, STANDARD_LEADS, comments=_comments(ecg))
        write_annotations(stem.with_suffix(".atr"), _beats(ecg))
    _write_long(folder / "demo_long")
    return 0


def _write_long(stem: Path) -> None:
    ecg = synthesize_long(EPISODES, LONG_SEED)
    rows = [STANDARD_LEADS.index(lead) for lead in LONG_LEADS]
    write_record(
        stem,
        ecg.signals_mv[rows],
        ecg.rate_hz,
        LONG_LEADS,
        comments=_comments(ecg),
        units_per_mv=200.0,
        signal_format=212,
    )
    write_annotations(stem.with_suffix(".atr"), [*_rhythms(ecg), *_beats(ecg)])


def _comments(ecg: SyntheticEcg) -> Iterator[str]:
    labels = [label for label in SEEDS if label in ecg.labels]
    yield f"Age: {ecg.age_years}"
    yield f"Sex: {ecg.sex}"
    yield "Dx: " + ",".join(class_text(label).snomed for label in labels)
    yield "Synthetic: yes"
    yield "Truth: " + ",".join(labels)
    yield _NOTE


def _beats(ecg: SyntheticEcg) -> Iterator[Annotation]:
    for beat in ecg.beats:
        yield Annotation(beat.sample, beat.sample, beat.symbol)


def _rhythms(ecg: SyntheticEcg) -> Iterator[Annotation]:
    """Mark where each rhythm begins, as MIT-BIH does; extra beats do not end a rhythm."""
    before = ""
    for episode in ecg.episodes:
        rhythm = "(AFIB" if "AF" in episode.labels else "(N"
        if rhythm != before:
            start = round(episode.start_s * ecg.rate_hz)
            yield Annotation(start, start, rhythm)
        before = rhythm


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
