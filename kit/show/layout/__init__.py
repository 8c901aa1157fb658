"""Where the parts of a chart stand: pure computations of positions, lines of text and lists, for `kit.show`.

* `labels` shorten, wrap and count; `canvas` places marks in pixels; `listing` is the linked list under a chart;
* `score` sets wordings in columns, `lanes` times in rows, `layers` a graph in columns, `grid` answers in cells.
"""
