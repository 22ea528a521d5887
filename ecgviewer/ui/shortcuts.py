"""Every key of the window, in one table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One thing to do: its name in code, its keys, its words, where the sheet lists it."""

    name: str
    keys: tuple[str, ...]
    text: str
    group: str


_FILES, _TIME, _PAPER, _WHY, _WINDOW = "Records", "Time", "Paper", "Findings", "Window"

SHORTCUTS = (
    Shortcut("open_file", ("Ctrl+O",), "Open a record…", _FILES),
    Shortcut("open_folder", ("Ctrl+Shift+O",), "Open a folder…", _FILES),
    Shortcut("previous_file", ("Shift+N", "Alt+Left"), "Previous record of the folder", _FILES),
    Shortcut("next_file", ("N", "Alt+Right"), "Next record of the folder", _FILES),
    Shortcut("filter_files", ("F",), "Search the file list", _FILES),
    Shortcut("reopen", ("Ctrl+Shift+T",), "Reopen the last record at its place", _FILES),
    Shortcut("back", ("Left",), "Back 1 s", _TIME),
    Shortcut("forward", ("Right",), "Forward 1 s", _TIME),
    Shortcut("back_little", ("Shift+Left",), "Back 0.2 s", _TIME),
    Shortcut("forward_little", ("Shift+Right",), "Forward 0.2 s", _TIME),
    Shortcut("page_back", ("PgUp",), "Page back", _TIME),
    Shortcut("page_forward", ("PgDown",), "Page forward", _TIME),
    Shortcut("to_start", ("Home",), "To the start", _TIME),
    Shortcut("to_end", ("End",), "To the end", _TIME),
    Shortcut("go_to_time", ("Ctrl+G",), "Go to a time…", _TIME),
    Shortcut("play", ("Space",), "Play or pause", _TIME),
    Shortcut("pace_up", ("P",), "Play faster; at last page by page", _TIME),
    Shortcut("pace_down", ("Shift+P",), "Play slower", _TIME),
    Shortcut("bookmark", ("B",), "Bookmark mid-page, or where the caliper begins", _TIME),
    Shortcut("next_bookmark", ("Ctrl+Right",), "Next bookmark", _TIME),
    Shortcut("previous_bookmark", ("Ctrl+Left",), "Previous bookmark", _TIME),
    Shortcut("undo", ("Ctrl+Z",), "Undo the last change of bookmarks", _TIME),
    Shortcut("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Redo it", _TIME),
    Shortcut("gain_up", ("+", "="), "Larger amplitude", _PAPER),
    Shortcut("gain_down", ("-",), "Smaller amplitude", _PAPER),
    Shortcut("slower", ("[", ","), "Slower paper", _PAPER),
    Shortcut("faster", ("]", "."), "Faster paper", _PAPER),
    Shortcut("gain_up_little", ("Ctrl++", "Ctrl+="), "Amplitude 10 % larger", _PAPER),
    Shortcut("gain_down_little", ("Ctrl+-",), "Amplitude 10 % smaller", _PAPER),
    Shortcut("speed_down_little", ("Ctrl+[", "Ctrl+,"), "Paper 10 % slower", _PAPER),
    Shortcut("speed_up_little", ("Ctrl+]", "Ctrl+."), "Paper 10 % faster", _PAPER),
    Shortcut("standard_scale", ("Ctrl+0",), "25 mm/s and 10 mm/mV", _PAPER),
    Shortcut("next_layout", ("L",), "Next layout", _PAPER),
    Shortcut("cabrera", ("Shift+L",), "Cabrera order", _PAPER),
    Shortcut("choose_leads", ("Ctrl+L",), "Leads on the paper…", _PAPER),
    Shortcut("lead_up", ("Up",), "Previous lead for the rhythm strip", _PAPER),
    Shortcut("lead_down", ("Down",), "Next lead for the rhythm strip", _PAPER),
    Shortcut("fit_page", ("Z",), "Fit the page to the window, or true scale", _PAPER),
    Shortcut("filter", ("Y",), "Display filter on or off", _PAPER),
    Shortcut("grid", ("G",), "Grid: 1 mm, 5 mm, off", _PAPER),
    Shortcut("annotations", ("W",), "Show annotations of the file", _PAPER),
    Shortcut("scan_marks", ("Shift+W",), "Show the model's classes of beats", _PAPER),
    Shortcut("caliper", ("M",), "Measure by dragging; arrows move a leg", _PAPER),
    Shortcut("march_out", ("Shift+M",), "March the caliper's interval out", _PAPER),
    Shortcut("pin_caliper", ("Ctrl+M",), "Pin the caliper and draw another", _PAPER),
    Shortcut("delete_caliper", ("Del",), "Remove the caliper, or the last pinned", _PAPER),
    Shortcut("copy_calipers", ("Ctrl+C",), "Copy what the calipers measure", _PAPER),
    Shortcut("compare", ("F2",), "Compare with another page or record", _PAPER),
    Shortcut("link_compared", ("Ctrl+F2",), "Scroll compared pages together or apart", _PAPER),
    Shortcut("swap_compared", ("Shift+F2",), "Swap the compared pages", _PAPER),
    Shortcut("next_finding", ("J",), "Next finding; of a scan, the next in time", _WHY),
    Shortcut("previous_finding", ("K",), "Previous finding", _WHY),
    Shortcut("next_beat", ("Shift+J",), "Next beat of the scan", _WHY),
    Shortcut("previous_beat", ("Shift+K",), "Previous beat of the scan", _WHY),
    Shortcut("overlay", ("O",), "Colour the trace", _WHY),
    Shortcut("next_method", ("Shift+O",), "Next method", _WHY),
    Shortcut("erase", ("E",), "Erase by dragging and ask again", _WHY),
    Shortcut("erase_marked", ("Shift+E",), "Erase the coloured part or the caliper's", _WHY),
    Shortcut("restore_last", ("Backspace",), "Bring the last erased part back", _WHY),
    Shortcut("analyse", ("F5",), "Analyse again", _WHY),
    Shortcut("scan", ("S",), "Scan the whole record, beat by beat", _WHY),
    Shortcut("print_summary", ("Ctrl+P",), "Print the Holter summary…", _WHY),
    Shortcut("stop", ("Esc",), "Put tools away, undo erasing, stop work", _WHY),
    Shortcut("theme", ("T",), "Light or dark", _WINDOW),
    Shortcut("panels", ("F9",), "Panels on or off", _WINDOW),
    Shortcut("full_screen", ("F11",), "Full screen", _WINDOW),
    Shortcut("focus_files", ("Alt+1",), "To the file list", _WINDOW),
    Shortcut("focus_paper", ("Alt+2",), "To the paper; again, to the one below", _WINDOW),
    Shortcut("focus_findings", ("Alt+3",), "To the findings", _WINDOW),
    Shortcut("focus_why", ("Alt+4",), "To the explanation", _WINDOW),
    Shortcut("focus_facts", ("Alt+5",), "To the record's facts", _WINDOW),
    Shortcut("focus_leads", ("Alt+6",), "To the leads; Enter picks one", _WINDOW),
    Shortcut("focus_beat", ("Alt+7",), "To the median beat", _WINDOW),
    Shortcut("focus_scan", ("Alt+8",), "To the findings of the scan", _WINDOW),
    Shortcut("focus_holter", ("Alt+9",), "To the Holter summary", _WINDOW),
    Shortcut("focus_strips", ("Alt+0",), "To the chosen beat and its two maps", _WINDOW),
    Shortcut("focus_measured", ("I",), "To the measured intervals; arrows mark one", _WINDOW),
    Shortcut("focus_bookmarks", ("Shift+B",), "To the bookmarks; Enter goes to one", _WINDOW),
    Shortcut("focus_superposed", ("Shift+I",), "To the superposed beats of a lead", _WINDOW),
    Shortcut("focus_magnified", ("Ctrl+I",), "To the magnified beat and the ST levels", _WINDOW),
    Shortcut("shortcut_sheet", ("?",), "All keys", _WINDOW),
    Shortcut("manual", ("F1",), "Manual", _WINDOW),
)


def groups() -> dict[str, tuple[Shortcut, ...]]:
    """Return the table by group, in order."""
    names = dict.fromkeys(shortcut.group for shortcut in SHORTCUTS)
    return {name: tuple(s for s in SHORTCUTS if s.group == name) for name in names}
