"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const texts = JSON.parse(byId("texts").textContent);
  const table = byId("matrix");
  const heads = [...table.tHead.rows[1].cells];
  const rows = [...table.tBodies[0].rows];
  const firstCell = 2;
  const shares = [...table.tFoot.rows[0].cells].slice(firstCell);

  // Light or dark: as the system has it, until the button is used.
  const theme = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  const isDark = () => chosen ?? system.matches;
  const paint = () => {
    document.documentElement.style.colorScheme = chosen === null ? "" : chosen ? "dark" : "light";
    theme.textContent = isDark() ? "Light" : "Dark";
  };
  system.addEventListener("change", paint);
  theme.addEventListener("click", () => { chosen = !isDark(); paint(); });
  paint();

  // A search hides rows and columns; a verdict hides students without it, and fades other cells.
  const filter = () => {
    const name = byId("student").value.trim().toLowerCase();
    const kata = byId("kata").value.trim().toLowerCase();
    const verdict = byId("verdict").value;
    const shown = heads.map((head) => head.dataset.kata.includes(kata));
    heads.forEach((head, i) => { head.hidden = !shown[i]; });
    let place = 0;
    for (const group of [...table.tHead.rows[0].cells].slice(firstCell)) {
      const size = Number(group.dataset.size ??= group.colSpan);
      const left = shown.slice(place, place + size).filter(Boolean).length;
      group.hidden = left === 0;
      if (left > 0) group.colSpan = left;
      place += size;
    }
    shares.forEach((share, i) => { share.hidden = !shown[i]; });
    let students = 0;
    let cells = 0;
    for (const row of rows) {
      let matches = 0;
      shown.forEach((isShown, i) => {
        const cell = row.cells[i + firstCell];
        const fits = !verdict || cell.classList.contains(verdict);
        cell.hidden = !isShown;
        cell.classList.toggle("faded", !fits);
        if (isShown && fits) matches++;
      });
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(name) || (verdict !== "" && matches === 0);
      if (!row.hidden) { students++; cells += matches; }
    }
    byId("found").textContent = `${students} of ${rows.length} students, ${cells} answers`;
    focusable(firstShown());
  };

  // One cell of the table is in the tab order; the arrow keys move it (WAI-ARIA grid pattern).
  let current = null;
  const focusable = (cell) => {
    if (current) current.tabIndex = -1;
    current = cell;
    if (current) current.tabIndex = 0;
  };
  const firstShown = () => {
    const row = rows.find((r) => !r.hidden);
    return row ? [...row.cells].slice(firstCell).find((cell) => !cell.hidden) ?? null : null;
  };
  const beside = (cell, step) => {
    for (let next = cell; ;) {
      next = step < 0 ? next.previousElementSibling : next.nextElementSibling;
      if (!next || next.cellIndex < firstCell) return null;
      if (!next.hidden) return next;
    }
  };
  const above = (cell, step) => {
    for (let row = cell.parentElement; ;) {
      row = step < 0 ? row.previousElementSibling : row.nextElementSibling;
      if (!row) return null;
      if (!row.hidden) return row.cells[cell.cellIndex];
    }
  };
  const moves = {
    ArrowLeft: (cell) => beside(cell, -1), ArrowRight: (cell) => beside(cell, 1),
    Home: (cell) => [...cell.parentElement.cells].slice(firstCell).find((other) => !other.hidden), End: (cell) => [...cell.parentElement.cells].findLast((other) => !other.hidden),
    ArrowUp: (cell) => above(cell, -1), ArrowDown: (cell) => above(cell, 1),
  };

  // The lines of a difference in colours. Only text is put into the page, never markup: it is a stranger's.
  const classOf = (line) => /^ {2,6}\+ /.test(line) ? "extra" : /^ {2,6}- /.test(line) ? "missing" : /^ {2,6}~ /.test(line) ? "changed" : "";
  const lines = (text) => text.split("\n").map((line) => {
    const span = document.createElement("span");
    span.className = classOf(line);
    span.textContent = line + "\n";
    return span;
  });
  const open = (cell) => {
    if (!cell.dataset.text) return;
    const student = cell.parentElement.cells[0].firstChild.textContent.trim();
    byId("feedback-title").textContent = `${student}: ${heads[cell.cellIndex - firstCell].dataset.kata}`;
    byId("feedback-verdict").textContent = cell.ariaLabel;
    byId("feedback-verdict").className = cell.classList[0];
    byId("feedback-text").replaceChildren(...lines(texts[Number(cell.dataset.text)]));
    byId("feedback").showModal();
  };
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("tbody td");
    if (!cell || cell.cellIndex < firstCell) return;
    focusable(cell);
    // So that the keyboard goes on from here when the feedback is closed.
    cell.focus();
    open(cell);
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("tbody td");
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(cell); return; }
    const next = moves[event.key]?.(cell);
    if (!next) return;
    event.preventDefault();
    focusable(next);
    next.focus();
  });

  for (const id of ["student", "kata", "verdict"]) byId(id).addEventListener("input", filter);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
