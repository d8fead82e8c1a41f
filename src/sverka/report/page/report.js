"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const openNote = () => { const hash = location.hash.slice(1); return hash.startsWith("n") ? byId(hash) : null; };
  const markOf = (note) => byId("f" + note.id.slice(1));
  const isOn = (fate) => byId("show-" + fate).checked;

  const dim = () => {
    all(".current").forEach((mark) => mark.classList.remove("current"));
    all(".lit").forEach((span) => span.classList.remove("lit", "quiet"));
  };

  // Shows in the text what the open note rests on.
  const light = (note) => {
    dim();
    all('.f[href="#' + note.id + '"]').forEach((mark) => mark.classList.add("current"));
    const text = note.closest(".document").querySelector(".text");
    for (const pair of note.dataset.e.split(" ").filter(Boolean)) {
      const at = pair.indexOf(":");
      const spans = all('.ev[data-e~="' + pair.slice(0, at) + '"]', text);
      spans.forEach((span, index) => {
        span.dataset.role = pair.slice(at + 1).replace("_", " ");
        span.classList.add("lit");
        span.classList.toggle("quiet", index < spans.length - 1);
      });
    }
  };

  const open = (mark) => {
    const fold = mark.closest("details");
    if (fold) fold.open = true;
    const note = byId(mark.getAttribute("href").slice(1));
    location.replace("#" + note.id);
    mark.scrollIntoView({ block: "nearest" });
    note.scrollTop = 0;
    note.focus({ preventScroll: true });
    light(note);
  };

  const close = (note) => {
    const mark = markOf(note);
    location.replace("#" + mark.id);
    dim();
    mark.focus({ preventScroll: true });
  };

  // From where the reader is: the open note, the focused figure, or the top of the window.
  const here = () => {
    const note = openNote();
    if (note) return markOf(note);
    return document.activeElement.closest(".f[id]");
  };

  const step = (fate, forward) => {
    const marks = isOn(fate) ? all(".f[id].f-" + fate) : [];
    if (!marks.length) return;
    const from = here();
    const follows = (mark) => from
      ? Boolean(from.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)
      : mark.getBoundingClientRect().top > 0;
    const after = marks.filter((mark) => mark !== from && follows(mark));
    const before = marks.filter((mark) => mark !== from && !follows(mark));
    open(forward ? after[0] || marks[0] : before[before.length - 1] || marks[marks.length - 1]);
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    if (!link) return;
    if (link.matches(".f")) {
      event.preventDefault();
      const note = openNote();
      if (note && link.getAttribute("href") === "#" + note.id) close(note); else open(byId("f" + link.getAttribute("href").slice(2)));
    } else if (link.matches(".go")) {
      event.preventDefault();
      open(byId(link.getAttribute("href").slice(1)));
    } else if (link.matches(".close")) {
      event.preventDefault();
      close(link.closest(".note"));
    }
  });

  const keys = {
    j: () => step("conflict", true), k: () => step("conflict", false),
    u: () => step("unsupported", true), i: () => step("unsupported", false),
    ArrowRight: (note) => note && step(note.dataset.fate, true),
    ArrowLeft: (note) => note && step(note.dataset.fate, false),
    Escape: (note) => note && close(note),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    const note = openNote();
    if (event.key.startsWith("Arrow") && !note) return;
    event.preventDefault();
    keys[event.key](note);
  });

  // What is filtered out is not stopped at either.
  document.addEventListener("change", (event) => {
    const fate = event.target.id.replace("show-", "");
    all(".f[id].f-" + fate).forEach((mark) => { mark.tabIndex = event.target.checked ? 0 : -1; });
  });
  window.addEventListener("hashchange", () => { const note = openNote(); if (note) light(note); else dim(); });
  if (openNote()) light(openNote());
})();
