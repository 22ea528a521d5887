"""Plug-ins of other packages: found, loaded late, and never a reason to fall."""

from ecgviewer.core.method_names import method_name
from ecgviewer.core.plugins import EXPLANATIONS, READERS, explanations, found
from tests.plugin_site import install_made, installed

TITLED = """
from ecgviewer.core.plugins import Explanation
MINE = Explanation("Mine", print)
NOTHING = 7
"""


def test_without_packages_there_is_nothing(tmp_path):
    with installed(tmp_path):
        assert found(READERS).loaded == {}
        assert found(READERS).broken == ()


def test_an_explanation_is_called_by_its_title(tmp_path):
    points = f"[{EXPLANATIONS}]\nmine = titled:MINE\n"
    with installed(install_made(tmp_path, "titled", TITLED, points)):
        assert list(explanations()) == ["mine"]
        assert method_name("mine") == "Mine"
    assert method_name("mine") == "mine"


def test_one_that_raises_is_told_by_name_package_and_reason_and_others_stay(tmp_path):
    points = f"[{EXPLANATIONS}]\nmine = titled:MINE\nbad = titled:ABSENT\n"
    with installed(install_made(tmp_path, "titled", TITLED, points)):
        assert list(explanations()) == ["mine"]
        (broken,) = found(EXPLANATIONS).broken
    assert broken.sentence.startswith(
        "The plug-in bad (explanations) of the package titled cannot be used: AttributeError:"
    )
    assert "Traceback" in broken.details


def test_a_module_that_fails_in_any_way_takes_nothing_down(tmp_path):
    points = f"[{READERS}]\nmine = failing:READER\n"
    with installed(install_made(tmp_path, "failing", "1 / 0", points)):
        assert found(READERS).loaded == {}
        (broken,) = found(READERS).broken
    assert "ZeroDivisionError: division by zero." in broken.sentence


def test_one_of_another_kind_is_refused(tmp_path):
    points = f"[{READERS}]\nmine = titled:NOTHING\n"
    with installed(install_made(tmp_path, "titled", TITLED, points)):
        (broken,) = found(READERS).broken
    assert broken.reason == "it is no Reader of ecgviewer.io.reader"


def test_of_two_with_one_name_the_first_package_has_it(tmp_path):
    points = f"[{EXPLANATIONS}]\nmine = {{name}}:MINE\n"
    one = install_made(tmp_path / "one", "first", TITLED, points.format(name="first"))
    other = install_made(tmp_path / "other", "second", TITLED, points.format(name="second"))
    with installed(other), installed(one):
        assert found(EXPLANATIONS).packages == {"mine": "first"}
        (broken,) = found(EXPLANATIONS).broken
    assert broken.package == "second"
    assert broken.reason == "the package first has one of the same name"
