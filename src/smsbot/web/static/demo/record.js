// The contact's record filling in, and the tasks with what a person can do about them.

import { $, call, el, exact, list, notice, pill, show, time } from "./dom.js";

const SHOWN = 6;

export function record(contact, name) {
  const known = contact.known;
  const rows = [
    ["Name", contact.name ?? (known ? "not told yet" : "unknown")],
    ["Phone", pretty(contact.phone)],
    ["Consent", known ? contact.consent : null],
    ["Owner", known ? contact.owner : null],
    ["Stage", contact.stage],
    ...spaced(contact.fields ?? {}),
  ].filter(([, value]) => value != null);
  show($("record"), [rows, known], () => [
    known ? "" : el("p", { class: "empty" }, `${name} has never texted: there is no record yet.`),
    known ? list(rows, cell) : "",
  ]);
}

const several = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

const spaced = (fields) => Object.entries(fields).map(([key, value]) => [key.replaceAll("_", " "), value]);

function cell(value) {
  if (typeof value !== "object") return String(value);
  const shown = [pill(value.word, value.tone)];
  if (value.count) {
    shown.push(fold(several(value.count, "consent record"), value.records.map((one) =>
      el("li", {}, `${one.act}, ${one.scope}: `, el("q", {}, one.evidence), ` by ${one.method}, `, time(one.at)))));
  }
  return shown;
}

const fold = (title, lines) => el("details", {}, el("summary", {}, title), el("ol", {}, lines));

export function timeline(events) {
  const newest = events.slice(-SHOWN).reverse();
  const older = events.slice(0, -SHOWN).reverse();
  show($("timeline"), events.map((one) => one.id), () => [
    ...newest.map(line),
    older.length ? el("li", {}, fold(`${older.length} older`, older.map(line))) : "",
    events.length ? "" : el("li", { class: "empty" }, "Nothing has happened yet."),
  ].filter(Boolean));
}

function line(event) {
  const fields = Object.entries(event.fields).map(([key, value]) => `${key}: ${value}`).join(", ");
  const body = event.body ? el("small", {}, el("q", {}, event.body)) : "";
  const said = ` ${event.reason}${fields ? ` (${fields})` : ""}`;
  return el("li", {}, time(event.at), el("span", {}, el("b", {}, event.title), said, body));
}

const cards = new Map();

export function tasks(found, changed) {
  for (const [id, card] of cards) if (!found.some((one) => one.id === id)) { card.remove(); cards.delete(id); }
  const empty = found.length ? [] : [el("p", { class: "empty" }, "None: no person is needed.")];
  show($("tasks"), found.map((one) => one.id), () => [
    ...empty,
    ...found.map((one) => {
      if (!cards.has(one.id)) {
        cards.set(one.id, card(one, changed));
        $("announced").textContent = `A task for a person: ${one.reason}`;
      }
      return cards.get(one.id);
    }),
  ]);
  for (const one of found) fill(cards.get(one.id), one);
}

function card(task, changed) {
  const as = el("select", { "aria-label": "Act as" }, task.people.map((one) =>
    el("option", { value: one.id, selected: one.id === task.assigned_to }, one.name)));
  const says = "Reply to the customer";
  const text = el("textarea", { rows: "2", "aria-label": says, placeholder: says });
  const act = async (action, body = "") => {
    try {
      await call(`/demo/api/tasks/${encodeURIComponent(task.id)}/${action}`, { person: as.value, text: body });
      notice("desk", null);
      if (action === "reply") text.value = "";
    } catch (problem) {
      notice("desk", problem.message);
    }
    changed();
  };
  const button = (action, word, body) =>
    el("button", { type: "button", "data-action": action, onclick: () => act(action, body?.()) }, word);
  const desk = el("form", { class: "desk", onsubmit: (event) => event.preventDefault() },
    el("label", {}, "Act as ", as),
    button("claim", "Claim"),
    text,
    button("reply", "Send reply", () => text.value),
    button("return", "Return to the bot"),
    button("resolve", "Resolve"),
  );
  return el("article", { class: "task", "aria-label": "Task" }, el("div"), desk);
}

function fill(node, task) {
  const [about, desk] = node.children;
  const mine = task.state === "claimed";
  node.dataset.state = task.state;
  desk.hidden = task.state === "resolved";
  if (mine) desk.querySelector("select").value = task.assigned_to;
  desk.querySelector("select").disabled = mine;
  desk.querySelector("textarea").disabled = !mine;
  for (const one of desk.querySelectorAll("[data-action]")) {
    const open = task.state === "open" ? ["claim", "resolve"] : ["reply", "return", "resolve"];
    one.disabled = !open.includes(one.dataset.action);
  }
  show(about, task, () => [
    el("p", { class: "task-state" }, pill(task.urgency.word, task.urgency.tone), " ", stateOf(task)),
    el("h3", {}, task.reason),
    el("p", {}, `Queue ${task.queue}, due `, el("span", { title: exact(task.due_at) }, task.due), "."),
    list([
      ["Meant for", task.state === "open" && task.assigned_name],
      ["Why them", task.why_you],
      ["They want", task.wants],
      ["Open question", task.question],
      ["Next step", task.next_step],
      ...spaced(task.facts).filter(([key]) => key !== "phone"),
    ].filter(([, value]) => value)),
    ...task.told.filter((one) => one.kind === "staff").map((one) => {
      const who = one.name ?? pretty(one.to);
      return el("p", { class: "told" }, `${who} was texted (${one.state}): `, el("q", {}, one.body));
    }),
    fold(`Last ${several(task.last_messages.length, "message")}`, task.last_messages.map(([who, said]) =>
      el("li", {}, el("b", {}, `${who}: `), said))),
    el("p", {}, el("a", { href: task.link }, "The contact's record")),
  ]);
}

function stateOf(task) {
  if (task.state === "resolved") return pill("resolved", "good");
  if (task.state === "claimed") return pill(`${task.assigned_name} has it`, "good");
  return pill("nobody has it yet", "waiting");
}

export const pretty = (phone) => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
