import threading

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.signal.tiles import PAGE_SAMPLES, TileCache


def counted(start: int, stop: int, n_leads: int = 2) -> Samples:
    """Samples that tell their own place."""
    return np.tile(np.arange(start, stop, dtype=np.float32), (n_leads, 1))


def test_what_was_put_is_read_back_across_pages():
    tiles = TileCache(2, 3 * PAGE_SAMPLES)
    tiles.put(0, counted(0, 3 * PAGE_SAMPLES))
    read = tiles.read(PAGE_SAMPLES - 5, 2 * PAGE_SAMPLES + 5)
    assert read is not None
    np.testing.assert_array_equal(read, counted(PAGE_SAMPLES - 5, 2 * PAGE_SAMPLES + 5))


def test_a_span_that_is_not_all_here_is_not_read_in_part():
    tiles = TileCache(1, 3 * PAGE_SAMPLES)
    tiles.put(0, counted(0, PAGE_SAMPLES, 1))
    assert tiles.read(0, PAGE_SAMPLES) is not None
    assert tiles.read(0, PAGE_SAMPLES + 1) is None


def test_the_last_short_page_counts_as_whole():
    tiles = TileCache(1, PAGE_SAMPLES + 10)
    tiles.put(PAGE_SAMPLES, counted(PAGE_SAMPLES, PAGE_SAMPLES + 10, 1))
    assert tiles.missing(PAGE_SAMPLES, PAGE_SAMPLES + 10) is None


def test_parts_of_pages_are_left_out():
    tiles = TileCache(1, 3 * PAGE_SAMPLES)
    tiles.put(10, counted(10, 2 * PAGE_SAMPLES + 10, 1))
    assert tiles.missing(0, PAGE_SAMPLES) == (0, PAGE_SAMPLES)
    assert tiles.missing(PAGE_SAMPLES, 2 * PAGE_SAMPLES) is None
    assert tiles.missing(2 * PAGE_SAMPLES, 2 * PAGE_SAMPLES + 1) is not None


def test_missing_names_whole_pages_inside_the_record():
    tiles = TileCache(1, 2 * PAGE_SAMPLES + 100)
    assert tiles.missing(-50, 10) == (0, PAGE_SAMPLES)
    assert tiles.missing(PAGE_SAMPLES + 1, 10**9) == (PAGE_SAMPLES, 2 * PAGE_SAMPLES + 100)
    assert tiles.missing(5, 5) is None


def test_the_page_unused_for_longest_leaves_first():
    tiles = TileCache(1, 10 * PAGE_SAMPLES, max_bytes=4 * 4 * PAGE_SAMPLES)
    for page in range(4):
        tiles.put(page * PAGE_SAMPLES, counted(page * PAGE_SAMPLES, (page + 1) * PAGE_SAMPLES, 1))
    assert tiles.read(0, 1) is not None
    tiles.put(4 * PAGE_SAMPLES, counted(4 * PAGE_SAMPLES, 5 * PAGE_SAMPLES, 1))
    assert tiles.read(0, 1) is not None
    assert tiles.read(PAGE_SAMPLES, PAGE_SAMPLES + 1) is None


def test_two_threads_may_put_and_read_at_once():
    tiles = TileCache(1, 40 * PAGE_SAMPLES, max_bytes=8 * 4 * PAGE_SAMPLES)
    wrong: list[object] = []

    def work(offset: int) -> None:
        for turn in range(200):
            start = (turn * 7 + offset) % 40 * PAGE_SAMPLES
            tiles.put(start, counted(start, start + PAGE_SAMPLES, 1))
            read = tiles.read(start, start + 3)
            if read is not None and read[0, 0] != start:
                wrong.append(read)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
