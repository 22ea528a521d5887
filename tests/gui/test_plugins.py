"""Plug-ins and models from elsewhere in the window: opened, offered, refused with a sentence."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu

from ecgviewer.inference import library, model_adding
from ecgviewer.inference.library import save
from ecgviewer.ui.menus import fill_menu
from tests.made_models import SPEC, card_of, noise, random_model_folder
from tests.plugin_site import install_example, install_made, installed


@pytest.fixture
def example(tmp_path):
    """The example package, installed for this process."""
    with installed(install_example(tmp_path)):
        yield


@pytest.fixture
def own_models(no_models, monkeypatch):
    """An empty folder of the reader's own models, the only ones that there are."""
    for module in (library, model_adding):
        monkeypatch.setattr(module, "own_models_folder", lambda: no_models)
    return no_models


def entries(menu: QMenu, name: str) -> list[str]:
    (action,) = (x for x in menu.actions() if x.text() == name)
    inner = action.menu()
    assert isinstance(inner, QMenu)
    return [x.text() for x in inner.actions() if not x.isSeparator()]


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(window.rect().center())
    window.dropEvent(
        QDropEvent(
            at,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_package_s_reader_net_and_explanation_are_in_the_window(
    example, own_models, make_desk, tmp_path
):
    from ecg_example.net import ExampleNet

    options = {"width": 4}
    card = card_of(name="theirs", net="example-net", net_options=options)
    save(own_models / "theirs", ExampleNet(**options), card)
    lines = [" ".join(f"{value:.4f}" for value in row) for row in noise(12, 5_000).T]
    path = tmp_path / "ward.ecgtxt"
    path.write_text("\n".join([f"ecg 500 {' '.join(SPEC.leads)}", *lines]))

    desk = make_desk()
    desk.open(path)
    assert desk.state.record.format == "plain text"
    assert desk.state.analysis.model == "theirs"
    menu = QMenu()
    fill_menu(menu, desk.window)
    assert entries(menu, "Model")[:2] == ["Fitting the record", "theirs"]

    desk.window.reasoning.choose_label("AF")
    desk.until_idle()
    choice = desk.window.why._method
    titles = [action.text() for action in choice.menu().actions()]
    assert "Squared gradient" in titles
    desk.press(Qt.Key.Key_O, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_O, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.until_idle()
    assert desk.state.method == "squared-gradient"
    assert desk.state.heat.method == "squared-gradient"
    assert desk.state.heat.heat.shape == (12, 5_000)


def test_a_model_is_dropped_on_the_window_checked_and_stands_in_the_menu(
    own_models, make_desk, tmp_path
):
    given = tmp_path / "given"
    shutil.copytree(random_model_folder(), given)
    desk = make_desk()
    desk.until_idle()
    drop(desk.window, given)
    desk.until(lambda: desk.state.models == ("random",))
    assert "The model random is checked and added" in desk.window.message_line.text
    menu = QMenu()
    fill_menu(menu, desk.window)
    assert entries(menu, "Model") == ["Fitting the record", "random", "Add a model…"]


def test_a_damaged_model_is_refused_with_a_sentence(own_models, make_desk, tmp_path):
    given = tmp_path / "given"
    shutil.copytree(random_model_folder(), given)
    (given / "weights.safetensors").write_bytes(b"damaged")
    desk = make_desk()
    desk.until_idle()
    drop(desk.window, given / "card.json")
    desk.until(lambda: desk.window.message_line.is_error)
    assert "are not those that its card describes" in desk.window.message_line.text
    assert desk.state.models == ()


def test_a_broken_plug_in_is_told_once_the_window_is_there(no_models, make_desk, tmp_path):
    points = "[ecgviewer.explanations]\nbad = failing:MINE\n"
    with installed(install_made(tmp_path, "failing", "1 / 0", points)):
        desk = make_desk()
        desk.until(lambda: desk.window.message_line.is_error)
    assert "The plug-in bad (explanations) of the package failing" in desk.window.message_line.text
