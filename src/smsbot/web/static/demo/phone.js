// The customer's phone: bubbles by the carrier's stream, typing, the composer.

import { $, el, notice, pill, time } from "./dom.js";
import { segments } from "./segments.js";

const TICKS = {
  received: ["sent", "good", "✓"],
  accepted: ["with the carrier", "waiting"],
  queued: ["with the carrier", "waiting"],
  sending: ["with the carrier", "waiting"],
  sent: ["sent", "waiting", "✓"],
  delivered: ["delivered", "good", "✓✓"],
  undelivered: ["not delivered", "bad"],
  failed: ["not delivered", "bad"],
};

const STORED = ["received", "good", "✓✓"];

const list = $("messages");
const stored = new Set(); // what the business has of this phone's texts, by the webhook's answer
let stream = null;
const bubbles = new Map();
let onWhy = () => {};
let onChange = () => {};

export function setUp({ why, change, send }) {
  onWhy = why;
  onChange = change;
  const box = $("composer");
  const submit = () => {
    const body = box.value.trim();
    if (!body) return box.focus();
    box.value = "";
    count();
    send(body);
  };
  $("composer-form").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  box.addEventListener("input", count);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  count();
}

function count() {
  const { count: many, units, room, odd } = segments($("composer").value);
  const why = odd === undefined ? "" : ` · “${odd}” leaves room for 70 instead of 160`;
  $("segments").textContent = `${units} of ${room} · ${many} segment${many > 1 ? "s" : ""}${why}`;
}

/** Shows another phone's messages, and watches it. */
export function watch(carrier, phone) {
  stream?.close();
  wipe();
  typing.hidden = true;
  stream = new EventSource(`${carrier}/control/stream?phone=${encodeURIComponent(phone)}&after=0`);
  const take = (event) => {
    const message = JSON.parse(event.data);
    put(message);
    onChange(message);
  };
  stream.addEventListener("message", take);
  stream.addEventListener("status", take);
  stream.addEventListener("reset", wipe);
  stream.onopen = () => {
    notice("stream", null);
    wipe(); // what there is comes again
  };
  stream.onerror = () => notice("stream", "The phone lost its line to the simulated carrier. It tries again by itself.");
}

function wipe() {
  bubbles.clear();
  list.replaceChildren(empty, typing);
}

function put(message) {
  const known = bubbles.get(message.sid);
  if (known) return void known.querySelector(".pill").replaceWith(tick(message));
  const made = bubble(message);
  bubbles.set(message.sid, made);
  empty.remove();
  list.insertBefore(made, typing);
  list.scrollTop = list.scrollHeight;
}

/** The business has this text of the customer's. */
export function received(sid) {
  stored.add(sid);
  bubbles.get(sid)?.querySelector(".pill").replaceWith(tick({ sid }));
}

function tick({ sid, status, error_code: code }) {
  const [word, tone, sign] = stored.has(sid) ? STORED : TICKS[status] ?? [status, "plain"];
  return pill(code ? `${word} (${code})` : word, tone, sign);
}

function why(message) {
  const props = { type: "button", class: "link", "aria-label": `why? ${message.body}` };
  return el("button", { ...props, onclick: () => onWhy(message) }, "why?");
}

function bubble(message) {
  const mine = message.sender === "phone";
  const ours = message.sender === "business";
  const who = mine ? "You" : ours ? "The business" : "The carrier";
  return el("div", { class: `bubble ${message.sender}-side` },
    el("span", { class: "sr" }, `${who}: `),
    message.sender === "carrier" ? el("strong", {}, "From the carrier itself, not from us") : "",
    el("p", {}, message.body || "(empty)"),
    el("footer", {},
      time(message.at), ` · ${message.segments} segment${message.segments > 1 ? "s" : ""} `,
      tick(message),
      message.sender === "carrier" ? "" : [" ", why(message)],
    ),
  );
}

const empty = el("p", { class: "empty" });

/** What an empty phone says; `texted` where the record knows more than the carrier. */
export function setEmpty(texted) {
  empty.textContent = texted
    ? "The simulated carrier forgets its texts when it stops. The record does not."
    : "No texts yet. Press one above, or write your own.";
}

const dots = el("span", { class: "dots", "aria-hidden": "true" }, "• • •");
const typing = el("p", { class: "typing", hidden: true }, dots, " ", el("span"));

/** Whether an answer is under way, and what is said of it. */
export function setTyping(says) {
  if (typing.hidden === !says && typing.lastChild.textContent === (says || "")) return;
  typing.hidden = !says;
  typing.lastChild.textContent = says || "";
  if (says) list.scrollTop = list.scrollHeight;
}
