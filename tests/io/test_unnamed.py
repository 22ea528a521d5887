"""Free text is shown without the persons that a file names."""

from ecgviewer.io.unnamed import without_names

PERSONAL = (
    ("name", "Erika Mustermann"),
    ("patient id", "PAT-77"),
    ("institution", "Clinic of the Heart"),
    ("room", "3"),
)


def told(*lines: str) -> list[str]:
    return without_names(lines, PERSONAL)


def test_names_and_identifiers_are_masked_whatever_their_case():
    assert told("Seen: ERIKA, again", "Pat-77 is paced") == [
        "Seen: [name], again",
        "[name] is paced",
    ]


def test_only_whole_words_are_names():
    assert told("erikaceous", "PAT is a rhythm") == ["erikaceous", "PAT is a rhythm"]


def test_an_institution_is_masked_as_a_whole():
    assert told("the heart of clinic", "from Clinic of the Heart today") == [
        "the heart of clinic",
        "from [name] today",
    ]


def test_numbers_stay_though_a_room_has_one():
    assert told("QRS 3 mm") == ["QRS 3 mm"]


def test_lines_of_nothing_but_names_are_left_out():
    assert told("Mustermann, Erika", "Dr. Weiss", "born 1950", "sinus rhythm") == ["sinus rhythm"]


def test_lines_that_are_signed_are_left_out_though_the_file_names_nobody():
    assert without_names(["Confirmed by SMITH, JOHN", "sinus rhythm"], ()) == ["sinus rhythm"]
