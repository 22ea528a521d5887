from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.paper.view import Layout, Overlay, Theme, View
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui.paper_page import OpenPage, PageImages, sheet_for
from tests.paper.made_record import made_record

SIZE = QSize(700, 420)
STEPS_S = (0.0, 0.2, 1.0, 0.9, 0.9, 5.0, 4.0, 40.0)


@pytest.fixture(scope="module")
def record() -> Record:
    rng = np.random.default_rng(3)
    samples = rng.normal(0, 0.3, (12, 30_000)).cumsum(axis=1).astype(np.float32)
    samples -= samples.mean(axis=1, keepdims=True)
    samples = np.clip(samples / 20, -1.5, 1.5)
    samples[3, 700:900] = np.nan
    return made_record(samples)


@pytest.mark.parametrize("speed", [25.0, 5.0])
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("layout", list(Layout))
def test_a_page_scrolled_to_looks_like_one_drawn_afresh(qapp, record, layout, theme, speed):
    page = OpenPage(record)
    page.put_samples(0, record.read(0, record.n_samples))
    values = np.abs(np.sin(np.arange(60_000) / 300, dtype=np.float32))[np.newaxis, :30_000]
    page.set_heat(
        Heat("AF", "g", "m", 0, 30_000, STANDARD_LEADS, values, values, 1.0), Overlay(percentile=80)
    )
    scrolled = PageImages()
    for start_s in STEPS_S:
        page.view = View(layout=layout, theme=theme, speed_mm_per_s=speed, start_s=start_s)
        sheet = sheet_for(page, SIZE, 1.0, None, None)
        scene = page.scene(sheet)
        kept = scrolled.draw(scene, SIZE, page.content)
        afresh = PageImages().draw(scene, SIZE, page.content)
        assert kept == afresh, f"at {start_s} s"


def test_a_changed_gain_or_record_draws_afresh(qapp, record):
    images = PageImages()
    pictures = []
    for gain in (10.0, 5.0):
        page = OpenPage(record)
        page.put_samples(0, record.read(0, record.n_samples))
        page.view = replace(View(), gain_mm_per_mv=gain)
        scene = page.scene(sheet_for(page, SIZE, 1.0, None, None))
        pictures.append(images.draw(scene, SIZE, page.content))
        assert pictures[-1] == PageImages().draw(scene, SIZE, page.content)
    assert pictures[0] != pictures[1]
