"use strict";
(function () {
  const PAGE_ROWS = 10; // a table of more rows gets a search box and sorting
  const say = (element, tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    element.append(made);
    return made;
  };

  /* Charts: the specification beside each canvas, drawn without eval so that the page's policy holds. */
  function draw(canvas) {
    const spec = JSON.parse(document.getElementById(canvas.dataset.chart).textContent);
    return vegaEmbed(canvas, spec, { ast: true, renderer: "svg", actions: false, tooltip: { theme: "custom" } })
      .then(() => { canvas.dataset.drawn = "yes"; })
      .catch((error) => {
        canvas.dataset.drawn = "no";
        canvas.textContent = "";
        say(canvas, "p", "This chart could not be drawn here (" + error.message + "). Its data stand in the table below.");
      });
  }

  /* Tables: search by any words, sort by a click on a heading; the original order comes back on the third click. */
  function searchable(table, rows, number) {
    const box = document.createElement("p");
    box.className = "search";
    const label = say(box, "label", "Search this table ");
    const input = document.createElement("input");
    input.type = "search";
    input.id = "search-" + number;
    label.htmlFor = input.id;
    const count = document.createElement("output");
    count.htmlFor = input.id;
    box.append(input, count);
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const search = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every((word) => texts[i].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = " " + shown + " of " + rows.length + " rows";
    };
    input.addEventListener("input", search);
    search();
    table.closest(".scroll").before(box);
  }

  function sortable(table, rows) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" };
        const order = next[head.getAttribute("aria-sort") || "none"];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        const sorted = [...rows];
        if (order !== "none") {
          head.setAttribute("aria-sort", order);
          const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
          const sign = order === "ascending" ? 1 : -1;
          sorted.sort((one, other) => {
            const [a, b] = [one.cells[column].textContent, other.cells[column].textContent];
            if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // empty cells stand last either way
            return sign * compare(a, b);
          });
        }
        body.append(...sorted);
      });
    });
  }

  document.querySelectorAll("table.kit-table").forEach((table, number) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length > PAGE_ROWS) {
      searchable(table, rows, number);
      sortable(table, rows);
    }
  });

  const toggle = document.getElementById("code-switch");
  toggle.addEventListener("click", () => {
    const shown = document.body.classList.toggle("with-code");
    toggle.textContent = shown ? "Hide the code" : "Show the code";
    document.querySelectorAll("details.code").forEach((code) => { code.open = shown; });
  });

  window.charts = Promise.all([...document.querySelectorAll("[data-chart]")].map(draw));
})();
