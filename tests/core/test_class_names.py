"""A class is found by any of its names, and no code stands twice in what is offered."""

from collections import Counter

import pytest

from ecgviewer.core.class_names import full_name, label_of, offered_classes, short_name


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("af", "AF"),
        ("Atrial fibrillation", "AF"),
        ("164889003", "AF"),
        ("  right bundle  branch block ", "RBBB"),
        ("afl", "164890007"),
        ("Atrial flutter", "164890007"),
        ("normal beat", "N"),
        ("", ""),
    ],
)
def test_short_and_full_names_and_codes_all_mean_the_class(typed, label):
    assert label_of(typed) == label


def test_what_no_class_is_called_means_none():
    assert label_of("wobbly") is None


def test_every_name_that_is_offered_leads_back_to_a_class_of_that_name():
    for choice in offered_classes():
        found = label_of(choice.name)
        assert found is not None
        assert full_name(found) == choice.name
        assert label_of(choice.key) == choice.key


def test_no_code_is_offered_twice():
    labels = Counter(choice.key for choice in offered_classes())
    assert max(labels.values()) == 1


def test_a_code_is_told_by_its_abbreviation_and_its_name():
    assert short_name("164890007") == "AFL"
    assert full_name("164890007") == "Atrial flutter"
    assert short_name("AF") == "AF"
    assert full_name("nonsense") == "nonsense"
