"""Broken records: one sentence with the file's name, soon and in little memory."""

import random
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.wfdb_reader import open_record
from tests.io.made_wfdb import MadeSignals, write_flac, write_header

SECONDS, BYTES = 2.0, 200_000_000
NUMBERS = ("0", "-1", "1e400", "999999999", str(10**12), str(10**15), "nan", "", "²", "9" * 5000)
SIGNAL = "made.dat 16 200 16 0 0 0 0 II"
SEED_HEADERS = (
    ["made 2 250 30 12:00:00 1/1/2000", SIGNAL, SIGNAL],
    ["made 2 250/500(7) 20", "made.dat 212x2:1+3 200(5)/uV 12 0 0 0 0 I", "made.dat 212:4"],
    ["made 1 360", "made.dat 8 100 8 0 5 0 0 II"],
    ["made 2 250 10", "flac.dat 516 200", "flac.dat 516 200/mmHg"],
    ["made/3 1 250 40", "part 20", "~ 5", "part 15"],
    ["made/3 2 250 40", "layout 0", "part 20", "~ 20"],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the seed headers speak of."""
    np.arange(200, dtype="<i2").tofile(tmp_path / "made.dat")
    write_flac(tmp_path / "flac.dat", MadeSignals(516, 20, (1, 1)))
    write_header(tmp_path / "part.hea", ["part 1 250 20", SIGNAL])
    write_header(tmp_path / "layout.hea", ["layout 2 250 0", "~ 0 200 0 0 0 0 0 II", "~ 0 200"])
    (tmp_path / "made.atr").write_bytes(b"\x05\x04\x05\x04\0\0")
    return tmp_path


def mutate(lines: list[str], chance: random.Random) -> bytes:
    """Damage a header in one to four places."""
    words = [line.split(" ") for line in lines]
    for _ in range(chance.randint(1, 4)):
        line = chance.choice(words)
        kind = chance.randrange(6)
        if kind == 0:
            line[chance.randrange(len(line))] = chance.choice(NUMBERS)
        elif kind == 1:
            line.insert(chance.randrange(len(line) + 1), chance.choice(NUMBERS))
        elif kind == 2:
            del line[chance.randrange(len(line))]
            line.append("x")
        elif kind == 3:
            words.insert(chance.randrange(len(words)), list(line))
        elif kind == 4:
            place = chance.randrange(len(line))
            line[place] = "".join(chance.sample(line[place], len(line[place])))
        else:
            place = chance.randrange(len(line))
            line[place] = line[place] + chance.choice("0123456789x:+/()~#-.")
    content = bytearray("\n".join(" ".join(line) for line in words).encode())
    if chance.random() < 0.3:
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def open_and_read(path: Path) -> Record | None:
    """Open a record and read its ends; None where a sentence says why that fails."""
    names = [".hea"]
    try:
        record = open_record(path)
        names += [file.name for file in path.parent.iterdir()]
        record.read(0, min(record.n_samples, 500))
        record.read(max(record.n_samples - 500, 0), record.n_samples)
    except EcgError as error:
        sentence = str(error)
        assert any(name in sentence for name in names), sentence
        assert "\n" not in sentence
        assert len(sentence) < 600
        return None
    return record


def fuzz(folder: Path, n_cases: int) -> int:
    """Open so many damaged headers; return how many still opened."""
    chance = random.Random(7)
    opened = 0
    for _ in range(n_cases):
        content = mutate(list(chance.choice(SEED_HEADERS)), chance)
        (folder / "made.hea").write_bytes(content)
        start = time.perf_counter()
        opened += open_and_read(folder / "made.hea") is not None
        assert time.perf_counter() - start < SECONDS, content[:200]
    return opened


def test_damaged_headers_open_or_say_why_in_little_memory(folder):
    tracemalloc.start()
    try:
        opened = fuzz(folder, 400)
        assert tracemalloc.get_traced_memory()[1] < BYTES
    finally:
        tracemalloc.stop()
    assert 20 < opened < 380


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_hundred_thousand_damaged_headers_open_or_say_why(folder):
    assert fuzz(folder, 100_000) > 1000


def test_random_bytes_are_no_record(folder):
    chance = random.Random(11)
    for length in (0, 1, 2, 10, 1000, 100_000):
        (folder / "made.hea").write_bytes(chance.randbytes(length))
        assert open_and_read(folder / "made.hea") is None


def test_damaged_flac_files_open_or_say_why(folder):
    write_header(folder / "made.hea", SEED_HEADERS[3])
    whole = (folder / "flac.dat").read_bytes()
    chance, opened = random.Random(3), 0
    for _ in range(200):
        content = bytearray(whole[: chance.choice([len(whole), chance.randrange(len(whole))])])
        for _ in range(chance.randint(0, 4)):
            if content:
                content[chance.randrange(len(content))] = chance.randrange(256)
        (folder / "flac.dat").write_bytes(content)
        opened += open_and_read(folder / "made.hea") is not None
    assert 10 < opened < 190


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["made 1 250 1000000000000", SIGNAL], "made.dat is too short: it holds 200 samples"),
        (
            ["made 1 250 10", "gone.dat 16"],
            "made.hea needs its signal file gone.dat, which is absent",
        ),
        (["made 1 250 10", "sub 16"], "made.hea names sub as its signal file, which is none"),
        (["made 1 250 10", "made.dat 17"], "made.hea gives made.dat format 17, which is no WFDB"),
        (["made 2 250 9", "made.dat 16", "made.dat 80"], "several formats at once: [16, 80]"),
        (["made 1 250 10", "made.dat 516"], "made.dat is no FLAC file, as made.hea says it is"),
        (
            ["made 1 250 10", "flac.dat 516"],
            "holds 2 FLAC channels of 16 bits, which are not the 1 signals",
        ),
        (
            ["made 2 250 9", "flac.dat 508", "flac.dat 508"],
            "16 bits a sample, too many for the format 508",
        ),
        (["made 1 250", "empty.dat 16"], "describes a record of 0 samples"),
        (["made 1 250 10", "x" * 300 + " 16"], "made.hea names a file by 300 letters: xxx"),
        (["made 1 250 5000000000", "~ 0"], "only lists the signals"),
        (["made 1 250 5000000000", "x 0"], "describes a record of 5000000000 samples"),
        (["made 1 250 10", "made.dat 16+900"], "made.dat is too short: it holds 0 samples"),
        (["made 1 250", "made.dat 16x999999"], "describes a record of 0 samples"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(lines, sentence, folder):
    (folder / "empty.dat").touch()
    (folder / "sub").mkdir()
    path = write_header(folder / "made.hea", lines)
    with pytest.raises(EcgError) as caught:
        open_record(path)
    assert sentence in str(caught.value)


def test_a_text_file_is_told_to_be_no_header(tmp_path):
    (tmp_path / "letter.hea").write_text("Dear colleague,\nthe recording follows.\n")
    with pytest.raises(EcgError, match=r"letter\.hea is no WFDB header"):
        open_record(tmp_path / "letter.hea")


def test_many_segments_of_one_name_are_looked_at_once(folder):
    lines = ["made/90000 1 250", *["part 20"] * 90_000]
    start = time.perf_counter()
    record = open_record(write_header(folder / "made.hea", lines))
    assert time.perf_counter() - start < SECONDS
    assert record.n_samples == 1_800_000


def test_ten_thousand_signals_open_soon(folder):
    np.zeros(30_000, dtype="<i2").tofile(folder / "made.dat")
    start = time.perf_counter()
    record = open_record(
        write_header(folder / "made.hea", ["made 10000 250 3", *[SIGNAL] * 10_000])
    )
    assert time.perf_counter() - start < SECONDS
    assert record.lead_names[-1] == "II (10000)"


@pytest.mark.parametrize("line", ["9" * 3_000_000, "made 1 250" + " " * 3_000_000 + "x"])
def test_endless_lines_take_no_endless_time(line, folder):
    start = time.perf_counter()
    path = write_header(folder / "made.hea", ["made 1 250 10", f"made.dat 16 {line}"])
    open_and_read(path)
    open_and_read(write_header(path, [line, SIGNAL], comments=["@." * 500_000, "<a" * 500_000]))
    assert time.perf_counter() - start < 2 * SECONDS


def test_a_huge_annotation_file_is_refused_soon(folder):
    write_header(folder / "made.hea", SEED_HEADERS[0])
    (folder / "made.atr").write_bytes(b"\x05\x04" * 3_000_000)
    (folder / "made.qrs").write_bytes(random.Random(1).randbytes(3_000_000))
    start = time.perf_counter()
    record = open_record(folder / "made")
    assert time.perf_counter() - start < SECONDS
    assert record.warnings[0] == "The annotations in .atr cannot be read: it is too large."
    assert record.warnings[1].startswith("The annotations in .qrs cannot be read: ")
