from pathlib import Path

import pytest

from ecgviewer.io.hints import ImportHints
from ecgviewer.io.table_layout import TableLayout, layout_of
from ecgviewer.io.table_trial import table_kind, tried

NONE = ImportHints()


def told(text: str, hints: ImportHints = NONE) -> TableLayout:
    found = layout_of(text.splitlines(), hints)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("time (s),I (mV)", [("time", "s", "time"), ("I", "mV", "signal")]),
        ("t_ms,ecg_uV", [("t", "ms", "time"), ("ecg", "uV", "signal")]),
        ("Time [ms],aVR [µV]", [("Time", "ms", "time"), ("aVR", "µV", "signal")]),
        ("sample #,V1", [("sample #", "", "count"), ("V1", "", "signal")]),
        ("# I,II", [("I", "", "signal"), ("II", "", "signal")]),
        ('"Zeit","Kanal 1"', [("Zeit", "", "time"), ("Kanal 1", "", "signal")]),
        ("SpO2 (%),Resp", [("SpO2", "%", "signal"), ("Resp", "", "signal")]),
    ],
)
def test_names_carry_units_and_tell_times_from_leads(header, expected):
    rows = "\n".join(f"{k}.5,{k * k % 7}.25" for k in range(9))
    columns = told(f"{header}\n{rows}\n").columns
    assert [(x.name, x.unit, x.kind) for x in columns] == expected


def test_a_table_may_begin_at_once_or_far_down():
    rows = "0.5 1.5\n0.6 1.7\n0.4 1.6\n0.1 1.1\n"
    assert (told(rows).first_line, told(rows).header_line) == (0, None)
    far = told("Made by hand\nPatient: somebody\n\nI II\n" + rows)
    assert (far.first_line, far.header_line, len(far.preamble)) == (4, 3, 3)


def test_pairs_of_whole_numbers_are_decimals_only_where_they_must_be():
    assert told("1,05\n2,50\n3,11\n-4,00\n").decimal_comma
    assert len(told("1,5\n2,7\n3,9\n4,8\n").columns) == 2
    assert len(told("1,5\n2,7\n3,9\n4,8\n", ImportHints(decimal_comma=True)).columns) == 1


def test_words_hold_no_table():
    assert layout_of(["one line", "and another one"], NONE) is None
    assert layout_of([], NONE) is None


def test_tables_are_of_one_kind_by_their_line_of_names_wherever_they_lie():
    lines = ["I,II", "1.5,2.5", "3.5,4.5"]
    kind = table_kind(Path("/a/x.csv"), lines, told("\n".join(lines)))
    assert table_kind(Path("/b/y.csv"), lines, told("\n".join(lines))) == kind
    assert "I,II" not in kind
    bare = lines[1:]
    kinds = {table_kind(Path(p), bare, told("\n".join(bare))) for p in ("/a/x.csv", "/b/y.csv")}
    assert len(kinds) == 2


def test_first_lines_are_tried_without_the_file():
    lines = ["time (ms);I (uV)", *(f"{4 * k};{k % 9},5" for k in range(40))]
    trial = tried(lines, NONE)
    assert trial is not None
    assert (trial.timing.rate_hz, trial.names, trial.values_mv.shape) == (250.0, ("I",), (1, 40))
    assert trial.values_mv[0, 1] == pytest.approx(0.0015)
    with pytest.raises(ValueError, match="aVL"):
        tried(lines, ImportHints(columns=("aVL",)))
