<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ecgviewer</name>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source> (partly blind)</source>
        <translation> (teilweise blind)</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source> and {n_there} more</source>
        <translation> und {n_there} weitere</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paper_page.py"/>
        <source>(uncalibrated)</source>
        <translation>(unkalibriert)</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>({batch}, 1 or {n_leads}, cells)</source>
        <translation>({batch}, 1 oder {n_leads}, Zellen)</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>, not filtered</source>
        <translation>, ungefiltert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 beat</source>
        <translation>1 Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>1 beat of another shape</source>
        <translation>1 Schlag anderer Form</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>1 beat of the usual shape</source>
        <translation>1 Schlag der üblichen Form</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>1 bookmark; Enter goes to one, Del deletes it</source>
        <translation>1 Lesezeichen; Eingabe springt hin, Entf löscht es</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>1 caliper is pinned: a drag draws another beside, Del removes.</source>
        <translation>1 Messzirkel ist angeheftet: Ziehen setzt einen weiteren daneben, Entf entfernt ihn.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>1 class is disputed: choose it, then C, D or U settles it.</source>
        <translation>1 Klasse ist strittig: Wählen Sie sie aus, dann entscheidet C, D oder U.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>1 coloured part is marked as {finding}.</source>
        <translation>1 eingefärbter Abschnitt ist als {finding} markiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>1 disputed record is not where it was: open the folder that holds it now.</source>
        <translation>1 strittige Aufzeichnung ist nicht mehr an ihrem Ort: Öffnen Sie den Ordner, in dem sie jetzt liegt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>1 further reader has not finished.</source>
        <translation>1 weiterer Befunder ist noch nicht fertig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_objects.py"/>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <location filename="ecgviewer/ui/page_turning.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>1 lead</source>
        <translation>1 Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 record</source>
        <translation>1 Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>1 record in {folder}.</source>
        <translation>1 Aufzeichnung in {folder}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>1 record is disputed.</source>
        <translation>1 Aufzeichnung ist strittig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/archive_listing.py"/>
        <source>1 record with its answer.</source>
        <translation>1 Aufzeichnung mit ihrer Antwort.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>1 recording</source>
        <translation>1 Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 region</source>
        <translation>1 Bereich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>1 region; Enter goes to one, Del removes it</source>
        <translation>1 Bereich; Eingabe springt hin, Entf entfernt ihn</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>1 statement</source>
        <translation>1 Angabe</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>1 step is not saved and would be lost.</source>
        <translation>1 Schritt ist nicht gespeichert und ginge verloren.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>1 step not saved</source>
        <translation>1 Schritt nicht gespeichert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>1 step waits in your own folder until {file} is opened again.</source>
        <translation>1 Schritt wartet in Ihrem eigenen Ordner, bis {file} wieder geöffnet wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>1 step was added to {file}.</source>
        <translation>1 Schritt wurde zu {file} hinzugefügt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>1,5 is one and a half</source>
        <translation>1,5 ist eineinhalb</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>25 mm/s and 10 mm/mV</source>
        <translation>25 mm/s und 10 mm/mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>90+ y</source>
        <translation>90+ J.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>90+ years</source>
        <translation>90+ Jahre</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>= same</source>
        <translation>= gleich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>? unsure</source>
        <translation>? unsicher</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>A beat at {time} that the model missed:</source>
        <translation>Schlag bei {time}, den das Modell übersehen hat:</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>A line of 100 mm and the outline of a bank card</source>
        <translation>Eine Linie von 100 mm und der Umriss einer Bankkarte</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <source>A map of the model {card} is of one class: name it.</source>
        <translation>Eine Karte des Modells {card} gilt für eine Klasse: Nennen Sie sie.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_reader.py"/>
        <source>A signal file of {header_name} cannot be read: {error}.</source>
        <translation>Eine Signaldatei von {header_name} ist nicht lesbar: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>A zero byte stands in the path: no file has such a name.</source>
        <translation>Im Pfad steht ein Nullbyte: So heißt keine Datei.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>A, then a drag over the paper, marks a region.</source>
        <translation>A, dann über das Papier ziehen, markiert einen Bereich.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>ADC zero</source>
        <translation>ADC-Nullpunkt</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>AF score</source>
        <translation>VHF-Score</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/papers.py"/>
        <source>Above</source>
        <translation>Oben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_commands.py"/>
        <source>Add a class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Add a class…</source>
        <translation>Klasse hinzufügen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/model_adding.py"/>
        <source>Add a model's folder</source>
        <translation>Ordner eines Modells hinzufügen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Add a model…</source>
        <translation>Modell hinzufügen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Add another class (Shift+A)</source>
        <translation>Weitere Klasse hinzufügen (Umschalt+A)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Add another class…</source>
        <translation>Weitere Klasse hinzufügen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Adjudicate where readers differ</source>
        <translation>Strittige Befunde entscheiden</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>After each figure its 95 % interval and the number that it rests on: records, one class at a time. PPV depends on how often the class is there.</source>
        <translation>Nach jeder Zahl stehen ihr 95-%-Intervall und die Anzahl, auf der sie beruht: Aufzeichnungen, Klasse für Klasse. Der PPV hängt davon ab, wie häufig die Klasse vorkommt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Agreed</source>
        <translation>Übereinstimmend</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Agreement of readers and model…</source>
        <translation>Übereinstimmung der Befunder …</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>All classes taken together.</source>
        <translation>Alle Klassen zusammengenommen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcut_sheet.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>All leads and classes as a map</source>
        <translation>Alle Ableitungen und Klassen als Karte</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>All that was said is on disk, in {file}</source>
        <translation>Alle Angaben sind auf der Festplatte, in {file}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>All that was said of this record</source>
        <translation>Alle Angaben zu dieser Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>All that were reviewed</source>
        <translation>Alle befundeten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>All {count} records: Shift+Enter in Files</source>
        <translation>Alle {count} Aufzeichnungen: Umschalt+Eingabe in der Dateiliste</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>All {label} ({n})</source>
        <translation>Alle {label} ({n})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>All {n} shown are reviewed.</source>
        <translation>Alle {n} gezeigten sind befundet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Amplitude (+ and −)</source>
        <translation>Amplitude (+ und −)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Amplitude 10 % larger</source>
        <translation>Amplitude 10 % größer</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Amplitude 10 % smaller</source>
        <translation>Amplitude 10 % kleiner</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Amplitude, mm/mV</source>
        <translation>Amplitude, mm/mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Analyse again</source>
        <translation>Erneut analysieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Analyse the list</source>
        <translation>Liste analysieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Analysing {record}</source>
        <translation>{record} wird analysiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Analysing: {done} of {n_all}</source>
        <translation>Analyse: {done} von {n_all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Analysing…</source>
        <translation>Analyse läuft …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_annotations.py"/>
        <source>Annotations behind the recording's end, left out: {outside}.</source>
        <translation>Annotationen hinter dem Ende der Aufzeichnung, weggelassen: {outside}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>Annotations outside of the recording, left out: {outside}.</source>
        <translation>Annotationen außerhalb der Aufzeichnung, weggelassen: {outside}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Another review file is being opened.</source>
        <translation>Eine andere Befundungsdatei wird gerade geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Answer before the model</source>
        <translation>Vor dem Modell antworten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Answered: show the model that was hidden</source>
        <translation>Beantwortet: verborgenes Modell zeigen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Arrows move its beginning.</source>
        <translation>Die Pfeiltasten verschieben den Anfang.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Arrows move its end.</source>
        <translation>Die Pfeiltasten verschieben das Ende.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>As printed</source>
        <translation>Wie gedruckt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>As the model has it</source>
        <translation>Wie vom Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>As the model, kept</source>
        <translation>Wie das Modell, beibehalten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/language.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Asking again about {record}</source>
        <translation>{record}: Modell wird erneut gefragt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>At 96 dots an inch the line is</source>
        <translation>Bei 96 Punkten je Zoll ist die Linie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>At the right: what is usual in adults.</source>
        <translation>Rechts: was bei Erwachsenen üblich ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/measured_span.py"/>
        <source>At {rate} Hz no wave can be measured; it takes {lowest} Hz at least.</source>
        <translation>Bei {rate} Hz lässt sich keine Welle vermessen; nötig sind mindestens {lowest} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="resources/classes.csv"/>
        <source>Atrial fibrillation</source>
        <translation>Vorhofflimmern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>B sets a bookmark in the middle of the page.</source>
        <translation>B setzt ein Lesezeichen in die Mitte der Seite.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Back 0.2 s</source>
        <translation>0.2 s zurück</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Back 1 s</source>
        <translation>1 s zurück</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Bars right: this lead spoke for {label}.</source>
        <translation>Balken nach rechts: Diese Ableitung sprach für {label}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>Bars to the left speak against the class, to the right for it</source>
        <translation>Balken nach links sprechen gegen die Klasse, nach rechts dafür</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/qt_correction.py"/>
        <source>Bazett corrects wrongly outside 60 to 100 beats per minute</source>
        <translation>Bazett korrigiert außerhalb von 60 bis 100 Schlägen pro Minute falsch</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>Beat</source>
        <translation>Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Beat at {time}, {label} by {model}</source>
        <translation>Schlag bei {time}, {label} laut {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Beat at {time}: as the model has it</source>
        <translation>Schlag bei {time}: wie vom Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>Beat at {time}: as the model has it again.</source>
        <translation>Schlag bei {time}: wieder wie vom Modell.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>Beat at {time}: {label}, as the model says.</source>
        <translation>Schlag bei {time}: {label}, wie das Modell sagt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Beat at {time}: {name}</source>
        <translation>Schlag bei {time}: {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>Beat at {time}: {was} → {now}. X takes it back.</source>
        <translation>Schlag bei {time}: {was} → {now}. X nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/superposing.py"/>
        <source>Beats of a class are those of a scan, and there is none.</source>
        <translation>Schläge einer Klasse stammen aus einem Scan, und es gibt keinen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <source>Beats of a lead, superposed</source>
        <translation>Schläge einer Ableitung, überlagert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>Beats over one another</source>
        <translation>Schläge übereinandergelegt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Beats that the reader labelled: {n}</source>
        <translation>Vom Befunder benannte Schläge: {n}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Begins</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>Behind the {said} data records lie more bytes, which are not shown.</source>
        <translation>Hinter den {said} Datensätzen liegen weitere Bytes, die nicht gezeigt werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/papers.py"/>
        <source>Below</source>
        <translation>Unten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Below:</source>
        <translation>Unten:</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Bookmark at {time}</source>
        <translation>Lesezeichen bei {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>Bookmark at {time}. Shift+B lists them.</source>
        <translation>Lesezeichen bei {time}. Umschalt+B listet alle auf.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>Bookmark at {time}: {text}</source>
        <translation>Lesezeichen bei {time}: {text}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Bookmark mid-page, or where the caliper begins</source>
        <translation>Lesezeichen in Seitenmitte oder am Zirkel</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Bookmarks of the record</source>
        <translation>Lesezeichen der Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Borderline</source>
        <translation>Grenzwertig</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Bring the last erased part back</source>
        <translation>Zuletzt ausradierten Teil zurückholen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>By the hour</source>
        <translation>Stunde für Stunde</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>By the screen's own report the line is</source>
        <translation>Nach Angabe des Bildschirms ist die Linie</translation>
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
        <translation>Cabrera-Reihenfolge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Calibrate the screen</source>
        <translation>Bildschirm kalibrieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Calibrate the screen…</source>
        <translation>Bildschirm kalibrieren …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>Caliper: drag over the trace, Alt snaps to a peak. Arrows and Tab move its legs, Ctrl+M pins, Shift+M marches out, Ctrl+C copies.</source>
        <translation>Messzirkel: über die Kurve ziehen, Alt rastet an Spitzen ein. Pfeile und Tab bewegen die Schenkel, Strg+M heftet an, Umschalt+M trägt ab, Strg+C kopiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Calipers</source>
        <translation>Messzirkel</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Cannot be read or judged</source>
        <translation>Nicht lesbar oder nicht beurteilbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Change who reviews</source>
        <translation>Befunder wechseln</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Changed away from it</source>
        <translation>Davon abgewichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Changed to the model's</source>
        <translation>Zum Modell gewechselt</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Chest leads</source>
        <translation>Brustwand</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Choose a beat: click on the trace, or step through the findings with J and K, through all beats with Shift+J and Shift+K.</source>
        <translation>Schlag wählen: auf die Kurve klicken oder mit J und K durch die Befunde, mit Umschalt+J und Umschalt+K durch alle Schläge gehen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_commands.py"/>
        <source>Choose a finding first, or a class by its number.</source>
        <translation>Wählen Sie zuerst einen Befund oder eine Klasse über ihre Nummer.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Choose a finding to see where in the beat the model looks.</source>
        <translation>Wählen Sie einen Befund, um zu sehen, wohin das Modell im Schlag schaut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>Choose a finding to see which leads spoke for it.</source>
        <translation>Wählen Sie einen Befund, um zu sehen, welche Ableitungen dafür sprachen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Choose a finding to see which parts of the trace spoke for it.</source>
        <translation>Wählen Sie einen Befund, um zu sehen, welche Teile der Kurve dafür sprachen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Choose a folder first.</source>
        <translation>Wählen Sie zuerst einen Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all beats of the region</source>
        <translation>Alle Schläge des Bereichs wählen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all beats of this page</source>
        <translation>Alle Schläge dieser Seite wählen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all {label} of the record</source>
        <translation>Alle {label} der Aufzeichnung wählen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <source>Choose all {label} of this page</source>
        <translation>Alle {label} dieser Seite wählen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Choose leads…</source>
        <translation>Ableitungen wählen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Class 1 to 9 is there, or take that back</source>
        <translation>Klasse 1 bis 9 liegt vor, oder zurück</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>Classes of the record</source>
        <translation>Klassen der Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/label_field.py"/>
        <source>Classes that fit</source>
        <translation>Passende Klassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>Classes that match</source>
        <translation>Zutreffende Klassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Classes that nobody states are left out; “–” was not stated.</source>
        <translation>Klassen, die niemand angibt, fehlen hier; „–“ heißt: nicht angegeben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/docks.py"/>
        <source>Close {panel}</source>
        <translation>{panel} schließen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/docks.py"/>
        <source>Close {panel} (F9 brings all panels back)</source>
        <translation>{panel} schließen (F9 bringt alle Felder zurück)</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Cohen's kappa: agreement beyond chance. In brackets 95 % intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa.</source>
        <translation>Cohens Kappa: Übereinstimmung über den Zufall hinaus. In Klammern 95-%-Intervalle: nach Wilson für Anteile, Perzentile aus 2000 Ziehungen von Aufzeichnungen für Kappa.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>Colour begins at the {percentile} % strongest; the ticks above a row say where.</source>
        <translation>Die Färbung beginnt bei den stärksten {percentile} %; die Striche über einer Zeile zeigen, wo.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/color_scale.py"/>
        <source>Colour scale</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Colour the trace</source>
        <translation>Kurve einfärben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Coloured from this percentile on</source>
        <translation>Eingefärbt ab diesem Perzentil</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Coloured: {coloured}. Evidence {low} to {high} logits per step of {step}</source>
        <translation>Eingefärbt: {coloured}. Gewicht {low} bis {high} Logits je Schritt von {step}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_sheet.py"/>
        <source>Colours from the least to the most important place</source>
        <translation>Farben von der unwichtigsten zur wichtigsten Stelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>Column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_table.py"/>
        <source>Columns of the worklist</source>
        <translation>Spalten der Arbeitsliste</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>Columns without numbers are left out: {names}.</source>
        <translation>Spalten ohne Zahlen sind weggelassen: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Comment on the region</source>
        <translation>Kommentar zum Bereich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Comments of the file</source>
        <translation>Kommentare der Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/wiring.py"/>
        <source>Compare with a record</source>
        <translation>Mit einer Aufzeichnung vergleichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Compare with another page or record</source>
        <translation>Mit Seite oder Aufzeichnung vergleichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/row_lists.py"/>
        <source>Compare, below</source>
        <translation>Vergleichen, unten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>Compare: Ctrl+F2 scrolls the pages apart, Shift+F2 swaps them, F2 ends.</source>
        <translation>Vergleich: Strg+F2 blättert getrennt, Umschalt+F2 vertauscht die Seiten, F2 beendet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Compared records</source>
        <translation>Verglichene Aufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Comparing the readers</source>
        <translation>Befunder werden verglichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Comparing the readers…</source>
        <translation>Befunder werden verglichen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Confirm: the chosen class is there</source>
        <translation>Bestätigen: gewählte Klasse liegt vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <source>Contents of the manual</source>
        <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>Copied: {count} calipers</source>
        <translation>Kopiert: {count} Messzirkel</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>Copied: {measured}</source>
        <translation>Kopiert: {measured}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <source>Copy the measured values as text</source>
        <translation>Messwerte als Text kopieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <source>Copy the measured values as text (Ctrl+C in the list)</source>
        <translation>Messwerte als Text kopieren (Strg+C in der Liste)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Copy what the calipers measure</source>
        <translation>Messung der Messzirkel kopieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Could not be measured: the samples cannot be read.</source>
        <translation>Nicht messbar: Die Abtastwerte sind nicht lesbar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Counted in classes of records; “right” by the settled truth, where at least two people stand behind it or an adjudicator does.</source>
        <translation>Gezählt in Klassen von Aufzeichnungen; „richtig“ nach dem geklärten Befund, hinter dem mindestens zwei Personen oder ein Schiedsbefunder stehen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Counting the beats of {record}</source>
        <translation>Schläge von {record} werden gezählt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>Data records that do not say when they begin: {unplaced}. Each follows the one before.</source>
        <translation>Datensätze, die nicht sagen, wann sie beginnen: {unplaced}. Jeder folgt auf den davor.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Delete the chosen bookmark (Del)</source>
        <translation>Gewähltes Lesezeichen löschen (Entf)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>Deleting {percent} % (median) flips {flipped} of {n}.</source>
        <translation>Löschen von {percent} % (Median) kippt {flipped} von {n}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>Deleting {percent} % (median) flips {flipped} of {n}; {unmoved} did not flip.</source>
        <translation>Löschen von {percent} % (Median) kippt {flipped} von {n}; {unmoved} kippten nicht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Deletion mask</source>
        <translation>Löschmaske</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Deletion mask (paper)</source>
        <translation>Löschmaske (Veröffentlichung)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Details of the message</source>
        <translation>Details der Meldung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Dismiss: the chosen class is not there</source>
        <translation>Verwerfen: gewählte Klasse liegt nicht vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Display filter on or off</source>
        <translation>Anzeigefilter ein oder aus</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Do not lean on these.</source>
        <translation>Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Dx in file</source>
        <translation>Dx in Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/commands.py"/>
        <source>ECG records ({patterns});;All files (*)</source>
        <translation>EKG-Aufzeichnungen ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>ECG report</source>
        <translation>EKG-Bericht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pdf.py"/>
        <source>ECG report {record}</source>
        <translation>EKG-Bericht {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>ECG report: findings, intervals, verdict</source>
        <translation>EKG-Bericht: Befunde, Intervalle, Beurteilung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>ECG report: places of the scan, the surest of each kind</source>
        <translation>EKG-Bericht: Stellen des Scans, je Art die sichersten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/picture.py"/>
        <source>ECG {record}</source>
        <translation>EKG {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paper_view.py"/>
        <source>ECG, leads {leads}, {start} to {stop}</source>
        <translation>EKG, Ableitungen {leads}, {start} bis {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/centre.py"/>
        <location filename="ecgviewer/ui/paper_view.py"/>
        <source>Empty ECG paper</source>
        <translation>Leeres EKG-Papier</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>End the comparison (F2)</source>
        <translation>Vergleich beenden (F2)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Enter keeps the region, Esc discards it.</source>
        <translation>Eingabe behält den Bereich, Esc verwirft ihn.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Enter keeps, Esc leaves it as it was.</source>
        <translation>Eingabe behält, Esc lässt alles, wie es war.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Erase by dragging and ask again</source>
        <translation>Ausradieren und erneut fragen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Erase the coloured part or the caliper's</source>
        <translation>Eingefärbtes oder Messzirkel ausradieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>Erase: drag over the trace; with Shift in one lead alone. Shift+E erases the coloured part, Backspace brings the last part back, Esc all.</source>
        <translation>Radieren: über die Kurve ziehen; mit Umschalt nur in einer Ableitung. Umschalt+E radiert das Eingefärbte aus, die Rücktaste holt den letzten Teil zurück, Esc alles.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Every beat of this record is judged by itself: see the tab Scan.</source>
        <translation>Jeder Schlag dieser Aufzeichnung wird einzeln beurteilt: siehe Reiter „Scan“.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Every beat was judged: see the scan's figures and strips.</source>
        <translation>Jeder Schlag wurde beurteilt: siehe Zahlen und Streifen des Scans.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>Every record of the list is analysed.</source>
        <translation>Jede Aufzeichnung der Liste ist analysiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Every two readers</source>
        <translation>Je zwei Befunder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Everything, with the history of every review.</source>
        <translation>Alles, mit dem Verlauf jeder Befundung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Explaining a beat of {record}</source>
        <translation>Ein Schlag von {record} wird erklärt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Explaining the beats of {record}</source>
        <translation>Schläge von {record} werden erklärt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Explaining the beat…</source>
        <translation>Schlag wird erklärt …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Explaining {record}</source>
        <translation>{record} wird erklärt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <location filename="ecgviewer/ui/page_words.py"/>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Explaining…</source>
        <translation>Erklärung läuft …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Export reviews</source>
        <translation>Befundungen exportieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Export reviews…</source>
        <translation>Befundungen exportieren …</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>F</source>
        <translation>W</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Faster paper</source>
        <translation>Schnellerer Vorschub</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Fewer than twelve stand below each other in any layout.</source>
        <translation>In jeder Anordnung stehen weniger als zwölf untereinander.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Figures: {kind}; ticks and second figures: thresholds.</source>
        <translation>Zahlen: {kind}; Striche und zweite Zahlen: Schwellen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
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
        <translation>Filter der Darstellung (Y); kein Modell liest sie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Filter off</source>
        <translation>Filter aus</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Filter the worklist</source>
        <translation>Arbeitsliste filtern</translation>
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
        <translation>Befunde</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Findings of the file</source>
        <translation>Befunde der Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_rows.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Findings of the model</source>
        <translation>Befunde des Modells</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Findings of the scan</source>
        <translation>Befunde des Scans</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Finished by all of them: {records}.</source>
        <translation>Von allen abgeschlossen: {records}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Finished reviews only</source>
        <translation>Nur abgeschlossene Befundungen</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>First-degree AV block</source>
        <translation>AV-Block I. Grades</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Fit the page to the window, or true scale</source>
        <translation>Seite einpassen oder maßstäblich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Fitting the record</source>
        <translation>Passend zur Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Flag</source>
        <translation>Merker</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Flag taken away</source>
        <translation>Vormerkung entfernt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Flag the record (Shift+F)</source>
        <translation>Aufzeichnung vormerken (Umschalt+F)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Flag the record, or take the flag away</source>
        <translation>Aufzeichnung vormerken oder nicht mehr</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Flagged.</source>
        <translation>Vorgemerkt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Fleiss' kappa: agreement beyond chance, of any two readers. In brackets 95 % intervals: Wilson's for shares, percentiles of 2000 draws of records for kappa.</source>
        <translation>Fleiss’ Kappa: Übereinstimmung je zweier Befunder über den Zufall hinaus. In Klammern 95-%-Intervalle: nach Wilson für Anteile, Perzentile aus 2000 Ziehungen von Aufzeichnungen für Kappa.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Folder for the export</source>
        <translation>Ordner für den Export</translation>
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
        <translation>0.2 s vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Forward 1 s</source>
        <translation>1 s vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Four</source>
        <translation>vier</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_sheet.py"/>
        <source>From violet to yellow: from the least to the most important place of these two seconds for the class that this net names.
The bar below marks what is at least half as important as the most important place.
Letters above the R peaks: what the scan calls each beat.</source>
        <translation>Von Violett nach Gelb: von der unwichtigsten zur wichtigsten Stelle dieser zwei Sekunden für die Klasse, die dieses Netz nennt.
Der Balken darunter kennzeichnet, was mindestens halb so wichtig ist wie die wichtigste Stelle.
Buchstaben über den R-Zacken: wie der Scan jeden Schlag nennt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Give a name</source>
        <translation>Namen angeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>Go on settling</source>
        <translation>Weiter verfeinern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>Go on where the last session ended</source>
        <translation>Dort fortfahren, wo die letzte Sitzung endete</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Go to a time…</source>
        <translation>Gehe zu Zeit …</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Gradient × input</source>
        <translation>Gradient × Eingang</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Grid: 1 mm, 5 mm, off</source>
        <translation>Raster: 1 mm, 5 mm, aus</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Have the model judge every record, in the background</source>
        <translation>Das Modell im Hintergrund jede Aufzeichnung beurteilen lassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Heart rate</source>
        <translation>Herzfrequenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>High-pass</source>
        <translation>Hochpass</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>History of the review</source>
        <translation>Verlauf der Befundung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>History…</source>
        <translation>Verlauf …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Hold a ruler to the line, or a bank card to the outline, and change the length until both agree. The arrow keys change it by 0.1 mm. The paper then shows true millimetres.</source>
        <translation>Legen Sie ein Lineal an die Linie oder eine Bankkarte an den Umriss und ändern Sie die Länge, bis beide übereinstimmen. Die Pfeiltasten ändern sie um 0.1 mm. Das Papier zeigt dann echte Millimeter.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Holter</source>
        <translation>Langzeit-EKG</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>Holter summary</source>
        <translation>Langzeit-EKG-Übersicht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Holter summary of {record}</source>
        <translation>Langzeit-EKG-Übersicht von {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Holter summary: {record}</source>
        <translation>Langzeit-EKG-Übersicht: {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>How far readers agree</source>
        <translation>Wie weit Befunder übereinstimmen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>How far the list is read or analysed</source>
        <translation>Wie weit die Liste gelesen oder analysiert ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>How far the score that is nearest to its threshold is from it</source>
        <translation>Wie weit der Score, der seiner Schwelle am nächsten liegt, von ihr entfernt ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>How far your review has come</source>
        <translation>Wie weit Ihre Befundung gekommen ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>How fast it plays (P and Shift+P)</source>
        <translation>Abspielgeschwindigkeit (P und Umschalt+P)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>How good the signal is</source>
        <translation>Wie gut das Signal ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>How the leads are weighed</source>
        <translation>Wie die Ableitungen gewichtet werden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>How to read {file}</source>
        <translation>Wie {file} zu lesen ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>I, II and III do not fit together</source>
        <translation>I, II und III passen nicht zusammen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>In a finished review a class that is not stated counts as absent; what somebody is unsure of leaves the comparison.</source>
        <translation>In einer abgeschlossenen Befundung gilt eine nicht angegebene Klasse als nicht vorhanden; worin jemand unsicher ist, bleibt außerhalb des Vergleichs.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>In brackets how likely a person would accept the recording, from 0 to 1; below 0.5 it is called not acceptable.</source>
        <translation>In Klammern, wie wahrscheinlich eine Person die Aufzeichnung annähme, von 0 bis 1; unter 0.5 gilt sie als unzureichend.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>Include identifiers</source>
        <translation>Personenangaben aufnehmen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Include identifiers: names, paths, notes as they are</source>
        <translation>Personenangaben aufnehmen: Namen, Pfade, Notizen unverändert</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Input gradient</source>
        <translation>Eingangsgradient</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Integrated gradients</source>
        <translation>Integrierte Gradienten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worker.py"/>
        <source>Internal error in “{work}”: {error}. Please report it.</source>
        <translation>Interner Fehler in „{work}“: {error}. Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/app.py"/>
        <source>Internal error: {kind}. Please report it.</source>
        <translation>Interner Fehler: {kind}. Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Intervals and axis</source>
        <translation>Intervalle und Achse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>In den Ordner</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>It holds 1 lead of {samples} samples, but not how to read them.</source>
        <translation>Sie enthält 1 Ableitung mit {samples} Abtastwerten, sagt aber nicht, wie sie zu lesen ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>It holds {n} leads of {samples} samples, but not how to read them.</source>
        <translation>Sie enthält {n} Ableitungen mit {samples} Abtastwerten, sagt aber nicht, wie sie zu lesen sind.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>It is not there</source>
        <translation>Liegt nicht vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>It is there</source>
        <translation>Liegt vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>Its times say {timed} Hz, but {given} Hz were given and are used.</source>
        <translation>Nach den Zeiten der Datei sind es {timed} Hz; angegeben und verwendet sind {given} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>J and K step through: {kind}</source>
        <translation>J und K gehen durch: {kind}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Judging signals: {done} of {n_all}</source>
        <translation>Signalbeurteilung: {done} von {n_all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/note_field.py"/>
        <source>Kept as you write; Ctrl+Enter goes back to the paper</source>
        <translation>Wird beim Schreiben gespeichert; Strg+Eingabe führt zurück zum Papier</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Label of the region</source>
        <translation>Bezeichnung des Bereichs</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Labels</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Labels to train with (JSON)</source>
        <translation>Klassen zum Trainieren (JSON)</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>Laid out like {source}, so read as published: {facts}.</source>
        <translation>Aufgebaut wie {source}, daher gelesen wie veröffentlicht: {facts}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Larger amplitude</source>
        <translation>Größere Amplitude</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Laying over one another the beats of {record}</source>
        <translation>Schläge von {record} werden überlagert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Laying the beats over one another…</source>
        <translation>Schläge werden überlagert …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>Laying the beats…</source>
        <translation>Schläge werden ausgerichtet …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Layout of the leads (L)</source>
        <translation>Anordnung der Ableitungen (L)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_panel.py"/>
        <source>Lead</source>
        <translation>Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Lead problem</source>
        <translation>Problem mit Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Lead to scan</source>
        <translation>Ableitung für den Scan</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_writer.py"/>
        <source>Lead {lead} of {record} cannot be written as EDF: its {error}.</source>
        <translation>Ableitung {lead} von {record} lässt sich nicht als EDF schreiben: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>Lead {name} ends before its told length.</source>
        <translation>Ableitung {name} endet vor ihrer angegebenen Länge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>Lead {name} of {path} has samples of {width} bytes: not read.</source>
        <translation>Ableitung {name} von {path} hat Abtastwerte von {width} Byte: nicht lesbar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Leads</source>
        <translation>Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_map.py"/>
        <source>Leads and classes</source>
        <translation>Ableitungen und Klassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>Leads cannot be weighed by "{method}"; they can by {lead_methods}.</source>
        <translation>Ableitungen lassen sich nicht mit „{method}“ gewichten, sondern mit {lead_methods}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Leads on the paper</source>
        <translation>Ableitungen auf dem Papier</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Leads on the paper…</source>
        <translation>Ableitungen auf dem Papier …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Leads read as absent: {leads}.</source>
        <translation>Als fehlend behandelte Ableitungen: {leads}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>Leads {what}: {names}.</source>
        <translation>Ableitungen, {what}: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Leads, for {finding}</source>
        <translation>Ableitungen, für {finding}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Leads, ticked and in order</source>
        <translation>Ableitungen, angehakt und geordnet</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Left bundle branch block</source>
        <translation>Linksschenkelblock</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Length of the line</source>
        <translation>Länge der Linie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Length of the line in millimetres</source>
        <translation>Länge der Linie in Millimetern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Letters stand for readers, drawn anew for each record</source>
        <translation>Buchstaben stehen für Befunder, für jede Aufzeichnung neu ausgelost</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Limb leads</source>
        <translation>Extremitäten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>Lines to skip</source>
        <translation>Zeilen überspringen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>Lines to skip above the table</source>
        <translation>Zeilen über der Tabelle überspringen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Listing the folder</source>
        <translation>Ordner wird aufgelistet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Listing the records</source>
        <translation>Aufzeichnungen werden aufgelistet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Little stands out: no part of the beat says more than {times} × the average.</source>
        <translation>Wenig sticht hervor: Kein Teil des Schlags hat mehr als das {times}-Fache des Durchschnitts.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Logits by lead (SHAP, exact over all sets of leads).</source>
        <translation>Logits je Ableitung (SHAP, exakt über alle Teilmengen der Ableitungen).</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Look-alike rhythm</source>
        <translation>Ähnlicher Rhythmus</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Looking for disputed records</source>
        <translation>Strittige Aufzeichnungen werden gesucht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Low-pass</source>
        <translation>Tiefpass</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/state.py"/>
        <source>Magnified</source>
        <translation>Vergrößert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>March out: drag over one interval, it is repeated over the whole page.</source>
        <translation>Abtragen: über ein Intervall ziehen, es wird über die ganze Seite wiederholt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>March the caliper's interval out</source>
        <translation>Intervall des Messzirkels abtragen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Margin below</source>
        <translation>Abstand unter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Mark a region by dragging; Enter edits it</source>
        <translation>Bereich markieren; Eingabe bearbeitet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marks_wiring.py"/>
        <source>Mark the coloured part</source>
        <translation>Eingefärbtes markieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marks_wiring.py"/>
        <source>Mark what the caliper spans</source>
        <translation>Messzirkel-Bereich markieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Mark: drag over one lead, over rows, or with Shift over all leads. A click chooses, Enter edits, Del removes.</source>
        <translation>Markieren: über eine Ableitung ziehen, über Zeilen oder mit Umschalt über alle Ableitungen. Ein Klick wählt, Eingabe bearbeitet, Entf entfernt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Marked regions</source>
        <translation>Markierte Bereiche</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Marked regions, {sign} on the paper</source>
        <translation>Markierte Bereiche, auf dem Papier {sign}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Mean rate</source>
        <translation>Mittlere Frequenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Measure by dragging; arrows move a leg</source>
        <translation>Messen; Pfeile bewegen einen Schenkel</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Measured</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_rows.py"/>
        <source>Measured values</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Measuring {record}</source>
        <translation>{record} wird vermessen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Measuring…</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/state.py"/>
        <source>Median beat</source>
        <translation>Median</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_sheet.py"/>
        <source>Median beats</source>
        <translation>Medianschläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Menu, with the tools that have no room</source>
        <translation>Menü, auch mit verdeckten Werkzeugen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Merge another review file</source>
        <translation>Weitere Befundungsdatei einfügen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Merge another review file…</source>
        <translation>Weitere Befundungsdatei einfügen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Merging reviews</source>
        <translation>Befundungen werden zusammengeführt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Method of explanation</source>
        <translation>Erklärungsmethode</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>Model {name}, weights {digest}</source>
        <translation>Modell {name}, Gewichte {digest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Model ≠ reference</source>
        <translation>Modell ≠ Referenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_overflow.py"/>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>Name, abbreviation or SNOMED CT code</source>
        <translation>Name, Abkürzung oder SNOMED-CT-Code</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Name, date, signature</source>
        <translation>Name, Datum, Unterschrift</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Names hidden</source>
        <translation>Namen verborgen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>New review file</source>
        <translation>Neue Befundungsdatei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>New review file…</source>
        <translation>Neue Befundungsdatei …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next beat of the scan</source>
        <translation>Nächster Schlag des Scans</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next finding; of a scan, the next in time</source>
        <translation>Nächster Befund; im Scan zeitlich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next layout</source>
        <translation>Nächste Anordnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next lead for the rhythm strip</source>
        <translation>Nächste Ableitung als Rhythmusstreifen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next method</source>
        <translation>Nächste Methode</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next record of the folder</source>
        <translation>Nächste Aufzeichnung des Ordners</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Next unreviewed record</source>
        <translation>Nächste unbefundete Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/loaded.py"/>
        <source>No CUDA device is available; use the device cpu or auto.</source>
        <translation>Kein CUDA-Gerät ist verfügbar; benutzen Sie das Gerät cpu oder auto.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/measured_span.py"/>
        <source>No ECG lead of this record is calibrated, so nothing is measured.</source>
        <translation>Keine EKG-Ableitung dieser Aufzeichnung ist kalibriert, daher wird nichts gemessen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export_wfdb.py"/>
        <source>No annotation file may end in ".{chosen}": choose small letters, such as "rev".</source>
        <translation>Keine Annotationsdatei darf auf „.{chosen}“ enden: Wählen Sie Kleinbuchstaben, etwa „rev“.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>No backend is called "{wanted}"; choose one of {backends}.</source>
        <translation>Kein Rechenwerk heißt „{wanted}“; wählen Sie eines von {backends}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>No beat is there.</source>
        <translation>Dort ist kein Schlag.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>No beat was found in lead {lead}.</source>
        <translation>In Ableitung {lead} wurde kein Schlag gefunden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/median_beat.py"/>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>No beat was found in that part of {record}.</source>
        <translation>In diesem Teil von {record} wurde kein Schlag gefunden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/windows.py"/>
        <source>No beat was found in {part}{record}, so there is nothing to judge.</source>
        <translation>In {part}{record} wurde kein Schlag gefunden, daher gibt es nichts zu beurteilen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>No beat was found on this page.</source>
        <translation>Auf dieser Seite wurde kein Schlag gefunden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>No bookmark after this place.</source>
        <translation>Kein Lesezeichen nach dieser Stelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>No bookmark before this place.</source>
        <translation>Kein Lesezeichen vor dieser Stelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>No bookmark in this record. B sets one.</source>
        <translation>Kein Lesezeichen in dieser Aufzeichnung. B setzt eines.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>No caliper is out that could be pinned: M takes one.</source>
        <translation>Es gibt keinen Messzirkel zum Anheften: M nimmt einen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>No caliper spans anything: M draws one.</source>
        <translation>Kein Messzirkel umfasst etwas: M zeichnet einen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export_training.py"/>
        <source>No class and no beat is spoken of in these reviews, so there is nothing to learn from.</source>
        <translation>In diesen Befundungen ist von keiner Klasse und keinem Schlag die Rede, daher gibt es nichts zu lernen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>No class is called so: choose one, or write it as the comment.</source>
        <translation>Keine Klasse heißt so: Wählen Sie eine aus, oder schreiben Sie es als Kommentar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>No class is stated.</source>
        <translation>Keine Klasse ist angegeben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>No class matches “{text}”.</source>
        <translation>Keine Klasse passt zu „{text}“.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>No class reached its threshold ({scores}).</source>
        <translation>Keine Klasse hat ihre Schwelle erreicht ({scores}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>No demo is called "{name}"; there are {known}.</source>
        <translation>Keine Demo heißt „{name}“; es gibt {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/loaded.py"/>
        <source>No device is called "{wanted}"; choose one of {devices}.</source>
        <translation>Kein Gerät heißt „{wanted}“; wählen Sie eines von {devices}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>No finding selected</source>
        <translation>Kein Befund gewählt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>No folder open.</source>
        <translation>Kein Ordner geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>No lead has a name that the model knows; {name} was read as lead {lead}.</source>
        <translation>Keine Ableitung hat einen Namen, den das Modell kennt; {name} wurde als Ableitung {lead} gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/lead_list.py"/>
        <source>No lead is named: the twelve are taken in standard order, I to V6.</source>
        <translation>Keine Ableitung ist benannt: Die zwölf gelten als die in üblicher Reihenfolge, I bis V6.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/lead_list.py"/>
        <source>No lead is named: they are numbered, and models cannot use them.</source>
        <translation>Keine Ableitung ist benannt: Sie sind nummeriert, und Modelle können sie nicht verwenden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>No longer reviewed</source>
        <translation>Nicht mehr befundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>No model is called "{name}"; models here: {known}.</source>
        <translation>Kein Modell heißt „{name}“; vorhanden: {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>No model is installed, so nothing is suggested. Viewing still works. A model is a folder in “models” with its card and weights.</source>
        <translation>Kein Modell ist installiert, daher wird nichts vorgeschlagen. Betrachten geht weiterhin. Ein Modell ist ein Ordner in „models“ mit seiner Karte und seinen Gewichten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>No model is installed: nothing can be analysed.</source>
        <translation>Kein Modell ist installiert: Nichts kann analysiert werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>No model is installed: put a model's folder into {model_folders}, or name one.</source>
        <translation>Kein Modell ist installiert: Legen Sie den Ordner eines Modells nach {model_folders}, oder nennen Sie eines.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>No model that explains single beats is installed.</source>
        <translation>Kein Modell, das einzelne Schläge erklärt, ist installiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/nets/build.py"/>
        <source>No net is called "{name}"; known nets: {nets}.</source>
        <translation>Kein Netz heißt „{name}“; bekannte Netze: {nets}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/silence.py"/>
        <source>No part of this page speaks for {label} enough to be coloured: at most {most} logits, colour begins at {least}.</source>
        <translation>Kein Teil dieser Seite spricht stark genug für {label}, um eingefärbt zu werden: höchstens {most} Logits, Farbe beginnt bei {least}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>No part of this page speaks for {label}, so no beat is coloured.</source>
        <translation>Kein Teil dieser Seite spricht für {label}, daher ist kein Schlag eingefärbt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/evidence.py"/>
        <source>No part of {place} speaks for {label}: {logits} logits in all, too little to count.</source>
        <translation>Kein Teil von {place} spricht für {label}: insgesamt {logits} Logits, zu wenig, um zu zählen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>No reader has finished this record.</source>
        <translation>Noch kein Befunder hat diese Aufzeichnung abgeschlossen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>No recent record</source>
        <translation>Keine zuletzt geöffnete Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <source>No record in this folder.</source>
        <translation>Keine Aufzeichnung in diesem Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>No record is disputed: readers agree, or it is settled.</source>
        <translation>Keine Aufzeichnung ist strittig: Die Befunder stimmen überein, oder es ist entschieden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>No record is like that.</source>
        <translation>Auf keine Aufzeichnung trifft das zu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <location filename="ecgviewer/ui/review_commands.py"/>
        <location filename="ecgviewer/ui/reviewing.py"/>
        <source>No record is open to be reviewed.</source>
        <translation>Keine Aufzeichnung zum Befunden ist geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reading_commands.py"/>
        <source>No record is open to set a bookmark in.</source>
        <translation>Keine Aufzeichnung für ein Lesezeichen ist geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>No record is open: there is nothing to compare.</source>
        <translation>Keine Aufzeichnung ist geöffnet: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>No record of the list has been reviewed: nothing is written.</source>
        <translation>Keine Aufzeichnung der Liste ist befundet: Nichts wird geschrieben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>No record open</source>
        <translation>Kein EKG geöffnet</translation>
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
        <translation>Keine Aufzeichnung geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>No record was finished by all of them.</source>
        <translation>Keine Aufzeichnung wurde von allen abgeschlossen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/session_note.py"/>
        <source>No record was opened before.</source>
        <translation>Bisher wurde keine Aufzeichnung geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>No reference values: age or sex unknown.</source>
        <translation>Keine Referenzwerte: Alter oder Geschlecht unbekannt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>No reference values: not an adult.</source>
        <translation>Keine Referenzwerte: nicht erwachsen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>No review in this file is finished yet, so nothing can be compared.</source>
        <translation>Noch keine Befundung in dieser Datei ist abgeschlossen, daher kann nichts verglichen werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>No scale is given for {names}: these amplitudes are the file's own numbers.</source>
        <translation>Für {names} ist keine Skala angegeben: Diese Amplituden sind die Zahlen der Datei.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>No screen has {dpi} pixels an inch: between 50 and 600 can be kept.</source>
        <translation>Kein Bildschirm hat {dpi} Pixel je Zoll: Möglich sind 50 bis 600.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>No single-lead model is installed, so no beat can be judged.</source>
        <translation>Kein Modell für eine Ableitung ist installiert, daher kann kein Schlag beurteilt werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>No single-lead model, which judges every beat, is installed: nothing can be scanned.</source>
        <translation>Kein Modell für eine Ableitung, das jeden Schlag beurteilt, ist installiert: Nichts kann gescannt werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>No single-lead model, which judges every beat, is installed: put a model's folder into {model_folders}, or name one (--model).</source>
        <translation>Kein Modell für eine Ableitung, das jeden Schlag beurteilt, ist installiert: Legen Sie den Ordner eines Modells nach {model_folders}, oder nennen Sie eines (--model).</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>No space left on device</source>
        <translation>kein Speicherplatz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>No unit is given: amplitudes are the file's own numbers, taken as mV.</source>
        <translation>Keine Einheit ist angegeben: Die Amplituden sind die Zahlen der Datei, als mV gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_scale.py"/>
        <source>No unit is given: numbers are read as {assumed}, so amplitudes are uncertain.</source>
        <translation>Keine Einheit ist angegeben: Die Zahlen sind als {assumed} gelesen, die Amplituden also unsicher.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>No unreviewed record follows this one; {n} before it are left.</source>
        <translation>Danach folgt keine unbefundete Aufzeichnung; davor sind noch {n}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>No unreviewed record precedes this one; {n} after it are left.</source>
        <translation>Davor liegt keine unbefundete Aufzeichnung; danach sind noch {n}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>No usual beat can be measured here.</source>
        <translation>Hier lässt sich kein üblicher Schlag vermessen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/handed_on.py"/>
        <source>Nobody called "{reader}" has reviewed in {held}; known: {known}.</source>
        <translation>Niemand namens „{reader}“ hat in {held} befundet; bekannt: {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Nobody has stated anything of this record.</source>
        <translation>Niemand hat zu dieser Aufzeichnung etwas angegeben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Noise</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Normal beat</source>
        <translation>Normaler Schlag</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Normal sinus rhythm</source>
        <translation>Normaler Sinusrhythmus</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Not analysed yet. F5 analyses.</source>
        <translation>Noch nicht analysiert. F5 analysiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Not analysed. F5 tries again.</source>
        <translation>Nicht analysiert. F5 versucht es erneut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Not analysed: {reason}</source>
        <translation>Nicht analysiert: {reason}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>Not each lead's amplitude is told: one unit is taken as 1 µV, which may be wrong.</source>
        <translation>Nicht für jede Ableitung ist die Amplitude angegeben: Eine Einheit gilt als 1 µV, was falsch sein kann.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Not explained, so no beat is coloured.</source>
        <translation>Nicht erklärt, daher ist kein Schlag eingefärbt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>Not explained.</source>
        <translation>Nicht erklärt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Not explained. Choose the beat again, or another one.</source>
        <translation>Nicht erklärt. Wählen Sie den Schlag erneut oder einen anderen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Not explained. Choose the finding again to retry.</source>
        <translation>Nicht erklärt. Wählen Sie den Befund erneut, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>Not explained. Turn the page, or choose another method, to retry.</source>
        <translation>Nicht erklärt. Blättern Sie um oder wählen Sie eine andere Methode, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Not marked as reviewed.</source>
        <translation>Nicht als befundet gekennzeichnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>Not scanned.</source>
        <translation>Nicht gescannt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Not scanned. S judges every beat of the record.</source>
        <translation>Nicht gescannt. S beurteilt jeden Schlag der Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Not scanned. S tries again.</source>
        <translation>Nicht gescannt. S versucht es erneut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>Notch</source>
        <translation>Netzfilter</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Note deleted</source>
        <translation>Notiz gelöscht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/note_field.py"/>
        <source>Note on the record</source>
        <translation>Notiz zur Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/note_field.py"/>
        <source>Note on the record…</source>
        <translation>Notiz zur Aufzeichnung …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Note: “{text}”</source>
        <translation>Notiz: „{text}“</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Notes were cleaned of what looks like names, dates and numbers of people: look them over before you hand them on.</source>
        <translation>Aus den Notizen wurde entfernt, was nach Namen, Daten und Nummern von Personen aussieht: Sehen Sie sie durch, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>Nothing can be measured here: {reason}.</source>
        <translation>Hier ist nichts messbar: {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Nothing has been said of {record} yet.</source>
        <translation>Zu {record} wurde noch nichts angegeben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>Nothing is coloured and no caliper is out, so nothing is erased.</source>
        <translation>Nichts ist eingefärbt und kein Messzirkel gesetzt, daher wird nichts ausradiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>Nothing is coloured, so nothing is marked.</source>
        <translation>Nichts ist eingefärbt, daher wird nichts markiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Nothing is disputed here.</source>
        <translation>Hier ist nichts strittig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>Nothing is hidden: the model's answer is shown.</source>
        <translation>Nichts ist verborgen: Die Antwort des Modells wird gezeigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/erase.py"/>
        <source>Nothing of {record} is left that the model could read.</source>
        <translation>Von {record} ist nichts übrig, was das Modell lesen könnte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>Occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>Of the model {card} only the card is here; its weights must be trained first.</source>
        <translation>Vom Modell {card} ist nur die Karte da; seine Gewichte müssen erst trainiert werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Of {start} to {stop} s.</source>
        <translation>Von {start} bis {stop} s.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>One annotation file for each record and reader, without any model's answer.</source>
        <translation>Eine Annotationsdatei je Aufzeichnung und Befunder, ohne Antworten eines Modells.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>One class only; nothing else was looked at.</source>
        <translation>Nur eine Klasse; nach nichts anderem wurde gesucht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>One document (JSON)</source>
        <translation>Ein Dokument (JSON)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_turning.py"/>
        <source>One lead</source>
        <translation>Einkanal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/jobs.py"/>
        <source>Only 1 whole beat lies in this part, too few for a median.</source>
        <translation>Nur 1 ganzer Schlag liegt in diesem Teil, zu wenig für einen Median.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Only an adjudicator sees what others say: Menu, Review, Adjudicate.</source>
        <translation>Nur ein Schiedsbefunder sieht, was andere angeben: Menü, Befundung, Strittige Befunde entscheiden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>Only {at_once} leads at a time were recorded together, though all lie side by side.</source>
        <translation>Nur je {at_once} Ableitungen wurden gleichzeitig registriert, obwohl alle nebeneinander liegen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/jobs.py"/>
        <source>Only {n} whole beats lie in this part, too few for a median.</source>
        <translation>Nur {n} ganze Schläge liegen in diesem Teil, zu wenig für einen Median.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/row_lists.py"/>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/commands.py"/>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Open a folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/commands.py"/>
        <source>Open a record</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Open a record…</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open a review file</source>
        <translation>Befundungsdatei öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open a review file, read only</source>
        <translation>Befundungsdatei nur zum Lesen öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open review file, read only…</source>
        <translation>Befundungsdatei nur zum Lesen öffnen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Open review file…</source>
        <translation>Befundungsdatei öffnen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>OpenVINO computes on the CPU, and the model {card} is on the {device_name}: choose --device cpu or --backend torch.</source>
        <translation>OpenVINO rechnet auf dem Prozessor, das Modell {card} liegt aber auf {device_name}: Wählen Sie --device cpu oder --backend torch.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>OpenVINO does not take the net of the model {card}; choose --backend torch.</source>
        <translation>OpenVINO nimmt das Netz des Modells {card} nicht an; wählen Sie --backend torch.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/backend.py"/>
        <source>OpenVINO is not installed: `pip install ecgviewer[fast]` adds it, and --backend torch does without.</source>
        <translation>OpenVINO ist nicht installiert: `pip install ecgviewer[fast]` fügt es hinzu, mit --backend torch geht es ohne.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Opening the review file</source>
        <translation>Befundungsdatei wird geöffnet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>Or drop a recording, or a folder, anywhere in this window.</source>
        <translation>Oder ziehen Sie eine Aufzeichnung oder einen Ordner irgendwo in dieses Fenster.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Orange +: the lead spoke for the class; blue −: against it. The stronger the colour, the more; one scale for all.</source>
        <translation>Orange +: Die Ableitung sprach für die Klasse; blau −: dagegen. Je kräftiger die Farbe, desto mehr; eine Skala für alle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Other…</source>
        <translation>Andere …</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotations.py"/>
        <source>Outside the record and left out: {beyond} of {n_found} annotations in {suffix}.</source>
        <translation>Außerhalb der Aufzeichnung und weggelassen: {beyond} von {n_found} Annotationen in {suffix}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon.py"/>
        <source>Overview of the whole record</source>
        <translation>Übersicht der ganzen Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Own answer given</source>
        <translation>Eigene Antwort gegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Own answer kept</source>
        <translation>Eigene Antwort beibehalten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Own answer taken back</source>
        <translation>Eigene Antwort zurückgenommen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Own answers, before and after {model} was shown</source>
        <translation>Eigene Antworten, bevor und nachdem {model} gezeigt wurde</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/magnified_beat.py"/>
        <source>P off</source>
        <translation>P-Ende</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/magnified_beat.py"/>
        <source>P on</source>
        <translation>P-Beginn</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PAC couplets</source>
        <translation>SVES-Couplets</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PAC runs</source>
        <translation>SVES-Salven</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>PACs</source>
        <translation>SVES</translation>
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
        <translation>PQ</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PVC couplets</source>
        <translation>VES-Couplets</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>PVC runs</source>
        <translation>VES-Salven</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>PVCs</source>
        <translation>VES</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>Page / {seconds} s</source>
        <translation>Seite / {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Page back</source>
        <translation>Seite zurück</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Page forward</source>
        <translation>Seite vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>Page {n} of {all}</source>
        <translation>Seite {n} von {all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Panels on or off</source>
        <translation>Felder ein oder aus</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Paper 10 % faster</source>
        <translation>Vorschub 10 % schneller</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Paper 10 % slower</source>
        <translation>Vorschub 10 % langsamer</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Paper speed ([ and ])</source>
        <translation>Vorschub ([ und ])</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Paper speed, mm/s</source>
        <translation>Vorschub, mm/s</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/blind_spots.py"/>
        <source>Partly blind: gradients miss what the model measures of each beat, such as how early it comes.</source>
        <translation>Teilweise blind: Gradienten erfassen nicht, was das Modell an jedem Schlag misst, etwa wie früh er kommt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/blind_spots.py"/>
        <source>Partly blind: what the model decides by measured values has no place in time; it is spread evenly over the trace.</source>
        <translation>Teilweise blind: Was das Modell nach Messwerten entscheidet, hat keinen Ort in der Zeit; es ist gleichmäßig über die Kurve verteilt.</translation>
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
        <translation>Pausen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Pen</source>
        <translation>Strichstärke</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Pin the caliper and draw another</source>
        <translation>Messzirkel anheften, weiteren ziehen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Play faster; at last page by page</source>
        <translation>Schneller abspielen; zuletzt seitenweise</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/player.py"/>
        <source>Playing, {pace}. Space pauses; P is faster, Shift+P slower.</source>
        <translation>Wiedergabe, {pace}. Leertaste hält an; P schneller, Umschalt+P langsamer.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Poor signal</source>
        <translation>Schlechtes Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>Possible limb-lead reversal: {swap}</source>
        <translation>Mögliche Vertauschung der Extremitätenableitungen: {swap}</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Premature atrial contraction</source>
        <translation>Vorhofextrasystole (SVES)</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Premature ventricular contraction</source>
        <translation>Kammerextrasystole (VES)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Preset: {name}</source>
        <translation>Vorgabe: {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous beat of the scan</source>
        <translation>Vorheriger Schlag des Scans</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous bookmark</source>
        <translation>Vorheriges Lesezeichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous finding</source>
        <translation>Vorheriger Befund</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous lead for the rhythm strip</source>
        <translation>Vorherige Ableitung als Rhythmusstreifen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous record of the folder</source>
        <translation>Vorherige Aufzeichnung des Ordners</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Previous unreviewed record</source>
        <translation>Vorherige unbefundete Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>Print at 100 %: a millimetre is one.</source>
        <translation>Drucken Sie mit 100 %: Dann ist ein Millimeter ein Millimeter.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Print the Holter summary</source>
        <translation>Langzeit-EKG drucken</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Print the Holter summary…</source>
        <translation>Langzeit-EKG drucken …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Print the report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Print the report…</source>
        <translation>Bericht drucken …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Put tools away, undo erasing, stop work</source>
        <translation>Werkzeug, Radieren oder Arbeit beenden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>QRS axis</source>
        <translation>QRS-Achse</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_rate.py"/>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>Rate</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Rate (Hz)</source>
        <translation>Abtastrate (Hz)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Read this file differently…</source>
        <translation>Diese Datei anders lesen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Read-only file system</source>
        <translation>Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Reader {letter}</source>
        <translation>Befunder {letter}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Reader ≠ model</source>
        <translation>Befunder ≠ Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Readers</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Readers with one another: {readers}</source>
        <translation>Befunder untereinander: {readers}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Readers with the model {model}</source>
        <translation>Befunder gegen das Modell {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>Reading headers: {done} of {n_all}</source>
        <translation>Header werden gelesen: {done} von {n_all}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Reading {record}</source>
        <translation>{record} wird gelesen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <source>Record</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Record flagged</source>
        <translation>Aufzeichnung vorgemerkt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Records</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <source>Records of the folder</source>
        <translation>Aufzeichnungen des Ordners</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_table.py"/>
        <source>Records of the worklist</source>
        <translation>Aufzeichnungen der Arbeitsliste</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Redo it</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Reference is wrong</source>
        <translation>Referenz ist falsch</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Reference labels</source>
        <translation>Referenzklassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>Reference labels from a CSV</source>
        <translation>Referenzklassen aus CSV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Reference labels from a CSV…</source>
        <translation>Referenzklassen aus CSV …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Region from {start} to {stop}</source>
        <translation>Bereich von {start} bis {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Region from {start} to {stop}: {name}</source>
        <translation>Bereich von {start} bis {stop}: {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Region removed</source>
        <translation>Bereich entfernt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>Regions of the record</source>
        <translation>Bereiche der Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Remembered for files like this in its folder.</source>
        <translation>Wird für solche Dateien in diesem Ordner gemerkt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Remembered for records with these leads.</source>
        <translation>Wird für Aufzeichnungen mit diesen Ableitungen gemerkt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Remembered for tables with these columns.</source>
        <translation>Wird für Tabellen mit diesen Spalten gemerkt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Remove the chosen region, or a caliper</source>
        <translation>Bereich oder Messzirkel entfernen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Reopen the last record at its place</source>
        <translation>Letzte Aufzeichnung wieder öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/session_note.py"/>
        <source>Reopen {record} at {time}</source>
        <translation>{record} bei {time} wieder öffnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Replace them?</source>
        <translation>Ersetzen?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>Report and pictures</source>
        <translation>Bericht und Bilder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>Report of {day}</source>
        <translation>Bericht vom {day}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Research use only. Not a medical device.</source>
        <translation>Nur für Forschungszwecke. Kein Medizinprodukt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Review</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Review files (*.ecgreview);;All files (*)</source>
        <translation>Befundungsdateien (*.ecgreview);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Reviewed</source>
        <translation>Befundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Reviewed (V)</source>
        <translation>Befundet (V)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Reviewed ✓</source>
        <translation>Befundet ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Reviewed, on to the next unreviewed record (V)</source>
        <translation>Befundet, weiter zur nächsten unbefundeten Aufzeichnung (V)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Reviewed.</source>
        <translation>Befundet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Reviewed; on to the next unreviewed record</source>
        <translation>Befundet; zur nächsten unbefundeten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Reviewing as {reader}…</source>
        <translation>Befundung durch {reader} …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Reviews are kept in {file} now.</source>
        <translation>Befundungen werden jetzt in {file} gespeichert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Right after</source>
        <translation>Nachher richtig</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Right before</source>
        <translation>Vorher richtig</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>Right bundle branch block</source>
        <translation>Rechtsschenkelblock</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>SHAP by lead</source>
        <translation>SHAP je Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/method_names.py"/>
        <source>SHAP by lead (gradient)</source>
        <translation>SHAP je Ableitung (Gradient)</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>ST depression</source>
        <translation>ST-Senkung</translation>
    </message>
    <message>
        <location filename="resources/classes.csv"/>
        <source>ST elevation</source>
        <translation>ST-Hebung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>ST in mV from PQ; no limits without an adult's age and sex.</source>
        <translation>ST in mV gegen PQ; ohne Alter und Geschlecht eines Erwachsenen keine Grenzwerte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>ST in mV from PQ; ↑ from +0.10 (V2, V3 +{high_mv}), ↓ from −0.05.</source>
        <translation>ST in mV gegen PQ; ↑ ab +0.10 (V2, V3 +{high_mv}), ↓ ab −0.05.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/st_table.py"/>
        <source>ST levels</source>
        <translation>ST-Strecken</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>ST, mV from PQ</source>
        <translation>ST, mV gegen PQ</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>SYNTHETIC</source>
        <translation>SYNTHETISCH</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>SYNTHETIC: made by a program</source>
        <translation>SYNTHETISCH: von einem Programm erzeugt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>SYNTHETIC: made by a program.</source>
        <translation>SYNTHETISCH: von einem Programm erzeugt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Said again: {what}</source>
        <translation>Erneut angegeben: {what}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Said again: {what}.</source>
        <translation>Erneut angegeben: {what}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Said to be there</source>
        <translation>Als vorhanden angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>Saliency in the right place ({method}): {answer}</source>
        <translation>Einfärbung richtig ({method}): {answer}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>Saliency in the right place?</source>
        <translation>Einfärbung richtig?</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Saliency misplaced</source>
        <translation>Einfärbung falsch</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Save the picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Save the report as PDF</source>
        <translation>Bericht als PDF speichern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Save the report as PDF…</source>
        <translation>Bericht als PDF speichern …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Save the summary</source>
        <translation>Übersicht speichern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Saved as {file} ✓</source>
        <translation>Gespeichert als {file} ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>Save…</source>
        <translation>Speichern …</translation>
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
        <translation>Aufzeichnung Schlag für Schlag scannen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Scan, beat by beat</source>
        <translation>Scan, Schlag für Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Scanning {record}</source>
        <translation>{record} wird gescannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Scanning…</source>
        <translation>Scan läuft …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Scroll both together, or apart (Ctrl+F2)</source>
        <translation>Gemeinsam oder getrennt blättern (Strg+F2)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Scroll compared pages together or apart</source>
        <translation>Seiten gemeinsam oder getrennt blättern</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Scrolled apart</source>
        <translation>Getrennt geblättert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Scrolled together</source>
        <translation>Gemeinsam geblättert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Search records and classes…</source>
        <translation>Aufzeichnungen und Klassen suchen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Search the file list</source>
        <translation>Dateiliste durchsuchen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <source>Search the manual</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Search the worklist</source>
        <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <source>Search…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>Section {number} is damaged and was left out: {error}.</source>
        <translation>Abschnitt {number} ist beschädigt und wurde weggelassen: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>Section {number} lies outside the file and was left out.</source>
        <translation>Abschnitt {number} liegt außerhalb der Datei und wurde weggelassen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>Sections that cannot be read here: {listed}.</source>
        <translation>Abschnitte, die hier nicht gelesen werden können: {listed}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>Sections with a wrong checksum, which may be damaged: {damaged}.</source>
        <translation>Abschnitte mit falscher Prüfsumme, die beschädigt sein können: {damaged}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>See the demo</source>
        <translation>Demo ansehen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Settled: {settled}; still disputed: {disputed}.</source>
        <translation>Entschieden: {settled}; noch strittig: {disputed}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erase_band.py"/>
        <source>Shift: {lead} alone</source>
        <translation>Umschalt: nur {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Show annotations of the file</source>
        <translation>Annotationen der Datei zeigen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Show the model's classes of beats</source>
        <translation>Schlagklassen des Modells zeigen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Show what is not reviewed yet</source>
        <translation>Noch nicht Befundetes zeigen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Show where model and reference differ</source>
        <translation>Zeigen, wo Modell und Referenz abweichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>Shown is {name}; also there: {names}.</source>
        <translation>Gezeigt wird {name}; außerdem vorhanden: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Signal quality</source>
        <translation>Signalqualität</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>Single PACs</source>
        <translation>Einzelne SVES</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <source>Single PVCs</source>
        <translation>Einzelne VES</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="resources/classes.csv"/>
        <source>Sinus bradycardia</source>
        <translation>Sinusbradykardie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Slower paper</source>
        <translation>Langsamerer Vorschub</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Smaller amplitude</source>
        <translation>Kleinere Amplitude</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>So far, up to {time}: {places}</source>
        <translation>Bisher, bis {time}: {places}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/player.py"/>
        <source>Space plays at {pace}.</source>
        <translation>Leertaste spielt ab: {pace}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Space ticks a lead. Drag it, or move it by Ctrl+Up and Ctrl+Down.</source>
        <translation>Leertaste hakt an. Ziehen, Strg+Hoch und Strg+Herunter verschieben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Stale file handle</source>
        <translation>Verbindung zur Datei ist abgerissen</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>State what you see first: 1–9, or {key} again if nothing.</source>
        <translation>Geben Sie zuerst an, was Sie sehen: 1–9, oder nochmals {key}, wenn nichts.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/worklist_order.py"/>
        <source>Stated</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Stated in the file</source>
        <translation>In der Datei angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Statements, regions, beats and records, for a spreadsheet or R.</source>
        <translation>Angaben, Bereiche, Schläge und Aufzeichnungen, für Tabellenkalkulation oder R.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>Steps of the review</source>
        <translation>Schritte der Befundung</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>Steps that were put aside cannot be read; they stay in {path}.</source>
        <translation>Beiseitegelegte Schritte sind nicht lesbar; sie bleiben in {path}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/message_line.py"/>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_panel.py"/>
        <source>Stop here; the estimate stays</source>
        <translation>Hier anhalten; die Schätzung bleibt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>Stopped, up to {time}: {places}</source>
        <translation>Angehalten, bis {time}: {places}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stopping.py"/>
        <source>Stopped. F5 analyses again.</source>
        <translation>Angehalten. F5 analysiert erneut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stopping.py"/>
        <source>Stopped. S scans the record anew.</source>
        <translation>Angehalten. S scannt die Aufzeichnung erneut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Stopped; files that were written until then are complete.</source>
        <translation>Angehalten; bis dahin geschriebene Dateien sind vollständig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>Stopped; what is analysed is kept, and can be gone on with.</source>
        <translation>Angehalten; was analysiert ist, bleibt erhalten und lässt sich fortsetzen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Strength of the colour</source>
        <translation>Stärke der Farbe</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Strongest {place} in {lead}: {times} × the average of the span.</source>
        <translation>Am stärksten {place} in {lead}: das {times}-Fache des Durchschnitts der Spanne.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Strongest {place}: {times} × the average of the span.</source>
        <translation>Am stärksten {place}: das {times}-Fache des Durchschnitts der Spanne.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/state.py"/>
        <source>Superposed</source>
        <translation>Überlagert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_panel.py"/>
        <source>Superposed or magnified beats</source>
        <translation>Überlagerte oder vergrößerte Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_findings.py"/>
        <location filename="resources/classes.csv"/>
        <source>Supraventricular tachyarrhythmia</source>
        <translation>Supraventrikuläre Tachyarrhythmie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Swap the compared pages</source>
        <translation>Verglichene Seiten vertauschen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>Swap the pages above and below (Shift+F2)</source>
        <translation>Obere und untere Seite vertauschen (Umschalt+F2)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>Synthetic: made by a program.</source>
        <translation>Synthetisch: von einem Programm erzeugt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/magnified_beat.py"/>
        <source>T end</source>
        <translation>T-Ende</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_parts.py"/>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Tables (CSV)</source>
        <translation>Tabellen (CSV)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Take back all classes</source>
        <translation>Alle Klassen zurücknehmen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Take back what is said of the chosen class</source>
        <translation>Angabe zur gewählten Klasse zurück</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Taking over answers</source>
        <translation>Antworten werden übernommen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Ten</source>
        <translation>zehn</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Testing the colouring of {record}</source>
        <translation>Färbung von {record} wird geprüft</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The GPU cannot run the model {card}: {error}</source>
        <translation>Die GPU kann das Modell {card} nicht ausführen: {error}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The GPU cannot run this model, so the CPU is used.</source>
        <translation>Die GPU kann dieses Modell nicht ausführen, daher wird die CPU benutzt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>The Holter summary is printed.</source>
        <translation>Die Langzeit-EKG-Übersicht wird gedruckt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>The agreement is copied.</source>
        <translation>Die Übereinstimmung ist kopiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotations.py"/>
        <source>The annotations in {suffix} cannot be read: {error}.</source>
        <translation>Die Annotationen in {suffix} können nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>The beats of the page are explained once they are judged.</source>
        <translation>Die Schläge der Seite werden erklärt, sobald sie beurteilt sind.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>The beats of this page</source>
        <translation>Die Schläge dieser Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>The bookmark at {time} is as it was.</source>
        <translation>Das Lesezeichen bei {time} ist wieder, wie es war.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>The bookmark at {time} is gone.</source>
        <translation>Das Lesezeichen bei {time} ist gelöscht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarking.py"/>
        <source>The bookmark at {time} is gone. Ctrl+Z brings it back.</source>
        <translation>Das Lesezeichen bei {time} ist gelöscht. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmark is not kept: {folder} cannot be written</source>
        <translation>Das Lesezeichen wurde nicht gespeichert: {folder} ist nicht beschreibbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmarks of this record cannot be read: {path} cannot be opened.</source>
        <translation>Die Lesezeichen dieser Aufzeichnung sind nicht lesbar: {path} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmarks of this record could not be understood</source>
        <translation>Die Lesezeichen dieser Aufzeichnung waren unverständlich</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>The bookmarks of this record could not be understood: {path} is broken.</source>
        <translation>Die Lesezeichen dieser Aufzeichnung waren unverständlich: {path} ist defekt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>The checksum of the header is wrong: what it says may be damaged.</source>
        <translation>Die Prüfsumme des Headers ist falsch: Seine Angaben können beschädigt sein.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>The checksum of the record is wrong: what it says may be damaged.</source>
        <translation>Die Prüfsumme der Aufzeichnung ist falsch: Ihre Angaben können beschädigt sein.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>The colours are off. O brings them back.</source>
        <translation>Die Farben sind aus. O holt sie zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>The device's usual beats are damaged and left out.</source>
        <translation>Die üblichen Schläge des Geräts sind beschädigt und weggelassen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>The disk that holds {file} is full. Free some space on it.</source>
        <translation>Der Datenträger mit {file} ist voll. Schaffen Sie Platz darauf.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The explanation is not of {opened}: it reaches beyond that record's end.</source>
        <translation>Die Erklärung gehört nicht zu {opened}: Sie reicht über das Ende dieser Aufzeichnung hinaus.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The file gives no gain for some leads, so their millivolts are a guess.</source>
        <translation>Die Datei nennt für einige Ableitungen keine Verstärkung, daher sind deren Millivolt geraten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The file gives no resolution: its units are shown as if each were 1 µV.</source>
        <translation>Die Datei gibt keine Auflösung an: Ihre Einheiten sind gezeigt, als wäre jede 1 µV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <source>The file holds no rhythm, but this: {shown}.</source>
        <translation>Die Datei enthält keinen Rhythmus, sondern dies: {shown}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>The file holds {n_described} recordings; also there: {recordings}. The number behind the file's name opens one.</source>
        <translation>Die Datei enthält {n_described} Aufzeichnungen; außerdem vorhanden: {recordings}. Die Nummer hinter dem Dateinamen öffnet eine davon.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>The file holds {n_samples} samples of at least {told}: it was cut short, copy it again.</source>
        <translation>Die Datei enthält {n_samples} Abtastwerte von mindestens {told}: Sie ist abgeschnitten, kopieren Sie sie neu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>The file holds {there} bytes of {told}: it was cut short, copy it again.</source>
        <translation>Die Datei enthält {there} Bytes von {told}: Sie ist abgeschnitten, kopieren Sie sie neu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>The file is cut short: it holds {whole} of {said} data records.</source>
        <translation>Die Datei ist abgeschnitten: Sie enthält {whole} von {said} Datensätzen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>The file is of version {version}, not known yet.</source>
        <translation>Die Datei hat die Version {version}, die noch nicht bekannt ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The file names leads that it does not hold: {names}.</source>
        <translation>Die Datei nennt Ableitungen, die sie nicht enthält: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_annotations.py"/>
        <source>The file of annotations is damaged or cannot be read: they are left out.</source>
        <translation>Die Datei der Annotationen ist beschädigt oder kann nicht gelesen werden: Sie sind weggelassen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>The file tells no amplitude: one unit is taken as 1 µV, which may be wrong.</source>
        <translation>Die Datei gibt keine Amplitude an: Eine Einheit gilt als 1 µV, was falsch sein kann.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>The first rows of the table</source>
        <translation>Die ersten Zeilen der Tabelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/trial_sheet.py"/>
        <source>The first seconds, as they would be read</source>
        <translation>Die ersten Sekunden, wie sie gelesen würden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>The folder</source>
        <translation>Der Ordner</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/archive_walk.py"/>
        <source>The folder {folder} cannot be read: {reason}.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>The header does not give the length: it is taken from the file's size.</source>
        <translation>Der Header gibt die Länge nicht an: Sie folgt aus der Größe der Datei.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>The header gives a start that is no date and time: {told}.</source>
        <translation>Der Header nennt als Beginn kein Datum mit Uhrzeit: {told}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>The header gives a wrong length of itself, which is not used.</source>
        <translation>Der Header gibt seine eigene Länge falsch an; sie wird nicht verwendet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>The header tells of {told} samples, but each lead has {n_samples}.</source>
        <translation>Der Header nennt {told} Abtastwerte, aber jede Ableitung hat {n_samples}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/menus.py"/>
        <source>The language takes effect at the next start.</source>
        <translation>Die Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The last {seconds} s hold the recorder's calibration pulse, 1 mV in every lead, and no ECG: they are left out.</source>
        <translation>Die letzten {seconds} s enthalten den Eichimpuls des Geräts, 1 mV in jeder Ableitung, und kein EKG: Sie sind weggelassen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>The leads could not be weighed; see the line below.</source>
        <translation>Die Ableitungen konnten nicht gewichtet werden; siehe die Zeile unten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The leads of {path} begin at different times, which is not read: export them side by side.</source>
        <translation>Die Ableitungen von {path} beginnen zu verschiedenen Zeiten, was nicht gelesen wird: Exportieren Sie sie nebeneinander.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>The leads of {path} begin so far apart that they are damaged or a trap.</source>
        <translation>Die Ableitungen von {path} beginnen so weit auseinander, dass sie beschädigt oder eine Falle sind.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>The list is analysed.</source>
        <translation>Die Liste ist analysiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>The list is analysed; 1 record cannot be judged (see Filter).</source>
        <translation>Die Liste ist analysiert; 1 Aufzeichnung ist nicht beurteilbar (siehe Filter).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_analysing.py"/>
        <source>The list is analysed; {n} records cannot be judged (see Filter).</source>
        <translation>Die Liste ist analysiert; {n} Aufzeichnungen sind nicht beurteilbar (siehe Filter).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>The map was not tried by erasing.</source>
        <translation>Die Karte wurde nicht durch Radieren geprüft.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>The map's own test: parts of the trace are replaced by straight lines and the model is asked again.
Elsewhere: regions of the same shape at other places, drawn at random.
Removing: the strongest parts are taken away; the lower the score falls, the better the map.
Keeping only: all else is taken away; the higher the score stays, the better.
Logits: the mean over 1 to 50 % removed or kept. A difference as small as chance makes it is no better.
Try it yourself: E, then drag; Shift+E erases the coloured part.</source>
        <translation>Prüfung der Karte: Teile der Kurve werden durch gerade Linien ersetzt, und das Modell wird erneut gefragt.
Anderswo: Bereiche gleicher Form an anderen, zufällig gezogenen Stellen.
Entfernen: Die stärksten Teile werden weggenommen; je tiefer der Score fällt, desto besser die Karte.
Nur behalten: Alles andere wird weggenommen; je höher der Score bleibt, desto besser.
Logits: Mittelwert über 1 bis 50 % entfernt oder behalten. Ein Unterschied so klein wie der Zufall macht sie nicht besser.
Probieren Sie es selbst: E, dann ziehen; Umschalt+E radiert das Eingefärbte aus.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>The matrix is square: its rows are taken as leads.</source>
        <translation>Die Matrix ist quadratisch: Ihre Zeilen gelten als Ableitungen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_panel.py"/>
        <source>The measured values are copied.</source>
        <translation>Die Messwerte sind kopiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>The middle {seconds} s: {beats}</source>
        <translation>Die mittleren {seconds} s: {beats}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>The model has not answered yet, so it cannot be asked again.</source>
        <translation>Das Modell hat noch nicht geantwortet und kann daher nicht erneut gefragt werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>The model is hidden until you have answered: R shows it.</source>
        <translation>Das Modell ist verborgen, bis Sie geantwortet haben: R zeigt es.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>The model is wrong because of: {reasons}</source>
        <translation>Das Modell irrt wegen: {reasons}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>The model is wrong because…</source>
        <translation>Das Modell irrt, weil …</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The model learnt lead II; {leads} was read in its place.</source>
        <translation>Das Modell hat Ableitung II gelernt; stattdessen wurde {leads} gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The model learnt lead II; {leads} were read in its place.</source>
        <translation>Das Modell hat Ableitung II gelernt; stattdessen wurden {leads} gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>The model suggests ({scores})</source>
        <translation>Das Modell schlägt vor ({scores})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>The model suggests no early beat, rhythm or pause.</source>
        <translation>Das Modell schlägt keinen vorzeitigen Schlag, keinen Rhythmus und keine Pause vor.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>The model suggests none of its classes.</source>
        <translation>Das Modell schlägt keine seiner Klassen vor.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>The model suggests {places}; J and K step through</source>
        <translation>Das Modell schlägt {places} vor (J und K)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/centre.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>The model suggests: {findings}</source>
        <translation>Das Modell schlägt vor: {findings}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>The model to compare with</source>
        <translation>Modell für den Vergleich</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>The model was refused: {card} is no name for one; letters, digits, _ and - make one.</source>
        <translation>Das Modell wurde abgelehnt: {card} ist kein Name dafür; erlaubt sind Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <source>The model {card} cannot be explained by "{method}"; it can by {fitting}.</source>
        <translation>Das Modell {card} lässt sich nicht mit „{method}“ erklären, sondern mit {fitting}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>The model {card} cannot judge the values of this window; are its units right?</source>
        <translation>Das Modell {card} kann die Werte dieses Fensters nicht beurteilen; stimmen die Einheiten?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/scan.py"/>
        <source>The model {card} does not tell the classes of single beats ({scan_labels}): name a single-lead model.</source>
        <translation>Das Modell {card} nennt keine Klassen einzelner Schläge ({scan_labels}): Nennen Sie ein Modell für eine Ableitung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/beat_looks.py"/>
        <source>The model {card} has no map of single beats by "{method}".</source>
        <translation>Das Modell {card} hat keine Karte einzelner Schläge mit „{method}“.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/beat_logits.py"/>
        <source>The model {card} judges whole recordings, not single beats: name a single-lead model.</source>
        <translation>Das Modell {card} beurteilt ganze Aufzeichnungen, nicht einzelne Schläge: Nennen Sie ein Modell für eine Ableitung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The model {card} offers no explanation.</source>
        <translation>Das Modell {card} bietet keine Erklärung an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>The model {card} reads one lead, so there are no leads to weigh.</source>
        <translation>Das Modell {card} liest eine Ableitung, daher gibt es keine Ableitungen zu gewichten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The model {card} was refused: a card is expected that {wanted}.</source>
        <translation>Das Modell {card} wurde abgelehnt; seine Karte erfüllt nicht: {wanted}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/probe.py"/>
        <source>The model {card} was refused: it does not give the answer stored on its card; install it again.</source>
        <translation>Das Modell {card} wurde abgelehnt: Es gibt nicht die Antwort, die auf seiner Karte steht; installieren Sie es neu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/probe.py"/>
        <source>The model {card} was refused: its card has {n_labels} labels, its net {n_found}.</source>
        <translation>Das Modell {card} wurde abgelehnt: Seine Karte hat {n_labels} Klassen, sein Netz {n_found}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>The model {card} was refused: one that ships with ecgviewer has that name; give it another on its card.</source>
        <translation>Das Modell {card} wurde abgelehnt: Ein mit ecgviewer geliefertes heißt schon so; geben Sie ihm auf seiner Karte einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>The model {card} {told}.</source>
        <translation>Das Modell {card} {told}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The model {folder} has no {card_file}, so nothing is known of it.</source>
        <translation>Das Modell {folder} hat keine {card_file}, daher ist nichts darüber bekannt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>The model {model} by the settled truth</source>
        <translation>Das Modell {model} am geklärten Befund gemessen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/model_adding.py"/>
        <source>The model {model} is checked and added; it stands in the menu under Model.</source>
        <translation>Das Modell {model} ist geprüft und hinzugefügt; es steht im Menü unter Modell.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The model {model} is not installed, so bundle branch blocks are told less well.</source>
        <translation>Das Modell {model} ist nicht installiert, daher werden Schenkelblöcke schlechter erkannt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>The model {model} judges single beats: choose another one to analyse a list.</source>
        <translation>Das Modell {model} beurteilt einzelne Schläge: Wählen Sie ein anderes, um eine Liste zu analysieren.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The model {name} is not installed: put its folder into {model_folders}.</source>
        <translation>Das Modell {name} ist nicht installiert: Legen Sie seinen Ordner nach {model_folders}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/library.py"/>
        <source>The model {other} does not tell bundle branch blocks of single beats.</source>
        <translation>Das Modell {other} erkennt keine Schenkelblöcke einzelner Schläge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/card.py"/>
        <source>The model {self} has never learnt {label}.</source>
        <translation>Das Modell {self} hat {label} nie gelernt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/card.py"/>
        <source>The model {self} has no label "{label}"; it has {judged}.</source>
        <translation>Das Modell {self} hat keine Klasse „{label}“; vorhanden: {judged}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>The model's answer is shown at once.</source>
        <translation>Die Antwort des Modells wird sofort gezeigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>The model's findings, the surest first</source>
        <translation>Die Befunde des Modells, die sichersten zuerst</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/archive_walk.py"/>
        <source>The name {path} is not in UTF-8, so nothing can be noted about it; rename it.</source>
        <translation>Der Name {path} ist nicht in UTF-8, daher lässt sich nichts über ihn festhalten; bitte umbenennen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/nets/build.py"/>
        <source>The net "{name}" does not take the options {options}.</source>
        <translation>Das Netz „{name}“ kennt die Optionen {options} nicht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/probe.py"/>
        <source>The net of the model {card} cannot take {n_leads} leads of {n_samples} samples on the {device_name}.</source>
        <translation>Das Netz des Modells {card} kann {n_leads} Ableitungen mit {n_samples} Abtastwerten nicht verarbeiten ({device_name}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>The normal beats beside them stay plain.</source>
        <translation>Die normalen Schläge daneben bleiben ungefärbt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/background.py"/>
        <source>The normal records hold too little signal to make ordinary ones like them.</source>
        <translation>Die normalen Aufzeichnungen enthalten zu wenig Signal, um ähnliche daraus zu machen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reviewing.py"/>
        <source>The note on {record} waits for your name.</source>
        <translation>Die Notiz zu {record} wartet auf Ihren Namen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>The open record</source>
        <translation>Die offene Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The packed signal in {path} is damaged: {error}.</source>
        <translation>Das gepackte Signal in {path} ist beschädigt: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The page cannot be drawn at {value} {unit}: choose from {smallest_scale} to {largest_scale}.</source>
        <translation>Die Seite kann nicht mit {value} {unit} gezeichnet werden: wählen Sie {smallest_scale} bis {largest_scale}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The page cannot be drawn: {error}.</source>
        <translation>Die Seite lässt sich nicht zeichnen: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>The page cannot begin at {start_s} s.</source>
        <translation>Die Seite kann nicht bei {start_s} s beginnen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>The paper keeps true scale on this screen: true scale ✓.</source>
        <translation>Das Papier ist auf diesem Bildschirm maßstäblich: maßstäblich ✓.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>The picture is copied.</source>
        <translation>Das Bild ist kopiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>The plug-in {name} of the package {package} gives no map of the model {card}: {fault}; ask whoever made it.</source>
        <translation>Das Plug-in {name} des Pakets {package} liefert keine Karte des Modells {card}: {fault}; fragen Sie, wer es gemacht hat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/plugin_calls.py"/>
        <source>The plug-in {plugin} of the package {package} fails over {name}: {reason}.</source>
        <translation>Das Plug-in {plugin} des Pakets {package} scheitert an {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/reader.py"/>
        <source>The plug-in {plugin} of the package {package} gives no record of {path}; ask whoever made it.</source>
        <translation>Das Plug-in {plugin} des Pakets {package} liefert keine Aufzeichnung von {path}; fragen Sie, wer es gemacht hat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>The probability of the surest finding</source>
        <translation>Die Wahrscheinlichkeit des sichersten Befundes</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>The record is of SCP-ECG version {version_text}, whose short ECG is read as in version 2.</source>
        <translation>Die Aufzeichnung hat die SCP-ECG-Version {version_text}, deren kurzes EKG wie in Version 2 gelesen wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>The record is then {duration} long.</source>
        <translation>Die Aufzeichnung ist dann {duration} lang.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_dialog.py"/>
        <source>The record's name ({record}), its file, the date of recording and the file's comments. Without them it has a pseudonym. Asked for each report anew.</source>
        <translation>Der Name der Aufzeichnung ({record}), ihre Datei, das Datum der Aufzeichnung und die Kommentare der Datei. Ohne sie trägt sie ein Pseudonym. Wird für jeden Bericht neu gefragt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>The record's name below the opened folder</source>
        <translation>Der Name der Aufzeichnung unter dem geöffneten Ordner</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>The recording has {gaps}: there is no signal there.</source>
        <translation>Die Aufzeichnung hat {gaps}: Dort gibt es kein Signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>The records' own labels</source>
        <translation>Die eigenen Klassen der Aufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>The reference beat of {path} holds no sample.</source>
        <translation>Der Referenzschlag von {path} enthält keinen Abtastwert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>The region is removed. Ctrl+Z brings it back.</source>
        <translation>Der Bereich ist entfernt. Strg+Z holt ihn zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>The report is printed.</source>
        <translation>Der Bericht wird gedruckt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>The review file is damaged: some of its rows point nowhere.</source>
        <translation>Die Befundungsdatei ist beschädigt: Einige Zeilen verweisen ins Leere.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>The same, before the model was shown</source>
        <translation>Dasselbe, bevor das Modell gezeigt wurde</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>The same, before {model} was shown</source>
        <translation>Dasselbe, bevor {model} gezeigt wurde</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>The samples cannot be read.</source>
        <translation>Die Abtastwerte sind nicht lesbar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} after this place so far.</source>
        <translation>Der Scan hat bisher keinen {finding} nach dieser Stelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} after this place.</source>
        <translation>Der Scan hat keinen {finding} nach dieser Stelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} before this place so far.</source>
        <translation>Der Scan hat bisher keinen {finding} vor dieser Stelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>The scan has no {finding} before this place.</source>
        <translation>Der Scan hat keinen {finding} vor dieser Stelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which are poor on this page: {faults}. Do not lean on its beats here.</source>
        <translation>Der Scan liest {leads}, auf dieser Seite schlecht: {faults}. Verlassen Sie sich hier nicht auf seine Schläge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which are poor: {faults}. Do not lean on its beats.</source>
        <translation>Der Scan liest {leads}, die schlecht sind: {faults}. Verlassen Sie sich nicht auf seine Schläge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which is poor on this page: {faults}. Do not lean on its beats here.</source>
        <translation>Der Scan liest {leads}, auf dieser Seite schlecht: {faults}. Verlassen Sie sich hier nicht auf seine Schläge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The scan reads {leads}, which is poor: {faults}. Do not lean on its beats.</source>
        <translation>Der Scan liest {leads}, die schlecht ist: {faults}. Verlassen Sie sich nicht auf seine Schläge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>The screen then has {dpi} pixels an inch.</source>
        <translation>Der Bildschirm hat dann {dpi} Pixel je Zoll.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>The screen's own report is used again: true scale ≈.</source>
        <translation>Die Angabe des Bildschirms gilt wieder: maßstäblich ≈.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>The signal of {what} in {path} is damaged: it is not Base64.</source>
        <translation>Das Signal von {what} in {path} ist beschädigt: Es ist kein Base64.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The signal quality is not acceptable ({score})</source>
        <translation>Die Signalqualität ist unzureichend ({score})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>The signal quality is poor</source>
        <translation>Die Signalqualität ist schlecht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>The surest beat: {sentence}</source>
        <translation>Der sicherste Schlag: {sentence}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>The usual beats in {path} have no samples or no rate.</source>
        <translation>Die üblichen Schläge in {path} haben keine Abtastwerte oder keine Abtastrate.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>The weights of the model {card} are not those that its card describes; install it again.</source>
        <translation>Die Gewichte des Modells {card} sind nicht die, die seine Karte beschreibt; installieren Sie es neu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>The weights of the model {card} cannot be read.</source>
        <translation>Die Gewichte des Modells {card} sind nicht lesbar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/weights_file.py"/>
        <source>The weights of the model {card} do not fit its net "{net}".</source>
        <translation>Die Gewichte des Modells {card} passen nicht zu seinem Netz „{net}“.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>The whole record is back.</source>
        <translation>Die ganze Aufzeichnung ist zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/background.py"/>
        <source>The {background_file} of the model {path} cannot be read: {error}.</source>
        <translation>Die {background_file} des Modells {path} ist nicht lesbar: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/background.py"/>
        <source>The {background_file} of the model {path} holds {shape} values; records of {shape_2} leads by {shape_3} samples are expected.</source>
        <translation>Die {background_file} des Modells {path} enthält {shape} Werte; erwartet werden Aufzeichnungen mit {shape_2} Ableitungen zu {shape_3} Abtastwerten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} cannot be read: {error}.</source>
        <translation>Die {card_file} des Modells {folder} ist nicht lesbar: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} is not of version {format_version}; a newer ecgviewer may read it.</source>
        <translation>Die {card_file} des Modells {folder} hat nicht die Version {format_version}; ein neueres ecgviewer kann sie vielleicht lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} is wrong: {error}.</source>
        <translation>Die {card_file} des Modells {folder} ist fehlerhaft: {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/card_file.py"/>
        <source>The {card_file} of the model {folder} lacks {error}.</source>
        <translation>In der {card_file} des Modells {folder} fehlt {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/familiar_file.py"/>
        <source>The {familiar_file} of the model {card} cannot be read; `ecgviewer familiarity` makes a new one.</source>
        <translation>Die {familiar_file} des Modells {card} ist nicht lesbar; `ecgviewer familiarity` erzeugt eine neue.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/familiar_file.py"/>
        <source>The {familiar_file} of the model {card} was made for other weights; `ecgviewer familiarity` makes a new one.</source>
        <translation>Die {familiar_file} des Modells {card} gehört zu anderen Gewichten; `ecgviewer familiarity` erzeugt eine neue.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>The {what} goes from {low} to {high}; {given} is beyond.</source>
        <translation>{what}: von {low} bis {high}; {given} liegt außerhalb.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/lead_choice.py"/>
        <source>There is no lead {lead} to show; there are {leads}.</source>
        <translation>Es gibt keine Ableitung {lead} zum Zeigen; es gibt {leads}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>There is no number in the first rows of the first lead.</source>
        <translation>In den ersten Zeilen der ersten Ableitung steht keine Zahl.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>There is no such beat.</source>
        <translation>Einen solchen Schlag gibt es nicht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>There is nothing to explain from {start} to {stop} s: {record} is {duration_s} s long.</source>
        <translation>Von {start} bis {stop} s gibt es nichts zu erklären: {record} ist {duration_s} s lang.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/undoing.py"/>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/undoing.py"/>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>These leads end too early: {names}.</source>
        <translation>Diese Ableitungen enden zu früh: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/files_panel.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>This folder is not listed yet.</source>
        <translation>Dieser Ordner ist noch nicht aufgelistet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>This is the only disputed record.</source>
        <translation>Dies ist die einzige strittige Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>This lead has no signal here.</source>
        <translation>Diese Ableitung hat hier kein Signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <location filename="ecgviewer/signal/measured_span.py"/>
        <source>This record has no ECG lead.</source>
        <translation>Diese Aufzeichnung hat keine EKG-Ableitung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>This record, another time</source>
        <translation>Diese Aufzeichnung, andere Zeit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Those in the file list, as it is searched ({n})</source>
        <translation>Die der Dateiliste, wie sie durchsucht ist ({n})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Those in the worklist, as it is filtered ({n})</source>
        <translation>Die der Arbeitsliste, wie sie gefiltert ist ({n})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Three</source>
        <translation>drei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>Tick at least one lead.</source>
        <translation>Haken Sie mindestens eine Ableitung an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the Holter summary</source>
        <translation>Zur Langzeit-EKG-Übersicht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the bookmarks; Enter goes to one</source>
        <translation>Zu den Lesezeichen; Eingabe springt hin</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the chosen beat and its two maps</source>
        <translation>Zum gewählten Schlag und zwei Karten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the explanation</source>
        <translation>Zur Erklärung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the file list</source>
        <translation>Zur Dateiliste</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the findings</source>
        <translation>Zu den Befunden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the findings of the scan</source>
        <translation>Zu den Befunden des Scans</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the leads; Enter picks one</source>
        <translation>Zu den Ableitungen; Eingabe wählt eine</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the magnified beat and the ST levels</source>
        <translation>Zum vergrößerten Schlag und zu ST</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the measured intervals; arrows mark one</source>
        <translation>Zu den Intervallen; Pfeile markieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the median beat</source>
        <translation>Zum Medianschlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the paper; again, to the one below</source>
        <translation>Zum Papier; nochmals, zum unteren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the record's facts</source>
        <translation>Zu den Angaben der Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the review; Space states a class</source>
        <translation>Zur Befundung; Leertaste gibt an</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the superposed beats of a lead</source>
        <translation>Zu den überlagerten Schlägen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>To the worklist</source>
        <translation>Zur Arbeitsliste</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they add only {added} of the {wanted} logits that move the model's answer from its average {before} to {after} here.</source>
        <translation>Zusammen bringen sie nur {added} der {wanted} Logits, um die sich die Antwort des Modells hier von ihrem Durchschnitt {before} auf {after} bewegt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they add only {added} of the {wanted} logits that move the model's answer from its average {before} to {after}.</source>
        <translation>Zusammen bringen sie nur {added} der {wanted} Logits, um die sich die Antwort des Modells von ihrem Durchschnitt {before} auf {after} bewegt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they move the model's answer from its average {before} to {after} here.</source>
        <translation>Zusammen bewegen sie die Antwort des Modells hier von ihrem Durchschnitt {before} auf {after}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Together they move the model's answer from its average {before} to {after}.</source>
        <translation>Zusammen bewegen sie die Antwort des Modells von ihrem Durchschnitt {before} auf {after}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/error_words.py"/>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>Trained on {n} recordings: {collections}.</source>
        <translation>Trainiert mit {n} Aufzeichnungen: {collections}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>Truly there</source>
        <translation>Tatsächlich vorhanden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>Truth</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>Try again to save</source>
        <translation>Speichern erneut versuchen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>Two other nets see 2 s of {lead} alone</source>
        <translation>Zwei andere Netze sehen nur 2 s von {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Undo what was said, or a bookmark</source>
        <translation>Angabe/Lesezeichen rückgängig</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Undone: {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>Undone: {what}.</source>
        <translation>Rückgängig: {what}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Units per mV</source>
        <translation>Einheiten je mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Unlike the records this model learnt from ({share}).</source>
        <translation>Anders als die Aufzeichnungen, aus denen dieses Modell lernte ({share}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>Unlike the records this model learnt from ({share}): {reason}.</source>
        <translation>Anders als die Aufzeichnungen, aus denen dieses Modell lernte ({share}): {reason}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>Unreviewed</source>
        <translation>Unbefundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/stating_menu.py"/>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Unsure about the chosen class</source>
        <translation>Unsicher bei gewählter Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Use my own review file</source>
        <translation>Meine eigene Befundungsdatei benutzen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>Use the screen's own report</source>
        <translation>Angabe des Bildschirms benutzen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <source>Usual beat and ST levels</source>
        <translation>Üblicher Schlag und ST-Strecken</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Verdict</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Verdict of the reader</source>
        <translation>Beurteilung des Befunders</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Verdict: {reader}</source>
        <translation>Beurteilung: {reader}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>WFDB annotations</source>
        <translation>WFDB-Annotationen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Wanted: a rate and a gain above 0, and one lead name.</source>
        <translation>Nötig: Abtastrate und Verstärkung über 0 und ein Ableitungsname.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Wanted: a rate and a gain above 0, and {n} different lead names.</source>
        <translation>Nötig: Abtastrate und Verstärkung über 0 und {n} verschiedene Ableitungsnamen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>Wanted: at least one column that is a lead.</source>
        <translation>Nötig: mindestens eine Spalte, die eine Ableitung ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Weighed as soon as the model is free.</source>
        <translation>Wird gewichtet, sobald das Modell frei ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Weighing the leads of {record}</source>
        <translation>Ableitungen von {record} werden gewichtet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>Weighing the leads…</source>
        <translation>Ableitungen werden gewichtet …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>Weights SHA-256 {digest}</source>
        <translation>SHA-256 der Gewichte {digest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>What a model suggests is no diagnosis.</source>
        <translation>Was ein Modell vorschlägt, ist keine Diagnose.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>What is not saved cannot be put aside either: {folder} cannot be written</source>
        <translation>Nicht Gespeichertes lässt sich auch nicht beiseitelegen: {folder} ist nicht beschreibbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beats_panel.py"/>
        <source>What is shown of the beats</source>
        <translation>Was von den Schlägen gezeigt wird</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>What readers corrected, for ecgviewer train --reviews.</source>
        <translation>Was Befunder korrigiert haben, für ecgviewer train --reviews.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>What spoke for {finding}: {method}</source>
        <translation>Was für {finding} sprach: {method}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>What stands below</source>
        <translation>Was unten steht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>What the data set, the header or a table of yours states</source>
        <translation>Was der Datensatz, der Header oder Ihre Tabelle angibt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>What the readers say, class by class</source>
        <translation>Was die Befunder angeben, Klasse für Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>What was said</source>
        <translation>Was angegeben wurde</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>What was said of {record} is not saved: whose it is is not known.</source>
        <translation>Was zu {record} gesagt wurde, ist nicht gespeichert: Es ist nicht bekannt, von wem es ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>What you have stated</source>
        <translation>Was Sie angegeben haben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>What {column} is</source>
        <translation>Was {column} ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>Where the model looked in each beat: {method}</source>
        <translation>Wohin das Modell in jedem Schlag schaute: {method}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>Where the {net} looked</source>
        <translation>Blick des {net}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>Where {method} coloured the trace for this finding</source>
        <translation>Wo {method} die Kurve für diesen Befund einfärbte</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>Where, the surest first</source>
        <translation>Wo, die sichersten zuerst</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>Whether the model's findings are those of the reference</source>
        <translation>Ob die Befunde des Modells die der Referenz sind</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>Whether you have flagged the record</source>
        <translation>Ob Sie die Aufzeichnung vorgemerkt haben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_panel.py"/>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>Which beats</source>
        <translation>Welche Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Which records</source>
        <translation>Welche Aufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>Who reviews?</source>
        <translation>Wer befundet?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>Who reviews? Your name</source>
        <translation>Wer befundet? Ihr Name</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>Who reviews…</source>
        <translation>Wer befundet …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/shortcuts.py"/>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>With fewer than {n} records, every figure is a hint at best.</source>
        <translation>Bei weniger als {n} Aufzeichnungen ist jede Zahl bestenfalls ein Hinweis.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>Without samples, so not shown: {names}.</source>
        <translation>Ohne Abtastwerte, daher nicht gezeigt: {names}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>Without the strongest {share} %: {label} {score} → {rest} (below its threshold). Without {share} % elsewhere: {elsewhere}.</source>
        <translation>Ohne die stärksten {share} %: {label} {score} → {rest} (unter der Schwelle). Ohne {share} % anderswo: {elsewhere}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>Without the strongest {share} %: {label} {score} → {rest}. Without {share} % elsewhere: {elsewhere}.</source>
        <translation>Ohne die stärksten {share} %: {label} {score} → {rest}. Ohne {share} % anderswo: {elsewhere}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Without them records go by pseudonyms, readers by numbers, and paths and dates of recording are left out.</source>
        <translation>Ohne sie erscheinen Aufzeichnungen unter Pseudonymen und Befunder unter Nummern; Pfade und Aufzeichnungsdaten fehlen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>Without what is erased; pale bars: the whole record</source>
        <translation>Ohne das Ausradierte; blasse Balken: die ganze Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/panels.py"/>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Write on the chosen bookmark (B)</source>
        <translation>Gewähltes Lesezeichen beschriften (B)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>Write…</source>
        <translation>Beschriften …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/work_words.py"/>
        <source>Writing the report of {record}</source>
        <translation>Bericht zu {record} wird geschrieben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/review.py"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>You adjudicate: N goes to the next record on which readers differ.</source>
        <translation>Sie entscheiden strittige Befunde: N führt zur nächsten Aufzeichnung, bei der Befunder abweichen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>You have seen the model's answer here: from the next record on it is hidden.</source>
        <translation>Sie haben die Antwort des Modells hier gesehen: Ab der nächsten Aufzeichnung ist sie verborgen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>You review as a reader again.</source>
        <translation>Sie befunden wieder als Befunder.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>You: {classes}</source>
        <translation>Sie: {classes}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/blindness.py"/>
        <source>Your own answer is kept; what you change now is kept beside it.</source>
        <translation>Ihre eigene Antwort ist gespeichert; was Sie jetzt ändern, wird daneben gespeichert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/label_field.py"/>
        <source>a class, or nothing</source>
        <translation>eine Klasse oder nichts</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a clipped signal in {lead}</source>
        <translation>ein abgeschnittenes Signal in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a code stands for nothing</source>
        <translation>ein Code steht für nichts</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/region_editor.py"/>
        <source>a comment, or nothing</source>
        <translation>ein Kommentar oder nichts</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a flat line for a part of the time in {lead}</source>
        <translation>eine zeitweise Nulllinie in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead ends too early</source>
        <translation>eine Ableitung endet zu früh</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead has no beginning</source>
        <translation>eine Ableitung hat keinen Anfang</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead has no samples</source>
        <translation>eine Ableitung hat keine Abtastwerte</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead is longer than announced</source>
        <translation>eine Ableitung ist länger als angekündigt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>a lead leaves the range of 16 bits</source>
        <translation>eine Ableitung verlässt den Bereich von 16 Bit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>a page every {seconds} s</source>
        <translation>eine Seite alle {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a rate of {bpm} beats a minute: is it an ECG, and the sampling rate right?</source>
        <translation>eine Frequenz von {bpm} Schlägen pro Minute: Ist es ein EKG, und stimmt die Abtastrate?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>a rough estimate, stopped at {percent} %</source>
        <translation>eine grobe Schätzung, angehalten bei {percent} %</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>a signal</source>
        <translation>ein Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a strongly drifting baseline in most leads</source>
        <translation>eine stark schwankende Grundlinie in den meisten Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>a strongly drifting baseline in {lead}</source>
        <translation>eine stark schwankende Grundlinie in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>a word or two, or Enter</source>
        <translation>ein Wort oder zwei, oder Eingabe</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>acceptable ({score})</source>
        <translation>ausreichend ({score})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>adds up within {error}</source>
        <translation>Summe stimmt auf {error}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>adults</source>
        <translation>Erwachsene</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>adults {range}</source>
        <translation>Erwachsene {range}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>age unknown</source>
        <translation>Alter unbekannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>agrees with {model}</source>
        <translation>wie {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <location filename="ecgviewer/ui/region_tool.py"/>
        <source>all leads</source>
        <translation>alle Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>all leads look upside down</source>
        <translation>alle Ableitungen scheinen auf dem Kopf zu stehen</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>all of its cells lie outside the window</source>
        <translation>alle seine Zellen liegen außerhalb des Fensters</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all other</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all supraventricular</source>
        <translation>alle supraventrikulären</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all usual</source>
        <translation>alle üblichen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>all ventricular</source>
        <translation>alle ventrikulären</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>amplitude</source>
        <translation>Amplitude</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <location filename="ecgviewer/paper/laid_layout.py"/>
        <source>amplitude uncalibrated</source>
        <translation>Amplitude unkalibriert</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>amplitudes in mV</source>
        <translation>Amplituden in mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/lock.py"/>
        <source>another reader</source>
        <translation>einem anderen Befunder</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/silence.py"/>
        <source>any class</source>
        <translation>irgendeine Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>artefacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>artefacts of {mv} mV</source>
        <translation>Artefakte von {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>as a whole it is unlike the training records; nothing single stands out</source>
        <translation>insgesamt unähnlich den Trainingsaufzeichnungen; nichts Einzelnes sticht hervor</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>as it shall stand in reports</source>
        <translation>so, wie er in Berichten stehen soll</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>at R</source>
        <translation>bei R</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>bank card, {size}</source>
        <translation>Bankkarte, {size}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>baseline</source>
        <translation>Grundlinie</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>baseline wander</source>
        <translation>Grundlinienschwankung</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_reader.py"/>
        <source>beat</source>
        <translation>Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>beats that come very irregularly</source>
        <translation>sehr unregelmäßig kommende Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>beats that hardly resemble each other</source>
        <translation>einander kaum ähnliche Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>borderline</source>
        <translation>grenzwertig</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>bursts of noise of {mv} mV</source>
        <translation>Störimpulse von {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>by the file</source>
        <translation>laut Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>by their shape</source>
        <translation>nach ihrer Form</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/laid_beats.py"/>
        <source>by {model}</source>
        <translation>laut {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>byte offset</source>
        <translation>Byte-Versatz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>calibrated probabilities</source>
        <translation>kalibrierte Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>cannot be opened ({strerror})</source>
        <translation>sich nicht öffnen lässt ({strerror})</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>cannot be read or judged</source>
        <translation>nicht lesbar oder nicht beurteilbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>clipped</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>cut off at its limit for {percent} % of the time</source>
        <translation>während {percent} % der Zeit an der Grenze abgeschnitten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>de-identified</source>
        <translation>anonymisiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>dismissed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>each beat by its own class</source>
        <translation>jeder Schlag nach seiner eigenen Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/empty_sheet.py"/>
        <source>ecgviewer was not closed the last time (Ctrl+Shift+T)</source>
        <translation>ecgviewer wurde zuletzt nicht beendet (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>end {time}</source>
        <translation>Ende {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/p_presence.py"/>
        <source>fewer than three beats in which a P wave could be told from other waves</source>
        <translation>weniger als drei Schläge, in denen sich eine P-Welle von anderen Wellen unterscheiden ließ</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon.py"/>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>file units in 1 mV, such as 1000 for µV</source>
        <translation>Dateieinheiten in 1 mV, etwa 1000 bei µV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scanning.py"/>
        <source>finding of the kind “{kind}”</source>
        <translation>Befund der Art „{kind}“</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>first value</source>
        <translation>erster Wert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>flat for {percent} % of the time</source>
        <translation>während {percent} % der Zeit eine Nulllinie</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>flat line</source>
        <translation>Nulllinie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>follows from I and II</source>
        <translation>folgt aus I und II</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>for →</source>
        <translation>für →</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>from one lead: in others the wave may begin earlier or end later</source>
        <translation>aus einer Ableitung: In anderen kann die Welle früher beginnen oder später enden</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/quality_marks.py"/>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>hardly any signal</source>
        <translation>kaum Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>hardly any signal in {lead}: are the cables right?</source>
        <translation>kaum Signal in {lead}: Stimmen die Kabel?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>hardly two beats are alike: is it an ECG?</source>
        <translation>kaum zwei Schläge gleichen sich: Ist es ein EKG?</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>heart rate</source>
        <translation>Herzfrequenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>hidden until you have answered</source>
        <translation>verborgen, bis Sie geantwortet haben</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>high-pass {hz} Hz</source>
        <translation>Hochpass {hz} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>holds “{name}”</source>
        <translation>enthält „{name}“</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/frontal_axis.py"/>
        <source>in leads I and aVF the QRS complex is as much up as down: the axis is indeterminate</source>
        <translation>in I und aVF zeigt der QRS-Komplex gleich weit nach oben wie nach unten: Die Achse ist unbestimmt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>is DICOM of a class that is not known</source>
        <translation>ist DICOM einer unbekannten Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>is DICOM that names no class</source>
        <translation>ist DICOM ohne Angabe einer Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>is a DICOM directory, a list of other files</source>
        <translation>ist ein DICOM-Verzeichnis, eine Liste anderer Dateien</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>is absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>is here already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>is here already, with other weights; remove it first</source>
        <translation>ist schon da, mit anderen Gewichten; entfernen Sie es zuerst</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>is not among your own models</source>
        <translation>ist keines Ihrer eigenen Modelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it announces a table of {n_codes} codes</source>
        <translation>er kündigt eine Tabelle mit {n_codes} Codes an</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_leads.py"/>
        <source>it announces {count} beats</source>
        <translation>er kündigt {count} Schläge an</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it announces {count} tables</source>
        <translation>er kündigt {count} Tabellen an</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_measurements.py"/>
        <source>it announces {n_leads} leads</source>
        <translation>er kündigt {n_leads} Ableitungen an</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>it ends in the middle</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/little_endian.py"/>
        <source>it ends too early</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it has a code of {prefix_bits} of {all_bits} bits</source>
        <translation>ein Code hat {prefix_bits} von {all_bits} Bit</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_leads.py"/>
        <source>it has a lead of samples {first} to {last}</source>
        <translation>eine Ableitung reicht von Abtastwert {first} bis {last}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>it holds an unknown code, {unknown}</source>
        <translation>unbekannter Code {unknown}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_xli.py"/>
        <source>it holds {n_leads} of {n_leads_2} leads</source>
        <translation>{n_leads} von {n_leads_2} Ableitungen sind enthalten</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>it is a text file</source>
        <translation>Es ist eine Textdatei</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>it is a web page, so the download went wrong</source>
        <translation>Es ist eine Webseite, das Herunterladen ging also schief</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>it is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotations.py"/>
        <source>it is too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_leads.py"/>
        <source>it lists no lead</source>
        <translation>keine Ableitung ist aufgeführt</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>it looks like a paced rhythm</source>
        <translation>es sieht nach einem Schrittmacherrhythmus aus</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>it returns {name__} instead of NetMap</source>
        <translation>es liefert {name__} statt NetMap</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_huffman.py"/>
        <source>it switches to table {value} of {n_tables}</source>
        <translation>auf Tabelle {value} von {n_tables} wird gewechselt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>it takes differences {difference} times</source>
        <translation>Differenzen werden {difference}-mal gebildet</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/frontal_axis.py"/>
        <source>it takes lead I and one of aVF, II and III</source>
        <translation>nötig sind Ableitung I und eine von aVF, II und III</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>it tells no time between samples</source>
        <translation>die Zeit zwischen Abtastwerten ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>its beats are judged one by one, not all yet.</source>
        <translation>ihre Schläge werden einzeln beurteilt, noch nicht alle sind es.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its beats are shaped unlike those of the training records</source>
        <translation>ihre Schläge sind anders geformt als die der Trainingsaufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>its beats differ, unlike those of other leads</source>
        <translation>ihre Schläge weichen ab, anders als die anderer Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>its beginning is damaged or of another format</source>
        <translation>Ihr Anfang ist beschädigt oder hat ein anderes Format</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its cells are no tensor of real numbers</source>
        <translation>seine Zellen sind kein Tensor reeller Zahlen</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its cells are of the shape {shape} instead of {wanted}</source>
        <translation>seine Zellen haben die Form {shape} statt {wanted}</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its cells begin at {first} with a step of {step}</source>
        <translation>seine Zellen beginnen bei {first} mit einer Schrittweite von {step}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually large ({height} mV in most leads)</source>
        <translation>ihre Komplexe sind ungewöhnlich groß ({height} mV in den meisten Ableitungen)</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually large ({height} mV in most leads): are the units right?</source>
        <translation>ihre Komplexe sind ungewöhnlich groß ({height} mV in den meisten Ableitungen): Stimmen die Einheiten?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually small ({height} mV in most leads)</source>
        <translation>ihre Komplexe sind ungewöhnlich klein ({height} mV in den meisten Ableitungen)</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>its complexes are unusually small ({height} mV in most leads): are the units right?</source>
        <translation>ihre Komplexe sind ungewöhnlich klein ({height} mV in den meisten Ableitungen): Stimmen die Einheiten?</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its masks are not one a window</source>
        <translation>seine Masken sind nicht eine je Fenster</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>its masks have no answer a class</source>
        <translation>seine Masken haben nicht eine Antwort je Klasse</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>keys move the page above</source>
        <translation>Tasten bewegen die obere Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>keys move the page below</source>
        <translation>Tasten bewegen die untere Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>lead</source>
        <translation>Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>lead by lead</source>
        <translation>Ableitung für Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan.py"/>
        <source>lead {lead}</source>
        <translation>Ableitung {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>lead {name}</source>
        <translation>Ableitung {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>leads in standard order</source>
        <translation>Ableitungen in üblicher Reihenfolge</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan.py"/>
        <source>leads {leads} and {last}</source>
        <translation>Ableitungen {leads} und {last}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strips_panel.py"/>
        <source>least to most · {scale}</source>
        <translation>am wenigsten bis am meisten · {scale}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute übrig</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/evidence.py"/>
        <source>less than {least}</source>
        <translation>weniger als {least}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>logits per {step}, per record</source>
        <translation>Logits je {step}, je Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>logits per {step}, this page</source>
        <translation>Logits je {step}, diese Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>logits per {step}, {start} to {stop}</source>
        <translation>Logits je {step}, {start} bis {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/screen_ruler.py"/>
        <source>long</source>
        <translation>lang</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>low-pass {hz} Hz</source>
        <translation>Tiefpass {hz} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>mV</source>
        <translation>mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/caliper.py"/>
        <source>mV n/a</source>
        <translation>mV k. A.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>mains hum</source>
        <translation>Netzbrummen</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>mains hum in {lead}</source>
        <translation>Netzbrummen in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>mains hum of {mv} mV</source>
        <translation>Netzbrummen von {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>margin below {margin}</source>
        <translation>Abstand unter {margin}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/region_layer.py"/>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>mean {mean} per minute</source>
        <translation>im Mittel {mean} pro Minute</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>mean {mean} per minute, over eight intervals {least} to {most}</source>
        <translation>im Mittel {mean} pro Minute, über acht Intervalle {least} bis {most}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_rows.py"/>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>measuring…</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_reader.py"/>
        <location filename="ecgviewer/ui/beat_sheet.py"/>
        <source>median beat</source>
        <translation>Medianschlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <source>median beats</source>
        <translation>Medianschläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>median no signal</source>
        <translation>Median: kein Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>median of {n} usual beat</source>
        <translation>Median aus {n} üblichen Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>median of {n} usual beats</source>
        <translation>Median aus {n} üblichen Schlägen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>median {level_mv} mV from PQ</source>
        <translation>Median {level_mv} mV gegen PQ</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scan_marks.py"/>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>model ≠ reference</source>
        <translation>Modell ≠ Referenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>model: {figures}</source>
        <translation>Modell: {figures}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>model: {said}, {score}</source>
        <translation>Modell: {said}, {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>model: {word}</source>
        <translation>Modell: {word}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/beat_layout.py"/>
        <location filename="ecgviewer/paper/laid_layout.py"/>
        <source>ms from R</source>
        <translation>ms ab R</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>muscle noise</source>
        <translation>Muskelartefakte</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>muscle noise of {mv} mV</source>
        <translation>Muskelartefakte von {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>muscle noise or interference in most leads</source>
        <translation>Muskelartefakte oder Einstreuung in den meisten Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>muscle noise or interference in {lead}</source>
        <translation>Muskelartefakte oder Einstreuung in {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>names in the file's order, such as I II V1</source>
        <translation>Namen in der Reihenfolge der Datei, etwa I II V1</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/p_presence.py"/>
        <source>no P wave that is alike from beat to beat, as in atrial fibrillation</source>
        <translation>keine von Schlag zu Schlag gleiche P-Welle, wie bei Vorhofflimmern</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>no annotation file has such a length</source>
        <translation>keine Annotationsdatei hat diese Länge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>no beat</source>
        <translation>kein Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>no beat is found</source>
        <translation>kein Schlag gefunden</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>no better</source>
        <translation>nicht besser</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>no class stated</source>
        <translation>keine Klasse angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>no finding</source>
        <translation>kein Befund</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/judged.py"/>
        <source>no lead is an ECG in known millivolts</source>
        <translation>keine Ableitung ist ein EKG in bekannten Millivolt</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <location filename="ecgviewer/signal/p_waves.py"/>
        <source>no lead is free enough of noise</source>
        <translation>keine Ableitung ist störungsfrei genug</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/heat.py"/>
        <source>no method</source>
        <translation>keiner Methode</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>no model is installed.</source>
        <translation>kein Modell ist installiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <location filename="ecgviewer/ui/beat_sheet.py"/>
        <location filename="ecgviewer/ui/paper_page.py"/>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>no signal for {percent} % of the time</source>
        <translation>während {percent} % der Zeit kein Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>no signal in {leads}</source>
        <translation>kein Signal in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>no signal {seconds} s</source>
        <translation>kein Signal {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>no two neighbouring beats in time, so no heart rate</source>
        <translation>keine zwei zeitlich benachbarten Schläge, daher keine Herzfrequenz</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/handed_on.py"/>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>noise bursts</source>
        <translation>Störimpulse</translation>
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
        <translation>keine</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>none of 2 s or longer</source>
        <translation>keine von 2 s oder länger</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/filtered.py"/>
        <source>none on pages over {seconds} s</source>
        <translation>keine auf Seiten über {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/filtered.py"/>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>nor anything else</source>
        <translation>und auch sonst nichts</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>not acceptable ({score})</source>
        <translation>unzureichend ({score})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>not judged beside {label}</source>
        <translation>nicht beurteilt neben {label}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <source>not judged beside {other}</source>
        <translation>nicht beurteilt neben {other}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>not judged: {reason}</source>
        <translation>nicht beurteilt: {reason}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_map.py"/>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>not measurable</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_rows.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <source>not measurable, as {name}</source>
        <translation>nicht messbar, wie {name}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>not present</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>not recorded</source>
        <translation>nicht registriert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>not scanned</source>
        <translation>nicht gescannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_scan.py"/>
        <source>not scanned yet</source>
        <translation>noch nicht gescannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>not suggested</source>
        <translation>nicht vorgeschlagen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>not suggested {score}</source>
        <translation>nicht vorgeschlagen {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>not suggested, borderline</source>
        <translation>nicht vorgeschlagen, grenzwertig</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>not there</source>
        <translation>liegt nicht vor</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>not to scale</source>
        <translation>nicht maßstäblich</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>not to scale ≈ {times}×</source>
        <translation>nicht maßstäblich ≈ {times}×</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>not {label}</source>
        <translation>nicht {label}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>notch {hz} Hz</source>
        <translation>Netzfilter {hz} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/color_scale.py"/>
        <location filename="ecgviewer/ui/report_legend.py"/>
        <source>nothing is coloured</source>
        <translation>nichts ist eingefärbt</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>nothing on this page is coloured</source>
        <translation>auf dieser Seite ist nichts eingefärbt</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>nothing stated</source>
        <translation>nichts angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>number of samples</source>
        <translation>Anzahl der Abtastwerte</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>number of segments</source>
        <translation>Anzahl der Segmente</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>number of signals</source>
        <translation>Anzahl der Signale</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>of each window's most important place</source>
        <translation>der wichtigsten Stelle jedes Fensters</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>on this page</source>
        <translation>auf dieser Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>only one lead ({lead})</source>
        <translation>nur eine Ableitung ({lead})</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>only {n} of {all} leads</source>
        <translation>nur {n} von {all} Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>only {variables}</source>
        <translation>nur {variables}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>paper speed</source>
        <translation>Vorschub</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>partly flat</source>
        <translation>teilweise Nulllinie</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>per lead</source>
        <translation>je Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/quality_marks.py"/>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/ribbon_rate.py"/>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>poor signal</source>
        <translation>schlechtes Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>read only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>reader ≠ model</source>
        <translation>Befunder ≠ Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/layout.py"/>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>record</source>
        <translation>record</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>recorded at {rate} Hz, it ends at {end} Hz</source>
        <translation>mit {rate} Hz registriert, endet es bei {end} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>recorded {when}</source>
        <translation>registriert {when}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>reference beat</source>
        <translation>Referenzschlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>representative beat</source>
        <translation>repräsentativer Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_reader.py"/>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compared.py"/>
        <source>same time</source>
        <translation>gleiche Zeit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>samples a second, such as 500</source>
        <translation>Abtastwerte je Sekunde, etwa 500</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>samples per frame</source>
        <translation>Abtastwerte je Rahmen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>segment length</source>
        <translation>Segmentlänge</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>sequential</source>
        <translation>nacheinander</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>settling, {percent} %</source>
        <translation>wird genauer, {percent} %</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>sex unknown</source>
        <translation>Geschlecht unbekannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>ships with ecgviewer and stays</source>
        <translation>gehört zu ecgviewer und bleibt</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/judged.py"/>
        <source>shorter than {seconds} s</source>
        <translation>kürzer als {seconds} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>signal format</source>
        <translation>Signalformat</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>simultaneous</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>skew</source>
        <translation>Zeitversatz</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/fitting_methods.py"/>
        <source>some of its cells are not finite</source>
        <translation>einige seiner Zellen sind nicht endlich</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/annotation_words.py"/>
        <source>something follows its end mark</source>
        <translation>hinter der Endmarke folgt noch etwas</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>something unsaid</source>
        <translation>etwas Ungesagtes</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>spread {spread} over 1 beat</source>
        <translation>Streuung {spread} über 1 Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>spread {spread} over {n} beats</source>
        <translation>Streuung {spread} über {n} Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <source>step ≈{ms} ms</source>
        <translation>Schritt ≈{ms} ms</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/report_sections.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>suggested {score}</source>
        <translation>vorgeschlagen {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>suggested, borderline</source>
        <translation>vorgeschlagen, grenzwertig</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>that are valid in part</source>
        <translation>die teilweise gültig sind</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/windows.py"/>
        <source>that part of </source>
        <translation>diesem Teil von </translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>that were off</source>
        <translation>die nicht angeschlossen waren</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>the Huffman tables</source>
        <translation>Huffman-Tabellen</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>the baseline wanders {mv} mV</source>
        <translation>die Grundlinie schwankt um {mv} mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the left arm and leg look swapped</source>
        <translation>die Kabel von linkem Arm und linkem Bein scheinen vertauscht</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the right and left arm look swapped</source>
        <translation>die Kabel von rechtem und linkem Arm scheinen vertauscht</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the right arm and the left leg look swapped</source>
        <translation>die Kabel von rechtem Arm und linkem Bein scheinen vertauscht</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/limb_reversal.py"/>
        <source>the cables of the right arm and the right leg look swapped</source>
        <translation>die Kabel von rechtem Arm und rechtem Bein scheinen vertauscht</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>the chest leads look out of order ({swap})</source>
        <translation>die Brustwandableitungen scheinen nicht in der richtigen Reihenfolge ({swap})</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>the device's usual beats</source>
        <translation>übliche Schläge des Geräts</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/frontal_axis.py"/>
        <source>the direction differs from beat to beat</source>
        <translation>die Richtung wechselt von Schlag zu Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>the leads</source>
        <translation>Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reporting.py"/>
        <source>the model's answer is hidden until the reader has answered.</source>
        <translation>die Antwort des Modells ist verborgen, bis der Befunder geantwortet hat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/judged.py"/>
        <source>the page is longer than a minute</source>
        <translation>die Seite ist länger als eine Minute</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/unfamiliar_words.py"/>
        <source>the patient is {years} years old, and the model learned from adults</source>
        <translation>der Patient ist {years} Jahre alt, und das Modell lernte an Erwachsenen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>the rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>the rhythm is irregular, and eight beats at least are needed for a mean</source>
        <translation>der Rhythmus ist unregelmäßig, und für einen Mittelwert sind mindestens acht Schläge nötig</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>the rhythm is irregular: a mean</source>
        <translation>der Rhythmus ist unregelmäßig: ein Mittelwert</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>the signal</source>
        <translation>das Signal</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>the strongest {share}</source>
        <translation>die stärksten {share}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>the usual beat of {lead}</source>
        <translation>der übliche Schlag von {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>this one knows up to {n_migrations}</source>
        <translation>dieses kennt sie bis {n_migrations}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/silence.py"/>
        <source>this page</source>
        <translation>dieser Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <source>threshold {score}</source>
        <translation>Schwelle {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/heat_layer.py"/>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>time only, not per lead</source>
        <translation>nur Zeit, nicht je Ableitung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/table_answers.py"/>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>to scan</source>
        <translation>zu scannen</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/measured.py"/>
        <source>too few beats in which it can be measured</source>
        <translation>zu wenige Schläge, in denen es messbar ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/caliper_layer.py"/>
        <source>too narrow to march out here</source>
        <translation>zum Abtragen hier zu schmal</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>true scale ≈</source>
        <translation>maßstäblich ≈</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>true scale ✓</source>
        <translation>maßstäblich ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>uncalibrated scores</source>
        <translation>unkalibrierte Scores</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/lead_quality.py"/>
        <source>unlike beats</source>
        <translation>unähnliche Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>unreviewed</source>
        <translation>unbefundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>unsaid</source>
        <translation>ungenannt</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <location filename="ecgviewer/ui/review_state.py"/>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/quality_marks.py"/>
        <source>usable</source>
        <translation>brauchbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_ink.py"/>
        <source>was {score}</source>
        <translation>zuvor {score}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/intervals.py"/>
        <source>what was found is shorter than a QRS complex, as a pacemaker's spike is</source>
        <translation>das Gefundene ist kürzer als ein QRS-Komplex, wie der Impuls eines Schrittmachers</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>whose checksum does not fit their samples, so that these may be wrong</source>
        <translation>deren Prüfsumme nicht zu den Abtastwerten passt, die also falsch sein können</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>with a FirstSampleBaseline, of which it is not known how it is meant</source>
        <translation>deren FirstSampleBaseline unbekannter Bedeutung ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>with a LeadTimeOffset, of which it is not known how it is meant</source>
        <translation>deren LeadTimeOffset unbekannter Bedeutung ist</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/qt_correction.py"/>
        <source>with a QRS of 120 ms or more QTc overestimates repolarisation</source>
        <translation>bei einem QRS von 120 ms oder mehr überschätzt QTc die Repolarisation</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>with another number of samples than announced</source>
        <translation>die eine andere Zahl von Abtastwerten haben als angekündigt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>without a scale, whose units are shown as if each were 1 µV</source>
        <translation>die keine Skala haben und deren Einheiten gezeigt sind, als wäre jede 1 µV</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>without samples</source>
        <translation>die keine Abtastwerte haben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_rows.py"/>
        <source>you: {mark}</source>
        <translation>Sie: {mark}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{adjudicators} adjudicated {records}.</source>
        <translation>{adjudicators} entschied: {records}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>{announced} leads are announced, {n_leads} are there.</source>
        <translation>{announced} Ableitungen sind angekündigt, {n_leads} sind vorhanden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/filter_menu.py"/>
        <source>{band}, notch {hz}</source>
        <translation>{band}, Netzfilter {hz}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{beats}: as the model has it</source>
        <translation>{beats}: wie vom Modell</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{beats}: {names}</source>
        <translation>{beats}: {names}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/color_scale.py"/>
        <source>{begins} to {full} {unit}</source>
        <translation>{begins} bis {full} {unit}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{change}, above its threshold</source>
        <translation>{change}, über der Schwelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{change}, below its threshold</source>
        <translation>{change}, unter der Schwelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/bookmarks_panel.py"/>
        <source>{count} bookmarks; Enter goes to one, Del deletes it</source>
        <translation>{count} Lesezeichen; Eingabe springt zu einem, Entf löscht es</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/caliper_keys.py"/>
        <source>{count} calipers are pinned: a drag draws another beside, Del removes.</source>
        <translation>{count} Messzirkel sind angeheftet: Ziehen setzt einen weiteren daneben, Entf entfernt ihn.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{count} in {file}</source>
        <translation>{count} in {file}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{count} leads</source>
        <translation>{count} Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/class_chooser.py"/>
        <source>{count} of {every} classes; Enter states the chosen one</source>
        <translation>{count} von {every} Klassen; Eingabe gibt die gewählte an</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <source>{count} regions; Enter goes to one, Del removes it</source>
        <translation>{count} Bereiche; Eingabe springt zu einem, Entf entfernt ihn</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>{count} windows</source>
        <translation>{count} Fenster</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/loaded.py"/>
        <source>{device} ran out of memory, so the CPU was used.</source>
        <translation>{device} hatte nicht genug Speicher, daher wurde die CPU benutzt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>{done} of {whole}</source>
        <translation>{done} von {whole}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{each} in each of {count} files</source>
        <translation>{each} in jeder von {count} Dateien</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{erased}: {finding} {change}.</source>
        <translation>{erased}: {finding} {change}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erasing.py"/>
        <source>{erased}: {finding} {there} there, {change} in the record.</source>
        <translation>{erased}: {finding} {there} dort, {change} in der Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{error} Your own review file is used for now.</source>
        <translation>{error} Vorerst wird Ihre eigene Befundungsdatei benutzt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/paces.py"/>
        <source>{factor} times real time</source>
        <translation>{factor}-fache Echtzeit</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>{fault} in {leads}</source>
        <translation>{fault} in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{file} and {n} more are there already.</source>
        <translation>{file} und {n} weitere gibt es schon.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{file} can be read here; nothing can be said in it.</source>
        <translation>{file} kann hier gelesen werden; nichts kann darin angegeben werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} can no longer be read or written: its disk {folder} may be full, or may have been taken away. Free some space on it, or connect it again.</source>
        <translation>{file} ist nicht mehr lesbar oder beschreibbar: Der Datenträger {folder} ist vielleicht voll oder wurde entfernt. Schaffen Sie Platz darauf, oder schließen Sie ihn wieder an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} cannot be opened in {folder}. Check that the folder is there and may be written.</source>
        <translation>{file} in {folder} lässt sich nicht öffnen. Prüfen Sie, ob der Ordner da und beschreibbar ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pdf.py"/>
        <source>{file} cannot be written ({reason}): choose another folder.</source>
        <translation>{file} kann nicht geschrieben werden ({reason}): Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>{file} cannot be written: choose another folder.</source>
        <translation>{file} kann nicht geschrieben werden: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} cannot be written: it or its folder {folder} is read-only. Check their permissions, or open it to read only.</source>
        <translation>{file} ist nicht beschreibbar: Die Datei oder ihr Ordner {folder} ist schreibgeschützt. Prüfen Sie die Berechtigungen, oder öffnen Sie sie nur zum Lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_pdf.py"/>
        <source>{file} cannot be written: its folder does not exist.</source>
        <translation>{file} kann nicht geschrieben werden: Der Ordner existiert nicht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>{file} claims {n_samples} samples, more than any recording has.</source>
        <translation>{file} gibt {n_samples} Abtastwerte an, mehr als jede Aufzeichnung hat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/listing.py"/>
        <source>{file} gives the reference of {n_found} records; {n_other} of its records are not in this list.</source>
        <translation>{file} gibt die Referenz von {n_found} Aufzeichnungen an; {n_other} ihrer Aufzeichnungen sind nicht in dieser Liste.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{file} has all of that already.</source>
        <translation>{file} enthält all das bereits.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>{file} holds a matrix of {rows} x {columns}: more than {max_leads} leads either way, so it is no ECG.</source>
        <translation>{file} enthält eine Matrix von {rows} x {columns}: in jeder Richtung mehr als {max_leads} Ableitungen, also kein EKG.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_layouts.py"/>
        <source>{file} holds no matrix that could be a signal, {held}.</source>
        <translation>{file} enthält keine Matrix, die ein Signal sein könnte, {held}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{file} is being written by another program. Try again in a moment.</source>
        <translation>{file} wird gerade von einem anderen Programm geschrieben. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/picture.py"/>
        <source>{file} is no picture: its name must end with .png or .svg.</source>
        <translation>{file} ist kein Bild: Der Name muss auf .png oder .svg enden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/reviewing.py"/>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>{file} is open to be read only.</source>
        <translation>{file} ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{file} is read with the rate, leads and gain given before.</source>
        <translation>{file} wird mit der zuvor angegebenen Abtastrate, den Ableitungen und der Verstärkung gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{file} is the review file in use.</source>
        <translation>{file} ist die benutzte Befundungsdatei.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{file} is there already.</source>
        <translation>{file} gibt es schon.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{file} is there already. Open it, or choose another name.</source>
        <translation>{file} gibt es schon. Öffnen Sie die Datei, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>{file} names no record of {folder}: its column record must hold their names.</source>
        <translation>{file} nennt keine Aufzeichnung von {folder}: Die Spalte record muss deren Namen enthalten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{file} says itself how it is read.</source>
        <translation>{file} sagt selbst, wie die Datei gelesen wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/filtered.py"/>
        <source>{filter}, display only, measured as drawn</source>
        <translation>{filter}, nur Anzeige, gemessen wie gezeichnet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_rows.py"/>
        <source>{finding}; you: {mark}</source>
        <translation>{finding}; Sie: {mark}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/finding_rows.py"/>
        <source>{finding}; {score} without what is erased</source>
        <translation>{finding}; {score} ohne das Ausradierte</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>{folder} cannot be copied: {strerror}.</source>
        <translation>{folder} lässt sich nicht kopieren: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{folder} holds no record that can be opened.</source>
        <translation>{folder} enthält keine Aufzeichnung, die sich öffnen lässt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/model_adding.py"/>
        <source>{folder} is no model: a model is a folder with a {card_file}.</source>
        <translation>{folder} ist kein Modell: Ein Modell ist ein Ordner mit einer {card_file}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_scale.py"/>
        <source>{gain} per mV</source>
        <translation>{gain} je mV</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} gives {path} format {number}, which is no WFDB signal format.</source>
        <translation>{header_name} gibt für {path} das Format {number} an, das kein WFDB-Signalformat ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} gives {path} several formats at once: {formats}.</source>
        <translation>{header_name} gibt für {path} mehrere Formate zugleich an: {formats}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} names {path} as its signal file, which is none.</source>
        <translation>{header_name} nennt {path} als Signaldatei, die keine ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{header_name} needs its signal file {path}, which {why}: both belong into one folder.</source>
        <translation>{header_name} braucht die Signaldatei {path}, die {why}: Beide gehören in einen Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/handed_on.py"/>
        <source>{held} holds no review that was asked for: nothing is written.</source>
        <translation>{held} enthält keine der gewünschten Befundungen: Nichts wird geschrieben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; did not flip.</source>
        <translation>{label} {score} → {rest} nach Löschen von {share} %; kippte nicht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; flipped.</source>
        <translation>{label} {score} → {rest} nach Löschen von {share} %; kippte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; it was not the net's answer, which is {answer}.</source>
        <translation>{label} {score} → {rest} nach Löschen von {share} %; es war nicht die Antwort des Netzes, die {answer} lautet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/heat.py"/>
        <source>{label} {score} → {rest} with {share} % deleted; the mask is level (spread {spread}), so its colours are noise.</source>
        <translation>{label} {score} → {rest} nach Löschen von {share} %; die Maske ist eben (Streuung {spread}), ihre Farben sind also Rauschen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>{leads} has no signal; the model took it as absent.</source>
        <translation>{leads} hat kein Signal; das Modell behandelte die Ableitung als fehlend.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/findings_panel.py"/>
        <source>{leads} have no signal; the model took them as absent.</source>
        <translation>{leads} haben kein Signal; das Modell behandelte sie als fehlend.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/cells.py"/>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>{lead} (derived)</source>
        <translation>{lead} (abgeleitet)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/leads_dialog.py"/>
        <source>{lead} (upside down)</source>
        <translation>{lead} (umgekehrt)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead} is not on this page; L changes the layout.</source>
        <translation>{lead} ist nicht auf dieser Seite; L wechselt die Anordnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>{lead} not recorded</source>
        <translation>{lead} nicht registriert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>{lead} swings by {size} mV here.</source>
        <translation>{lead} schwankt hier um {size} mV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead} was not recorded.</source>
        <translation>{lead} wurde nicht registriert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead}: {weight} logits, against</source>
        <translation>{lead}: {weight} Logits, dagegen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{lead}: {weight} logits, for</source>
        <translation>{lead}: {weight} Logits, dafür</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/facts_panel.py"/>
        <source>{length} at {rate} Hz</source>
        <translation>{length} mit {rate} Hz</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>{length}, begun {time}</source>
        <translation>{length}, Beginn {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>{method} of {model}</source>
        <translation>{method} von {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_making.py"/>
        <source>{model} has no method {method}; it has {known}.</source>
        <translation>{model} hat keine Methode {method}; vorhanden: {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/report_making.py"/>
        <source>{model} knows no class {label}; it has {known}.</source>
        <translation>{model} kennt keine Klasse {label}; vorhanden: {known}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>{model} names {named}; each beat is coloured by its own scale.</source>
        <translation>{model} nennt {named}; jeder Schlag ist nach seiner eigenen Skala eingefärbt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>{model} says {label}</source>
        <translation>{model} sagt {label}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>{model}, not {other}, which scanned, names {named}; each beat is coloured by its own scale.</source>
        <translation>{model}, nicht {other}, das scannte, nennt {named}; jeder Schlag ist nach seiner eigenen Skala eingefärbt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/agreement_window.py"/>
        <source>{model}, weights {hash}</source>
        <translation>{model}, Gewichte {hash}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{n_gaps} gaps</source>
        <translation>{n_gaps} Lücken</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_objects.py"/>
        <source>{n_leads} leads</source>
        <translation>{n_leads} Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>{n_left_out} annotations were too many and are left out.</source>
        <translation>{n_left_out} Annotationen waren zu viele und sind weggelassen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>{n_parts} recordings</source>
        <translation>{n_parts} Aufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_panel.py"/>
        <source>{n_shown} of {n_all}, {n_reviewed} reviewed</source>
        <translation>{n_shown} von {n_all}, {n_reviewed} befundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{n_steps} steps</source>
        <translation>{n_steps} Schritte</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>{names} gives no scale in volts: the digits are shown, and they are no mV.</source>
        <translation>{names} ohne Skala in Volt: Gezeigt sind die Zahlen der Datei, und sie sind keine mV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_channels.py"/>
        <source>{names}: {own_hz} Hz, shown at {rate_hz} Hz by holding each sample.</source>
        <translation>{names}: {own_hz} Hz, mit {rate_hz} Hz gezeigt, indem jeder Abtastwert gehalten wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_channels.py"/>
        <source>{names}: {own_hz} Hz, shown at {rate_hz} Hz by leaving samples out.</source>
        <translation>{names}: {own_hz} Hz, mit {rate_hz} Hz gezeigt, indem Abtastwerte ausgelassen werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} added</source>
        <translation>{name} hinzugefügt</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_source.py"/>
        <source>{name} cannot be read: {strerror}.</source>
        <translation>{name} ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{name} claims to begin {delay} samples late, which is not followed.</source>
        <translation>{name} soll {delay} Abtastwerte später beginnen, was nicht befolgt wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} confirmed</source>
        <translation>{name} bestätigt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} dismissed</source>
        <translation>{name} verworfen</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{name} has no sensitivity: its steps are shown, and they are no mV.</source>
        <translation>{name} ohne Empfindlichkeit: Gezeigt sind die Stufen der Datei, und sie sind keine mV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_records.py"/>
        <source>{name} has {rate} samples a second, which EDF cannot say.</source>
        <translation>{name} hat {rate} Abtastwerte je Sekunde, was EDF nicht ausdrücken kann.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} holds its rhythm at {rate_hz} Hz and its reference beat at {rate_hz_2} Hz, which cannot be put together.</source>
        <translation>{name} enthält den Rhythmus mit {rate_hz} Hz und den Referenzschlag mit {rate_hz_2} Hz, was sich nicht zusammensetzen lässt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} holds no sample that could be decoded.</source>
        <translation>{name} enthält keinen Abtastwert, der sich dekodieren lässt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>{name} is a folder: choose a record of it to compare.</source>
        <translation>{name} ist ein Ordner: Wählen Sie eine Aufzeichnung daraus zum Vergleichen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} is damaged: its leads would lie {n_samples} samples apart.</source>
        <translation>{name} ist beschädigt: Die Ableitungen lägen {n_samples} Abtastwerte auseinander.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} is damaged: section 4 tells of {n_beats} beats.</source>
        <translation>{name} ist beschädigt: Abschnitt 4 nennt {n_beats} Schläge.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} left unsure</source>
        <translation>{name} als unsicher belassen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/comparing.py"/>
        <source>{name} says too little of itself: open it alone once, then compare it.</source>
        <translation>{name} sagt zu wenig über sich selbst: Öffnen Sie die Datei einmal allein, dann vergleichen Sie.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} stated as absent</source>
        <translation>{name} als nicht vorhanden angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} stated as present</source>
        <translation>{name} als vorhanden angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} stores its rhythm at two rates, but not where: section 4 or 5 is absent or damaged, and the ECG cannot be put together.</source>
        <translation>{name} speichert den Rhythmus mit zwei Abtastraten, aber nicht, wo: Abschnitt 4 oder 5 fehlt oder ist beschädigt, und das EKG lässt sich nicht zusammensetzen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_signal.py"/>
        <source>{name} stores its rhythm less a reference beat, which is absent or damaged: the ECG cannot be put together.</source>
        <translation>{name} speichert den Rhythmus abzüglich eines Referenzschlags, der fehlt oder beschädigt ist: Das EKG lässt sich nicht zusammensetzen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} taken back</source>
        <translation>{name} zurückgenommen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} · begun</source>
        <translation>{name} · begonnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name} · reviewed ✓</source>
        <translation>{name} · befundet ✓</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>{name}, adjudicator</source>
        <translation>{name}, Schiedsbefunder</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_panel.py"/>
        <source>{name}, last {time}</source>
        <translation>{name}, zuletzt {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}, wrong because: {reasons}</source>
        <translation>{name}, falsch wegen: {reasons}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{name}, {probability}, threshold {threshold}, {state}</source>
        <translation>{name}, {probability}, Schwelle {threshold}, {state}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}: no reason given</source>
        <translation>{name}: kein Grund angegeben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}: place of the saliency not judged</source>
        <translation>{name}: Ort der Einfärbung nicht beurteilt</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{name}: saliency in the right place? {answers}</source>
        <translation>{name}: Einfärbung richtig? {answers}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_reasons.py"/>
        <source>{name}: wrong because…</source>
        <translation>{name}: falsch, weil …</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/strip_words.py"/>
        <source>{nets} see 2 s of {lead} alone</source>
        <translation>{nets} sehen nur 2 s von {lead}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{number} classes only; nothing else was looked at.</source>
        <translation>Nur {number} Klassen; nach nichts anderem wurde gesucht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} ({percent} % of the beats)</source>
        <translation>{n} ({percent} % der Schläge)</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} ({percent} % of the beats, {per_hour} an hour)</source>
        <translation>{n} ({percent} % der Schläge, {per_hour} pro Stunde)</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{n} ({right} of {known} right)</source>
        <translation>{n} ({right} von {known} richtig)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} beat</source>
        <translation>{n} Schlag</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} beat ({percent} %)</source>
        <translation>{n} Schlag ({percent} %)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat confirmed by the reader.</source>
        <translation>{n} Schlag vom Befunder bestätigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat corrected</source>
        <translation>{n} Schlag korrigiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat corrected and {m} confirmed by the reader; the figures follow.</source>
        <translation>{n} Schlag vom Befunder korrigiert und {m} bestätigt; die Zahlen folgen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beat corrected by the reader; the figures follow.</source>
        <translation>{n} Schlag vom Befunder korrigiert; die Zahlen folgen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/beat_menu.py"/>
        <location filename="ecgviewer/ui/exporting.py"/>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} beats</source>
        <translation>{n} Schläge</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} beats ({percent} %)</source>
        <translation>{n} Schläge ({percent} %)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>{n} beats are as the model has them again.</source>
        <translation>{n} Schläge sind wieder wie vom Modell.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>{n} beats are chosen: 1 to 8 label them, 9 says no beat, X takes that back.</source>
        <translation>{n} Schläge sind gewählt: 1 bis 8 benennen sie, 9 sagt „kein Schlag“, X nimmt das zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/page_words.py"/>
        <source>{n} beats are too many to be coloured: show a shorter page.</source>
        <translation>{n} Schläge sind zu viele zum Einfärben: Zeigen Sie eine kürzere Seite.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marks_wiring.py"/>
        <source>{n} beats below stay chosen for the keys 1 to 9.</source>
        <translation>{n} Schläge unten bleiben für die Tasten 1 bis 9 gewählt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats confirmed by the reader.</source>
        <translation>{n} Schläge vom Befunder bestätigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats corrected</source>
        <translation>{n} Schläge korrigiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats corrected and {m} confirmed by the reader; the figures follow.</source>
        <translation>{n} Schläge vom Befunder korrigiert und {m} bestätigt; die Zahlen folgen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/corrected_words.py"/>
        <source>{n} beats corrected by the reader; the figures follow.</source>
        <translation>{n} Schläge vom Befunder korrigiert; die Zahlen folgen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_panel.py"/>
        <source>{n} beats in {time}, {lead}, judged by {model}</source>
        <translation>{n} Schläge in {time}, {lead}, beurteilt von {model}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{n} beats of another shape</source>
        <translation>{n} Schläge anderer Form</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{n} beats of the usual shape</source>
        <translation>{n} Schläge der üblichen Form</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/correcting.py"/>
        <source>{n} beats: now {label}. Ctrl+Z undoes it.</source>
        <translation>{n} Schläge: jetzt {label}. Strg+Z macht es rückgängig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>{n} classes are disputed: choose one, then C, D or U settles it.</source>
        <translation>{n} Klassen sind strittig: Wählen Sie eine aus, dann entscheidet C, D oder U.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/marking.py"/>
        <source>{n} coloured parts are marked as {finding}.</source>
        <translation>{n} eingefärbte Abschnitte sind als {finding} markiert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} couplet</source>
        <translation>{n} Couplet</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} couplets</source>
        <translation>{n} Couplets</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>{n} disputed records are not where they were: open the folder that holds them now.</source>
        <translation>{n} strittige Aufzeichnungen sind nicht mehr an ihrem Ort: Öffnen Sie den Ordner, in dem sie jetzt liegen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} files in {folder}</source>
        <translation>{n} Dateien in {folder}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>{n} further readers have not finished.</source>
        <translation>{n} weitere Befunder sind noch nicht fertig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <location filename="ecgviewer/ui/page_turning.py"/>
        <location filename="ecgviewer/ui/regions_list.py"/>
        <location filename="ecgviewer/ui/report_pages.py"/>
        <source>{n} leads</source>
        <translation>{n} Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_work.py"/>
        <source>{n} min left</source>
        <translation>noch {n} min</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} months</source>
        <translation>{n} Monate</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} of 2 s or longer, the longest {longest} s</source>
        <translation>{n} von 2 s oder länger, die längste {longest} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>{n} of {all} leads</source>
        <translation>{n} von {all} Ableitungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} of {found} beats</source>
        <translation>{n} von {found} Schlägen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} other</source>
        <translation>{n} andere</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>{n} place</source>
        <translation>{n} Stelle</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/manual_window.py"/>
        <location filename="ecgviewer/ui/scan_panel.py"/>
        <source>{n} places</source>
        <translation>{n} Stellen</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} records</source>
        <translation>{n} Aufzeichnungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>{n} records are disputed.</source>
        <translation>{n} Aufzeichnungen sind strittig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/opening.py"/>
        <source>{n} records in {folder}.</source>
        <translation>{n} Aufzeichnungen in {folder}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/archive_listing.py"/>
        <source>{n} records with their answers.</source>
        <translation>{n} Aufzeichnungen mit ihren Antworten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} regions</source>
        <translation>{n} Bereiche</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} run (longest {longest} beats, fastest {bpm} per minute)</source>
        <translation>{n} Salve (längste {longest} Schläge, schnellste {bpm} pro Minute)</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{n} runs (longest {longest} beats, fastest {bpm} per minute)</source>
        <translation>{n} Salven (längste {longest} Schläge, schnellste {bpm} pro Minute)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/exporting.py"/>
        <source>{n} statements</source>
        <translation>{n} Angaben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{n} steps are not saved and would be lost.</source>
        <translation>{n} Schritte sind nicht gespeichert und gingen verloren.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/saved_sign.py"/>
        <source>{n} steps not saved</source>
        <translation>{n} Schritte nicht gespeichert</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_file.py"/>
        <source>{n} steps wait in your own folder until {file} is opened again.</source>
        <translation>{n} Schritte warten in Ihrem eigenen Ordner, bis {file} wieder geöffnet wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_files.py"/>
        <source>{n} steps were added to {file}.</source>
        <translation>{n} Schritte wurden zu {file} hinzugefügt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} supraventricular</source>
        <translation>{n} supraventrikuläre</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} usual</source>
        <translation>{n} übliche</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_words.py"/>
        <source>{n} ventricular</source>
        <translation>{n} ventrikuläre</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{n} window holds no signal and took no part.</source>
        <translation>{n} Fenster enthält kein Signal und blieb unberücksichtigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{n} windows hold no signal and took no part.</source>
        <translation>{n} Fenster enthalten kein Signal und blieben unberücksichtigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/words.py"/>
        <source>{n} years</source>
        <translation>{n} Jahre</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>{parts} do not fit: {why}</source>
        <translation>{parts} passen nicht: {why}</translation>
    </message>
    <message>
        <location filename="ecgviewer/signal/display_filter.py"/>
        <source>{part} does not fit: {why}</source>
        <translation>{part} passt nicht: {why}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} announces {wanted} {what} but describes {n_lines}.</source>
        <translation>{path} kündigt {wanted} {what} an, beschreibt aber {n_lines}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <location filename="ecgviewer/review/export.py"/>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} cannot be opened: {strerror}.</source>
        <translation>{path} lässt sich nicht öffnen: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} cannot be read as FLAC: {error}</source>
        <translation>{path} ist nicht als FLAC lesbar: {error}</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} cannot be read: it is gone or forbidden.</source>
        <translation>{path} ist nicht lesbar: Die Datei ist verschwunden oder gesperrt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_signals.py"/>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <location filename="ecgviewer/review/export.py"/>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>{path} ist nicht beschreibbar: {strerror}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_annotations.py"/>
        <source>{path} claims to last longer than a month, with its gaps.</source>
        <translation>{path} dauert angeblich mit Lücken länger als einen Monat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} consists of gaps only.</source>
        <translation>{path} besteht nur aus Lücken.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} declares entities or refers to other files, for which a recording has no use: it is not read.</source>
        <translation>{path} deklariert Entitäten oder verweist auf andere Dateien, was keine Aufzeichnung braucht: Die Datei wird nicht gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} describes a record of {n_samples} samples, not of 1 to {max_samples}.</source>
        <translation>{path} beschreibt eine Aufzeichnung mit {n_samples} Abtastwerten statt 1 bis {max_samples}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} does not exist: check the name and the folder.</source>
        <translation>{path} existiert nicht: Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source>{path} does not exist: name a review file (.ecgreview).</source>
        <translation>{path} existiert nicht: Nennen Sie eine Befundungsdatei (.ecgreview).</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} does not say how long its leads are: it is damaged.</source>
        <translation>{path} sagt nicht, wie lang die Ableitungen sind: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} does not say how many samples a second it has: give it with --fs-hz.</source>
        <translation>{path} sagt nicht, wie viele Abtastwerte je Sekunde enthalten sind: Geben Sie es mit --fs-hz an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} ends before sample {last}.</source>
        <translation>{path} endet vor dem Abtastwert {last}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} ends in the middle of its data: it was cut short, copy it again.</source>
        <translation>{path} endet mitten in den Daten: Die Datei wurde abgeschnitten, kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>{path} ends in the middle of its header: it was cut short.</source>
        <translation>{path} endet mitten im Header: Die Datei wurde abgeschnitten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} gives an impossible gain: {text}.</source>
        <translation>{path} gibt eine unmögliche Verstärkung an: {text}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} gives an impossible sampling rate: {text} Hz.</source>
        <translation>{path} gibt eine unmögliche Abtastrate an: {text} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_signal.py"/>
        <source>{path} gives an impossible time from sample to sample.</source>
        <translation>{path} gibt eine unmögliche Zeit zwischen Abtastwerten an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} gives an impossible {what}: {text}.</source>
        <translation>{path} gibt einen unmöglichen Wert an ({what}): {text}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} gives its group {number} samples of {bits} bits as “{kind}”, which DICOM does not know.</source>
        <translation>{path} gibt der Gruppe {number} Abtastwerte von {bits} Bit als „{kind}“, was DICOM nicht kennt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} gives no possible number of channels.</source>
        <translation>{path} gibt keine mögliche Anzahl von Kanälen an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} gives no possible sampling rate for its group {number}.</source>
        <translation>{path} gibt für die Gruppe {number} keine mögliche Abtastrate an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} has a column of times or numbers of rows, but no signal.</source>
        <translation>{path} hat eine Spalte mit Zeiten oder Zeilennummern, aber kein Signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} has a heading but no record below it.</source>
        <translation>{path} hat eine Kopfzeile, aber keine Aufzeichnung darunter.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} has an offset of {offset} units: it is damaged.</source>
        <translation>{path} hat einen Versatz von {offset} Einheiten: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_signals.py"/>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} has become shorter since it was opened.</source>
        <translation>{path} ist seit dem Öffnen kürzer geworden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} has changed since it was opened.</source>
        <translation>{path} hat sich seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} has lines that are too long for a table.</source>
        <translation>{path} hat Zeilen, die für eine Tabelle zu lang sind.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} has more elements than any recording needs: it is not read.</source>
        <translation>{path} hat mehr Elemente, als eine Aufzeichnung braucht: Die Datei wird nicht gelesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_reader.py"/>
        <source>{path} has no WFDB header ({path_2}.hea) beside it.</source>
        <translation>Neben {path} liegt kein WFDB-Header ({path_2}.hea).</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} has no column {error}: columns have numbers from 1.</source>
        <translation>{path} hat keine Spalte {error}: Spalten zählen ab 1.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} has no column “{missing}”: its first row must name the columns record and label.</source>
        <translation>{path} hat keine Spalte „{missing}“: Die erste Zeile muss die Spalten record und label nennen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} has samples of {bits} bits, which are not read.</source>
        <translation>{path} hat Abtastwerte von {bits} Bit, die nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} has segments of {n_specs} and of {n_own} signals and no layout that would tell which is which.</source>
        <translation>{path} hat Segmente mit {n_specs} und mit {n_own} Signalen und kein Layout, das sie zuordnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} has too long a first line for a table with a lead a column.</source>
        <translation>{path} hat eine zu lange erste Zeile für eine Tabelle mit einer Ableitung je Spalte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} has {bits} bits a sample, too many for the format {number} that {header_name} gives.</source>
        <translation>{path} hat {bits} Bit je Abtastwert, zu viele für das Format {number}, das {header_name} angibt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} has {n_columns} columns and {n_lines} rows of numbers: a table has to have a lead a column and a sample a row.</source>
        <translation>{path} hat {n_columns} Spalten und {n_lines} Zeilen mit Zahlen: Nötig sind eine Ableitung je Spalte und ein Abtastwert je Zeile.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>{path} holds a header but no sample.</source>
        <translation>{path} enthält einen Header, aber keinen Abtastwert.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path} holds annotations and no signal: open the file of the recording that they belong to.</source>
        <translation>{path} enthält Annotationen und kein Signal: Öffnen Sie die Datei der Aufzeichnung, zu der sie gehören.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds bytes in words of the big-endian order, which is not read: export it as little endian.</source>
        <translation>{path} enthält Daten in der Reihenfolge Big Endian, die nicht gelesen wird: Exportieren Sie sie als Little Endian.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} holds digits that are no numbers.</source>
        <translation>{path} enthält Ziffern, die keine Zahlen sind.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds no samples in its group {number}.</source>
        <translation>{path} enthält in der Gruppe {number} keine Abtastwerte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <source>{path} holds no samples in its {wave} waveform.</source>
        <translation>{path} enthält keine Abtastwerte in der Kurve {wave}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path} holds no samples: all its signals are empty.</source>
        <translation>{path} enthält keine Abtastwerte: Alle Signale sind leer.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} holds no samples: it is damaged.</source>
        <translation>{path} enthält keine Abtastwerte: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} holds no signal, only what is known about the recording.</source>
        <translation>{path} enthält kein Signal, nur Angaben über die Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} holds no table of numbers with a lead a column.</source>
        <translation>{path} enthält keine Zahlentabelle mit einer Ableitung je Spalte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds no waveform, though its class says so.</source>
        <translation>{path} enthält keine Kurve, obwohl die Klasse das sagt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path} holds no whole data record, so there is no signal in it.</source>
        <translation>{path} enthält keinen ganzen Datensatz, also kein Signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v5.py"/>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} holds over {max_values} values: no recording does.</source>
        <translation>{path} enthält über {max_values} Werte: So viele hat keine Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>{path} holds the annotations of {path_2}.ecg, which is absent: both belong into one folder.</source>
        <translation>{path} enthält die Annotationen von {path_2}.ecg, die fehlt: Beide gehören in einen Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_annotations.py"/>
        <source>{path} holds too many annotations to be read.</source>
        <translation>{path} enthält zu viele Annotationen zum Lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} holds {companded} samples, which are made for voices: no ECG can be read from them.</source>
        <translation>{path} enthält {companded}-Abtastwerte, die für Stimmen gemacht sind: Daraus ist kein EKG lesbar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/record_parts.py"/>
        <source>{path} holds {held}: there is no #{part}.</source>
        <translation>{path} enthält {held}: #{part} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} holds {n_channels} FLAC channels of {bits} bits, which are not the {n_specs} signals of {header_name}.</source>
        <translation>{path} enthält {n_channels} FLAC-Kanäle mit {bits} Bit, nicht die {n_specs} Signale von {header_name}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>{path} holds {n_leads} leads, but {n_leads_2} names were given.</source>
        <translation>{path} enthält {n_leads} Ableitungen, angegeben wurden aber {n_leads_2} Namen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path} holds {n_shown} signals, but {n_leads} names were given.</source>
        <translation>{path} enthält {n_shown} Signale, angegeben wurden aber {n_leads} Namen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <source>{path} holds {n_signals} leads, but {n_leads} names were given: choose its columns too.</source>
        <translation>{path} enthält {n_signals} Ableitungen, angegeben wurden aber {n_leads} Namen: Wählen Sie auch die Spalten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{path} in {path_2} cannot be opened or written ({reason})</source>
        <translation>{path} in {path_2} lässt sich nicht öffnen oder beschreiben ({reason})</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{path} in {path_2} is damaged.</source>
        <translation>{path} in {path_2} ist beschädigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is XML, but no HL7 annotated ECG.</source>
        <translation>{path} ist XML, aber kein annotiertes EKG nach HL7.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} is a folder: choose a record inside it.</source>
        <translation>{path} ist ein Ordner: Wählen Sie eine Aufzeichnung darin.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} is a pipe or a device: only files can be opened.</source>
        <translation>{path} ist eine Pipe oder ein Gerät: Nur Dateien lassen sich öffnen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} is a segment and cannot have segments of its own.</source>
        <translation>{path} ist ein Segment und kann keine eigenen Segmente haben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_reader.py"/>
        <source>{path} is an annotated ECG without any samples.</source>
        <translation>{path} ist ein annotiertes EKG ohne Abtastwerte.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path} is cut short in its header, so it holds no signal.</source>
        <translation>{path} ist im Header abgeschnitten und enthält daher kein Signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} is damaged or was cut short: its XML breaks off at line {position}.</source>
        <translation>{path} ist beschädigt oder abgeschnitten: Das XML bricht in Zeile {position} ab.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v4.py"/>
        <source>{path} is damaged: a text in it is made of impossible characters.</source>
        <translation>{path} ist beschädigt: Ein Text darin besteht aus unmöglichen Zeichen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>{path} is damaged: its header tells of {n_leads} leads.</source>
        <translation>{path} ist beschädigt: Der Header nennt {n_leads} Ableitungen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} is damaged: its parts do not fit together as a MAT file.</source>
        <translation>{path} ist beschädigt: Die Teile passen nicht zu einer MAT-Datei zusammen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_header.py"/>
        <source>{path} is damaged: its samples would begin at byte {data_start} of {size}.</source>
        <translation>{path} ist beschädigt: Die Abtastwerte begännen bei Byte {data_start} von {size}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{path} is damaged: its table of sections has an impossible size.</source>
        <translation>{path} ist beschädigt: Die Tabelle der Abschnitte hat eine unmögliche Größe.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is empty, so it describes no WFDB record.</source>
        <translation>{path} ist leer und beschreibt daher keine WFDB-Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} is empty, so there is no table in it.</source>
        <translation>{path} ist leer und enthält daher keine Tabelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is empty.</source>
        <translation>{path} ist leer.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} is larger ({size} MB) than any recording in XML that is read whole ({max_bytes} MB): export it in another format.</source>
        <translation>{path} ist größer ({size} MB) als jede Aufzeichnung in XML, die ganz gelesen wird ({max_bytes} MB): Exportieren Sie sie in einem anderen Format.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{path} is larger than an SCP-ECG record can be.</source>
        <translation>{path} ist größer, als eine SCP-ECG-Aufzeichnung sein kann.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} is larger than any table of labels.</source>
        <translation>{path} ist größer als jede Tabelle von Klassen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is nested or divided as no ECG is: it is damaged or a trap.</source>
        <translation>{path} ist verschachtelt oder geteilt wie kein EKG: Die Datei ist beschädigt oder eine Falle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_elements.py"/>
        <source>{path} is no DICOM data set, or damaged: copy it again.</source>
        <translation>{path} ist kein DICOM-Datensatz oder beschädigt: Kopieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path} is no EDF or BDF file: it does not begin as these do.</source>
        <translation>{path} ist keine EDF- oder BDF-Datei: Sie beginnt nicht wie diese.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_files.py"/>
        <source>{path} is no FLAC file, as {header_name} says it is.</source>
        <translation>{path} ist keine FLAC-Datei, obwohl {header_name} das angibt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ishne_reader.py"/>
        <source>{path} is no ISHNE recording: its beginning is none of one.</source>
        <translation>{path} ist keine ISHNE-Aufzeichnung: Der Anfang passt nicht dazu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>{path} is no MATLAB file: {beginning}.</source>
        <translation>{path} ist keine MATLAB-Datei: {beginning}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{path} is no SCP-ECG record: its beginning is none of one.</source>
        <translation>{path} ist keine SCP-ECG-Aufzeichnung: Der Anfang passt nicht dazu.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no WFDB header: cannot read its line “{line}”.</source>
        <translation>{path} ist kein WFDB-Header: Die Zeile „{line}“ ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no WFDB header: it is not a short text.</source>
        <translation>{path} ist kein WFDB-Header: Es ist kein kurzer Text.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no WFDB header: its first line should hold a record name, the number of signals and the sampling rate.</source>
        <translation>{path} ist kein WFDB-Header: Die erste Zeile müsste Namen, Anzahl der Signale und Abtastrate enthalten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} is no file, so it describes no WFDB record.</source>
        <translation>{path} ist keine Datei und beschreibt daher keine WFDB-Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_reader.py"/>
        <source>{path} is no recording of MUSE: it holds &lt;{tag}&gt;.</source>
        <translation>{path} ist keine Aufzeichnung von MUSE: Die Datei enthält &lt;{tag}&gt;.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_reader.py"/>
        <source>{path} is no recording of Philips: it holds &lt;{tag}&gt;.</source>
        <translation>{path} ist keine Aufzeichnung von Philips: Die Datei enthält &lt;{tag}&gt;.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is no review file, or an empty one.</source>
        <translation>{path} ist keine Befundungsdatei oder eine leere.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{path} is no review file, or nothing in it can be read</source>
        <translation>{path} ist keine Befundungsdatei, oder nichts darin ist lesbar</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>{path} is no review file: another program keeps its own data in it</source>
        <translation>{path} ist keine Befundungsdatei: Ein anderes Programm hat darin seine Daten</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source>{path} is no review file: name one that ends in .ecgreview.</source>
        <translation>{path} ist keine Befundungsdatei: Nennen Sie eine, die auf .ecgreview endet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} is no table: {error} in line {line_num}.</source>
        <translation>{path} ist keine Tabelle: {error} in Zeile {line_num}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/reference_csv.py"/>
        <source>{path} is no text in UTF-8: save the table as CSV.</source>
        <translation>{path} ist kein Text in UTF-8: Speichern Sie die Tabelle als CSV.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} is no text, so there is no table in it.</source>
        <translation>{path} ist kein Text und enthält daher keine Tabelle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/open.py"/>
        <source>{path} is not a kind of file that can be opened: ecgviewer opens {openable}.</source>
        <translation>{path} ist keine Dateiart, die sich öffnen lässt: ecgviewer öffnet {openable}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is not in {path_2}, or its drive is not connected</source>
        <translation>{path} ist nicht in {path_2}, oder das Laufwerk ist nicht verbunden</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is of an older version; it is kept as {backup}.</source>
        <translation>{path} hat eine ältere Version; sie bleibt als {backup} erhalten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/lock.py"/>
        <source>{path} is open by {who}; ask them to close it, or read it only.</source>
        <translation>{path} ist geöffnet von {who}; bitten Sie darum, die Datei zu schließen, oder öffnen Sie sie nur zum Lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is open in another program; close it there, or read it only.</source>
        <translation>{path} ist in einem anderen Programm geöffnet; schließen Sie die Datei dort, oder öffnen Sie sie nur zum Lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{path} is open in this program already.</source>
        <translation>{path} ist in diesem Programm schon geöffnet.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/store.py"/>
        <source>{path} is open to be read only: nothing can be said in it</source>
        <translation>{path} ist nur zum Lesen geöffnet: Nichts kann darin angegeben werden</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/table_lines.py"/>
        <source>{path} is text in UTF-16: save it as UTF-8, then open it.</source>
        <translation>{path} ist Text in UTF-16: Speichern Sie ihn als UTF-8, und öffnen Sie ihn dann.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/aecg_xml.py"/>
        <source>{path} is too large to be read: an XML file has no way into it.</source>
        <translation>{path} ist zu groß zum Lesen: In eine XML-Datei führt kein direkter Zugriff.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} is too short: it holds {n_frames} samples of each signal, and {path_2} announces {n_frames_2}.</source>
        <translation>{path} ist zu kurz: Die Datei enthält {n_frames} Abtastwerte je Signal, {path_2} kündigt {n_frames_2} an.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/ecg_xml.py"/>
        <source>{path} is written in an encoding that is not read: save it as UTF-8.</source>
        <translation>{path} hat eine Zeichenkodierung, die nicht gelesen wird: Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} keeps its samples in another file: unsupported.</source>
        <translation>{path} hat die Abtastwerte in einer anderen Datei: nicht unterstützt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} keeps its signal in another file, which is not read: export it whole.</source>
        <translation>{path} hat das Signal in einer anderen Datei, was nicht gelesen wird: Exportieren Sie es ganz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} names a file by {n_name} letters: {name}….</source>
        <translation>{path} nennt eine Datei mit {n_name} Buchstaben: {name}….</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_header.py"/>
        <source>{path} names a file outside its folder: {name}.</source>
        <translation>{path} nennt eine Datei außerhalb des eigenen Ordners: {name}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} needs its segment {path_2}, which is absent: all segments of a record belong into one folder.</source>
        <translation>{path} braucht das Segment {path_2}, das fehlt: Alle Segmente einer Aufzeichnung gehören in einen Ordner.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} only lists the signals of a multi-segment record: open that record's own header.</source>
        <translation>{path} listet nur die Signale einer Aufzeichnung aus Segmenten: Öffnen Sie deren eigenen Header.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} packs its leads in an order ({names}) for which it is not known how {follow} is kept.</source>
        <translation>{path} packt die Ableitungen in einer Reihenfolge ({names}), für die nicht bekannt ist, wie {follow} abgelegt ist.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} packs {what} by {packing}, which is not read.</source>
        <translation>{path} packt {what} mit {packing}, was nicht gelesen wird.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/wfdb_segments.py"/>
        <source>{path} runs at {rate_hz} Hz, but its record {path_2} at {rate_hz_2} Hz.</source>
        <translation>{path} läuft mit {rate_hz} Hz, die Aufzeichnung {path_2} aber mit {rate_hz_2} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/muse_signal.py"/>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} says that it has {rate} samples a second: it is damaged.</source>
        <translation>{path} gibt {rate} Abtastwerte je Sekunde an: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_signal.py"/>
        <source>{path} says {n_channels} channels but defines {n_columns} in its group {number}.</source>
        <translation>{path} nennt {n_channels} Kanäle, beschreibt in der Gruppe {number} aber {n_columns}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} unpacks to {size} MB, too much for one variable: save it in MATLAB with -v7.3, which can be read in part.</source>
        <translation>{path} ergibt entpackt {size} MB, zu viel für eine Variable: Speichern Sie sie in MATLAB mit -v7.3, das sich in Teilen lesen lässt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{path} was damaged: {saved} could be saved into a fresh file; the damaged one is kept as {aside} in {aside_2}.</source>
        <translation>{path} war beschädigt: {saved} ließen sich in eine neue Datei retten; die beschädigte bleibt als {aside} in {aside_2}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>{path} was made by a newer ecgviewer (version {version} of review files</source>
        <translation>{path} stammt von einem neueren ecgviewer (Version {version} der Befundungsdateien</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>{path} would unpack to more than {n_content} MB, far more than a recording of its size holds: it is damaged or a trap.</source>
        <translation>{path} ergäbe entpackt mehr als {n_content} MB, weit mehr als eine Aufzeichnung dieser Größe: Die Datei ist beschädigt oder eine Falle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_v73.py"/>
        <source>{path} would unpack to {claimed} MB, far more than a recording of its size holds: it is damaged or a trap.</source>
        <translation>{path} ergäbe entpackt {claimed} MB, weit mehr als eine Aufzeichnung dieser Größe: Die Datei ist beschädigt oder eine Falle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} would unpack to {n_samples} samples, far more than a file of its size holds: it is damaged or a trap.</source>
        <translation>{path} ergäbe entpackt {n_samples} Abtastwerte, weit mehr als eine Datei dieser Größe: Sie ist beschädigt oder eine Falle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_bytes.py"/>
        <source>{path} would unpack to {size} MB, far more than a recording of its size holds: it is damaged or a trap.</source>
        <translation>{path} ergäbe entpackt {size} MB, weit mehr als eine Aufzeichnung dieser Größe: Die Datei ist beschädigt oder eine Falle.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{path} writes its signal as {encoding}; only Base64 and plain numbers are read.</source>
        <translation>{path} schreibt das Signal als {encoding}; gelesen werden nur Base64 und einfache Zahlen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_file.py"/>
        <source>{path} {what}: of DICOM, 12-lead, general and ambulatory ECGs can be opened.</source>
        <translation>{path} {what}: Von DICOM lassen sich 12-Kanal-, allgemeine und Langzeit-EKG öffnen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <location filename="ecgviewer/io/edf_reader.py"/>
        <source>{path}: a rate of {rate_hz} Hz is impossible.</source>
        <translation>{path}: Eine Abtastrate von {rate_hz} Hz ist unmöglich.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/csv_reader.py"/>
        <location filename="ecgviewer/io/mat_reader.py"/>
        <source>{path}: a {name} of {value} is impossible.</source>
        <translation>{path}: Der Wert {value} ist unmöglich ({name}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path}: the header does not say how many samples of {label} stand in a data record.</source>
        <translation>{path}: Der Header sagt nicht, wie viele Abtastwerte von {label} in einem Datensatz stehen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_header.py"/>
        <source>{path}: the header does not say how many signals there are.</source>
        <translation>{path}: Der Header sagt nicht, wie viele Signale es gibt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/holter_print.py"/>
        <source>{places}; and {n} more</source>
        <translation>{places}; und {n} weitere</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/tool_row.py"/>
        <source>{place} of {files}</source>
        <translation>{place} / {files}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>{poor}: {why}. Do not lean on these.</source>
        <translation>{poor}: {why}. Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/list_jobs.py"/>
        <source>{problem} The records' own labels are shown.</source>
        <translation>{problem} Die eigenen Klassen der Aufzeichnungen werden gezeigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/jobs.py"/>
        <source>{problem}; the CPU is used instead.</source>
        <translation>{problem}; stattdessen wird die CPU benutzt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{readers} finished {records}.</source>
        <translation>{readers} schlossen ab: {records}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>{reader} notes: {note}</source>
        <translation>{reader} notiert: {note}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/lock.py"/>
        <source>{reader} on {machine} since {time}</source>
        <translation>{reader} auf {machine} seit {time}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>{reader}, adjudicator, {day}</source>
        <translation>{reader}, Schiedsbefunder, {day}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/report.py"/>
        <source>{reader}, {day}</source>
        <translation>{reader}, {day}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/window_names.py"/>
        <source>{record} (synthetic)</source>
        <translation>{record} (synthetisch)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/compare_bar.py"/>
        <source>{record} above</source>
        <translation>{record} oben</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/export_dialog.py"/>
        <source>{record} alone</source>
        <translation>Nur {record}</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/one_lead.py"/>
        <source>{record} has no ECG lead {name}; its ECG leads are: {have}.</source>
        <translation>{record} hat keine EKG-Ableitung {name}; vorhanden: {have}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/input.py"/>
        <source>{record} has no ECG lead, so no model can read it.</source>
        <translation>{record} hat keine EKG-Ableitung, daher kann kein Modell sie lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/one_lead.py"/>
        <source>{record} has no ECG lead, so that no beat can be judged.</source>
        <translation>{record} hat keine EKG-Ableitung, daher kann kein Schlag beurteilt werden.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/input.py"/>
        <source>{record} has none of the leads that the model reads ({leads}).</source>
        <translation>{record} hat keine der Ableitungen, die das Modell liest ({leads}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/api.py"/>
        <source>{record} has nothing to explain at {moment_s} s.</source>
        <translation>{record} hat bei {moment_s} s nichts zu erklären.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_objects.py"/>
        <source>{record} has {leads} at {rate_hz} Hz, for which DICOM has no ECG object: these hold up to 24 leads at 200 to 1000 Hz, or up to 12 at 50 to 1000 Hz.</source>
        <translation>{record} hat {leads} bei {rate_hz} Hz, wofür DICOM kein EKG-Objekt hat: Diese fassen bis zu 24 Ableitungen bei 200 bis 1000 Hz oder bis zu 12 bei 50 bis 1000 Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/input.py"/>
        <source>{record} holds infinite values, so no model can read it.</source>
        <translation>{record} enthält unendliche Werte, daher kann kein Modell sie lesen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} holds no signal in any lead that the model reads.</source>
        <translation>{record} enthält in keiner Ableitung, die das Modell liest, ein Signal.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/beat_maps.py"/>
        <location filename="ecgviewer/explain/heat.py"/>
        <location filename="ecgviewer/explain/shapley.py"/>
        <source>{record} holds no signal there, so there is nothing to explain.</source>
        <translation>{record} enthält dort kein Signal, daher gibt es nichts zu erklären.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/beat_logits.py"/>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} holds values that the model {card} cannot judge; are its units right?</source>
        <translation>{record} enthält Werte, die das Modell {card} nicht beurteilen kann; stimmen die Einheiten?</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} is sampled at {rate_hz} Hz; a model needs at least {lowest_rate_hz} Hz.</source>
        <translation>{record} ist mit {rate_hz} Hz abgetastet; ein Modell braucht mindestens {lowest_rate_hz} Hz.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/dicom_writer.py"/>
        <source>{record} is too long for a DICOM object: convert it to WFDB.</source>
        <translation>{record} ist zu lang für ein DICOM-Objekt: Wandeln Sie es in WFDB um.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/mat_writer.py"/>
        <source>{record} is too long for a MATLAB file of version 5, which holds 2 GB: convert it to WFDB.</source>
        <translation>{record} ist zu lang für eine MATLAB-Datei der Version 5, die 2 GB fasst: Wandeln Sie es in WFDB um.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/edf_writer.py"/>
        <source>{record} is too long for the data records of EDF.</source>
        <translation>{record} ist zu lang für die Datensätze von EDF.</translation>
    </message>
    <message>
        <location filename="ecgviewer/inference/predict.py"/>
        <source>{record} is {duration_s} s long; a model needs at least {shortest_s} s.</source>
        <translation>{record} ist {duration_s} s lang; ein Modell braucht mindestens {shortest_s} s.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_model.py"/>
        <source>{record}, open</source>
        <translation>{record}, geöffnet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>{record}: 1 step. Nothing that was said is ever deleted.</source>
        <translation>{record}: 1 Schritt. Was angegeben wurde, wird nie gelöscht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/adjudicating.py"/>
        <source>{record}: a class is still disputed.</source>
        <translation>{record}: Eine Klasse ist noch strittig.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>{record}: {count} steps. Nothing that was said is ever deleted.</source>
        <translation>{record}: {count} Schritte. Was angegeben wurde, wird nie gelöscht.</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{score} (0: none, 1: certain)</source>
        <translation>{score} (0: keines, 1: sicher)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erase_band.py"/>
        <source>{seconds} to erase in all leads</source>
        <translation>{seconds} in allen Ableitungen ausradieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/erase_band.py"/>
        <source>{seconds} to erase in {lead}</source>
        <translation>{seconds} in {lead} ausradieren</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_reader.py"/>
        <source>{sections} is damaged in section {number}, {what}: {error}.</source>
        <translation>{sections} ist beschädigt, Abschnitt {number} ({what}): {error}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/explain/beat_looks.py"/>
        <source>{seen} holds no signal there, so there is nothing to explain.</source>
        <translation>{seen} enthält dort kein Signal, daher gibt es nichts zu erklären.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/scp_sections.py"/>
        <source>{self} has no section {number}, which holds {what}: there is no ECG that could be shown.</source>
        <translation>{self} hat keinen Abschnitt {number} ({what}): Es gibt kein EKG, das sich zeigen ließe.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>{share} of the model's window was padding</source>
        <translation>{share} des Modellfensters war Auffüllung</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/why_panel.py"/>
        <source>{share} of this page</source>
        <translation>{share} dieser Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{share}, n {n}</source>
        <translation>{share}, n {n}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_words.py"/>
        <source>{start} to {stop}</source>
        <translation>{start} bis {stop}</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/measured_words.py"/>
        <source>{start} to {stop} s</source>
        <translation>{start} bis {stop} s</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/export.py"/>
        <source>{there}{more} exists already in {there_2}: nothing was written. Choose another place, or allow overwriting.</source>
        <translation>{there}{more} gibt es schon in {there_2}: Nichts wurde geschrieben. Wählen Sie einen anderen Ort, oder erlauben Sie das Überschreiben.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{time_ms} ms after R</source>
        <translation>{time_ms} ms nach R</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/median_beat_panel.py"/>
        <source>{time_ms} ms before R</source>
        <translation>{time_ms} ms vor R</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/laid_sheet.py"/>
        <source>{time_ms} ms from R</source>
        <translation>{time_ms} ms ab R</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{time} ({percent} % of the time) in {n} episode, the longest {longest}</source>
        <translation>{time} ({percent} % der Zeit) in {n} Episode, die längste {longest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/scan_words.py"/>
        <source>{time} ({percent} % of the time) in {n} episodes, the longest {longest}</source>
        <translation>{time} ({percent} % der Zeit) in {n} Episoden, die längste {longest}</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <source>{time} erased in all leads</source>
        <translation>{time} in allen Ableitungen ausradiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <source>{time} erased in {leads}</source>
        <translation>{time} in {leads} ausradiert</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/erased_layer.py"/>
        <source>{time} in {leads}</source>
        <translation>{time} in {leads}</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/sentences.py"/>
        <source>{told_of}. Check the folder, its permissions and its disk.</source>
        <translation>{told_of}. Prüfen Sie den Ordner, seine Berechtigungen und den Datenträger.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <source>{told}, {known}). Install the newer one to open it.</source>
        <translation>{told}, {known}). Installieren Sie das neuere, um sie zu öffnen.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>{told}. Check the folder's permissions and the disk.</source>
        <translation>{told}. Prüfen Sie die Berechtigungen des Ordners und den Datenträger.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/migrating.py"/>
        <location filename="ecgviewer/review/salvage.py"/>
        <source>{told}. Choose a file that ecgviewer has made.</source>
        <translation>{told}. Wählen Sie eine Datei, die ecgviewer erzeugt hat.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/opening.py"/>
        <source>{told}. Connect the drive, or choose another review file.</source>
        <translation>{told}. Schließen Sie das Laufwerk an, oder wählen Sie eine andere Befundungsdatei.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/store.py"/>
        <source>{told}. Open it for writing, or another review file.</source>
        <translation>{told}. Öffnen Sie sie zum Schreiben, oder eine andere Befundungsdatei.</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/bookmarks_file.py"/>
        <source>{told}; their file is kept as {aside}.</source>
        <translation>{told}; ihre Datei bleibt als {aside} erhalten.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{value} (interval not measurable)</source>
        <translation>{value} (Intervall nicht messbar)</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/agreement_tables.py"/>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/quality_words.py"/>
        <source>{verdict} on this page</source>
        <translation>{verdict} auf dieser Seite</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>{verdict}:
