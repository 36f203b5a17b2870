// What happened to one text, chapter by chapter; a chapter opens on a click.

import { $, el, pill, show, time } from "./dom.js";

const home = $("chapters");
const nodes = new Map();
let shownId = null;

/** Shows a story. `extra` is what only this page knows, by chapter. */
export function tell(story, extra = {}) {
  const mine = story.direction === "in";
  show($("story-about"), [story.body, mine], () => [
    mine ? "To your text " : "To the answer ",
    el("q", {}, story.body || "(empty)"),
  ]);
  if (shownId !== story.id) {
    shownId = story.id;
    nodes.clear();
    home.replaceChildren();
  }
  for (const chapter of story.chapters) {
    if (!nodes.has(chapter.key)) {
      const summary = el("summary");
      const body = el("div", { class: "folds" });
      const node = el("details", { class: "chapter" }, summary, body);
      nodes.set(chapter.key, node);
      home.append(node);
    }
    fill(nodes.get(chapter.key), chapter, extra[chapter.key] ?? []);
  }
}

function fill(node, chapter, extra) {
  const [summary, body] = node.children;
  node.dataset.tone = chapter.tone;
  show(summary, [chapter.title, chapter.headline, chapter.word, chapter.notes, extra], () => [
    el("span", { class: "title" }, chapter.title),
    pill(chapter.word, chapter.tone),
    el("span", { class: "says" }, chapter.headline, [...chapter.notes, ...extra].map((note) => el("small", {}, note))),
  ]);
  show(body, [chapter.folds, chapter.at], () => [
    ...chapter.folds.map(fold),
    chapter.at ? el("p", { class: "when" }, time(chapter.at)) : el("p", { class: "when" }, "No more to say yet."),
  ]);
}

function fold({ title, lines }) {
  return el("section", {},
    el("h4", {}, title),
    el("ul", { class: "lines" }, lines.map((line) =>
      el("li", { class: line.word ? null : "wordless" },
        el("code", {}, line.label),
        line.word ? pill(line.word, line.tone) : "",
        el("span", {}, line.text),
      ))),
  );
}

/** Before there is a story: what it will tell. */
export function clear() {
  shownId = null;
  nodes.clear();
  show($("story-about"), null, () => "Send a text to see its way. Press a step to see what every rule said.");
  home.replaceChildren(...STEPS.map(([title, says]) =>
    el("p", { class: "chapter step" }, el("span", { class: "title" }, title), el("span", { class: "says" }, says))));
}

const STEPS = [
  ["Received", "The webhook is verified and the text stored, once, whatever is repeated."],
  ["Guards", "Rules for opt-outs, danger and people come first; no model undoes them."],
  ["Understood", "What is wanted: by rules, or by a model where one is set."],
  ["Conversation", "Approved words answer; what they can't answer goes to a person."],
  ["Gate", "Consent, owner, pace and wording, judged when written and before sending."],
  ["Delivered", "Sent once, and followed by the carrier's own reports."],
];
