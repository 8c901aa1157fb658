"""Where the parts of a chart stand: pure computations of positions, lines of text and lists, for `kit.show`.

* `labels` shorten, wrap and count; `canvas` places marks in pixels; `listing` is the linked list under a chart;
* `score` sets wordings in columns, `families` gives the types of difference their glyphs, `lanes` and `basis` times in rows, `layers` and `flows` a graph in columns;
* `ranks` and `tracks` order events and the lines between them; `blocks` and `glance` a whole case in small cells;
* `grid`, `pairs`, `tones` and `crossing` are matrices: answers, verdicts, voices, words.
"""
