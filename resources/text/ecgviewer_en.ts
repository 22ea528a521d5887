<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ecgviewer</name>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source> (partly blind)</source>
        <translation> (partly blind)</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source> and </source>
        <translation> and </translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source> and {n_there} more</source>
        <translation> and {n_there} more</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paper_page.py"/>
        <source>(uncalibrated)</source>
        <translation>(uncalibrated)</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>({batch}, 1 or {n_leads}, cells)</source>
        <translation>({batch}, 1 or {n_leads}, cells)</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>, not filtered</source>
        <translation>, not filtered</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 beat</source>
        <translation>1 beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>1 beat of another shape</source>
        <translation>1 beat of another shape</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>1 beat of the usual shape</source>
        <translation>1 beat of the usual shape</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>1 bookmark; Enter goes to one, Del deletes it</source>
        <translation>1 bookmark; Enter goes to one, Del deletes it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>1 caliper is pinned: a drag draws another beside, Del removes.</source>
        <translation>1 caliper is pinned: a drag draws another beside, Del removes.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>1 class is disputed: choose it, then C, D or U settles it.</source>
        <translation>1 class is disputed: choose it, then C, D or U settles it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>1 coloured part is marked as {finding}.</source>
        <translation>1 coloured part is marked as {finding}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>1 disputed record is not where it was: open the folder that holds it now.</source>
        <translation>1 disputed record is not where it was: open the folder that holds it now.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>1 further reader has not finished.</source>
        <translation>1 further reader has not finished.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>1 gap</source>
        <translation>1 gap</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_objects.py"/>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <location filename="ecgviewer/ui/page_turning.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>1 lead</source>
        <translation>1 lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <source>1 place</source>
        <translation>1 place</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 record</source>
        <translation>1 record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>1 record in {folder}.</source>
        <translation>1 record in {folder}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>1 record is disputed.</source>
        <translation>1 record is disputed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/archive_listing.py"/>
        <source>1 record with its answer.</source>
        <translation>1 record with its answer.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>1 recording</source>
        <translation>1 recording</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 region</source>
        <translation>1 region</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>1 region; Enter goes to one, Del removes it</source>
        <translation>1 region; Enter goes to one, Del removes it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 statement</source>
        <translation>1 statement</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>1 step</source>
        <translation>1 step</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>1 step is not saved and would be lost.</source>
        <translation>1 step is not saved and would be lost.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>1 step not saved</source>
        <translation>1 step not saved</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>1 step waits in your own folder until {file} is opened again.</source>
        <translation>1 step waits in your own folder until {file} is opened again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>1 step was added to {file}.</source>
        <translation>1 step was added to {file}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>1,5 is one and a half</source>
        <translation>1,5 is one and a half</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>25 mm/s and 10 mm/mV</source>
        <translation>25 mm/s and 10 mm/mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>90+ y</source>
        <translation>90+ y</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>90+ years</source>
        <translation>90+ years</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>= same</source>
        <translation>= same</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>? unsure</source>
        <translation>? unsure</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>A beat at {time} that the model missed:</source>
        <translation>A beat at {time} that the model missed:</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>A line of 100 mm and the outline of a bank card</source>
        <translation>A line of 100 mm and the outline of a bank card</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <source>A map of the model {card} is of one class: name it.</source>
        <translation>A map of the model {card} is of one class: name it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_reader.py"/>
        <source>A signal file of {header_name} cannot be read: {error}.</source>
        <translation>A signal file of {header_name} cannot be read: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>A zero byte stands in the path: no file has such a name.</source>
        <translation>A zero byte stands in the path: no file has such a name.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>A, then a drag over the paper, marks a region.</source>
        <translation>A, then a drag over the paper, marks a region.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>ADC zero</source>
        <translation>ADC zero</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>AF score</source>
        <translation>AF score</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/papers.py"/>
        <source>Above</source>
        <translation>Above</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_commands.py"/>
        <source>Add a class</source>
        <translation>Add a class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Add a class…</source>
        <translation>Add a class…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/model_adding.py"/>
        <source>Add a model's folder</source>
        <translation>Add a model's folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Add a model…</source>
        <translation>Add a model…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Add another class (Shift+A)</source>
        <translation>Add another class (Shift+A)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Add another class…</source>
        <translation>Add another class…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Adjudicate where readers differ</source>
        <translation>Adjudicate where readers differ</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>After each figure its 95 % interval and the number that it rests on: records, one class at a time. PPV depends on how often the class is there.</source>
        <translation>After each figure its 95 % interval and the number that it rests on: records, one class at a time. PPV depends on how often the class is there.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Agreed</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Agreement</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Agreement of readers and model…</source>
        <translation>Agreement of readers and model…</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>All classes</source>
        <translation>All classes</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>All classes taken together.</source>
        <translation>All classes taken together.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcut_sheet.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>All leads and classes as a map</source>
        <translation>All leads and classes as a map</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>All that was said is on disk, in {file}</source>
        <translation>All that was said is on disk, in {file}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>All that was said of this record</source>
        <translation>All that was said of this record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>All that were reviewed</source>
        <translation>All that were reviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>All {count} records: Shift+Enter in Files</source>
        <translation>All {count} records: Shift+Enter in Files</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>All {label} ({n})</source>
        <translation>All {label} ({n})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>All {n} shown are reviewed.</source>
        <translation>All {n} shown are reviewed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Amplitude (+ and −)</source>
        <translation>Amplitude (+ and −)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Amplitude 10 % larger</source>
        <translation>Amplitude 10 % larger</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Amplitude 10 % smaller</source>
        <translation>Amplitude 10 % smaller</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Amplitude, mm/mV</source>
        <translation>Amplitude, mm/mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Analyse again</source>
        <translation>Analyse again</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Analyse the list</source>
        <translation>Analyse the list</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Analysing {record}</source>
        <translation>Analysing {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Analysing: {done} of {n_all}</source>
        <translation>Analysing: {done} of {n_all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Analysing…</source>
        <translation>Analysing…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_annotations.py"/>
        <source>Annotations behind the recording's end, left out: {outside}.</source>
        <translation>Annotations behind the recording's end, left out: {outside}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>Annotations outside of the recording, left out: {outside}.</source>
        <translation>Annotations outside of the recording, left out: {outside}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Another review file is being opened.</source>
        <translation>Another review file is being opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Answer before the model</source>
        <translation>Answer before the model</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Answered: show the model that was hidden</source>
        <translation>Answered: show the model that was hidden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Any</source>
        <translation>Any</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Arrows move its beginning.</source>
        <translation>Arrows move its beginning.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Arrows move its end.</source>
        <translation>Arrows move its end.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>As</source>
        <translation>As</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>As in the file</source>
        <translation>As in the file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>As printed</source>
        <translation>As printed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>As the model has it</source>
        <translation>As the model has it</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>As the model, kept</source>
        <translation>As the model, kept</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/language.py"/>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Asking again about {record}</source>
        <translation>Asking again about {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>At 96 dots an inch the line is</source>
        <translation>At 96 dots an inch the line is</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>At the right: what is usual in adults.</source>
        <translation>At the right: what is usual in adults.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/measured_span.py"/>
        <source>At {rate} Hz no wave can be measured; it takes {lowest} Hz at least.</source>
        <translation>At {rate} Hz no wave can be measured; it takes {lowest} Hz at least.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="resources/classes.csv"/>
        <source>Atrial fibrillation</source>
        <translation>Atrial fibrillation</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>B sets a bookmark in the middle of the page.</source>
        <translation>B sets a bookmark in the middle of the page.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Back 0.2 s</source>
        <translation>Back 0.2 s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Back 1 s</source>
        <translation>Back 1 s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Bars right: this lead spoke for {label}.</source>
        <translation>Bars right: this lead spoke for {label}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>Bars to the left speak against the class, to the right for it</source>
        <translation>Bars to the left speak against the class, to the right for it</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/qt_correction.py"/>
        <source>Bazett corrects wrongly outside 60 to 100 beats per minute</source>
        <translation>Bazett corrects wrongly outside 60 to 100 beats per minute</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>Beat</source>
        <translation>Beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Beat at {time}, {label} by {model}</source>
        <translation>Beat at {time}, {label} by {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Beat at {time}: as the model has it</source>
        <translation>Beat at {time}: as the model has it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>Beat at {time}: as the model has it again.</source>
        <translation>Beat at {time}: as the model has it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>Beat at {time}: {label}, as the model says.</source>
        <translation>Beat at {time}: {label}, as the model says.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Beat at {time}: {name}</source>
        <translation>Beat at {time}: {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>Beat at {time}: {was} → {now}. X takes it back.</source>
        <translation>Beat at {time}: {was} → {now}. X takes it back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Beats</source>
        <translation>Beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/superposing.py"/>
        <source>Beats of a class are those of a scan, and there is none.</source>
        <translation>Beats of a class are those of a scan, and there is none.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <source>Beats of a lead, superposed</source>
        <translation>Beats of a lead, superposed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>Beats over one another</source>
        <translation>Beats over one another</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Beats that the reader labelled: {n}</source>
        <translation>Beats that the reader labelled: {n}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Begins</source>
        <translation>Begins</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>Behind the {said} data records lie more bytes, which are not shown.</source>
        <translation>Behind the {said} data records lie more bytes, which are not shown.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/papers.py"/>
        <source>Below</source>
        <translation>Below</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Below:</source>
        <translation>Below:</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Between</source>
        <translation>Between</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Bookmark at {time}</source>
        <translation>Bookmark at {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>Bookmark at {time}. Shift+B lists them.</source>
        <translation>Bookmark at {time}. Shift+B lists them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>Bookmark at {time}: {text}</source>
        <translation>Bookmark at {time}: {text}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Bookmark mid-page, or where the caliper begins</source>
        <translation>Bookmark mid-page, or where the caliper begins</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Bookmarks</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Bookmarks of the record</source>
        <translation>Bookmarks of the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Borderline</source>
        <translation>Borderline</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Bring the last erased part back</source>
        <translation>Bring the last erased part back</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>By the hour</source>
        <translation>By the hour</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>By the screen's own report the line is</source>
        <translation>By the screen's own report the line is</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>CAM</source>
        <translation>CAM</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Cabrera</source>
        <translation>Cabrera</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Cabrera order</source>
        <translation>Cabrera order</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Calibrate the screen</source>
        <translation>Calibrate the screen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Calibrate the screen…</source>
        <translation>Calibrate the screen…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>Caliper: drag over the trace, Alt snaps to a peak. Arrows and Tab move its legs, Ctrl+M pins, Shift+M marches out, Ctrl+C copies.</source>
        <translation>Caliper: drag over the trace, Alt snaps to a peak. Arrows and Tab move its legs, Ctrl+M pins, Shift+M marches out, Ctrl+C copies.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Calipers</source>
        <translation>Calipers</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Cannot be read or judged</source>
        <translation>Cannot be read or judged</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Change who reviews</source>
        <translation>Change who reviews</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Changed away from it</source>
        <translation>Changed away from it</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Changed to the model's</source>
        <translation>Changed to the model's</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Chest leads</source>
        <translation>Chest leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Choose a beat: click on the trace, or step through the findings with J and K, through all beats with Shift+J and Shift+K.</source>
        <translation>Choose a beat: click on the trace, or step through the findings with J and K, through all beats with Shift+J and Shift+K.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_commands.py"/>
        <source>Choose a finding first, or a class by its number.</source>
        <translation>Choose a finding first, or a class by its number.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Choose a finding to see where in the beat the model looks.</source>
        <translation>Choose a finding to see where in the beat the model looks.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>Choose a finding to see which leads spoke for it.</source>
        <translation>Choose a finding to see which leads spoke for it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Choose a finding to see which parts of the trace spoke for it.</source>
        <translation>Choose a finding to see which parts of the trace spoke for it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Choose a folder first.</source>
        <translation>Choose a folder first.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all beats of the region</source>
        <translation>Choose all beats of the region</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all beats of this page</source>
        <translation>Choose all beats of this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all {label} of the record</source>
        <translation>Choose all {label} of the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all {label} of this page</source>
        <translation>Choose all {label} of this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Choose leads…</source>
        <translation>Choose leads…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Class 1 to 9 is there, or take that back</source>
        <translation>Class 1 to 9 is there, or take that back</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>Classes of the record</source>
        <translation>Classes of the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/label_field.py"/>
        <source>Classes that fit</source>
        <translation>Classes that fit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>Classes that match</source>
        <translation>Classes that match</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Classes that nobody states are left out; “–” was not stated.</source>
        <translation>Classes that nobody states are left out; “–” was not stated.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Close all the same</source>
        <translation>Close all the same</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/docks.py"/>
        <source>Close {panel}</source>
        <translation>Close {panel}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/docks.py"/>
        <source>Close {panel} (F9 brings all panels back)</source>
        <translation>Close {panel} (F9 brings all panels back)</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Cohen's kappa: agreement beyond chance. In brackets 95 % intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa.</source>
        <translation>Cohen's kappa: agreement beyond chance. In brackets 95 % intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Colour</source>
        <translation>Colour</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>Colour begins at the {percentile} % strongest; the ticks above a row say where.</source>
        <translation>Colour begins at the {percentile} % strongest; the ticks above a row say where.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/color_scale.py"/>
        <source>Colour scale</source>
        <translation>Colour scale</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Colour the trace</source>
        <translation>Colour the trace</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Coloured from this percentile on</source>
        <translation>Coloured from this percentile on</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Coloured: {coloured}. Evidence {low} to {high} logits per step of {step}</source>
        <translation>Coloured: {coloured}. Evidence {low} to {high} logits per step of {step}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_sheet.py"/>
        <source>Colours from the least to the most important place</source>
        <translation>Colours from the least to the most important place</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>Column {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_table.py"/>
        <source>Columns of the worklist</source>
        <translation>Columns of the worklist</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>Columns without numbers are left out: {names}.</source>
        <translation>Columns without numbers are left out: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Comment on the region</source>
        <translation>Comment on the region</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Comments</source>
        <translation>Comments</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Comments of the file</source>
        <translation>Comments of the file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Compare again</source>
        <translation>Compare again</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/wiring.py"/>
        <source>Compare with a record</source>
        <translation>Compare with a record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Compare with another page or record</source>
        <translation>Compare with another page or record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/row_lists.py"/>
        <source>Compare, below</source>
        <translation>Compare, below</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>Compare: Ctrl+F2 scrolls the pages apart, Shift+F2 swaps them, F2 ends.</source>
        <translation>Compare: Ctrl+F2 scrolls the pages apart, Shift+F2 swaps them, F2 ends.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Compared records</source>
        <translation>Compared records</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Comparing the readers</source>
        <translation>Comparing the readers</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Comparing the readers…</source>
        <translation>Comparing the readers…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Compute on</source>
        <translation>Compute on</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Confidence</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Confirm: the chosen class is there</source>
        <translation>Confirm: the chosen class is there</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <source>Contents of the manual</source>
        <translation>Contents of the manual</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>Copied: {count} calipers</source>
        <translation>Copied: {count} calipers</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>Copied: {measured}</source>
        <translation>Copied: {measured}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Copy as CSV</source>
        <translation>Copy as CSV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <source>Copy the measured values as text</source>
        <translation>Copy the measured values as text</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <source>Copy the measured values as text (Ctrl+C in the list)</source>
        <translation>Copy the measured values as text (Ctrl+C in the list)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Copy the picture</source>
        <translation>Copy the picture</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Copy what the calipers measure</source>
        <translation>Copy what the calipers measure</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Could not be measured: the samples cannot be read.</source>
        <translation>Could not be measured: the samples cannot be read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Counted in classes of records; “right” by the settled truth, where at least two people stand behind it or an adjudicator does.</source>
        <translation>Counted in classes of records; “right” by the settled truth, where at least two people stand behind it or an adjudicator does.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Counting the beats of {record}</source>
        <translation>Counting the beats of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>Data records that do not say when they begin: {unplaced}. Each follows the one before.</source>
        <translation>Data records that do not say when they begin: {unplaced}. Each follows the one before.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Delete the chosen bookmark (Del)</source>
        <translation>Delete the chosen bookmark (Del)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>Deleting {percent} % (median) flips {flipped} of {n}.</source>
        <translation>Deleting {percent} % (median) flips {flipped} of {n}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>Deleting {percent} % (median) flips {flipped} of {n}; {unmoved} did not flip.</source>
        <translation>Deleting {percent} % (median) flips {flipped} of {n}; {unmoved} did not flip.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Deletion mask</source>
        <translation>Deletion mask</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Deletion mask (paper)</source>
        <translation>Deletion mask (paper)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Details of the message</source>
        <translation>Details of the message</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Dismiss: the chosen class is not there</source>
        <translation>Dismiss: the chosen class is not there</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Display filter on or off</source>
        <translation>Display filter on or off</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Do not lean on these.</source>
        <translation>Do not lean on these.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Dx in file</source>
        <translation>Dx in file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/commands.py"/>
        <source>ECG records ({patterns});;All files (*)</source>
        <translation>ECG records ({patterns});;All files (*)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>ECG report</source>
        <translation>ECG report</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pdf.py"/>
        <source>ECG report {record}</source>
        <translation>ECG report {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>ECG report: findings, intervals, verdict</source>
        <translation>ECG report: findings, intervals, verdict</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>ECG report: places of the scan, the surest of each kind</source>
        <translation>ECG report: places of the scan, the surest of each kind</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/picture.py"/>
        <source>ECG {record}</source>
        <translation>ECG {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paper_view.py"/>
        <source>ECG, leads {leads}, {start} to {stop}</source>
        <translation>ECG, leads {leads}, {start} to {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Eight</source>
        <translation>Eight</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/centre.py"/>
        <location filename="ecgviewer/ui/paper_view.py"/>
        <source>Empty ECG paper</source>
        <translation>Empty ECG paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>End the comparison (F2)</source>
        <translation>End the comparison (F2)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Enter keeps the region, Esc discards it.</source>
        <translation>Enter keeps the region, Esc discards it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Enter keeps, Esc leaves it as it was.</source>
        <translation>Enter keeps, Esc leaves it as it was.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Erase</source>
        <translation>Erase</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Erase by dragging and ask again</source>
        <translation>Erase by dragging and ask again</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Erase the coloured part or the caliper's</source>
        <translation>Erase the coloured part or the caliper's</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>Erase: drag over the trace; with Shift in one lead alone. Shift+E erases the coloured part, Backspace brings the last part back, Esc all.</source>
        <translation>Erase: drag over the trace; with Shift in one lead alone. Shift+E erases the coloured part, Backspace brings the last part back, Esc all.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Every beat of this record is judged by itself: see the tab Scan.</source>
        <translation>Every beat of this record is judged by itself: see the tab Scan.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Every beat was judged: see the scan's figures and strips.</source>
        <translation>Every beat was judged: see the scan's figures and strips.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>Every record of the list is analysed.</source>
        <translation>Every record of the list is analysed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Every two readers</source>
        <translation>Every two readers</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Everything, with the history of every review.</source>
        <translation>Everything, with the history of every review.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Explaining a beat of {record}</source>
        <translation>Explaining a beat of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Explaining the beats of {record}</source>
        <translation>Explaining the beats of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Explaining the beat…</source>
        <translation>Explaining the beat…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Explaining {record}</source>
        <translation>Explaining {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <location filename="ecgviewer/ui/page_words.py"/>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Explaining…</source>
        <translation>Explaining…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Export reviews</source>
        <translation>Export reviews</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Export reviews…</source>
        <translation>Export reviews…</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Faster paper</source>
        <translation>Faster paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Fewer than twelve stand below each other in any layout.</source>
        <translation>Fewer than twelve stand below each other in any layout.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Figures: {kind}; ticks and second figures: thresholds.</source>
        <translation>Figures: {kind}; ticks and second figures: thresholds.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>File name too long</source>
        <translation>File name too long</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Filter of what is drawn (Y); no model reads it</source>
        <translation>Filter of what is drawn (Y); no model reads it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Filter off</source>
        <translation>Filter off</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Filter the worklist</source>
        <translation>Filter the worklist</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>Filter: {filter}</source>
        <translation>Filter: {filter}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Findings of the file</source>
        <translation>Findings of the file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_rows.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Findings of the model</source>
        <translation>Findings of the model</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Findings of the scan</source>
        <translation>Findings of the scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Finished by all of them: {records}.</source>
        <translation>Finished by all of them: {records}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Finished reviews only</source>
        <translation>Finished reviews only</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>First-degree AV block</source>
        <translation>First-degree AV block</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Fit the page to the window, or true scale</source>
        <translation>Fit the page to the window, or true scale</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Fitting the record</source>
        <translation>Fitting the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Five</source>
        <translation>Five</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Flag</source>
        <translation>Flag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Flag taken away</source>
        <translation>Flag taken away</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Flag the record (Shift+F)</source>
        <translation>Flag the record (Shift+F)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Flag the record, or take the flag away</source>
        <translation>Flag the record, or take the flag away</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Flagged</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Flagged.</source>
        <translation>Flagged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Fleiss' kappa: agreement beyond chance, of any two readers. In brackets 95 % intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa.</source>
        <translation>Fleiss' kappa: agreement beyond chance, of any two readers. In brackets 95 % intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Folder for the export</source>
        <translation>Folder for the export</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Forward 0.2 s</source>
        <translation>Forward 0.2 s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Forward 1 s</source>
        <translation>Forward 1 s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Four</source>
        <translation>Four</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_sheet.py"/>
        <source>From violet to yellow: from the least to the most important place of these two seconds for the class that this net names.
The bar below marks what is at least half as important as the most important place.
Letters above the R peaks: what the scan calls each beat.</source>
        <translation>From violet to yellow: from the least to the most important place of these two seconds for the class that this net names.
The bar below marks what is at least half as important as the most important place.
Letters above the R peaks: what the scan calls each beat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Give a name</source>
        <translation>Give a name</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>Go on settling</source>
        <translation>Go on settling</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>Go on where the last session ended</source>
        <translation>Go on where the last session ended</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Go to</source>
        <translation>Go to</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Go to a time…</source>
        <translation>Go to a time…</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Gradient × input</source>
        <translation>Gradient × input</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Graphics card (CUDA)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Grid: 1 mm, 5 mm, off</source>
        <translation>Grid: 1 mm, 5 mm, off</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Have the model judge every record, in the background</source>
        <translation>Have the model judge every record, in the background</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Heart rate</source>
        <translation>Heart rate</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>High-pass</source>
        <translation>High-pass</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>History of the review</source>
        <translation>History of the review</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>History…</source>
        <translation>History…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Hold a ruler to the line, or a bank card to the outline, and change the length until both agree. The arrow keys change it by 0.1 mm. The paper then shows true millimetres.</source>
        <translation>Hold a ruler to the line, or a bank card to the outline, and change the length until both agree. The arrow keys change it by 0.1 mm. The paper then shows true millimetres.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Holter</source>
        <translation>Holter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>Holter summary</source>
        <translation>Holter summary</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Holter summary of {record}</source>
        <translation>Holter summary of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Holter summary: {record}</source>
        <translation>Holter summary: {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>How far readers agree</source>
        <translation>How far readers agree</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>How far the list is read or analysed</source>
        <translation>How far the list is read or analysed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>How far the score that is nearest to its threshold is from it</source>
        <translation>How far the score that is nearest to its threshold is from it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>How far your review has come</source>
        <translation>How far your review has come</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>How fast it plays (P and Shift+P)</source>
        <translation>How fast it plays (P and Shift+P)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>How good the signal is</source>
        <translation>How good the signal is</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>How the leads are weighed</source>
        <translation>How the leads are weighed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>How to read {file}</source>
        <translation>How to read {file}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>I, II and III do not fit together</source>
        <translation>I, II and III do not fit together</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>In a finished review a class that is not stated counts as absent; what somebody is unsure of leaves the comparison.</source>
        <translation>In a finished review a class that is not stated counts as absent; what somebody is unsure of leaves the comparison.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>In brackets how likely a person would accept the recording, from 0 to 1; below 0.5 it is called not acceptable.</source>
        <translation>In brackets how likely a person would accept the recording, from 0 to 1; below 0.5 it is called not acceptable.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>Include identifiers</source>
        <translation>Include identifiers</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Include identifiers: names, paths, notes as they are</source>
        <translation>Include identifiers: names, paths, notes as they are</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Input gradient</source>
        <translation>Input gradient</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Input/output error</source>
        <translation>Input/output error</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Integrated gradients</source>
        <translation>Integrated gradients</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worker.py"/>
        <source>Internal error in “{work}”: {error}. Please report it.</source>
        <translation>Internal error in “{work}”: {error}. Please report it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/app.py"/>
        <source>Internal error: {kind}. Please report it.</source>
        <translation>Internal error: {kind}. Please report it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Intervals and axis</source>
        <translation>Intervals and axis</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>Into the folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Is a directory</source>
        <translation>Is a directory</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>It holds 1 lead of {samples} samples, but not how to read them.</source>
        <translation>It holds 1 lead of {samples} samples, but not how to read them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>It holds {n} leads of {samples} samples, but not how to read them.</source>
        <translation>It holds {n} leads of {samples} samples, but not how to read them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>It is not there</source>
        <translation>It is not there</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>It is there</source>
        <translation>It is there</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>Its times say {timed} Hz, but {given} Hz were given and are used.</source>
        <translation>Its times say {timed} Hz, but {given} Hz were given and are used.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>J and K step through: {kind}</source>
        <translation>J and K step through: {kind}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Judging signals: {done} of {n_all}</source>
        <translation>Judging signals: {done} of {n_all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/note_field.py"/>
        <source>Kept as you write; Ctrl+Enter goes back to the paper</source>
        <translation>Kept as you write; Ctrl+Enter goes back to the paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Label of the region</source>
        <translation>Label of the region</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Labels to train with (JSON)</source>
        <translation>Labels to train with (JSON)</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>Laid out like {source}, so read as published: {facts}.</source>
        <translation>Laid out like {source}, so read as published: {facts}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Larger amplitude</source>
        <translation>Larger amplitude</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Laying over one another the beats of {record}</source>
        <translation>Laying over one another the beats of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Laying the beats over one another…</source>
        <translation>Laying the beats over one another…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>Laying the beats…</source>
        <translation>Laying the beats…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Layout of the leads (L)</source>
        <translation>Layout of the leads (L)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_panel.py"/>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Lead problem</source>
        <translation>Lead problem</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Lead to scan</source>
        <translation>Lead to scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_writer.py"/>
        <source>Lead {lead} of {record} cannot be written as EDF: its {error}.</source>
        <translation>Lead {lead} of {record} cannot be written as EDF: its {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>Lead {name} ends before its told length.</source>
        <translation>Lead {name} ends before its told length.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>Lead {name} of {path} has samples of {width} bytes: not read.</source>
        <translation>Lead {name} of {path} has samples of {width} bytes: not read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_map.py"/>
        <source>Leads and classes</source>
        <translation>Leads and classes</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>Leads cannot be weighed by "{method}"; they can by {lead_methods}.</source>
        <translation>Leads cannot be weighed by "{method}"; they can by {lead_methods}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Leads on the paper</source>
        <translation>Leads on the paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Leads on the paper…</source>
        <translation>Leads on the paper…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Leads read as absent: {leads}.</source>
        <translation>Leads read as absent: {leads}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>Leads {what}: {names}.</source>
        <translation>Leads {what}: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Leads, for {finding}</source>
        <translation>Leads, for {finding}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Leads, ticked and in order</source>
        <translation>Leads, ticked and in order</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Left bundle branch block</source>
        <translation>Left bundle branch block</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Length of the line</source>
        <translation>Length of the line</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Length of the line in millimetres</source>
        <translation>Length of the line in millimetres</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Letters stand for readers, drawn anew for each record</source>
        <translation>Letters stand for readers, drawn anew for each record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Limb leads</source>
        <translation>Limb leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>Lines to skip</source>
        <translation>Lines to skip</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>Lines to skip above the table</source>
        <translation>Lines to skip above the table</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Listing the folder</source>
        <translation>Listing the folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Listing the records</source>
        <translation>Listing the records</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Little stands out: no part of the beat says more than {times} × the average.</source>
        <translation>Little stands out: no part of the beat says more than {times} × the average.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Loading the model</source>
        <translation>Loading the model</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Logits by lead (SHAP, exact over all sets of leads).</source>
        <translation>Logits by lead (SHAP, exact over all sets of leads).</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Look-alike rhythm</source>
        <translation>Look-alike rhythm</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Looking for disputed records</source>
        <translation>Looking for disputed records</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Low-pass</source>
        <translation>Low-pass</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/state.py"/>
        <source>Magnified</source>
        <translation>Magnified</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>March out: drag over one interval, it is repeated over the whole page.</source>
        <translation>March out: drag over one interval, it is repeated over the whole page.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>March the caliper's interval out</source>
        <translation>March the caliper's interval out</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Margin below</source>
        <translation>Margin below</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Mark a region by dragging; Enter edits it</source>
        <translation>Mark a region by dragging; Enter edits it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marks_wiring.py"/>
        <source>Mark the coloured part</source>
        <translation>Mark the coloured part</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marks_wiring.py"/>
        <source>Mark what the caliper spans</source>
        <translation>Mark what the caliper spans</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Mark: drag over one lead, over rows, or with Shift over all leads. A click chooses, Enter edits, Del removes.</source>
        <translation>Mark: drag over one lead, over rows, or with Shift over all leads. A click chooses, Enter edits, Del removes.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Marked regions</source>
        <translation>Marked regions</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Marked regions, {sign} on the paper</source>
        <translation>Marked regions, {sign} on the paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Marks</source>
        <translation>Marks</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Mean rate</source>
        <translation>Mean rate</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Measure by dragging; arrows move a leg</source>
        <translation>Measure by dragging; arrows move a leg</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Measured</source>
        <translation>Measured</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_rows.py"/>
        <source>Measured values</source>
        <translation>Measured values</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Measuring {record}</source>
        <translation>Measuring {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Measuring…</source>
        <translation>Measuring…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/state.py"/>
        <source>Median beat</source>
        <translation>Median beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_sheet.py"/>
        <source>Median beats</source>
        <translation>Median beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Menu, with the tools that have no room</source>
        <translation>Menu, with the tools that have no room</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Merge another review file</source>
        <translation>Merge another review file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Merge another review file…</source>
        <translation>Merge another review file…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Merging reviews</source>
        <translation>Merging reviews</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Method of explanation</source>
        <translation>Method of explanation</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>Model {name}, weights {digest}</source>
        <translation>Model {name}, weights {digest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Model ≠ reference</source>
        <translation>Model ≠ reference</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_overflow.py"/>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>More tools</source>
        <translation>More tools</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>Name, abbreviation or SNOMED CT code</source>
        <translation>Name, abbreviation or SNOMED CT code</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Name, date, signature</source>
        <translation>Name, date, signature</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Names hidden</source>
        <translation>Names hidden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>New review file</source>
        <translation>New review file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>New review file…</source>
        <translation>New review file…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next beat of the scan</source>
        <translation>Next beat of the scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next bookmark</source>
        <translation>Next bookmark</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next finding; of a scan, the next in time</source>
        <translation>Next finding; of a scan, the next in time</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next layout</source>
        <translation>Next layout</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next lead for the rhythm strip</source>
        <translation>Next lead for the rhythm strip</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next method</source>
        <translation>Next method</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next record of the folder</source>
        <translation>Next record of the folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next unreviewed record</source>
        <translation>Next unreviewed record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Nine</source>
        <translation>Nine</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/loaded.py"/>
        <source>No CUDA device is available; use the device cpu or auto.</source>
        <translation>No CUDA device is available; use the device cpu or auto.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/measured_span.py"/>
        <source>No ECG lead of this record is calibrated, so nothing is measured.</source>
        <translation>No ECG lead of this record is calibrated, so nothing is measured.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export_wfdb.py"/>
        <source>No annotation file may end in ".{chosen}": choose small letters, such as "rev".</source>
        <translation>No annotation file may end in ".{chosen}": choose small letters, such as "rev".</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>No backend is called "{wanted}"; choose one of {backends}.</source>
        <translation>No backend is called "{wanted}"; choose one of {backends}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>No beat is there.</source>
        <translation>No beat is there.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>No beat was found in lead {lead}.</source>
        <translation>No beat was found in lead {lead}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/median_beat.py"/>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>No beat was found in that part of {record}.</source>
        <translation>No beat was found in that part of {record}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/windows.py"/>
        <source>No beat was found in {part}{record}, so there is nothing to judge.</source>
        <translation>No beat was found in {part}{record}, so there is nothing to judge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>No beat was found on this page.</source>
        <translation>No beat was found on this page.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>No bookmark after this place.</source>
        <translation>No bookmark after this place.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>No bookmark before this place.</source>
        <translation>No bookmark before this place.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>No bookmark in this record. B sets one.</source>
        <translation>No bookmark in this record. B sets one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>No caliper is out that could be pinned: M takes one.</source>
        <translation>No caliper is out that could be pinned: M takes one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>No caliper spans anything: M draws one.</source>
        <translation>No caliper spans anything: M draws one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export_training.py"/>
        <source>No class and no beat is spoken of in these reviews, so there is nothing to learn from.</source>
        <translation>No class and no beat is spoken of in these reviews, so there is nothing to learn from.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>No class is called so: choose one, or write it as the comment.</source>
        <translation>No class is called so: choose one, or write it as the comment.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>No class is stated.</source>
        <translation>No class is stated.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>No class matches “{text}”.</source>
        <translation>No class matches “{text}”.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>No class reached its threshold ({scores}).</source>
        <translation>No class reached its threshold ({scores}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>No demo is called "{name}"; there are {known}.</source>
        <translation>No demo is called "{name}"; there are {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/loaded.py"/>
        <source>No device is called "{wanted}"; choose one of {devices}.</source>
        <translation>No device is called "{wanted}"; choose one of {devices}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>No finding selected</source>
        <translation>No finding selected</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>No folder open.</source>
        <translation>No folder open.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>No lead has a name that the model knows; {name} was read as lead {lead}.</source>
        <translation>No lead has a name that the model knows; {name} was read as lead {lead}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/lead_list.py"/>
        <source>No lead is named: the twelve are taken in standard order, I to V6.</source>
        <translation>No lead is named: the twelve are taken in standard order, I to V6.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/lead_list.py"/>
        <source>No lead is named: they are numbered, and models cannot use them.</source>
        <translation>No lead is named: they are numbered, and models cannot use them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>No longer reviewed</source>
        <translation>No longer reviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>No model is called "{name}"; models here: {known}.</source>
        <translation>No model is called "{name}"; models here: {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>No model is installed, so nothing is suggested. Viewing still works. A model is a folder in “models” with its card and weights.</source>
        <translation>No model is installed, so nothing is suggested. Viewing still works. A model is a folder in “models” with its card and weights.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>No model is installed: nothing can be analysed.</source>
        <translation>No model is installed: nothing can be analysed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>No model is installed: put a model's folder into {model_folders}, or name one.</source>
        <translation>No model is installed: put a model's folder into {model_folders}, or name one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>No model that explains single beats is installed.</source>
        <translation>No model that explains single beats is installed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/nets/build.py"/>
        <source>No net is called "{name}"; known nets: {nets}.</source>
        <translation>No net is called "{name}"; known nets: {nets}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/silence.py"/>
        <source>No part of this page speaks for {label} enough to be coloured: at most {most} logits, colour begins at {least}.</source>
        <translation>No part of this page speaks for {label} enough to be coloured: at most {most} logits, colour begins at {least}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>No part of this page speaks for {label}, so no beat is coloured.</source>
        <translation>No part of this page speaks for {label}, so no beat is coloured.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/evidence.py"/>
        <source>No part of {place} speaks for {label}: {logits} logits in all, too little to count.</source>
        <translation>No part of {place} speaks for {label}: {logits} logits in all, too little to count.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>No reader has finished this record.</source>
        <translation>No reader has finished this record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>No recent record</source>
        <translation>No recent record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <source>No record in this folder.</source>
        <translation>No record in this folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>No record is disputed: readers agree, or it is settled.</source>
        <translation>No record is disputed: readers agree, or it is settled.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>No record is like that.</source>
        <translation>No record is like that.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <location filename="ecgviewer/ui/review_commands.py"/>
        <location filename="ecgviewer/ui/reviewing.py"/>
        <source>No record is open to be reviewed.</source>
        <translation>No record is open to be reviewed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reading_commands.py"/>
        <source>No record is open to set a bookmark in.</source>
        <translation>No record is open to set a bookmark in.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>No record is open: there is nothing to compare.</source>
        <translation>No record is open: there is nothing to compare.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>No record of the list has been reviewed: nothing is written.</source>
        <translation>No record of the list has been reviewed: nothing is written.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>No record open</source>
        <translation>No record open</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <location filename="ecgviewer/ui/review_history.py"/>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>No record open.</source>
        <translation>No record open.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>No record was finished by all of them.</source>
        <translation>No record was finished by all of them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/session_note.py"/>
        <source>No record was opened before.</source>
        <translation>No record was opened before.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>No reference values: age or sex unknown.</source>
        <translation>No reference values: age or sex unknown.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>No reference values: not an adult.</source>
        <translation>No reference values: not an adult.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>No review in this file is finished yet, so nothing can be compared.</source>
        <translation>No review in this file is finished yet, so nothing can be compared.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>No scale is given for {names}: these amplitudes are the file's own numbers.</source>
        <translation>No scale is given for {names}: these amplitudes are the file's own numbers.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>No screen has {dpi} pixels an inch: between 50 and 600 can be kept.</source>
        <translation>No screen has {dpi} pixels an inch: between 50 and 600 can be kept.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>No single-lead model is installed, so no beat can be judged.</source>
        <translation>No single-lead model is installed, so no beat can be judged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>No single-lead model, which judges every beat, is installed: nothing can be scanned.</source>
        <translation>No single-lead model, which judges every beat, is installed: nothing can be scanned.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>No single-lead model, which judges every beat, is installed: put a model's folder into {model_folders}, or name one (--model).</source>
        <translation>No single-lead model, which judges every beat, is installed: put a model's folder into {model_folders}, or name one (--model).</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>No space left on device</source>
        <translation>No space left on device</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>No such file or directory</source>
        <translation>No such file or directory</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>No unit is given: amplitudes are the file's own numbers, taken as mV.</source>
        <translation>No unit is given: amplitudes are the file's own numbers, taken as mV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_scale.py"/>
        <source>No unit is given: numbers are read as {assumed}, so amplitudes are uncertain.</source>
        <translation>No unit is given: numbers are read as {assumed}, so amplitudes are uncertain.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>No unreviewed record follows this one; {n} before it are left.</source>
        <translation>No unreviewed record follows this one; {n} before it are left.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>No unreviewed record precedes this one; {n} after it are left.</source>
        <translation>No unreviewed record precedes this one; {n} after it are left.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>No usual beat can be measured here.</source>
        <translation>No usual beat can be measured here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/handed_on.py"/>
        <source>Nobody called "{reader}" has reviewed in {held}; known: {known}.</source>
        <translation>Nobody called "{reader}" has reviewed in {held}; known: {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Nobody has stated anything of this record.</source>
        <translation>Nobody has stated anything of this record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Noise</source>
        <translation>Noise</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Normal beat</source>
        <translation>Normal beat</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Normal sinus rhythm</source>
        <translation>Normal sinus rhythm</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Not a directory</source>
        <translation>Not a directory</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Not analysed yet. F5 analyses.</source>
        <translation>Not analysed yet. F5 analyses.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Not analysed. F5 tries again.</source>
        <translation>Not analysed. F5 tries again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Not analysed: {reason}</source>
        <translation>Not analysed: {reason}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>Not each lead's amplitude is told: one unit is taken as 1 µV, which may be wrong.</source>
        <translation>Not each lead's amplitude is told: one unit is taken as 1 µV, which may be wrong.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Not explained, so no beat is coloured.</source>
        <translation>Not explained, so no beat is coloured.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>Not explained.</source>
        <translation>Not explained.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Not explained. Choose the beat again, or another one.</source>
        <translation>Not explained. Choose the beat again, or another one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Not explained. Choose the finding again to retry.</source>
        <translation>Not explained. Choose the finding again to retry.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>Not explained. Turn the page, or choose another method, to retry.</source>
        <translation>Not explained. Turn the page, or choose another method, to retry.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Not marked as reviewed.</source>
        <translation>Not marked as reviewed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>Not readable</source>
        <translation>Not readable</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>Not scanned.</source>
        <translation>Not scanned.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Not scanned. S judges every beat of the record.</source>
        <translation>Not scanned. S judges every beat of the record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Not scanned. S tries again.</source>
        <translation>Not scanned. S tries again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Notch</source>
        <translation>Notch</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Note deleted</source>
        <translation>Note deleted</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/note_field.py"/>
        <source>Note on the record</source>
        <translation>Note on the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/note_field.py"/>
        <source>Note on the record…</source>
        <translation>Note on the record…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Note: “{text}”</source>
        <translation>Note: “{text}”</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Notes were cleaned of what looks like names, dates and numbers of people: look them over before you hand them on.</source>
        <translation>Notes were cleaned of what looks like names, dates and numbers of people: look them over before you hand them on.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Nothing can be measured here: {reason}.</source>
        <translation>Nothing can be measured here: {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Nothing has been said of {record} yet.</source>
        <translation>Nothing has been said of {record} yet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>Nothing is coloured and no caliper is out, so nothing is erased.</source>
        <translation>Nothing is coloured and no caliper is out, so nothing is erased.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Nothing is coloured, so nothing is marked.</source>
        <translation>Nothing is coloured, so nothing is marked.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Nothing is disputed here.</source>
        <translation>Nothing is disputed here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>Nothing is hidden: the model's answer is shown.</source>
        <translation>Nothing is hidden: the model's answer is shown.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/erase.py"/>
        <source>Nothing of {record} is left that the model could read.</source>
        <translation>Nothing of {record} is left that the model could read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Occlusion</source>
        <translation>Occlusion</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>Of the model {card} only the card is here; its weights must be trained first.</source>
        <translation>Of the model {card} only the card is here; its weights must be trained first.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Of {start} to {stop} s.</source>
        <translation>Of {start} to {stop} s.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>One annotation file for each record and reader, without any model's answer.</source>
        <translation>One annotation file for each record and reader, without any model's answer.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>One class only; nothing else was looked at.</source>
        <translation>One class only; nothing else was looked at.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>One document (JSON)</source>
        <translation>One document (JSON)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_turning.py"/>
        <source>One lead</source>
        <translation>One lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/jobs.py"/>
        <source>Only 1 whole beat lies in this part, too few for a median.</source>
        <translation>Only 1 whole beat lies in this part, too few for a median.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Only an adjudicator sees what others say: Menu, Review, Adjudicate.</source>
        <translation>Only an adjudicator sees what others say: Menu, Review, Adjudicate.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>Only {at_once} leads at a time were recorded together, though all lie side by side.</source>
        <translation>Only {at_once} leads at a time were recorded together, though all lie side by side.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/jobs.py"/>
        <source>Only {n} whole beats lie in this part, too few for a median.</source>
        <translation>Only {n} whole beats lie in this part, too few for a median.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/row_lists.py"/>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/commands.py"/>
        <source>Open a folder</source>
        <translation>Open a folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Open a folder…</source>
        <translation>Open a folder…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/commands.py"/>
        <source>Open a record</source>
        <translation>Open a record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Open a record…</source>
        <translation>Open a record…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open a review file</source>
        <translation>Open a review file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open a review file, read only</source>
        <translation>Open a review file, read only</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open review file, read only…</source>
        <translation>Open review file, read only…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open review file…</source>
        <translation>Open review file…</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>OpenVINO computes on the CPU, and the model {card} is on the {device_name}: choose --device cpu or --backend torch.</source>
        <translation>OpenVINO computes on the CPU, and the model {card} is on the {device_name}: choose --device cpu or --backend torch.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>OpenVINO does not take the net of the model {card}; choose --backend torch.</source>
        <translation>OpenVINO does not take the net of the model {card}; choose --backend torch.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>OpenVINO is not installed: `pip install ecgviewer[fast]` adds it, and --backend torch does without.</source>
        <translation>OpenVINO is not installed: `pip install ecgviewer[fast]` adds it, and --backend torch does without.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Opening</source>
        <translation>Opening</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Opening the review file</source>
        <translation>Opening the review file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>Or drop a recording, or a folder, anywhere in this window.</source>
        <translation>Or drop a recording, or a folder, anywhere in this window.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Orange +: the lead spoke for the class; blue −: against it. The stronger the colour, the more; one scale for all.</source>
        <translation>Orange +: the lead spoke for the class; blue −: against it. The stronger the colour, the more; one scale for all.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Other…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotations.py"/>
        <source>Outside the record and left out: {beyond} of {n_found} annotations in {suffix}.</source>
        <translation>Outside the record and left out: {beyond} of {n_found} annotations in {suffix}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon.py"/>
        <source>Overview of the whole record</source>
        <translation>Overview of the whole record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Own answer given</source>
        <translation>Own answer given</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Own answer kept</source>
        <translation>Own answer kept</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Own answer taken back</source>
        <translation>Own answer taken back</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Own answers, before and after {model} was shown</source>
        <translation>Own answers, before and after {model} was shown</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/magnified_beat.py"/>
        <source>P off</source>
        <translation>P off</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/magnified_beat.py"/>
        <source>P on</source>
        <translation>P on</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PAC couplets</source>
        <translation>PAC couplets</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PAC runs</source>
        <translation>PAC runs</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>PACs</source>
        <translation>PACs</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>PPV</source>
        <translation>PPV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <location filename="ecgviewer/ui/measuring.py"/>
        <source>PR</source>
        <translation>PR</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PVC couplets</source>
        <translation>PVC couplets</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PVC runs</source>
        <translation>PVC runs</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>PVCs</source>
        <translation>PVCs</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>Page / {seconds} s</source>
        <translation>Page / {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Page back</source>
        <translation>Page back</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Page forward</source>
        <translation>Page forward</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>Page {n} of {all}</source>
        <translation>Page {n} of {all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Panels on or off</source>
        <translation>Panels on or off</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Paper 10 % faster</source>
        <translation>Paper 10 % faster</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Paper 10 % slower</source>
        <translation>Paper 10 % slower</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Paper speed ([ and ])</source>
        <translation>Paper speed ([ and ])</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Paper speed, mm/s</source>
        <translation>Paper speed, mm/s</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Partly</source>
        <translation>Partly</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/blind_spots.py"/>
        <source>Partly blind: gradients miss what the model measures of each beat, such as how early it comes.</source>
        <translation>Partly blind: gradients miss what the model measures of each beat, such as how early it comes.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/blind_spots.py"/>
        <source>Partly blind: what the model decides by measured values has no place in time; it is spread evenly over the trace.</source>
        <translation>Partly blind: what the model decides by measured values has no place in time; it is spread evenly over the trace.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>Pauses</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Pen</source>
        <translation>Pen</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Permission denied</source>
        <translation>Permission denied</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Pin the caliper and draw another</source>
        <translation>Pin the caliper and draw another</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Play faster; at last page by page</source>
        <translation>Play faster; at last page by page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Play or pause</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Play slower</source>
        <translation>Play slower</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/player.py"/>
        <source>Playing, {pace}. Space pauses; P is faster, Shift+P slower.</source>
        <translation>Playing, {pace}. Space pauses; P is faster, Shift+P slower.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Poor signal</source>
        <translation>Poor signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>Possible limb-lead reversal: {swap}</source>
        <translation>Possible limb-lead reversal: {swap}</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Premature atrial contraction</source>
        <translation>Premature atrial contraction</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Premature ventricular contraction</source>
        <translation>Premature ventricular contraction</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Preset: {name}</source>
        <translation>Preset: {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous beat of the scan</source>
        <translation>Previous beat of the scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous bookmark</source>
        <translation>Previous bookmark</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous finding</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous lead for the rhythm strip</source>
        <translation>Previous lead for the rhythm strip</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous record of the folder</source>
        <translation>Previous record of the folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous unreviewed record</source>
        <translation>Previous unreviewed record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>Print at 100 %: a millimetre is one.</source>
        <translation>Print at 100 %: a millimetre is one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Print the Holter summary</source>
        <translation>Print the Holter summary</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Print the Holter summary…</source>
        <translation>Print the Holter summary…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Print the report</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Print the report…</source>
        <translation>Print the report…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Processor (CPU)</source>
        <translation>Processor (CPU)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Progress of the export</source>
        <translation>Progress of the export</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Put tools away, undo erasing, stop work</source>
        <translation>Put tools away, undo erasing, stop work</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>QRS axis</source>
        <translation>QRS axis</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_rate.py"/>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Rate (Hz)</source>
        <translation>Rate (Hz)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Read this file differently…</source>
        <translation>Read this file differently…</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Read-only file system</source>
        <translation>Read-only file system</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Reader</source>
        <translation>Reader</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Reader {letter}</source>
        <translation>Reader {letter}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Reader ≠ model</source>
        <translation>Reader ≠ model</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Readers</source>
        <translation>Readers</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Readers with one another: {readers}</source>
        <translation>Readers with one another: {readers}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Readers with the model {model}</source>
        <translation>Readers with the model {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Reading headers: {done} of {n_all}</source>
        <translation>Reading headers: {done} of {n_all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Reading {record}</source>
        <translation>Reading {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Record flagged</source>
        <translation>Record flagged</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <source>Records of the folder</source>
        <translation>Records of the folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_table.py"/>
        <source>Records of the worklist</source>
        <translation>Records of the worklist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Redo it</source>
        <translation>Redo it</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Reference</source>
        <translation>Reference</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Reference is wrong</source>
        <translation>Reference is wrong</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Reference labels</source>
        <translation>Reference labels</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>Reference labels from a CSV</source>
        <translation>Reference labels from a CSV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Reference labels from a CSV…</source>
        <translation>Reference labels from a CSV…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Region from {start} to {stop}</source>
        <translation>Region from {start} to {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Region from {start} to {stop}: {name}</source>
        <translation>Region from {start} to {stop}: {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Region removed</source>
        <translation>Region removed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>Regions</source>
        <translation>Regions</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>Regions of the record</source>
        <translation>Regions of the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Remembered for files like this in its folder.</source>
        <translation>Remembered for files like this in its folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Remembered for records with these leads.</source>
        <translation>Remembered for records with these leads.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Remembered for tables with these columns.</source>
        <translation>Remembered for tables with these columns.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Remove the chosen region, or a caliper</source>
        <translation>Remove the chosen region, or a caliper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Reopen the last record at its place</source>
        <translation>Reopen the last record at its place</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/session_note.py"/>
        <source>Reopen {record} at {time}</source>
        <translation>Reopen {record} at {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Replace them?</source>
        <translation>Replace them?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Report and pictures</source>
        <translation>Report and pictures</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>Report of {day}</source>
        <translation>Report of {day}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Research use only. Not a medical device.</source>
        <translation>Research use only. Not a medical device.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Review files (*.ecgreview);;All files (*)</source>
        <translation>Review files (*.ecgreview);;All files (*)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Reviewed</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Reviewed (V)</source>
        <translation>Reviewed (V)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Reviewed ✓</source>
        <translation>Reviewed ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Reviewed, on to the next unreviewed record (V)</source>
        <translation>Reviewed, on to the next unreviewed record (V)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Reviewed.</source>
        <translation>Reviewed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Reviewed; on to the next unreviewed record</source>
        <translation>Reviewed; on to the next unreviewed record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Reviewing as {reader}…</source>
        <translation>Reviewing as {reader}…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Reviews are kept in {file} now.</source>
        <translation>Reviews are kept in {file} now.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Right after</source>
        <translation>Right after</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Right before</source>
        <translation>Right before</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Right bundle branch block</source>
        <translation>Right bundle branch block</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>SHAP by lead</source>
        <translation>SHAP by lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>SHAP by lead (gradient)</source>
        <translation>SHAP by lead (gradient)</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>ST depression</source>
        <translation>ST depression</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>ST elevation</source>
        <translation>ST elevation</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>ST in mV from PQ; no limits without an adult's age and sex.</source>
        <translation>ST in mV from PQ; no limits without an adult's age and sex.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>ST in mV from PQ; ↑ from +0.10 (V2, V3 +{high_mv}), ↓ from −0.05.</source>
        <translation>ST in mV from PQ; ↑ from +0.10 (V2, V3 +{high_mv}), ↓ from −0.05.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/st_table.py"/>
        <source>ST levels</source>
        <translation>ST levels</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>ST, mV from PQ</source>
        <translation>ST, mV from PQ</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>SYNTHETIC</source>
        <translation>SYNTHETIC</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>SYNTHETIC: made by a program</source>
        <translation>SYNTHETIC: made by a program</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>SYNTHETIC: made by a program.</source>
        <translation>SYNTHETIC: made by a program.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Said again: {what}</source>
        <translation>Said again: {what}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Said again: {what}.</source>
        <translation>Said again: {what}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Said to be there</source>
        <translation>Said to be there</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>Saliency in the right place ({method}): {answer}</source>
        <translation>Saliency in the right place ({method}): {answer}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>Saliency in the right place?</source>
        <translation>Saliency in the right place?</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Saliency misplaced</source>
        <translation>Saliency misplaced</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Save the picture</source>
        <translation>Save the picture</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Save the picture…</source>
        <translation>Save the picture…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Save the report as PDF</source>
        <translation>Save the report as PDF</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Save the report as PDF…</source>
        <translation>Save the report as PDF…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Save the summary</source>
        <translation>Save the summary</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Saved as {file} ✓</source>
        <translation>Saved as {file} ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Scan the whole record, beat by beat</source>
        <translation>Scan the whole record, beat by beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Scan, beat by beat</source>
        <translation>Scan, beat by beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Scanning {record}</source>
        <translation>Scanning {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Scanning…</source>
        <translation>Scanning…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Scroll both together, or apart (Ctrl+F2)</source>
        <translation>Scroll both together, or apart (Ctrl+F2)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Scroll compared pages together or apart</source>
        <translation>Scroll compared pages together or apart</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Scrolled apart</source>
        <translation>Scrolled apart</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Scrolled together</source>
        <translation>Scrolled together</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Search records and classes…</source>
        <translation>Search records and classes…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Search the file list</source>
        <translation>Search the file list</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <source>Search the manual</source>
        <translation>Search the manual</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Search the worklist</source>
        <translation>Search the worklist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <source>Search…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>Section {number} is damaged and was left out: {error}.</source>
        <translation>Section {number} is damaged and was left out: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>Section {number} lies outside the file and was left out.</source>
        <translation>Section {number} lies outside the file and was left out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>Sections that cannot be read here: {listed}.</source>
        <translation>Sections that cannot be read here: {listed}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>Sections with a wrong checksum, which may be damaged: {damaged}.</source>
        <translation>Sections with a wrong checksum, which may be damaged: {damaged}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>See the demo</source>
        <translation>See the demo</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Sensitivity</source>
        <translation>Sensitivity</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Settled: {settled}; still disputed: {disputed}.</source>
        <translation>Settled: {settled}; still disputed: {disputed}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Seven</source>
        <translation>Seven</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erase_band.py"/>
        <source>Shift: {lead} alone</source>
        <translation>Shift: {lead} alone</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Show annotations of the file</source>
        <translation>Show annotations of the file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Show the model's classes of beats</source>
        <translation>Show the model's classes of beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Show what is not reviewed yet</source>
        <translation>Show what is not reviewed yet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Show where model and reference differ</source>
        <translation>Show where model and reference differ</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>Shown is {name}; also there: {names}.</source>
        <translation>Shown is {name}; also there: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Signal quality</source>
        <translation>Signal quality</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>Single PACs</source>
        <translation>Single PACs</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>Single PVCs</source>
        <translation>Single PVCs</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="resources/classes.csv"/>
        <source>Sinus bradycardia</source>
        <translation>Sinus bradycardia</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Six</source>
        <translation>Six</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Slower paper</source>
        <translation>Slower paper</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Smaller amplitude</source>
        <translation>Smaller amplitude</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>So far, up to {time}: {places}</source>
        <translation>So far, up to {time}: {places}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/player.py"/>
        <source>Space plays at {pace}.</source>
        <translation>Space plays at {pace}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Space ticks a lead. Drag it, or move it by Ctrl+Up and Ctrl+Down.</source>
        <translation>Space ticks a lead. Drag it, or move it by Ctrl+Up and Ctrl+Down.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Specificity</source>
        <translation>Specificity</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Stale file handle</source>
        <translation>Stale file handle</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>State what you see first: 1–9, or {key} again if nothing.</source>
        <translation>State what you see first: 1–9, or {key} again if nothing.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Stated</source>
        <translation>Stated</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Stated in the file</source>
        <translation>Stated in the file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Statements, regions, beats and records, for a spreadsheet or R.</source>
        <translation>Statements, regions, beats and records, for a spreadsheet or R.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Steps of the review</source>
        <translation>Steps of the review</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>Steps that were put aside cannot be read; they stay in {path}.</source>
        <translation>Steps that were put aside cannot be read; they stay in {path}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Stop (Esc)</source>
        <translation>Stop (Esc)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>Stop here; the estimate stays</source>
        <translation>Stop here; the estimate stays</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Stopped, up to {time}: {places}</source>
        <translation>Stopped, up to {time}: {places}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stopping.py"/>
        <source>Stopped. F5 analyses again.</source>
        <translation>Stopped. F5 analyses again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stopping.py"/>
        <source>Stopped. S scans the record anew.</source>
        <translation>Stopped. S scans the record anew.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Stopped; files that were written until then are complete.</source>
        <translation>Stopped; files that were written until then are complete.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>Stopped; what is analysed is kept, and can be gone on with.</source>
        <translation>Stopped; what is analysed is kept, and can be gone on with.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Strength</source>
        <translation>Strength</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Strength of the colour</source>
        <translation>Strength of the colour</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Strongest {place} in {lead}: {times} × the average of the span.</source>
        <translation>Strongest {place} in {lead}: {times} × the average of the span.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Strongest {place}: {times} × the average of the span.</source>
        <translation>Strongest {place}: {times} × the average of the span.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/state.py"/>
        <source>Superposed</source>
        <translation>Superposed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_panel.py"/>
        <source>Superposed or magnified beats</source>
        <translation>Superposed or magnified beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="resources/classes.csv"/>
        <source>Supraventricular tachyarrhythmia</source>
        <translation>Supraventricular tachyarrhythmia</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Swap the compared pages</source>
        <translation>Swap the compared pages</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Swap the pages above and below (Shift+F2)</source>
        <translation>Swap the pages above and below (Shift+F2)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Synthetic: made by a program.</source>
        <translation>Synthetic: made by a program.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/magnified_beat.py"/>
        <source>T end</source>
        <translation>T end</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tables (*.csv *.tsv *.txt);;All files (*)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Tables (CSV)</source>
        <translation>Tables (CSV)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Take back all classes</source>
        <translation>Take back all classes</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Take back what is said of the chosen class</source>
        <translation>Take back what is said of the chosen class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Taking over answers</source>
        <translation>Taking over answers</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Ten</source>
        <translation>Ten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Testing the colouring of {record}</source>
        <translation>Testing the colouring of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The GPU cannot run the model {card}: {error}</source>
        <translation>The GPU cannot run the model {card}: {error}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The GPU cannot run this model, so the CPU is used.</source>
        <translation>The GPU cannot run this model, so the CPU is used.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>The Holter summary is printed.</source>
        <translation>The Holter summary is printed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>The agreement is copied.</source>
        <translation>The agreement is copied.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotations.py"/>
        <source>The annotations in {suffix} cannot be read: {error}.</source>
        <translation>The annotations in {suffix} cannot be read: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>The beats of the page are explained once they are judged.</source>
        <translation>The beats of the page are explained once they are judged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>The beats of this page</source>
        <translation>The beats of this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>The bookmark at {time} is as it was.</source>
        <translation>The bookmark at {time} is as it was.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>The bookmark at {time} is gone.</source>
        <translation>The bookmark at {time} is gone.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>The bookmark at {time} is gone. Ctrl+Z brings it back.</source>
        <translation>The bookmark at {time} is gone. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmark is not kept: {folder} cannot be written</source>
        <translation>The bookmark is not kept: {folder} cannot be written</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmarks of this record cannot be read: {path} cannot be opened.</source>
        <translation>The bookmarks of this record cannot be read: {path} cannot be opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmarks of this record could not be understood</source>
        <translation>The bookmarks of this record could not be understood</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmarks of this record could not be understood: {path} is broken.</source>
        <translation>The bookmarks of this record could not be understood: {path} is broken.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>The checksum of the header is wrong: what it says may be damaged.</source>
        <translation>The checksum of the header is wrong: what it says may be damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>The checksum of the record is wrong: what it says may be damaged.</source>
        <translation>The checksum of the record is wrong: what it says may be damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>The colours are off. O brings them back.</source>
        <translation>The colours are off. O brings them back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>The device's usual beats are damaged and left out.</source>
        <translation>The device's usual beats are damaged and left out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>The disk that holds {file} is full. Free some space on it.</source>
        <translation>The disk that holds {file} is full. Free some space on it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The explanation is not of {opened}: it reaches beyond that record's end.</source>
        <translation>The explanation is not of {opened}: it reaches beyond that record's end.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The file gives no gain for some leads, so their millivolts are a guess.</source>
        <translation>The file gives no gain for some leads, so their millivolts are a guess.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The file gives no resolution: its units are shown as if each were 1 µV.</source>
        <translation>The file gives no resolution: its units are shown as if each were 1 µV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <source>The file holds no rhythm, but this: {shown}.</source>
        <translation>The file holds no rhythm, but this: {shown}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>The file holds {n_described} recordings; also there: {recordings}. The number behind the file's name opens one.</source>
        <translation>The file holds {n_described} recordings; also there: {recordings}. The number behind the file's name opens one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>The file holds {n_samples} samples of at least {told}: it was cut short, copy it again.</source>
        <translation>The file holds {n_samples} samples of at least {told}: it was cut short, copy it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>The file holds {there} bytes of {told}: it was cut short, copy it again.</source>
        <translation>The file holds {there} bytes of {told}: it was cut short, copy it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>The file is cut short: it holds {whole} of {said} data records.</source>
        <translation>The file is cut short: it holds {whole} of {said} data records.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>The file is of version {version}, not known yet.</source>
        <translation>The file is of version {version}, not known yet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The file names leads that it does not hold: {names}.</source>
        <translation>The file names leads that it does not hold: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_annotations.py"/>
        <source>The file of annotations is damaged or cannot be read: they are left out.</source>
        <translation>The file of annotations is damaged or cannot be read: they are left out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>The file tells no amplitude: one unit is taken as 1 µV, which may be wrong.</source>
        <translation>The file tells no amplitude: one unit is taken as 1 µV, which may be wrong.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>The first rows of the table</source>
        <translation>The first rows of the table</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/trial_sheet.py"/>
        <source>The first seconds, as they would be read</source>
        <translation>The first seconds, as they would be read</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>The folder</source>
        <translation>The folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/archive_walk.py"/>
        <source>The folder {folder} cannot be read: {reason}.</source>
        <translation>The folder {folder} cannot be read: {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>The header does not give the length: it is taken from the file's size.</source>
        <translation>The header does not give the length: it is taken from the file's size.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>The header gives a start that is no date and time: {told}.</source>
        <translation>The header gives a start that is no date and time: {told}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>The header gives a wrong length of itself, which is not used.</source>
        <translation>The header gives a wrong length of itself, which is not used.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>The header tells of {told} samples, but each lead has {n_samples}.</source>
        <translation>The header tells of {told} samples, but each lead has {n_samples}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>The language takes effect at the next start.</source>
        <translation>The language takes effect at the next start.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The last {seconds} s hold the recorder's calibration pulse, 1 mV in every lead, and no ECG: they are left out.</source>
        <translation>The last {seconds} s hold the recorder's calibration pulse, 1 mV in every lead, and no ECG: they are left out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>The leads could not be weighed; see the line below.</source>
        <translation>The leads could not be weighed; see the line below.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The leads of {path} begin at different times, which is not read: export them side by side.</source>
        <translation>The leads of {path} begin at different times, which is not read: export them side by side.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>The leads of {path} begin so far apart that they are damaged or a trap.</source>
        <translation>The leads of {path} begin so far apart that they are damaged or a trap.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>The list is analysed.</source>
        <translation>The list is analysed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>The list is analysed; 1 record cannot be judged (see Filter).</source>
        <translation>The list is analysed; 1 record cannot be judged (see Filter).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>The list is analysed; {n} records cannot be judged (see Filter).</source>
        <translation>The list is analysed; {n} records cannot be judged (see Filter).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>The map was not tried by erasing.</source>
        <translation>The map was not tried by erasing.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>The map's own test: parts of the trace are replaced by straight lines and the model is asked again.
Elsewhere: regions of the same shape at other places, drawn at random.
Removing: the strongest parts are taken away; the lower the score falls, the better the map.
Keeping only: all else is taken away; the higher the score stays, the better.
Logits: the mean over 1 to 50 % removed or kept. A difference as small as chance makes it is no better.
Try it yourself: E, then drag; Shift+E erases the coloured part.</source>
        <translation>The map's own test: parts of the trace are replaced by straight lines and the model is asked again.
Elsewhere: regions of the same shape at other places, drawn at random.
Removing: the strongest parts are taken away; the lower the score falls, the better the map.
Keeping only: all else is taken away; the higher the score stays, the better.
Logits: the mean over 1 to 50 % removed or kept. A difference as small as chance makes it is no better.
Try it yourself: E, then drag; Shift+E erases the coloured part.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>The matrix is square: its rows are taken as leads.</source>
        <translation>The matrix is square: its rows are taken as leads.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <source>The measured values are copied.</source>
        <translation>The measured values are copied.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>The middle {seconds} s: {beats}</source>
        <translation>The middle {seconds} s: {beats}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>The model has not answered yet, so it cannot be asked again.</source>
        <translation>The model has not answered yet, so it cannot be asked again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>The model is hidden until you have answered: R shows it.</source>
        <translation>The model is hidden until you have answered: R shows it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>The model is wrong because of: {reasons}</source>
        <translation>The model is wrong because of: {reasons}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>The model is wrong because…</source>
        <translation>The model is wrong because…</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The model learnt lead II; {leads} was read in its place.</source>
        <translation>The model learnt lead II; {leads} was read in its place.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The model learnt lead II; {leads} were read in its place.</source>
        <translation>The model learnt lead II; {leads} were read in its place.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>The model suggests ({scores})</source>
        <translation>The model suggests ({scores})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>The model suggests no early beat, rhythm or pause.</source>
        <translation>The model suggests no early beat, rhythm or pause.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>The model suggests none of its classes.</source>
        <translation>The model suggests none of its classes.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>The model suggests {places}; J and K step through</source>
        <translation>The model suggests {places}; J and K step through</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/centre.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>The model suggests: {findings}</source>
        <translation>The model suggests: {findings}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>The model to compare with</source>
        <translation>The model to compare with</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>The model was refused: {card} is no name for one; letters, digits, _ and - make one.</source>
        <translation>The model was refused: {card} is no name for one; letters, digits, _ and - make one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <source>The model {card} cannot be explained by "{method}"; it can by {fitting}.</source>
        <translation>The model {card} cannot be explained by "{method}"; it can by {fitting}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>The model {card} cannot judge the values of this window; are its units right?</source>
        <translation>The model {card} cannot judge the values of this window; are its units right?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The model {card} does not tell the classes of single beats ({scan_labels}): name a single-lead model.</source>
        <translation>The model {card} does not tell the classes of single beats ({scan_labels}): name a single-lead model.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/beat_looks.py"/>
        <source>The model {card} has no map of single beats by "{method}".</source>
        <translation>The model {card} has no map of single beats by "{method}".</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/beat_logits.py"/>
        <source>The model {card} judges whole recordings, not single beats: name a single-lead model.</source>
        <translation>The model {card} judges whole recordings, not single beats: name a single-lead model.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The model {card} offers no explanation.</source>
        <translation>The model {card} offers no explanation.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>The model {card} reads one lead, so there are no leads to weigh.</source>
        <translation>The model {card} reads one lead, so there are no leads to weigh.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The model {card} was refused: a card is expected that {wanted}.</source>
        <translation>The model {card} was refused: a card is expected that {wanted}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/probe.py"/>
        <source>The model {card} was refused: it does not give the answer stored on its card; install it again.</source>
        <translation>The model {card} was refused: it does not give the answer stored on its card; install it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/probe.py"/>
        <source>The model {card} was refused: its card has {n_labels} labels, its net {n_found}.</source>
        <translation>The model {card} was refused: its card has {n_labels} labels, its net {n_found}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>The model {card} was refused: one that ships with ecgviewer has that name; give it another on its card.</source>
        <translation>The model {card} was refused: one that ships with ecgviewer has that name; give it another on its card.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>The model {card} {told}.</source>
        <translation>The model {card} {told}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The model {folder} has no {card_file}, so nothing is known of it.</source>
        <translation>The model {folder} has no {card_file}, so nothing is known of it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>The model {model} by the settled truth</source>
        <translation>The model {model} by the settled truth</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/model_adding.py"/>
        <source>The model {model} is checked and added; it stands in the menu under Model.</source>
        <translation>The model {model} is checked and added; it stands in the menu under Model.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The model {model} is not installed, so bundle branch blocks are told less well.</source>
        <translation>The model {model} is not installed, so bundle branch blocks are told less well.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>The model {model} judges single beats: choose another one to analyse a list.</source>
        <translation>The model {model} judges single beats: choose another one to analyse a list.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The model {name} is not installed: put its folder into {model_folders}.</source>
        <translation>The model {name} is not installed: put its folder into {model_folders}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The model {other} does not tell bundle branch blocks of single beats.</source>
        <translation>The model {other} does not tell bundle branch blocks of single beats.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/card.py"/>
        <source>The model {self} has never learnt {label}.</source>
        <translation>The model {self} has never learnt {label}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/card.py"/>
        <source>The model {self} has no label "{label}"; it has {judged}.</source>
        <translation>The model {self} has no label "{label}"; it has {judged}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>The model's answer is shown at once.</source>
        <translation>The model's answer is shown at once.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>The model's findings, the surest first</source>
        <translation>The model's findings, the surest first</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/archive_walk.py"/>
        <source>The name {path} is not in UTF-8, so nothing can be noted about it; rename it.</source>
        <translation>The name {path} is not in UTF-8, so nothing can be noted about it; rename it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/nets/build.py"/>
        <source>The net "{name}" does not take the options {options}.</source>
        <translation>The net "{name}" does not take the options {options}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/probe.py"/>
        <source>The net of the model {card} cannot take {n_leads} leads of {n_samples} samples on the {device_name}.</source>
        <translation>The net of the model {card} cannot take {n_leads} leads of {n_samples} samples on the {device_name}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>The normal beats beside them stay plain.</source>
        <translation>The normal beats beside them stay plain.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/background.py"/>
        <source>The normal records hold too little signal to make ordinary ones like them.</source>
        <translation>The normal records hold too little signal to make ordinary ones like them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reviewing.py"/>
        <source>The note on {record} waits for your name.</source>
        <translation>The note on {record} waits for your name.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>The open record</source>
        <translation>The open record</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The packed signal in {path} is damaged: {error}.</source>
        <translation>The packed signal in {path} is damaged: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The page cannot be drawn at {value} {unit}: choose from {smallest_scale} to {largest_scale}.</source>
        <translation>The page cannot be drawn at {value} {unit}: choose from {smallest_scale} to {largest_scale}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The page cannot be drawn: {error}.</source>
        <translation>The page cannot be drawn: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The page cannot begin at {start_s} s.</source>
        <translation>The page cannot begin at {start_s} s.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>The paper keeps true scale on this screen: true scale ✓.</source>
        <translation>The paper keeps true scale on this screen: true scale ✓.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>The picture is copied.</source>
        <translation>The picture is copied.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>The plug-in {name} of the package {package} gives no map of the model {card}: {fault}; ask whoever made it.</source>
        <translation>The plug-in {name} of the package {package} gives no map of the model {card}: {fault}; ask whoever made it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/plugin_calls.py"/>
        <source>The plug-in {plugin} of the package {package} fails over {name}: {reason}.</source>
        <translation>The plug-in {plugin} of the package {package} fails over {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/reader.py"/>
        <source>The plug-in {plugin} of the package {package} gives no record of {path}; ask whoever made it.</source>
        <translation>The plug-in {plugin} of the package {package} gives no record of {path}; ask whoever made it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>The probability of the surest finding</source>
        <translation>The probability of the surest finding</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>The record is of SCP-ECG version {version_text}, whose short ECG is read as in version 2.</source>
        <translation>The record is of SCP-ECG version {version_text}, whose short ECG is read as in version 2.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>The record is then {duration} long.</source>
        <translation>The record is then {duration} long.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>The record's name ({record}), its file, the date of recording and the file's comments. Without them it has a pseudonym. Asked for each report anew.</source>
        <translation>The record's name ({record}), its file, the date of recording and the file's comments. Without them it has a pseudonym. Asked for each report anew.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>The record's name below the opened folder</source>
        <translation>The record's name below the opened folder</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>The recording has {gaps}: there is no signal there.</source>
        <translation>The recording has {gaps}: there is no signal there.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>The records' own labels</source>
        <translation>The records' own labels</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>The reference beat of {path} holds no sample.</source>
        <translation>The reference beat of {path} holds no sample.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>The region is removed. Ctrl+Z brings it back.</source>
        <translation>The region is removed. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>The report is printed.</source>
        <translation>The report is printed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>The review file is damaged: some of its rows point nowhere.</source>
        <translation>The review file is damaged: some of its rows point nowhere.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>The same, before the model was shown</source>
        <translation>The same, before the model was shown</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>The same, before {model} was shown</source>
        <translation>The same, before {model} was shown</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>The samples cannot be read.</source>
        <translation>The samples cannot be read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} after this place so far.</source>
        <translation>The scan has no {finding} after this place so far.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} after this place.</source>
        <translation>The scan has no {finding} after this place.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} before this place so far.</source>
        <translation>The scan has no {finding} before this place so far.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} before this place.</source>
        <translation>The scan has no {finding} before this place.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which are poor on this page: {faults}. Do not lean on its beats here.</source>
        <translation>The scan reads {leads}, which are poor on this page: {faults}. Do not lean on its beats here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which are poor: {faults}. Do not lean on its beats.</source>
        <translation>The scan reads {leads}, which are poor: {faults}. Do not lean on its beats.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which is poor on this page: {faults}. Do not lean on its beats here.</source>
        <translation>The scan reads {leads}, which is poor on this page: {faults}. Do not lean on its beats here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which is poor: {faults}. Do not lean on its beats.</source>
        <translation>The scan reads {leads}, which is poor: {faults}. Do not lean on its beats.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>The screen then has {dpi} pixels an inch.</source>
        <translation>The screen then has {dpi} pixels an inch.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>The screen's own report is used again: true scale ≈.</source>
        <translation>The screen's own report is used again: true scale ≈.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>The signal of {what} in {path} is damaged: it is not Base64.</source>
        <translation>The signal of {what} in {path} is damaged: it is not Base64.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The signal quality is not acceptable ({score})</source>
        <translation>The signal quality is not acceptable ({score})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The signal quality is poor</source>
        <translation>The signal quality is poor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>The surest beat: {sentence}</source>
        <translation>The surest beat: {sentence}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The usual beats in {path} have no samples or no rate.</source>
        <translation>The usual beats in {path} have no samples or no rate.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>The weights of the model {card} are not those that its card describes; install it again.</source>
        <translation>The weights of the model {card} are not those that its card describes; install it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>The weights of the model {card} cannot be read.</source>
        <translation>The weights of the model {card} cannot be read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>The weights of the model {card} do not fit its net "{net}".</source>
        <translation>The weights of the model {card} do not fit its net "{net}".</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>The whole record is back.</source>
        <translation>The whole record is back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/background.py"/>
        <source>The {background_file} of the model {path} cannot be read: {error}.</source>
        <translation>The {background_file} of the model {path} cannot be read: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/background.py"/>
        <source>The {background_file} of the model {path} holds {shape} values; records of {shape_2} leads by {shape_3} samples are expected.</source>
        <translation>The {background_file} of the model {path} holds {shape} values; records of {shape_2} leads by {shape_3} samples are expected.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} cannot be read: {error}.</source>
        <translation>The {card_file} of the model {folder} cannot be read: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} is not of version {format_version}; a newer ecgviewer may read it.</source>
        <translation>The {card_file} of the model {folder} is not of version {format_version}; a newer ecgviewer may read it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} is wrong: {error}.</source>
        <translation>The {card_file} of the model {folder} is wrong: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} lacks {error}.</source>
        <translation>The {card_file} of the model {folder} lacks {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/familiar_file.py"/>
        <source>The {familiar_file} of the model {card} cannot be read; `ecgviewer familiarity` makes a new one.</source>
        <translation>The {familiar_file} of the model {card} cannot be read; `ecgviewer familiarity` makes a new one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/familiar_file.py"/>
        <source>The {familiar_file} of the model {card} was made for other weights; `ecgviewer familiarity` makes a new one.</source>
        <translation>The {familiar_file} of the model {card} was made for other weights; `ecgviewer familiarity` makes a new one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>The {what} goes from {low} to {high}; {given} is beyond.</source>
        <translation>The {what} goes from {low} to {high}; {given} is beyond.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>There is no lead {lead} to show; there are {leads}.</source>
        <translation>There is no lead {lead} to show; there are {leads}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>There is no number in the first rows of the first lead.</source>
        <translation>There is no number in the first rows of the first lead.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>There is no such beat.</source>
        <translation>There is no such beat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>There is nothing to explain from {start} to {stop} s: {record} is {duration_s} s long.</source>
        <translation>There is nothing to explain from {start} to {stop} s: {record} is {duration_s} s long.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/undoing.py"/>
        <source>There is nothing to redo.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/undoing.py"/>
        <source>There is nothing to undo.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>These leads end too early: {names}.</source>
        <translation>These leads end too early: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>This folder is not listed yet.</source>
        <translation>This folder is not listed yet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>This is the only disputed record.</source>
        <translation>This is the only disputed record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>This lead has no signal here.</source>
        <translation>This lead has no signal here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <location filename="ecgviewer/signal/measured_span.py"/>
        <source>This record has no ECG lead.</source>
        <translation>This record has no ECG lead.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>This record, another time</source>
        <translation>This record, another time</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Those in the file list, as it is searched ({n})</source>
        <translation>Those in the file list, as it is searched ({n})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Those in the worklist, as it is filtered ({n})</source>
        <translation>Those in the worklist, as it is filtered ({n})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Three</source>
        <translation>Three</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Tick at least one lead.</source>
        <translation>Tick at least one lead.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the Holter summary</source>
        <translation>To the Holter summary</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the bookmarks; Enter goes to one</source>
        <translation>To the bookmarks; Enter goes to one</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the chosen beat and its two maps</source>
        <translation>To the chosen beat and its two maps</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the end</source>
        <translation>To the end</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the explanation</source>
        <translation>To the explanation</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the file list</source>
        <translation>To the file list</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the findings</source>
        <translation>To the findings</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the findings of the scan</source>
        <translation>To the findings of the scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the leads; Enter picks one</source>
        <translation>To the leads; Enter picks one</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the magnified beat and the ST levels</source>
        <translation>To the magnified beat and the ST levels</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the measured intervals; arrows mark one</source>
        <translation>To the measured intervals; arrows mark one</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the median beat</source>
        <translation>To the median beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the paper; again, to the one below</source>
        <translation>To the paper; again, to the one below</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the record's facts</source>
        <translation>To the record's facts</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the review; Space states a class</source>
        <translation>To the review; Space states a class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the start</source>
        <translation>To the start</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the superposed beats of a lead</source>
        <translation>To the superposed beats of a lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the worklist</source>
        <translation>To the worklist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they add only {added} of the {wanted} logits that move the model's answer from its average {before} to {after} here.</source>
        <translation>Together they add only {added} of the {wanted} logits that move the model's answer from its average {before} to {after} here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they add only {added} of the {wanted} logits that move the model's answer from its average {before} to {after}.</source>
        <translation>Together they add only {added} of the {wanted} logits that move the model's answer from its average {before} to {after}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they move the model's answer from its average {before} to {after} here.</source>
        <translation>Together they move the model's answer from its average {before} to {after} here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they move the model's answer from its average {before} to {after}.</source>
        <translation>Together they move the model's answer from its average {before} to {after}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Too many open files</source>
        <translation>Too many open files</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>Trained on {n} recordings: {collections}.</source>
        <translation>Trained on {n} recordings: {collections}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Truly there</source>
        <translation>Truly there</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Truth</source>
        <translation>Truth</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>Try again to save</source>
        <translation>Try again to save</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Two</source>
        <translation>Two</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Two other nets see 2 s of {lead} alone</source>
        <translation>Two other nets see 2 s of {lead} alone</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Undo what was said, or a bookmark</source>
        <translation>Undo what was said, or a bookmark</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Undone: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Undone: {what}.</source>
        <translation>Undone: {what}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Units per mV</source>
        <translation>Units per mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Unlike the records this model learnt from ({share}).</source>
        <translation>Unlike the records this model learnt from ({share}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Unlike the records this model learnt from ({share}): {reason}.</source>
        <translation>Unlike the records this model learnt from ({share}): {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Unreviewed</source>
        <translation>Unreviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>Unsure</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Unsure about the chosen class</source>
        <translation>Unsure about the chosen class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Use my own review file</source>
        <translation>Use my own review file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Use the screen's own report</source>
        <translation>Use the screen's own report</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <source>Usual beat and ST levels</source>
        <translation>Usual beat and ST levels</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Verdict of the reader</source>
        <translation>Verdict of the reader</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Verdict: {reader}</source>
        <translation>Verdict: {reader}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>WFDB annotations</source>
        <translation>WFDB annotations</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Wanted: a rate and a gain above 0, and one lead name.</source>
        <translation>Wanted: a rate and a gain above 0, and one lead name.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Wanted: a rate and a gain above 0, and {n} different lead names.</source>
        <translation>Wanted: a rate and a gain above 0, and {n} different lead names.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Wanted: at least one column that is a lead.</source>
        <translation>Wanted: at least one column that is a lead.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Weighed as soon as the model is free.</source>
        <translation>Weighed as soon as the model is free.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Weighing the leads of {record}</source>
        <translation>Weighing the leads of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Weighing the leads…</source>
        <translation>Weighing the leads…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Weights SHA-256 {digest}</source>
        <translation>Weights SHA-256 {digest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>What a model suggests is no diagnosis.</source>
        <translation>What a model suggests is no diagnosis.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>What is not saved cannot be put aside either: {folder} cannot be written</source>
        <translation>What is not saved cannot be put aside either: {folder} cannot be written</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <source>What is shown of the beats</source>
        <translation>What is shown of the beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>What readers corrected, for ecgviewer train --reviews.</source>
        <translation>What readers corrected, for ecgviewer train --reviews.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>What spoke for {finding}: {method}</source>
        <translation>What spoke for {finding}: {method}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>What stands below</source>
        <translation>What stands below</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>What the data set, the header or a table of yours states</source>
        <translation>What the data set, the header or a table of yours states</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>What the readers say, class by class</source>
        <translation>What the readers say, class by class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>What was said of {record} is not saved: whose it is is not known.</source>
        <translation>What was said of {record} is not saved: whose it is is not known.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>What you have stated</source>
        <translation>What you have stated</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>What {column} is</source>
        <translation>What {column} is</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>Where the model looked in each beat: {method}</source>
        <translation>Where the model looked in each beat: {method}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>Where the {net} looked</source>
        <translation>Where the {net} looked</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>Where {method} coloured the trace for this finding</source>
        <translation>Where {method} coloured the trace for this finding</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Where, the surest first</source>
        <translation>Where, the surest first</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>Whether the model's findings are those of the reference</source>
        <translation>Whether the model's findings are those of the reference</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>Whether you have flagged the record</source>
        <translation>Whether you have flagged the record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_panel.py"/>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Which beats</source>
        <translation>Which beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Which records</source>
        <translation>Which records</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Who reviews?</source>
        <translation>Who reviews?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Who reviews? Your name</source>
        <translation>Who reviews? Your name</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Who reviews…</source>
        <translation>Who reviews…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>With fewer than {n} records, every figure is a hint at best.</source>
        <translation>With fewer than {n} records, every figure is a hint at best.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>Without samples, so not shown: {names}.</source>
        <translation>Without samples, so not shown: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>Without the strongest {share} %: {label} {score} → {rest} (below its threshold). Without {share} % elsewhere: {elsewhere}.</source>
        <translation>Without the strongest {share} %: {label} {score} → {rest} (below its threshold). Without {share} % elsewhere: {elsewhere}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>Without the strongest {share} %: {label} {score} → {rest}. Without {share} % elsewhere: {elsewhere}.</source>
        <translation>Without the strongest {share} %: {label} {score} → {rest}. Without {share} % elsewhere: {elsewhere}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Without them records go by pseudonyms, readers by numbers, and paths and dates of recording are left out.</source>
        <translation>Without them records go by pseudonyms, readers by numbers, and paths and dates of recording are left out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Without what is erased; pale bars: the whole record</source>
        <translation>Without what is erased; pale bars: the whole record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Worklist</source>
        <translation>Worklist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Write on the chosen bookmark (B)</source>
        <translation>Write on the chosen bookmark (B)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Write…</source>
        <translation>Write…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Writing the report of {record}</source>
        <translation>Writing the report of {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Writing …</source>
        <translation>Writing …</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>You adjudicate: N goes to the next record on which readers differ.</source>
        <translation>You adjudicate: N goes to the next record on which readers differ.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>You have seen the model's answer here: from the next record on it is hidden.</source>
        <translation>You have seen the model's answer here: from the next record on it is hidden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>You review as a reader again.</source>
        <translation>You review as a reader again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>You: {classes}</source>
        <translation>You: {classes}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>Your own answer is kept; what you change now is kept beside it.</source>
        <translation>Your own answer is kept; what you change now is kept beside it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/label_field.py"/>
        <source>a class, or nothing</source>
        <translation>a class, or nothing</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a clipped signal in {lead}</source>
        <translation>a clipped signal in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a code stands for nothing</source>
        <translation>a code stands for nothing</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>a comment, or nothing</source>
        <translation>a comment, or nothing</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a flat line for a part of the time in {lead}</source>
        <translation>a flat line for a part of the time in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead ends too early</source>
        <translation>a lead ends too early</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead has no beginning</source>
        <translation>a lead has no beginning</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead has no samples</source>
        <translation>a lead has no samples</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead is longer than announced</source>
        <translation>a lead is longer than announced</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead leaves the range of 16 bits</source>
        <translation>a lead leaves the range of 16 bits</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>a page every {seconds} s</source>
        <translation>a page every {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a rate of {bpm} beats a minute: is it an ECG, and the sampling rate right?</source>
        <translation>a rate of {bpm} beats a minute: is it an ECG, and the sampling rate right?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>a rough estimate, stopped at {percent} %</source>
        <translation>a rough estimate, stopped at {percent} %</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>a signal</source>
        <translation>a signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a strongly drifting baseline in most leads</source>
        <translation>a strongly drifting baseline in most leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a strongly drifting baseline in {lead}</source>
        <translation>a strongly drifting baseline in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>a word or two, or Enter</source>
        <translation>a word or two, or Enter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>acceptable ({score})</source>
        <translation>acceptable ({score})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>added</source>
        <translation>added</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>adds up within {error}</source>
        <translation>adds up within {error}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>adults</source>
        <translation>adults</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>adults {range}</source>
        <translation>adults {range}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>age unknown</source>
        <translation>age unknown</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>agrees with {model}</source>
        <translation>agrees with {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <location filename="ecgviewer/ui/region_tool.py"/>
        <source>all leads</source>
        <translation>all leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>all leads look upside down</source>
        <translation>all leads look upside down</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>all of its cells lie outside the window</source>
        <translation>all of its cells lie outside the window</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all other</source>
        <translation>all other</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all supraventricular</source>
        <translation>all supraventricular</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all usual</source>
        <translation>all usual</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all ventricular</source>
        <translation>all ventricular</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>amplitude</source>
        <translation>amplitude</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <location filename="ecgviewer/paper/laid_layout.py"/>
        <source>amplitude uncalibrated</source>
        <translation>amplitude uncalibrated</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>amplitudes in mV</source>
        <translation>amplitudes in mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/lock.py"/>
        <source>another reader</source>
        <translation>another reader</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/silence.py"/>
        <source>any class</source>
        <translation>any class</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>artefacts</source>
        <translation>artefacts</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>artefacts of {mv} mV</source>
        <translation>artefacts of {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>as a whole it is unlike the training records; nothing single stands out</source>
        <translation>as a whole it is unlike the training records; nothing single stands out</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>as it shall stand in reports</source>
        <translation>as it shall stand in reports</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>at R</source>
        <translation>at R</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>axis</source>
        <translation>axis</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>bank card, {size}</source>
        <translation>bank card, {size}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>baseline</source>
        <translation>baseline</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>baseline wander</source>
        <translation>baseline wander</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_reader.py"/>
        <source>beat</source>
        <translation>beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>beats</source>
        <translation>beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>beats that come very irregularly</source>
        <translation>beats that come very irregularly</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>beats that hardly resemble each other</source>
        <translation>beats that hardly resemble each other</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>better</source>
        <translation>better</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>borderline</source>
        <translation>borderline</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>bursts of noise of {mv} mV</source>
        <translation>bursts of noise of {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>by the file</source>
        <translation>by the file</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>by their shape</source>
        <translation>by their shape</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>by {model}</source>
        <translation>by {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>byte offset</source>
        <translation>byte offset</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>calibrated probabilities</source>
        <translation>calibrated probabilities</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>cannot be opened ({strerror})</source>
        <translation>cannot be opened ({strerror})</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>cannot be read</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>cannot be read or judged</source>
        <translation>cannot be read or judged</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>clipped</source>
        <translation>clipped</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>cut off at its limit for {percent} % of the time</source>
        <translation>cut off at its limit for {percent} % of the time</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>de-identified</source>
        <translation>de-identified</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>dismissed</source>
        <translation>dismissed</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>each beat by its own class</source>
        <translation>each beat by its own class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>ecgviewer was not closed the last time (Ctrl+Shift+T)</source>
        <translation>ecgviewer was not closed the last time (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>end {time}</source>
        <translation>end {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>female</source>
        <translation>female</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/p_presence.py"/>
        <source>fewer than three beats in which a P wave could be told from other waves</source>
        <translation>fewer than three beats in which a P wave could be told from other waves</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon.py"/>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>file units in 1 mV, such as 1000 for µV</source>
        <translation>file units in 1 mV, such as 1000 for µV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>finding</source>
        <translation>finding</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>finding of the kind “{kind}”</source>
        <translation>finding of the kind “{kind}”</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>first value</source>
        <translation>first value</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>flagged</source>
        <translation>flagged</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>flat for {percent} % of the time</source>
        <translation>flat for {percent} % of the time</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>flat line</source>
        <translation>flat line</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>follows from I and II</source>
        <translation>follows from I and II</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>for →</source>
        <translation>for →</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>from one lead: in others the wave may begin earlier or end later</source>
        <translation>from one lead: in others the wave may begin earlier or end later</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>gaps</source>
        <translation>gaps</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/quality_marks.py"/>
        <source>good</source>
        <translation>good</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>hardly any signal</source>
        <translation>hardly any signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>hardly any signal in {lead}: are the cables right?</source>
        <translation>hardly any signal in {lead}: are the cables right?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>hardly two beats are alike: is it an ECG?</source>
        <translation>hardly two beats are alike: is it an ECG?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>heart rate</source>
        <translation>heart rate</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>hidden</source>
        <translation>hidden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>hidden until you have answered</source>
        <translation>hidden until you have answered</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>high-pass {hz} Hz</source>
        <translation>high-pass {hz} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>holds “{name}”</source>
        <translation>holds “{name}”</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/frontal_axis.py"/>
        <source>in leads I and aVF the QRS complex is as much up as down: the axis is indeterminate</source>
        <translation>in leads I and aVF the QRS complex is as much up as down: the axis is indeterminate</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>is DICOM of a class that is not known</source>
        <translation>is DICOM of a class that is not known</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>is DICOM that names no class</source>
        <translation>is DICOM that names no class</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>is a DICOM directory, a list of other files</source>
        <translation>is a DICOM directory, a list of other files</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>is absent</source>
        <translation>is absent</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>is here already</source>
        <translation>is here already</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>is here already, with other weights; remove it first</source>
        <translation>is here already, with other weights; remove it first</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>is not among your own models</source>
        <translation>is not among your own models</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it announces a table of {n_codes} codes</source>
        <translation>it announces a table of {n_codes} codes</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_leads.py"/>
        <source>it announces {count} beats</source>
        <translation>it announces {count} beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it announces {count} tables</source>
        <translation>it announces {count} tables</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_measurements.py"/>
        <source>it announces {n_leads} leads</source>
        <translation>it announces {n_leads} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>it ends in the middle</source>
        <translation>it ends in the middle</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/little_endian.py"/>
        <source>it ends too early</source>
        <translation>it ends too early</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it has a code of {prefix_bits} of {all_bits} bits</source>
        <translation>it has a code of {prefix_bits} of {all_bits} bits</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_leads.py"/>
        <source>it has a lead of samples {first} to {last}</source>
        <translation>it has a lead of samples {first} to {last}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>it holds an unknown code, {unknown}</source>
        <translation>it holds an unknown code, {unknown}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>it holds {n_leads} of {n_leads_2} leads</source>
        <translation>it holds {n_leads} of {n_leads_2} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>it is a text file</source>
        <translation>it is a text file</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>it is a web page, so the download went wrong</source>
        <translation>it is a web page, so the download went wrong</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>it is empty</source>
        <translation>it is empty</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotations.py"/>
        <source>it is too large</source>
        <translation>it is too large</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_leads.py"/>
        <source>it lists no lead</source>
        <translation>it lists no lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>it looks like a paced rhythm</source>
        <translation>it looks like a paced rhythm</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>it returns {name__} instead of NetMap</source>
        <translation>it returns {name__} instead of NetMap</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it switches to table {value} of {n_tables}</source>
        <translation>it switches to table {value} of {n_tables}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>it takes differences {difference} times</source>
        <translation>it takes differences {difference} times</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/frontal_axis.py"/>
        <source>it takes lead I and one of aVF, II and III</source>
        <translation>it takes lead I and one of aVF, II and III</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>it tells no time between samples</source>
        <translation>it tells no time between samples</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>its beats are judged one by one, not all yet.</source>
        <translation>its beats are judged one by one, not all yet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its beats are shaped unlike those of the training records</source>
        <translation>its beats are shaped unlike those of the training records</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>its beats differ, unlike those of other leads</source>
        <translation>its beats differ, unlike those of other leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>its beginning is damaged or of another format</source>
        <translation>its beginning is damaged or of another format</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its cells are no tensor of real numbers</source>
        <translation>its cells are no tensor of real numbers</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its cells are of the shape {shape} instead of {wanted}</source>
        <translation>its cells are of the shape {shape} instead of {wanted}</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its cells begin at {first} with a step of {step}</source>
        <translation>its cells begin at {first} with a step of {step}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually large ({height} mV in most leads)</source>
        <translation>its complexes are unusually large ({height} mV in most leads)</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually large ({height} mV in most leads): are the units right?</source>
        <translation>its complexes are unusually large ({height} mV in most leads): are the units right?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually small ({height} mV in most leads)</source>
        <translation>its complexes are unusually small ({height} mV in most leads)</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually small ({height} mV in most leads): are the units right?</source>
        <translation>its complexes are unusually small ({height} mV in most leads): are the units right?</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its masks are not one a window</source>
        <translation>its masks are not one a window</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its masks have no answer a class</source>
        <translation>its masks have no answer a class</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>key {key}</source>
        <translation>key {key}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>keys move the page above</source>
        <translation>keys move the page above</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>keys move the page below</source>
        <translation>keys move the page below</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>lead</source>
        <translation>lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>lead by lead</source>
        <translation>lead by lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan.py"/>
        <source>lead {lead}</source>
        <translation>lead {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>lead {name}</source>
        <translation>lead {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>leads in standard order</source>
        <translation>leads in standard order</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan.py"/>
        <source>leads {leads} and {last}</source>
        <translation>leads {leads} and {last}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>least to most · {scale}</source>
        <translation>least to most · {scale}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>less than a minute left</source>
        <translation>less than a minute left</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/evidence.py"/>
        <source>less than {least}</source>
        <translation>less than {least}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>logits per {step}, per record</source>
        <translation>logits per {step}, per record</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>logits per {step}, this page</source>
        <translation>logits per {step}, this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>logits per {step}, {start} to {stop}</source>
        <translation>logits per {step}, {start} to {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>long</source>
        <translation>long</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>low-pass {hz} Hz</source>
        <translation>low-pass {hz} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>mV</source>
        <translation>mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/caliper.py"/>
        <source>mV n/a</source>
        <translation>mV n/a</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>mains hum</source>
        <translation>mains hum</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>mains hum in {lead}</source>
        <translation>mains hum in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>mains hum of {mv} mV</source>
        <translation>mains hum of {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>male</source>
        <translation>male</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>margin below {margin}</source>
        <translation>margin below {margin}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/region_layer.py"/>
        <source>marked</source>
        <translation>marked</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>mean {mean} per minute</source>
        <translation>mean {mean} per minute</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>mean {mean} per minute, over eight intervals {least} to {most}</source>
        <translation>mean {mean} per minute, over eight intervals {least} to {most}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_rows.py"/>
        <source>measured</source>
        <translation>measured</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>measuring…</source>
        <translation>measuring…</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_reader.py"/>
        <location filename="ecgviewer/ui/beat_sheet.py"/>
        <source>median beat</source>
        <translation>median beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <source>median beats</source>
        <translation>median beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>median no signal</source>
        <translation>median no signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>median of {n} usual beat</source>
        <translation>median of {n} usual beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>median of {n} usual beats</source>
        <translation>median of {n} usual beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>median {level_mv} mV from PQ</source>
        <translation>median {level_mv} mV from PQ</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scan_marks.py"/>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>model ≠ reference</source>
        <translation>model ≠ reference</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>model: {figures}</source>
        <translation>model: {figures}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>model: {said}, {score}</source>
        <translation>model: {said}, {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>model: {word}</source>
        <translation>model: {word}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/beat_layout.py"/>
        <location filename="ecgviewer/paper/laid_layout.py"/>
        <source>ms from R</source>
        <translation>ms from R</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>muscle noise</source>
        <translation>muscle noise</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>muscle noise of {mv} mV</source>
        <translation>muscle noise of {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>muscle noise or interference in most leads</source>
        <translation>muscle noise or interference in most leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>muscle noise or interference in {lead}</source>
        <translation>muscle noise or interference in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>names in the file's order, such as I II V1</source>
        <translation>names in the file's order, such as I II V1</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/p_presence.py"/>
        <source>no P wave that is alike from beat to beat, as in atrial fibrillation</source>
        <translation>no P wave that is alike from beat to beat, as in atrial fibrillation</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>no annotation file has such a length</source>
        <translation>no annotation file has such a length</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>no beat</source>
        <translation>no beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>no beat is found</source>
        <translation>no beat is found</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>no better</source>
        <translation>no better</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>no class stated</source>
        <translation>no class stated</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>no finding</source>
        <translation>no finding</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/judged.py"/>
        <source>no lead is an ECG in known millivolts</source>
        <translation>no lead is an ECG in known millivolts</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <location filename="ecgviewer/signal/p_waves.py"/>
        <source>no lead is free enough of noise</source>
        <translation>no lead is free enough of noise</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <source>no method</source>
        <translation>no method</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>no model is installed.</source>
        <translation>no model is installed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>no record</source>
        <translation>no record</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <location filename="ecgviewer/ui/beat_sheet.py"/>
        <location filename="ecgviewer/ui/paper_page.py"/>
        <source>no signal</source>
        <translation>no signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>no signal for {percent} % of the time</source>
        <translation>no signal for {percent} % of the time</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>no signal in {leads}</source>
        <translation>no signal in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>no signal {seconds} s</source>
        <translation>no signal {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>no two neighbouring beats in time, so no heart rate</source>
        <translation>no two neighbouring beats in time, so no heart rate</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/handed_on.py"/>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>noise bursts</source>
        <translation>noise bursts</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/inference/library.py"/>
        <location filename="ecgviewer/inference/one_lead.py"/>
        <location filename="ecgviewer/paper/filtered.py"/>
        <location filename="ecgviewer/paper/furniture.py"/>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>none of 2 s or longer</source>
        <translation>none of 2 s or longer</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/filtered.py"/>
        <source>none on pages over {seconds} s</source>
        <translation>none on pages over {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/filtered.py"/>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>nor anything else</source>
        <translation>nor anything else</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>not acceptable ({score})</source>
        <translation>not acceptable ({score})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>not judged beside {label}</source>
        <translation>not judged beside {label}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <source>not judged beside {other}</source>
        <translation>not judged beside {other}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>not judged: {reason}</source>
        <translation>not judged: {reason}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_map.py"/>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>not known yet</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>not measurable</source>
        <translation>not measurable</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_rows.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>not measurable, as {name}</source>
        <translation>not measurable, as {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>not present</source>
        <translation>not present</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>not scanned</source>
        <translation>not scanned</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>not scanned yet</source>
        <translation>not scanned yet</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>not suggested</source>
        <translation>not suggested</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>not suggested {score}</source>
        <translation>not suggested {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>not suggested, borderline</source>
        <translation>not suggested, borderline</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>not there</source>
        <translation>not there</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>not to scale</source>
        <translation>not to scale</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>not to scale ≈ {times}×</source>
        <translation>not to scale ≈ {times}×</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>not {label}</source>
        <translation>not {label}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>notch {hz} Hz</source>
        <translation>notch {hz} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/color_scale.py"/>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>nothing is coloured</source>
        <translation>nothing is coloured</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>nothing on this page is coloured</source>
        <translation>nothing on this page is coloured</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>nothing stated</source>
        <translation>nothing stated</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>number of samples</source>
        <translation>number of samples</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>number of segments</source>
        <translation>number of segments</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>number of signals</source>
        <translation>number of signals</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>of each window's most important place</source>
        <translation>of each window's most important place</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>on this page</source>
        <translation>on this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>only one lead ({lead})</source>
        <translation>only one lead ({lead})</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>only {n} of {all} leads</source>
        <translation>only {n} of {all} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>only {variables}</source>
        <translation>only {variables}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>other</source>
        <translation>other</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>paper speed</source>
        <translation>paper speed</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>partly flat</source>
        <translation>partly flat</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>per lead</source>
        <translation>per lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/quality_marks.py"/>
        <source>poor</source>
        <translation>poor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_rate.py"/>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>poor signal</source>
        <translation>poor signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>present</source>
        <translation>present</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>read only</source>
        <translation>read only</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>reader ≠ model</source>
        <translation>reader ≠ model</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>reading…</source>
        <translation>reading…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>real time</source>
        <translation>real time</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>record</source>
        <translation>record</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>recorded at {rate} Hz, it ends at {end} Hz</source>
        <translation>recorded at {rate} Hz, it ends at {end} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>recorded {when}</source>
        <translation>recorded {when}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>reference beat</source>
        <translation>reference beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>remarks</source>
        <translation>remarks</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>representative beat</source>
        <translation>representative beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_reader.py"/>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>rhythm</source>
        <translation>rhythm</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compared.py"/>
        <source>same time</source>
        <translation>same time</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>samples a second, such as 500</source>
        <translation>samples a second, such as 500</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>samples per frame</source>
        <translation>samples per frame</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>saved {time}</source>
        <translation>saved {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>segment length</source>
        <translation>segment length</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>segments</source>
        <translation>segments</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>sequential</source>
        <translation>sequential</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>series</source>
        <translation>series</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>settling, {percent} %</source>
        <translation>settling, {percent} %</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>sex unknown</source>
        <translation>sex unknown</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>ships with ecgviewer and stays</source>
        <translation>ships with ecgviewer and stays</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/judged.py"/>
        <source>shorter than {seconds} s</source>
        <translation>shorter than {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>signal format</source>
        <translation>signal format</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>signals</source>
        <translation>signals</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>simultaneous</source>
        <translation>simultaneous</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>skew</source>
        <translation>skew</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>some of its cells are not finite</source>
        <translation>some of its cells are not finite</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>something follows its end mark</source>
        <translation>something follows its end mark</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>something unsaid</source>
        <translation>something unsaid</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>spread</source>
        <translation>spread</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>spread {spread} over 1 beat</source>
        <translation>spread {spread} over 1 beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>spread {spread} over {n} beats</source>
        <translation>spread {spread} over {n} beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>step ≈{ms} ms</source>
        <translation>step ≈{ms} ms</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>suggested</source>
        <translation>suggested</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>suggested {score}</source>
        <translation>suggested {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>suggested, borderline</source>
        <translation>suggested, borderline</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>that are valid in part</source>
        <translation>that are valid in part</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/windows.py"/>
        <source>that part of </source>
        <translation>that part of </translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>that were off</source>
        <translation>that were off</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>the Huffman tables</source>
        <translation>the Huffman tables</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>the baseline wanders {mv} mV</source>
        <translation>the baseline wanders {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the left arm and leg look swapped</source>
        <translation>the cables of the left arm and leg look swapped</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the right and left arm look swapped</source>
        <translation>the cables of the right and left arm look swapped</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the right arm and the left leg look swapped</source>
        <translation>the cables of the right arm and the left leg look swapped</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the right arm and the right leg look swapped</source>
        <translation>the cables of the right arm and the right leg look swapped</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>the chest leads look out of order ({swap})</source>
        <translation>the chest leads look out of order ({swap})</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>the device's usual beats</source>
        <translation>the device's usual beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/frontal_axis.py"/>
        <source>the direction differs from beat to beat</source>
        <translation>the direction differs from beat to beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>the leads</source>
        <translation>the leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>the model's answer is hidden until the reader has answered.</source>
        <translation>the model's answer is hidden until the reader has answered.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/judged.py"/>
        <source>the page is longer than a minute</source>
        <translation>the page is longer than a minute</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>the patient is {years} years old, and the model learned from adults</source>
        <translation>the patient is {years} years old, and the model learned from adults</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>the rhythm</source>
        <translation>the rhythm</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>the rhythm is irregular, and eight beats at least are needed for a mean</source>
        <translation>the rhythm is irregular, and eight beats at least are needed for a mean</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>the rhythm is irregular: a mean</source>
        <translation>the rhythm is irregular: a mean</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>the signal</source>
        <translation>the signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>the strongest {share}</source>
        <translation>the strongest {share}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>the usual beat of {lead}</source>
        <translation>the usual beat of {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>this one knows up to {n_migrations}</source>
        <translation>this one knows up to {n_migrations}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/silence.py"/>
        <source>this page</source>
        <translation>this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <source>threshold {score}</source>
        <translation>threshold {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>time only, not per lead</source>
        <translation>time only, not per lead</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>times</source>
        <translation>times</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>to scan</source>
        <translation>to scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/measured.py"/>
        <source>too few beats in which it can be measured</source>
        <translation>too few beats in which it can be measured</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/caliper_layer.py"/>
        <source>too narrow to march out here</source>
        <translation>too narrow to march out here</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>true scale ≈</source>
        <translation>true scale ≈</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>true scale ✓</source>
        <translation>true scale ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>uncalibrated scores</source>
        <translation>uncalibrated scores</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>unlike beats</source>
        <translation>unlike beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>unreviewed</source>
        <translation>unreviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>unsaid</source>
        <translation>unsaid</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>unsure</source>
        <translation>unsure</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/quality_marks.py"/>
        <source>usable</source>
        <translation>usable</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>value</source>
        <translation>value</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <source>was {score}</source>
        <translation>was {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>what was found is shorter than a QRS complex, as a pacemaker's spike is</source>
        <translation>what was found is shorter than a QRS complex, as a pacemaker's spike is</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>whose checksum does not fit their samples, so that these may be wrong</source>
        <translation>whose checksum does not fit their samples, so that these may be wrong</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>with a FirstSampleBaseline, of which it is not known how it is meant</source>
        <translation>with a FirstSampleBaseline, of which it is not known how it is meant</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>with a LeadTimeOffset, of which it is not known how it is meant</source>
        <translation>with a LeadTimeOffset, of which it is not known how it is meant</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/qt_correction.py"/>
        <source>with a QRS of 120 ms or more QTc overestimates repolarisation</source>
        <translation>with a QRS of 120 ms or more QTc overestimates repolarisation</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>with another number of samples than announced</source>
        <translation>with another number of samples than announced</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>without a scale, whose units are shown as if each were 1 µV</source>
        <translation>without a scale, whose units are shown as if each were 1 µV</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>without samples</source>
        <translation>without samples</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>you: {mark}</source>
        <translation>you: {mark}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{adjudicators} adjudicated {records}.</source>
        <translation>{adjudicators} adjudicated {records}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>{announced} leads are announced, {n_leads} are there.</source>
        <translation>{announced} leads are announced, {n_leads} are there.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>{band}, notch {hz}</source>
        <translation>{band}, notch {hz}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{beats}: as the model has it</source>
        <translation>{beats}: as the model has it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{beats}: {names}</source>
        <translation>{beats}: {names}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/color_scale.py"/>
        <source>{begins} to {full} {unit}</source>
        <translation>{begins} to {full} {unit}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{change}, above its threshold</source>
        <translation>{change}, above its threshold</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{change}, below its threshold</source>
        <translation>{change}, below its threshold</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>{count} bookmarks; Enter goes to one, Del deletes it</source>
        <translation>{count} bookmarks; Enter goes to one, Del deletes it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>{count} calipers are pinned: a drag draws another beside, Del removes.</source>
        <translation>{count} calipers are pinned: a drag draws another beside, Del removes.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{count} in {file}</source>
        <translation>{count} in {file}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{count} leads</source>
        <translation>{count} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{count} more</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>{count} of {every} classes; Enter states the chosen one</source>
        <translation>{count} of {every} classes; Enter states the chosen one</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>{count} regions; Enter goes to one, Del removes it</source>
        <translation>{count} regions; Enter goes to one, Del removes it</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>{count} windows</source>
        <translation>{count} windows</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/loaded.py"/>
        <source>{device} ran out of memory, so the CPU was used.</source>
        <translation>{device} ran out of memory, so the CPU was used.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>{done} of {whole}</source>
        <translation>{done} of {whole}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{each} in each of {count} files</source>
        <translation>{each} in each of {count} files</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{erased}: {finding} {change}.</source>
        <translation>{erased}: {finding} {change}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{erased}: {finding} {there} there, {change} in the record.</source>
        <translation>{erased}: {finding} {there} there, {change} in the record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{error} Your own review file is used for now.</source>
        <translation>{error} Your own review file is used for now.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>{factor} times real time</source>
        <translation>{factor} times real time</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>{fault} in {leads}</source>
        <translation>{fault} in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{file} and {n} more are there already.</source>
        <translation>{file} and {n} more are there already.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{file} can be read here; nothing can be said in it.</source>
        <translation>{file} can be read here; nothing can be said in it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} can no longer be read or written: its disk {folder} may be full, or may have been taken away. Free some space on it, or connect it again.</source>
        <translation>{file} can no longer be read or written: its disk {folder} may be full, or may have been taken away. Free some space on it, or connect it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} cannot be opened in {folder}. Check that the folder is there and may be written.</source>
        <translation>{file} cannot be opened in {folder}. Check that the folder is there and may be written.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pdf.py"/>
        <source>{file} cannot be written ({reason}): choose another folder.</source>
        <translation>{file} cannot be written ({reason}): choose another folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>{file} cannot be written: choose another folder.</source>
        <translation>{file} cannot be written: choose another folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} cannot be written: it or its folder {folder} is read-only. Check their permissions, or open it to read only.</source>
        <translation>{file} cannot be written: it or its folder {folder} is read-only. Check their permissions, or open it to read only.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pdf.py"/>
        <source>{file} cannot be written: its folder does not exist.</source>
        <translation>{file} cannot be written: its folder does not exist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>{file} claims {n_samples} samples, more than any recording has.</source>
        <translation>{file} claims {n_samples} samples, more than any recording has.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/listing.py"/>
        <source>{file} gives the reference of {n_found} records; {n_other} of its records are not in this list.</source>
        <translation>{file} gives the reference of {n_found} records; {n_other} of its records are not in this list.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{file} has all of that already.</source>
        <translation>{file} has all of that already.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>{file} holds a matrix of {rows} x {columns}: more than {max_leads} leads either way, so it is no ECG.</source>
        <translation>{file} holds a matrix of {rows} x {columns}: more than {max_leads} leads either way, so it is no ECG.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>{file} holds no matrix that could be a signal, {held}.</source>
        <translation>{file} holds no matrix that could be a signal, {held}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} is being written by another program. Try again in a moment.</source>
        <translation>{file} is being written by another program. Try again in a moment.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/picture.py"/>
        <source>{file} is no picture: its name must end with .png or .svg.</source>
        <translation>{file} is no picture: its name must end with .png or .svg.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reviewing.py"/>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>{file} is open to be read only.</source>
        <translation>{file} is open to be read only.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{file} is read with the rate, leads and gain given before.</source>
        <translation>{file} is read with the rate, leads and gain given before.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{file} is the review file in use.</source>
        <translation>{file} is the review file in use.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{file} is there already.</source>
        <translation>{file} is there already.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{file} is there already. Open it, or choose another name.</source>
        <translation>{file} is there already. Open it, or choose another name.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>{file} names no record of {folder}: its column record must hold their names.</source>
        <translation>{file} names no record of {folder}: its column record must hold their names.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{file} says itself how it is read.</source>
        <translation>{file} says itself how it is read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/filtered.py"/>
        <source>{filter}, display only, measured as drawn</source>
        <translation>{filter}, display only, measured as drawn</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_rows.py"/>
        <source>{finding}; you: {mark}</source>
        <translation>{finding}; you: {mark}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_rows.py"/>
        <source>{finding}; {score} without what is erased</source>
        <translation>{finding}; {score} without what is erased</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>{folder} cannot be copied: {strerror}.</source>
        <translation>{folder} cannot be copied: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{folder} holds no record that can be opened.</source>
        <translation>{folder} holds no record that can be opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>{folder} is no model: a model is a folder with a {card_file}.</source>
        <translation>{folder} is no model: a model is a folder with a {card_file}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_scale.py"/>
        <source>{gain} per mV</source>
        <translation>{gain} per mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} gives {path} format {number}, which is no WFDB signal format.</source>
        <translation>{header_name} gives {path} format {number}, which is no WFDB signal format.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} gives {path} several formats at once: {formats}.</source>
        <translation>{header_name} gives {path} several formats at once: {formats}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} names {path} as its signal file, which is none.</source>
        <translation>{header_name} names {path} as its signal file, which is none.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} needs its signal file {path}, which {why}: both belong into one folder.</source>
        <translation>{header_name} needs its signal file {path}, which {why}: both belong into one folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/handed_on.py"/>
        <source>{held} holds no review that was asked for: nothing is written.</source>
        <translation>{held} holds no review that was asked for: nothing is written.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>{hours} h {minutes} min left</source>
        <translation>{hours} h {minutes} min left</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; did not flip.</source>
        <translation>{label} {score} → {rest} with {share} % deleted; did not flip.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; flipped.</source>
        <translation>{label} {score} → {rest} with {share} % deleted; flipped.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; it was not the net's answer, which is {answer}.</source>
        <translation>{label} {score} → {rest} with {share} % deleted; it was not the net's answer, which is {answer}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; the mask is level (spread {spread}), so its colours are noise.</source>
        <translation>{label} {score} → {rest} with {share} % deleted; the mask is level (spread {spread}), so its colours are noise.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>{leads} has no signal; the model took it as absent.</source>
        <translation>{leads} has no signal; the model took it as absent.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>{leads} have no signal; the model took them as absent.</source>
        <translation>{leads} have no signal; the model took them as absent.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/cells.py"/>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>{lead} (derived)</source>
        <translation>{lead} (derived)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>{lead} (upside down)</source>
        <translation>{lead} (upside down)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead} is not on this page; L changes the layout.</source>
        <translation>{lead} is not on this page; L changes the layout.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>{lead} not recorded</source>
        <translation>{lead} not recorded</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>{lead} swings by {size} mV here.</source>
        <translation>{lead} swings by {size} mV here.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead} was not recorded.</source>
        <translation>{lead} was not recorded.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead}: {weight} logits, against</source>
        <translation>{lead}: {weight} logits, against</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead}: {weight} logits, for</source>
        <translation>{lead}: {weight} logits, for</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{length} at {rate} Hz</source>
        <translation>{length} at {rate} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>{length}, begun {time}</source>
        <translation>{length}, begun {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>{method} of {model}</source>
        <translation>{method} of {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_making.py"/>
        <source>{model} has no method {method}; it has {known}.</source>
        <translation>{model} has no method {method}; it has {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_making.py"/>
        <source>{model} knows no class {label}; it has {known}.</source>
        <translation>{model} knows no class {label}; it has {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>{model} names {named}; each beat is coloured by its own scale.</source>
        <translation>{model} names {named}; each beat is coloured by its own scale.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>{model} says {label}</source>
        <translation>{model} says {label}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>{model}, not {other}, which scanned, names {named}; each beat is coloured by its own scale.</source>
        <translation>{model}, not {other}, which scanned, names {named}; each beat is coloured by its own scale.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>{model}, weights {hash}</source>
        <translation>{model}, weights {hash}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{n_gaps} gaps</source>
        <translation>{n_gaps} gaps</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_objects.py"/>
        <source>{n_leads} leads</source>
        <translation>{n_leads} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>{n_left_out} annotations were too many and are left out.</source>
        <translation>{n_left_out} annotations were too many and are left out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>{n_parts} recordings</source>
        <translation>{n_parts} recordings</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>{n_shown} of {n_all}, {n_reviewed} reviewed</source>
        <translation>{n_shown} of {n_all}, {n_reviewed} reviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{n_steps} steps</source>
        <translation>{n_steps} steps</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>{names} gives no scale in volts: the digits are shown, and they are no mV.</source>
        <translation>{names} gives no scale in volts: the digits are shown, and they are no mV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_channels.py"/>
        <source>{names}: {own_hz} Hz, shown at {rate_hz} Hz by holding each sample.</source>
        <translation>{names}: {own_hz} Hz, shown at {rate_hz} Hz by holding each sample.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_channels.py"/>
        <source>{names}: {own_hz} Hz, shown at {rate_hz} Hz by leaving samples out.</source>
        <translation>{names}: {own_hz} Hz, shown at {rate_hz} Hz by leaving samples out.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} added</source>
        <translation>{name} added</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_source.py"/>
        <source>{name} cannot be read: {strerror}.</source>
        <translation>{name} cannot be read: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{name} claims to begin {delay} samples late, which is not followed.</source>
        <translation>{name} claims to begin {delay} samples late, which is not followed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} confirmed</source>
        <translation>{name} confirmed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} dismissed</source>
        <translation>{name} dismissed</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{name} has no sensitivity: its steps are shown, and they are no mV.</source>
        <translation>{name} has no sensitivity: its steps are shown, and they are no mV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_records.py"/>
        <source>{name} has {rate} samples a second, which EDF cannot say.</source>
        <translation>{name} has {rate} samples a second, which EDF cannot say.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} holds its rhythm at {rate_hz} Hz and its reference beat at {rate_hz_2} Hz, which cannot be put together.</source>
        <translation>{name} holds its rhythm at {rate_hz} Hz and its reference beat at {rate_hz_2} Hz, which cannot be put together.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} holds no sample that could be decoded.</source>
        <translation>{name} holds no sample that could be decoded.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>{name} is a folder: choose a record of it to compare.</source>
        <translation>{name} is a folder: choose a record of it to compare.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} is damaged: its leads would lie {n_samples} samples apart.</source>
        <translation>{name} is damaged: its leads would lie {n_samples} samples apart.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} is damaged: section 4 tells of {n_beats} beats.</source>
        <translation>{name} is damaged: section 4 tells of {n_beats} beats.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} left unsure</source>
        <translation>{name} left unsure</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>{name} says too little of itself: open it alone once, then compare it.</source>
        <translation>{name} says too little of itself: open it alone once, then compare it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} stated as absent</source>
        <translation>{name} stated as absent</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} stated as present</source>
        <translation>{name} stated as present</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} stores its rhythm at two rates, but not where: section 4 or 5 is absent or damaged, and the ECG cannot be put together.</source>
        <translation>{name} stores its rhythm at two rates, but not where: section 4 or 5 is absent or damaged, and the ECG cannot be put together.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} stores its rhythm less a reference beat, which is absent or damaged: the ECG cannot be put together.</source>
        <translation>{name} stores its rhythm less a reference beat, which is absent or damaged: the ECG cannot be put together.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} taken back</source>
        <translation>{name} taken back</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} · begun</source>
        <translation>{name} · begun</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} · reviewed ✓</source>
        <translation>{name} · reviewed ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>{name}, adjudicator</source>
        <translation>{name}, adjudicator</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>{name}, last {time}</source>
        <translation>{name}, last {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}, wrong because: {reasons}</source>
        <translation>{name}, wrong because: {reasons}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{name}, {probability}, threshold {threshold}, {state}</source>
        <translation>{name}, {probability}, threshold {threshold}, {state}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}: no reason given</source>
        <translation>{name}: no reason given</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}: place of the saliency not judged</source>
        <translation>{name}: place of the saliency not judged</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}: saliency in the right place? {answers}</source>
        <translation>{name}: saliency in the right place? {answers}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>{name}: wrong because…</source>
        <translation>{name}: wrong because…</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>{nets} see 2 s of {lead} alone</source>
        <translation>{nets} see 2 s of {lead} alone</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{number} classes only; nothing else was looked at.</source>
        <translation>{number} classes only; nothing else was looked at.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} ({percent} % of the beats)</source>
        <translation>{n} ({percent} % of the beats)</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} ({percent} % of the beats, {per_hour} an hour)</source>
        <translation>{n} ({percent} % of the beats, {per_hour} an hour)</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{n} ({right} of {known} right)</source>
        <translation>{n} ({right} of {known} right)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} beat</source>
        <translation>{n} beat</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} beat ({percent} %)</source>
        <translation>{n} beat ({percent} %)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat confirmed by the reader.</source>
        <translation>{n} beat confirmed by the reader.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat corrected</source>
        <translation>{n} beat corrected</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat corrected and {m} confirmed by the reader; the figures follow.</source>
        <translation>{n} beat corrected and {m} confirmed by the reader; the figures follow.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat corrected by the reader; the figures follow.</source>
        <translation>{n} beat corrected by the reader; the figures follow.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <location filename="ecgviewer/ui/exporting.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} beats</source>
        <translation>{n} beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} beats ({percent} %)</source>
        <translation>{n} beats ({percent} %)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>{n} beats are as the model has them again.</source>
        <translation>{n} beats are as the model has them again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>{n} beats are chosen: 1 to 8 label them, 9 says no beat, X takes that back.</source>
        <translation>{n} beats are chosen: 1 to 8 label them, 9 says no beat, X takes that back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>{n} beats are too many to be coloured: show a shorter page.</source>
        <translation>{n} beats are too many to be coloured: show a shorter page.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marks_wiring.py"/>
        <source>{n} beats below stay chosen for the keys 1 to 9.</source>
        <translation>{n} beats below stay chosen for the keys 1 to 9.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats confirmed by the reader.</source>
        <translation>{n} beats confirmed by the reader.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats corrected</source>
        <translation>{n} beats corrected</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats corrected and {m} confirmed by the reader; the figures follow.</source>
        <translation>{n} beats corrected and {m} confirmed by the reader; the figures follow.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats corrected by the reader; the figures follow.</source>
        <translation>{n} beats corrected by the reader; the figures follow.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>{n} beats in {time}, {lead}, judged by {model}</source>
        <translation>{n} beats in {time}, {lead}, judged by {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{n} beats of another shape</source>
        <translation>{n} beats of another shape</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{n} beats of the usual shape</source>
        <translation>{n} beats of the usual shape</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>{n} beats: now {label}. Ctrl+Z undoes it.</source>
        <translation>{n} beats: now {label}. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>{n} classes are disputed: choose one, then C, D or U settles it.</source>
        <translation>{n} classes are disputed: choose one, then C, D or U settles it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>{n} coloured parts are marked as {finding}.</source>
        <translation>{n} coloured parts are marked as {finding}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} couplet</source>
        <translation>{n} couplet</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} couplets</source>
        <translation>{n} couplets</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>{n} disputed records are not where they were: open the folder that holds them now.</source>
        <translation>{n} disputed records are not where they were: open the folder that holds them now.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} files in {folder}</source>
        <translation>{n} files in {folder}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>{n} further readers have not finished.</source>
        <translation>{n} further readers have not finished.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <location filename="ecgviewer/ui/page_turning.py"/>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>{n} leads</source>
        <translation>{n} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>{n} min left</source>
        <translation>{n} min left</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} months</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} of 2 s or longer, the longest {longest} s</source>
        <translation>{n} of 2 s or longer, the longest {longest} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>{n} of {all} leads</source>
        <translation>{n} of {all} leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} of {found} beats</source>
        <translation>{n} of {found} beats</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} other</source>
        <translation>{n} other</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>{n} place</source>
        <translation>{n} place</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>{n} places</source>
        <translation>{n} places</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} records</source>
        <translation>{n} records</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>{n} records are disputed.</source>
        <translation>{n} records are disputed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{n} records in {folder}.</source>
        <translation>{n} records in {folder}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/archive_listing.py"/>
        <source>{n} records with their answers.</source>
        <translation>{n} records with their answers.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} regions</source>
        <translation>{n} regions</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} run (longest {longest} beats, fastest {bpm} per minute)</source>
        <translation>{n} run (longest {longest} beats, fastest {bpm} per minute)</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} runs (longest {longest} beats, fastest {bpm} per minute)</source>
        <translation>{n} runs (longest {longest} beats, fastest {bpm} per minute)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} statements</source>
        <translation>{n} statements</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{n} steps are not saved and would be lost.</source>
        <translation>{n} steps are not saved and would be lost.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>{n} steps not saved</source>
        <translation>{n} steps not saved</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{n} steps wait in your own folder until {file} is opened again.</source>
        <translation>{n} steps wait in your own folder until {file} is opened again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{n} steps were added to {file}.</source>
        <translation>{n} steps were added to {file}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} supraventricular</source>
        <translation>{n} supraventricular</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} usual</source>
        <translation>{n} usual</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} ventricular</source>
        <translation>{n} ventricular</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{n} window holds no signal and took no part.</source>
        <translation>{n} window holds no signal and took no part.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{n} windows hold no signal and took no part.</source>
        <translation>{n} windows hold no signal and took no part.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} years</source>
        <translation>{n} years</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>{parts} do not fit: {why}</source>
        <translation>{parts} do not fit: {why}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>{part} does not fit: {why}</source>
        <translation>{part} does not fit: {why}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>{part} of {whole}</source>
        <translation>{part} of {whole}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} announces {wanted} {what} but describes {n_lines}.</source>
        <translation>{path} announces {wanted} {what} but describes {n_lines}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <location filename="ecgviewer/review/export.py"/>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} cannot be opened: {strerror}.</source>
        <translation>{path} cannot be opened: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} cannot be read as FLAC: {error}</source>
        <translation>{path} cannot be read as FLAC: {error}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} cannot be read: it is gone or forbidden.</source>
        <translation>{path} cannot be read: it is gone or forbidden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_signals.py"/>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} cannot be read: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <location filename="ecgviewer/review/export.py"/>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>{path} cannot be written: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_annotations.py"/>
        <source>{path} claims to last longer than a month, with its gaps.</source>
        <translation>{path} claims to last longer than a month, with its gaps.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} consists of gaps only.</source>
        <translation>{path} consists of gaps only.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} declares entities or refers to other files, for which a recording has no use: it is not read.</source>
        <translation>{path} declares entities or refers to other files, for which a recording has no use: it is not read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} describes a record of {n_samples} samples, not of 1 to {max_samples}.</source>
        <translation>{path} describes a record of {n_samples} samples, not of 1 to {max_samples}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} does not exist: check the name and the folder.</source>
        <translation>{path} does not exist: check the name and the folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source>{path} does not exist: name a review file (.ecgreview).</source>
        <translation>{path} does not exist: name a review file (.ecgreview).</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} does not say how long its leads are: it is damaged.</source>
        <translation>{path} does not say how long its leads are: it is damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} does not say how many samples a second it has: give it with --fs-hz.</source>
        <translation>{path} does not say how many samples a second it has: give it with --fs-hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} ends before sample {last}.</source>
        <translation>{path} ends before sample {last}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} ends in the middle of its data: it was cut short, copy it again.</source>
        <translation>{path} ends in the middle of its data: it was cut short, copy it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>{path} ends in the middle of its header: it was cut short.</source>
        <translation>{path} ends in the middle of its header: it was cut short.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} gives an impossible gain: {text}.</source>
        <translation>{path} gives an impossible gain: {text}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} gives an impossible sampling rate: {text} Hz.</source>
        <translation>{path} gives an impossible sampling rate: {text} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_signal.py"/>
        <source>{path} gives an impossible time from sample to sample.</source>
        <translation>{path} gives an impossible time from sample to sample.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} gives an impossible {what}: {text}.</source>
        <translation>{path} gives an impossible {what}: {text}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} gives its group {number} samples of {bits} bits as “{kind}”, which DICOM does not know.</source>
        <translation>{path} gives its group {number} samples of {bits} bits as “{kind}”, which DICOM does not know.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} gives no possible number of channels.</source>
        <translation>{path} gives no possible number of channels.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} gives no possible sampling rate for its group {number}.</source>
        <translation>{path} gives no possible sampling rate for its group {number}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} has a column of times or numbers of rows, but no signal.</source>
        <translation>{path} has a column of times or numbers of rows, but no signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} has a heading but no record below it.</source>
        <translation>{path} has a heading but no record below it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} has an offset of {offset} units: it is damaged.</source>
        <translation>{path} has an offset of {offset} units: it is damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_signals.py"/>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} has become shorter since it was opened.</source>
        <translation>{path} has become shorter since it was opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} has changed since it was opened.</source>
        <translation>{path} has changed since it was opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} has lines that are too long for a table.</source>
        <translation>{path} has lines that are too long for a table.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} has more elements than any recording needs: it is not read.</source>
        <translation>{path} has more elements than any recording needs: it is not read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_reader.py"/>
        <source>{path} has no WFDB header ({path_2}.hea) beside it.</source>
        <translation>{path} has no WFDB header ({path_2}.hea) beside it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} has no column {error}: columns have numbers from 1.</source>
        <translation>{path} has no column {error}: columns have numbers from 1.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} has no column “{missing}”: its first row must name the columns record and label.</source>
        <translation>{path} has no column “{missing}”: its first row must name the columns record and label.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} has samples of {bits} bits, which are not read.</source>
        <translation>{path} has samples of {bits} bits, which are not read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} has segments of {n_specs} and of {n_own} signals and no layout that would tell which is which.</source>
        <translation>{path} has segments of {n_specs} and of {n_own} signals and no layout that would tell which is which.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} has too long a first line for a table with a lead a column.</source>
        <translation>{path} has too long a first line for a table with a lead a column.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} has {bits} bits a sample, too many for the format {number} that {header_name} gives.</source>
        <translation>{path} has {bits} bits a sample, too many for the format {number} that {header_name} gives.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} has {n_columns} columns and {n_lines} rows of numbers: a table has to have a lead a column and a sample a row.</source>
        <translation>{path} has {n_columns} columns and {n_lines} rows of numbers: a table has to have a lead a column and a sample a row.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>{path} holds a header but no sample.</source>
        <translation>{path} holds a header but no sample.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path} holds annotations and no signal: open the file of the recording that they belong to.</source>
        <translation>{path} holds annotations and no signal: open the file of the recording that they belong to.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds bytes in words of the big-endian order, which is not read: export it as little endian.</source>
        <translation>{path} holds bytes in words of the big-endian order, which is not read: export it as little endian.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} holds digits that are no numbers.</source>
        <translation>{path} holds digits that are no numbers.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds no samples in its group {number}.</source>
        <translation>{path} holds no samples in its group {number}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>{path} holds no samples in its {wave} waveform.</source>
        <translation>{path} holds no samples in its {wave} waveform.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path} holds no samples: all its signals are empty.</source>
        <translation>{path} holds no samples: all its signals are empty.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} holds no samples: it is damaged.</source>
        <translation>{path} holds no samples: it is damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} holds no signal, only what is known about the recording.</source>
        <translation>{path} holds no signal, only what is known about the recording.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} holds no table of numbers with a lead a column.</source>
        <translation>{path} holds no table of numbers with a lead a column.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds no waveform, though its class says so.</source>
        <translation>{path} holds no waveform, though its class says so.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path} holds no whole data record, so there is no signal in it.</source>
        <translation>{path} holds no whole data record, so there is no signal in it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v5.py"/>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} holds over {max_values} values: no recording does.</source>
        <translation>{path} holds over {max_values} values: no recording does.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>{path} holds the annotations of {path_2}.ecg, which is absent: both belong into one folder.</source>
        <translation>{path} holds the annotations of {path_2}.ecg, which is absent: both belong into one folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_annotations.py"/>
        <source>{path} holds too many annotations to be read.</source>
        <translation>{path} holds too many annotations to be read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds {companded} samples, which are made for voices: no ECG can be read from them.</source>
        <translation>{path} holds {companded} samples, which are made for voices: no ECG can be read from them.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>{path} holds {held}: there is no #{part}.</source>
        <translation>{path} holds {held}: there is no #{part}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} holds {n_channels} FLAC channels of {bits} bits, which are not the {n_specs} signals of {header_name}.</source>
        <translation>{path} holds {n_channels} FLAC channels of {bits} bits, which are not the {n_specs} signals of {header_name}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>{path} holds {n_leads} leads, but {n_leads_2} names were given.</source>
        <translation>{path} holds {n_leads} leads, but {n_leads_2} names were given.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path} holds {n_shown} signals, but {n_leads} names were given.</source>
        <translation>{path} holds {n_shown} signals, but {n_leads} names were given.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} holds {n_signals} leads, but {n_leads} names were given: choose its columns too.</source>
        <translation>{path} holds {n_signals} leads, but {n_leads} names were given: choose its columns too.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{path} in {path_2} cannot be opened or written ({reason})</source>
        <translation>{path} in {path_2} cannot be opened or written ({reason})</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{path} in {path_2} is damaged.</source>
        <translation>{path} in {path_2} is damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is XML, but no HL7 annotated ECG.</source>
        <translation>{path} is XML, but no HL7 annotated ECG.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} is a folder: choose a record inside it.</source>
        <translation>{path} is a folder: choose a record inside it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} is a pipe or a device: only files can be opened.</source>
        <translation>{path} is a pipe or a device: only files can be opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} is a segment and cannot have segments of its own.</source>
        <translation>{path} is a segment and cannot have segments of its own.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>{path} is an annotated ECG without any samples.</source>
        <translation>{path} is an annotated ECG without any samples.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path} is cut short in its header, so it holds no signal.</source>
        <translation>{path} is cut short in its header, so it holds no signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} is damaged or was cut short: its XML breaks off at line {position}.</source>
        <translation>{path} is damaged or was cut short: its XML breaks off at line {position}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v4.py"/>
        <source>{path} is damaged: a text in it is made of impossible characters.</source>
        <translation>{path} is damaged: a text in it is made of impossible characters.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>{path} is damaged: its header tells of {n_leads} leads.</source>
        <translation>{path} is damaged: its header tells of {n_leads} leads.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} is damaged: its parts do not fit together as a MAT file.</source>
        <translation>{path} is damaged: its parts do not fit together as a MAT file.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>{path} is damaged: its samples would begin at byte {data_start} of {size}.</source>
        <translation>{path} is damaged: its samples would begin at byte {data_start} of {size}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{path} is damaged: its table of sections has an impossible size.</source>
        <translation>{path} is damaged: its table of sections has an impossible size.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is empty, so it describes no WFDB record.</source>
        <translation>{path} is empty, so it describes no WFDB record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} is empty, so there is no table in it.</source>
        <translation>{path} is empty, so there is no table in it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is empty.</source>
        <translation>{path} is empty.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} is larger ({size} MB) than any recording in XML that is read whole ({max_bytes} MB): export it in another format.</source>
        <translation>{path} is larger ({size} MB) than any recording in XML that is read whole ({max_bytes} MB): export it in another format.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{path} is larger than an SCP-ECG record can be.</source>
        <translation>{path} is larger than an SCP-ECG record can be.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} is larger than any table of labels.</source>
        <translation>{path} is larger than any table of labels.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is nested or divided as no ECG is: it is damaged or a trap.</source>
        <translation>{path} is nested or divided as no ECG is: it is damaged or a trap.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_elements.py"/>
        <source>{path} is no DICOM data set, or damaged: copy it again.</source>
        <translation>{path} is no DICOM data set, or damaged: copy it again.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path} is no EDF or BDF file: it does not begin as these do.</source>
        <translation>{path} is no EDF or BDF file: it does not begin as these do.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} is no FLAC file, as {header_name} says it is.</source>
        <translation>{path} is no FLAC file, as {header_name} says it is.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>{path} is no ISHNE recording: its beginning is none of one.</source>
        <translation>{path} is no ISHNE recording: its beginning is none of one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>{path} is no MATLAB file: {beginning}.</source>
        <translation>{path} is no MATLAB file: {beginning}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{path} is no SCP-ECG record: its beginning is none of one.</source>
        <translation>{path} is no SCP-ECG record: its beginning is none of one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no WFDB header: cannot read its line “{line}”.</source>
        <translation>{path} is no WFDB header: cannot read its line “{line}”.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no WFDB header: it is not a short text.</source>
        <translation>{path} is no WFDB header: it is not a short text.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no WFDB header: its first line should hold a record name, the number of signals and the sampling rate.</source>
        <translation>{path} is no WFDB header: its first line should hold a record name, the number of signals and the sampling rate.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no file, so it describes no WFDB record.</source>
        <translation>{path} is no file, so it describes no WFDB record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <source>{path} is no recording of MUSE: it holds &lt;{tag}&gt;.</source>
        <translation>{path} is no recording of MUSE: it holds &lt;{tag}&gt;.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>{path} is no recording of Philips: it holds &lt;{tag}&gt;.</source>
        <translation>{path} is no recording of Philips: it holds &lt;{tag}&gt;.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is no review file, or an empty one.</source>
        <translation>{path} is no review file, or an empty one.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{path} is no review file, or nothing in it can be read</source>
        <translation>{path} is no review file, or nothing in it can be read</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>{path} is no review file: another program keeps its own data in it</source>
        <translation>{path} is no review file: another program keeps its own data in it</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source>{path} is no review file: name one that ends in .ecgreview.</source>
        <translation>{path} is no review file: name one that ends in .ecgreview.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} is no table: {error} in line {line_num}.</source>
        <translation>{path} is no table: {error} in line {line_num}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} is no text in UTF-8: save the table as CSV.</source>
        <translation>{path} is no text in UTF-8: save the table as CSV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} is no text, so there is no table in it.</source>
        <translation>{path} is no text, so there is no table in it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} is not a kind of file that can be opened: ecgviewer opens {openable}.</source>
        <translation>{path} is not a kind of file that can be opened: ecgviewer opens {openable}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is not in {path_2}, or its drive is not connected</source>
        <translation>{path} is not in {path_2}, or its drive is not connected</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is of an older version; it is kept as {backup}.</source>
        <translation>{path} is of an older version; it is kept as {backup}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/lock.py"/>
        <source>{path} is open by {who}; ask them to close it, or read it only.</source>
        <translation>{path} is open by {who}; ask them to close it, or read it only.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is open in another program; close it there, or read it only.</source>
        <translation>{path} is open in another program; close it there, or read it only.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is open in this program already.</source>
        <translation>{path} is open in this program already.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/store.py"/>
        <source>{path} is open to be read only: nothing can be said in it</source>
        <translation>{path} is open to be read only: nothing can be said in it</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} is text in UTF-16: save it as UTF-8, then open it.</source>
        <translation>{path} is text in UTF-16: save it as UTF-8, then open it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is too large to be read: an XML file has no way into it.</source>
        <translation>{path} is too large to be read: an XML file has no way into it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} is too short: it holds {n_frames} samples of each signal, and {path_2} announces {n_frames_2}.</source>
        <translation>{path} is too short: it holds {n_frames} samples of each signal, and {path_2} announces {n_frames_2}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} is written in an encoding that is not read: save it as UTF-8.</source>
        <translation>{path} is written in an encoding that is not read: save it as UTF-8.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} keeps its samples in another file: unsupported.</source>
        <translation>{path} keeps its samples in another file: unsupported.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} keeps its signal in another file, which is not read: export it whole.</source>
        <translation>{path} keeps its signal in another file, which is not read: export it whole.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} names a file by {n_name} letters: {name}….</source>
        <translation>{path} names a file by {n_name} letters: {name}….</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} names a file outside its folder: {name}.</source>
        <translation>{path} names a file outside its folder: {name}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} needs its segment {path_2}, which is absent: all segments of a record belong into one folder.</source>
        <translation>{path} needs its segment {path_2}, which is absent: all segments of a record belong into one folder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} only lists the signals of a multi-segment record: open that record's own header.</source>
        <translation>{path} only lists the signals of a multi-segment record: open that record's own header.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} packs its leads in an order ({names}) for which it is not known how {follow} is kept.</source>
        <translation>{path} packs its leads in an order ({names}) for which it is not known how {follow} is kept.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} packs {what} by {packing}, which is not read.</source>
        <translation>{path} packs {what} by {packing}, which is not read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} runs at {rate_hz} Hz, but its record {path_2} at {rate_hz_2} Hz.</source>
        <translation>{path} runs at {rate_hz} Hz, but its record {path_2} at {rate_hz_2} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} says that it has {rate} samples a second: it is damaged.</source>
        <translation>{path} says that it has {rate} samples a second: it is damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} says {n_channels} channels but defines {n_columns} in its group {number}.</source>
        <translation>{path} says {n_channels} channels but defines {n_columns} in its group {number}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} unpacks to {size} MB, too much for one variable: save it in MATLAB with -v7.3, which can be read in part.</source>
        <translation>{path} unpacks to {size} MB, too much for one variable: save it in MATLAB with -v7.3, which can be read in part.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{path} was damaged: {saved} could be saved into a fresh file; the damaged one is kept as {aside} in {aside_2}.</source>
        <translation>{path} was damaged: {saved} could be saved into a fresh file; the damaged one is kept as {aside} in {aside_2}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>{path} was made by a newer ecgviewer (version {version} of review files</source>
        <translation>{path} was made by a newer ecgviewer (version {version} of review files</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>{path} would unpack to more than {n_content} MB, far more than a recording of its size holds: it is damaged or a trap.</source>
        <translation>{path} would unpack to more than {n_content} MB, far more than a recording of its size holds: it is damaged or a trap.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} would unpack to {claimed} MB, far more than a recording of its size holds: it is damaged or a trap.</source>
        <translation>{path} would unpack to {claimed} MB, far more than a recording of its size holds: it is damaged or a trap.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} would unpack to {n_samples} samples, far more than a file of its size holds: it is damaged or a trap.</source>
        <translation>{path} would unpack to {n_samples} samples, far more than a file of its size holds: it is damaged or a trap.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} would unpack to {size} MB, far more than a recording of its size holds: it is damaged or a trap.</source>
        <translation>{path} would unpack to {size} MB, far more than a recording of its size holds: it is damaged or a trap.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} writes its signal as {encoding}; only Base64 and plain numbers are read.</source>
        <translation>{path} writes its signal as {encoding}; only Base64 and plain numbers are read.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>{path} {what}: of DICOM, 12-lead, general and ambulatory ECGs can be opened.</source>
        <translation>{path} {what}: of DICOM, 12-lead, general and ambulatory ECGs can be opened.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path}: a rate of {rate_hz} Hz is impossible.</source>
        <translation>{path}: a rate of {rate_hz} Hz is impossible.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>{path}: a {name} of {value} is impossible.</source>
        <translation>{path}: a {name} of {value} is impossible.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path}: the header does not say how many samples of {label} stand in a data record.</source>
        <translation>{path}: the header does not say how many samples of {label} stand in a data record.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path}: the header does not say how many signals there are.</source>
        <translation>{path}: the header does not say how many signals there are.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>{places}; and {n} more</source>
        <translation>{places}; and {n} more</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>{place} of {files}</source>
        <translation>{place} of {files}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>{poor}: {why}. Do not lean on these.</source>
        <translation>{poor}: {why}. Do not lean on these.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>{problem} The records' own labels are shown.</source>
        <translation>{problem} The records' own labels are shown.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/jobs.py"/>
        <source>{problem}; the CPU is used instead.</source>
        <translation>{problem}; the CPU is used instead.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{readers} finished {records}.</source>
        <translation>{readers} finished {records}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>{reader} notes: {note}</source>
        <translation>{reader} notes: {note}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/lock.py"/>
        <source>{reader} on {machine} since {time}</source>
        <translation>{reader} on {machine} since {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>{reader}, adjudicator, {day}</source>
        <translation>{reader}, adjudicator, {day}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>{reader}, {day}</source>
        <translation>{reader}, {day}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>{record} (synthetic)</source>
        <translation>{record} (synthetic)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>{record} above</source>
        <translation>{record} above</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>{record} alone</source>
        <translation>{record} alone</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/one_lead.py"/>
        <source>{record} has no ECG lead {name}; its ECG leads are: {have}.</source>
        <translation>{record} has no ECG lead {name}; its ECG leads are: {have}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/input.py"/>
        <source>{record} has no ECG lead, so no model can read it.</source>
        <translation>{record} has no ECG lead, so no model can read it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/one_lead.py"/>
        <source>{record} has no ECG lead, so that no beat can be judged.</source>
        <translation>{record} has no ECG lead, so that no beat can be judged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/input.py"/>
        <source>{record} has none of the leads that the model reads ({leads}).</source>
        <translation>{record} has none of the leads that the model reads ({leads}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>{record} has nothing to explain at {moment_s} s.</source>
        <translation>{record} has nothing to explain at {moment_s} s.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_objects.py"/>
        <source>{record} has {leads} at {rate_hz} Hz, for which DICOM has no ECG object: these hold up to 24 leads at 200 to 1000 Hz, or up to 12 at 50 to 1000 Hz.</source>
        <translation>{record} has {leads} at {rate_hz} Hz, for which DICOM has no ECG object: these hold up to 24 leads at 200 to 1000 Hz, or up to 12 at 50 to 1000 Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/input.py"/>
        <source>{record} holds infinite values, so no model can read it.</source>
        <translation>{record} holds infinite values, so no model can read it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} holds no signal in any lead that the model reads.</source>
        <translation>{record} holds no signal in any lead that the model reads.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/beat_maps.py"/>
        <location filename="ecgviewer/explain/heat.py"/>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>{record} holds no signal there, so there is nothing to explain.</source>
        <translation>{record} holds no signal there, so there is nothing to explain.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/beat_logits.py"/>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} holds values that the model {card} cannot judge; are its units right?</source>
        <translation>{record} holds values that the model {card} cannot judge; are its units right?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} is sampled at {rate_hz} Hz; a model needs at least {lowest_rate_hz} Hz.</source>
        <translation>{record} is sampled at {rate_hz} Hz; a model needs at least {lowest_rate_hz} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_writer.py"/>
        <source>{record} is too long for a DICOM object: convert it to WFDB.</source>
        <translation>{record} is too long for a DICOM object: convert it to WFDB.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_writer.py"/>
        <source>{record} is too long for a MATLAB file of version 5, which holds 2 GB: convert it to WFDB.</source>
        <translation>{record} is too long for a MATLAB file of version 5, which holds 2 GB: convert it to WFDB.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_writer.py"/>
        <source>{record} is too long for the data records of EDF.</source>
        <translation>{record} is too long for the data records of EDF.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} is {duration_s} s long; a model needs at least {shortest_s} s.</source>
        <translation>{record} is {duration_s} s long; a model needs at least {shortest_s} s.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_model.py"/>
        <source>{record}, open</source>
        <translation>{record}, open</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>{record}: 1 step. Nothing that was said is ever deleted.</source>
        <translation>{record}: 1 step. Nothing that was said is ever deleted.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>{record}: a class is still disputed.</source>
        <translation>{record}: a class is still disputed.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>{record}: {count} steps. Nothing that was said is ever deleted.</source>
        <translation>{record}: {count} steps. Nothing that was said is ever deleted.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{score} (0: none, 1: certain)</source>
        <translation>{score} (0: none, 1: certain)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erase_band.py"/>
        <source>{seconds} to erase in all leads</source>
        <translation>{seconds} to erase in all leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erase_band.py"/>
        <source>{seconds} to erase in {lead}</source>
        <translation>{seconds} to erase in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>{sections} is damaged in section {number}, {what}: {error}.</source>
        <translation>{sections} is damaged in section {number}, {what}: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/beat_looks.py"/>
        <source>{seen} holds no signal there, so there is nothing to explain.</source>
        <translation>{seen} holds no signal there, so there is nothing to explain.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{self} has no section {number}, which holds {what}: there is no ECG that could be shown.</source>
        <translation>{self} has no section {number}, which holds {what}: there is no ECG that could be shown.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>{share} of the model's window was padding</source>
        <translation>{share} of the model's window was padding</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>{share} of this page</source>
        <translation>{share} of this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{share}, n {n}</source>
        <translation>{share}, n {n}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{start} to {stop}</source>
        <translation>{start} to {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>{start} to {stop} s</source>
        <translation>{start} to {stop} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source>{there}{more} exists already in {there_2}: nothing was written. Choose another place, or allow overwriting.</source>
        <translation>{there}{more} exists already in {there_2}: nothing was written. Choose another place, or allow overwriting.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{time_ms} ms after R</source>
        <translation>{time_ms} ms after R</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{time_ms} ms before R</source>
        <translation>{time_ms} ms before R</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>{time_ms} ms from R</source>
        <translation>{time_ms} ms from R</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{time} ({percent} % of the time) in {n} episode, the longest {longest}</source>
        <translation>{time} ({percent} % of the time) in {n} episode, the longest {longest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{time} ({percent} % of the time) in {n} episodes, the longest {longest}</source>
        <translation>{time} ({percent} % of the time) in {n} episodes, the longest {longest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <source>{time} erased in all leads</source>
        <translation>{time} erased in all leads</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <source>{time} erased in {leads}</source>
        <translation>{time} erased in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <source>{time} in {leads}</source>
        <translation>{time} in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{told_of}. Check the folder, its permissions and its disk.</source>
        <translation>{told_of}. Check the folder, its permissions and its disk.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>{told}, {known}). Install the newer one to open it.</source>
        <translation>{told}, {known}). Install the newer one to open it.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>{told}. Check the folder's permissions and the disk.</source>
        <translation>{told}. Check the folder's permissions and the disk.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{told}. Choose a file that ecgviewer has made.</source>
        <translation>{told}. Choose a file that ecgviewer has made.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{told}. Connect the drive, or choose another review file.</source>
        <translation>{told}. Connect the drive, or choose another review file.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/store.py"/>
        <source>{told}. Open it for writing, or another review file.</source>
        <translation>{told}. Open it for writing, or another review file.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>{told}; their file is kept as {aside}.</source>
        <translation>{told}; their file is kept as {aside}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{value} (interval not measurable)</source>
        <translation>{value} (interval not measurable)</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} to {high})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>{verdict} on this page</source>
        <translation>{verdict} on this page</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>{verdict}:
