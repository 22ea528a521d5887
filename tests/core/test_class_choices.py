"""Every class that can be stated is found by its name, its abbreviation or its code."""

import csv

import pytest

from ecgviewer.core.class_choices import class_choices, matching_classes
from ecgviewer.core.classes import RECORD_CLASSES, class_text
from ecgviewer.core.paths import resources_folder


def test_the_nine_come_first_and_each_code_comes_once():
    choices = class_choices()
    assert tuple(choice.key for choice in choices[:9]) == RECORD_CLASSES
    with (resources_folder() / "snomed.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    assert sorted(choice.code for choice in choices) == sorted(
        codes | {class_text(label).snomed for label in RECORD_CLASSES}
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("afl", "164890007"),
        ("164890007", "164890007"),
        ("atrial flutter", "164890007"),
        ("flut", "164890007"),
        ("atrial fib", "AF"),
        ("164889003", "AF"),
        ("stE", "STE"),
        ("branch left", "LBBB"),
    ],
)
def test_the_nearest_match_comes_first(text, key):
    assert matching_classes(text)[0].key == key


def test_every_match_has_all_the_words_and_no_text_matches_all():
    found = matching_classes("block  incomplete")
    assert found
    assert all("block" in c.name.lower() and "incomplete" in c.name.lower() for c in found)
    assert matching_classes("  ") == class_choices()
    assert matching_classes("no such class") == ()


def test_a_code_is_told_by_its_name():
    assert class_text("164890007").name == "Atrial flutter"
    assert class_text("164890007").snomed == "164890007"
    assert class_text("1").name == "1"
