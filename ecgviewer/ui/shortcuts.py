"""Every key of the window, in one table."""

from dataclasses import dataclass

from ecgviewer.core.text import later


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One thing to do: its name in code, its keys, its words, where the sheet lists it."""

    name: str
    keys: tuple[str, ...]
    text: str
    group: str


_FILES, _TIME, _PAPER = later("Records"), later("Time"), later("Paper")
_WHY, REVIEW, _WINDOW = later("Findings"), later("Review"), later("Window")

SHORTCUTS = (
    Shortcut("open_file", ("Ctrl+O",), later("Open a record…"), _FILES),
    Shortcut("open_folder", ("Ctrl+Shift+O",), later("Open a folder…"), _FILES),
    Shortcut("previous_file", ("Alt+Left",), later("Previous record of the folder"), _FILES),
    Shortcut("next_file", ("Alt+Right",), later("Next record of the folder"), _FILES),
    Shortcut("filter_files", ("F",), later("Search the file list"), _FILES),
    Shortcut("reopen", ("Ctrl+Shift+T",), later("Reopen the last record at its place"), _FILES),
    Shortcut("print", ("Ctrl+P",), later("Print the report…"), _FILES),
    Shortcut("save_report", ("Ctrl+Shift+P",), later("Save the report as PDF…"), _FILES),
    Shortcut("save_picture", ("Ctrl+Shift+E",), later("Save the picture…"), _FILES),
    Shortcut("copy_picture", (), later("Copy the picture"), _FILES),
    Shortcut("back", ("Left",), later("Back 1 s"), _TIME),
    Shortcut("forward", ("Right",), later("Forward 1 s"), _TIME),
    Shortcut("back_little", ("Shift+Left",), later("Back 0.2 s"), _TIME),
    Shortcut("forward_little", ("Shift+Right",), later("Forward 0.2 s"), _TIME),
    Shortcut("page_back", ("PgUp",), later("Page back"), _TIME),
    Shortcut("page_forward", ("PgDown",), later("Page forward"), _TIME),
    Shortcut("to_start", ("Home",), later("To the start"), _TIME),
    Shortcut("to_end", ("End",), later("To the end"), _TIME),
    Shortcut("go_to_time", ("Ctrl+G",), later("Go to a time…"), _TIME),
    Shortcut("play", ("Space",), later("Play or pause"), _TIME),
    Shortcut("pace_up", ("P",), later("Play faster; at last page by page"), _TIME),
    Shortcut("pace_down", ("Shift+P",), later("Play slower"), _TIME),
    Shortcut("bookmark", ("B",), later("Bookmark mid-page, or where the caliper begins"), _TIME),
    Shortcut("next_bookmark", ("Ctrl+Right",), later("Next bookmark"), _TIME),
    Shortcut("previous_bookmark", ("Ctrl+Left",), later("Previous bookmark"), _TIME),
    Shortcut("gain_up", ("+", "="), later("Larger amplitude"), _PAPER),
    Shortcut("gain_down", ("-",), later("Smaller amplitude"), _PAPER),
    Shortcut("slower", ("[", ","), later("Slower paper"), _PAPER),
    Shortcut("faster", ("]", "."), later("Faster paper"), _PAPER),
    Shortcut("gain_up_little", ("Ctrl++", "Ctrl+="), later("Amplitude 10 % larger"), _PAPER),
    Shortcut("gain_down_little", ("Ctrl+-",), later("Amplitude 10 % smaller"), _PAPER),
    Shortcut("speed_down_little", ("Ctrl+[", "Ctrl+,"), later("Paper 10 % slower"), _PAPER),
    Shortcut("speed_up_little", ("Ctrl+]", "Ctrl+."), later("Paper 10 % faster"), _PAPER),
    Shortcut("standard_scale", ("Ctrl+0",), later("25 mm/s and 10 mm/mV"), _PAPER),
    Shortcut("next_layout", ("L",), later("Next layout"), _PAPER),
    Shortcut("cabrera", ("Shift+L",), later("Cabrera order"), _PAPER),
    Shortcut("choose_leads", ("Ctrl+L",), later("Leads on the paper…"), _PAPER),
    Shortcut("lead_up", ("Up",), later("Previous lead for the rhythm strip"), _PAPER),
    Shortcut("lead_down", ("Down",), later("Next lead for the rhythm strip"), _PAPER),
    Shortcut("fit_page", ("Z",), later("Fit the page to the window, or true scale"), _PAPER),
    Shortcut("filter", ("Y",), later("Display filter on or off"), _PAPER),
    Shortcut("grid", ("G",), later("Grid: 1 mm, 5 mm, off"), _PAPER),
    Shortcut("annotations", ("W",), later("Show annotations of the file"), _PAPER),
    Shortcut("scan_marks", ("Shift+W",), later("Show the model's classes of beats"), _PAPER),
    Shortcut("caliper", ("M",), later("Measure by dragging; arrows move a leg"), _PAPER),
    Shortcut("march_out", ("Shift+M",), later("March the caliper's interval out"), _PAPER),
    Shortcut("pin_caliper", ("Ctrl+M",), later("Pin the caliper and draw another"), _PAPER),
    Shortcut("delete_caliper", ("Del",), later("Remove the chosen region, or a caliper"), _PAPER),
    Shortcut("copy_calipers", ("Ctrl+C",), later("Copy what the calipers measure"), _PAPER),
    Shortcut("compare", ("F2",), later("Compare with another page or record"), _PAPER),
    Shortcut(
        "link_compared", ("Ctrl+F2",), later("Scroll compared pages together or apart"), _PAPER
    ),
    Shortcut("swap_compared", ("Shift+F2",), later("Swap the compared pages"), _PAPER),
    Shortcut("next_finding", ("J",), later("Next finding; of a scan, the next in time"), _WHY),
    Shortcut("previous_finding", ("K",), later("Previous finding"), _WHY),
    Shortcut("next_beat", ("Shift+J",), later("Next beat of the scan"), _WHY),
    Shortcut("previous_beat", ("Shift+K",), later("Previous beat of the scan"), _WHY),
    Shortcut("overlay", ("O",), later("Colour the trace"), _WHY),
    Shortcut("next_method", ("Shift+O",), later("Next method"), _WHY),
    Shortcut("erase", ("E",), later("Erase by dragging and ask again"), _WHY),
    Shortcut("erase_marked", ("Shift+E",), later("Erase the coloured part or the caliper's"), _WHY),
    Shortcut("restore_last", ("Backspace",), later("Bring the last erased part back"), _WHY),
    Shortcut("analyse", ("F5",), later("Analyse again"), _WHY),
    Shortcut("scan", ("S",), later("Scan the whole record, beat by beat"), _WHY),
    Shortcut("print_summary", (), later("Print the Holter summary…"), _WHY),
    Shortcut("stop", ("Esc",), later("Put tools away, undo erasing, stop work"), _WHY),
    Shortcut("confirm", ("C",), later("Confirm: the chosen class is there"), REVIEW),
    Shortcut("dismiss", ("D",), later("Dismiss: the chosen class is not there"), REVIEW),
    Shortcut("unsure", ("U",), later("Unsure about the chosen class"), REVIEW),
    Shortcut("withdraw", ("X",), later("Take back what is said of the chosen class"), REVIEW),
    *(
        Shortcut(f"class_{n}", (str(n),), later("Class 1 to 9 is there, or take that back"), REVIEW)
        for n in range(1, 10)
    ),
    Shortcut("clear_classes", ("0",), later("Take back all classes"), REVIEW),
    Shortcut("add_class", ("Shift+A",), later("Add another class…"), REVIEW),
    Shortcut("add_region", ("A",), later("Mark a region by dragging; Enter edits it"), REVIEW),
    Shortcut("reviewed", ("V",), later("Reviewed; on to the next unreviewed record"), REVIEW),
    Shortcut("flag", ("Shift+F",), later("Flag the record, or take the flag away"), REVIEW),
    Shortcut("next_unreviewed", ("N",), later("Next unreviewed record"), REVIEW),
    Shortcut("previous_unreviewed", ("Shift+N",), later("Previous unreviewed record"), REVIEW),
    Shortcut("focus_review", ("Q",), later("To the review; Space states a class"), REVIEW),
    Shortcut("reveal", ("R",), later("Answered: show the model that was hidden"), REVIEW),
    Shortcut("blind", (), later("Answer before the model"), REVIEW),
    Shortcut("adjudicate", (), later("Adjudicate where readers differ"), REVIEW),
    Shortcut("agreement", (), later("Agreement of readers and model…"), REVIEW),
    Shortcut("export", ("Ctrl+E",), later("Export reviews…"), REVIEW),
    Shortcut("undo", ("Ctrl+Z",), later("Undo what was said, or a bookmark"), REVIEW),
    Shortcut("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), later("Redo it"), REVIEW),
    Shortcut("theme", ("T",), later("Light or dark"), _WINDOW),
    Shortcut("panels", ("F9",), later("Panels on or off"), _WINDOW),
    Shortcut("menu", ("F10",), later("Menu, with the tools that have no room"), _WINDOW),
    Shortcut("full_screen", ("F11",), later("Full screen"), _WINDOW),
    Shortcut("focus_files", ("Alt+1",), later("To the file list"), _WINDOW),
    Shortcut("focus_paper", ("Alt+2",), later("To the paper; again, to the one below"), _WINDOW),
    Shortcut("focus_findings", ("Alt+3",), later("To the findings"), _WINDOW),
    Shortcut("focus_why", ("Alt+4",), later("To the explanation"), _WINDOW),
    Shortcut("focus_facts", ("Alt+5",), later("To the record's facts"), _WINDOW),
    Shortcut("focus_leads", ("Alt+6",), later("To the leads; Enter picks one"), _WINDOW),
    Shortcut("focus_beat", ("Alt+7",), later("To the median beat"), _WINDOW),
    Shortcut("focus_scan", ("Alt+8",), later("To the findings of the scan"), _WINDOW),
    Shortcut("focus_holter", ("Alt+9",), later("To the Holter summary"), _WINDOW),
    Shortcut("focus_strips", ("Alt+0",), later("To the chosen beat and its two maps"), _WINDOW),
    Shortcut(
        "focus_measured", ("I",), later("To the measured intervals; arrows mark one"), _WINDOW
    ),
    Shortcut(
        "focus_bookmarks", ("Shift+B",), later("To the bookmarks; Enter goes to one"), _WINDOW
    ),
    Shortcut("focus_worklist", ("Shift+Q",), later("To the worklist"), _WINDOW),
    Shortcut("focus_superposed", ("Shift+I",), later("To the superposed beats of a lead"), _WINDOW),
    Shortcut(
        "focus_magnified", ("Ctrl+I",), later("To the magnified beat and the ST levels"), _WINDOW
    ),
    Shortcut("shortcut_sheet", ("?",), later("All keys"), _WINDOW),
    Shortcut("manual", ("F1",), later("Manual"), _WINDOW),
)


def groups() -> dict[str, tuple[Shortcut, ...]]:
    """Return the table by group, in order."""
    names = dict.fromkeys(shortcut.group for shortcut in SHORTCUTS)
    return {name: tuple(s for s in SHORTCUTS if s.group == name) for name in names}