removing {share} %: {at_once};
removing 1–50 %: {removed} ({deletion} logits, others {deletion_elsewhere});
keeping only 1–50 %: {kept} ({insertion}, others {insertion_elsewhere}).</source>
        <translation>{verdict}:
{share} % entfernen: {at_once};
1–50 % entfernen: {removed} ({deletion} Logits, andere {deletion_elsewhere});
nur 1–50 % behalten: {kept} ({insertion}, andere {insertion_elsewhere}).</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_map.py"/>
        <source>{weight} logits</source>
        <translation>{weight} Logits</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_history.py"/>
        <source>{what} (undone)</source>
        <translation>{what} (rückgängig gemacht)</translation>
    </message>
    <message>
        <location filename="ecgviewer/io/philips_signal.py"/>
        <source>{what} in {path} is damaged.</source>
        <translation>{what} in {path} ist beschädigt.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{what}. Ctrl+Z takes it back.</source>
        <translation>{what}. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="ecgviewer/review/unsaved.py"/>
        <source>{which} that could not be saved earlier: now in {path}.</source>
        <translation>Früher nicht gespeichert, jetzt in {path}: {which}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{words} ({model} did not suggest it)</source>
        <translation>{words} (von {model} nicht vorgeschlagen)</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/review_words.py"/>
        <source>{words} ({model} suggested it)</source>
        <translation>{words} (von {model} vorgeschlagen)</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>{years} y</source>
        <translation>{years} J.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/import_dialog.py"/>
        <source>µV</source>
        <translation>µV</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>– absent</source>
        <translation>– nicht vorhanden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/typed.py"/>
        <source>“{text}” is no time: write 75, 1:15 or 1:15.5.</source>
        <translation>„{text}“ ist keine Zeit: Geben Sie 75, 1:15 oder 1:15.5 ein.</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/scales.py"/>
        <source>“{text}” is no {what}: write a number from {low} to {high}, such as {example}.</source>
        <translation>„{text}“ ist ungültig ({what}): Geben Sie eine Zahl von {low} bis {high} ein, etwa {example}.</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/lead_bars.py"/>
        <source>← against</source>
        <translation>← gegen</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>≈ Partly better than other places</source>
        <translation>≈ Teilweise besser als andere Stellen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>≠ Disagreements</source>
        <translation>≠ Abweichungen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>≠ differs</source>
        <translation>≠ weicht ab</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>≠ disputed</source>
        <translation>≠ strittig</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>≠ in part</source>
        <translation>≠ teilweise</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>▲ off scale</source>
        <translation>▲ außerhalb</translation>
    </message>
    <message>
        <location filename="ecgviewer/paper/furniture.py"/>
        <source>▼ off scale</source>
        <translation>▼ außerhalb</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>○ New</source>
        <translation>○ Neu</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_filters.py"/>
        <source>○ Unreviewed</source>
        <translation>○ Unbefundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>◐ Begun</source>
        <translation>◐ Begonnen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>⚑ Flagged</source>
        <translation>⚑ Vorgemerkt</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>✓ Better than other places</source>
        <translation>✓ Besser als andere Stellen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>✓ Reviewed</source>
        <translation>✓ Befundet</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>✓ present</source>
        <translation>✓ vorhanden</translation>
    </message>
    <message>
        <location filename="ecgviewer/core/map_trial.py"/>
        <source>✗ No better than other places</source>
        <translation>✗ Nicht besser als andere Stellen</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/readers_table.py"/>
        <source>✗ absent</source>
        <translation>✗ nicht vorhanden</translation>
    </message>
    <message>
        <location filename="ecgviewer/ui/worklist_words.py"/>
        <source>✗ failed</source>
        <translation>✗ fehlgeschlagen</translation>
    </message>
</context>
</TS>
