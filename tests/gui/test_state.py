from dataclasses import FrozenInstanceError

import pytest

from ecgviewer.paper.view import Overlay
from ecgviewer.ui.state import StateHolder, ViewState


def test_a_state_cannot_be_changed_in_place():
    state = ViewState()
    with pytest.raises(FrozenInstanceError):
        state.label = "AF"  # type: ignore[misc]  # the point of the test


def test_replacing_tells_the_old_and_the_new_state(qtbot):
    holder = StateHolder(ViewState())
    before = holder.value
    with qtbot.waitSignal(holder.changed) as told:
        holder.replace(label="AF", overlay=Overlay(visible=False))
    assert told.args == [before, holder.value]
    assert (before.label, holder.value.label) == (None, "AF")


def test_replacing_by_the_same_values_tells_nobody(qtbot):
    holder = StateHolder(ViewState(label="AF"))
    with qtbot.assertNotEmitted(holder.changed):
        holder.replace(label="AF", record=None)