removing {share} %: {at_once};
removing 1–50 %: {removed} ({deletion} logits, others {deletion_elsewhere});
keeping only 1–50 %: {kept} ({insertion}, others {insertion_elsewhere}).</source>
        <translation>{verdict}:
removing {share} %: {at_once};
removing 1–50 %: {removed} ({deletion} logits, others {deletion_elsewhere});
keeping only 1–50 %: {kept} ({insertion}, others {insertion_elsewhere}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_map.py"/>
        <source>{weight} logits</source>
        <translation>{weight} logits</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>{what} (undone)</source>
        <translation>{what} (undone)</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{what} in {path} is damaged.</source>
        <translation>{what} in {path} is damaged.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{what}. Ctrl+Z takes it back.</source>
        <translation>{what}. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>{which} that could not be saved earlier: now in {path}.</source>
        <translation>{which} that could not be saved earlier: now in {path}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{words} ({model} did not suggest it)</source>
        <translation>{words} ({model} did not suggest it)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{words} ({model} suggested it)</source>
        <translation>{words} ({model} suggested it)</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>{years} y</source>
        <translation>{years} y</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>µV</source>
        <translation>µV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>– absent</source>
        <translation>– absent</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>“{text}” is no time: write 75, 1:15 or 1:15.5.</source>
        <translation>“{text}” is no time: write 75, 1:15 or 1:15.5.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>“{text}” is no {what}: write a number from {low} to {high}, such as {example}.</source>
        <translation>“{text}” is no {what}: write a number from {low} to {high}, such as {example}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>← against</source>
        <translation>← against</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>≈ Partly better than other places</source>
        <translation>≈ Partly better than other places</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>≠ Disagreements</source>
        <translation>≠ Disagreements</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>≠ differs</source>
        <translation>≠ differs</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>≠ disputed</source>
        <translation>≠ disputed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>≠ in part</source>
        <translation>≠ in part</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>▲ off scale</source>
        <translation>▲ off scale</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>▼ off scale</source>
        <translation>▼ off scale</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>○ New</source>
        <translation>○ New</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>○ Unreviewed</source>
        <translation>○ Unreviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>◐ Begun</source>
        <translation>◐ Begun</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>⚑ Flagged</source>
        <translation>⚑ Flagged</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>✓ Better than other places</source>
        <translation>✓ Better than other places</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>✓ Reviewed</source>
        <translation>✓ Reviewed</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>✓ present</source>
        <translation>✓ present</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>✗ No better than other places</source>
        <translation>✗ No better than other places</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>✗ absent</source>
        <translation>✗ absent</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>✗ failed</source>
        <translation>✗ failed</translation>
    </message>
</context>
</TS>
