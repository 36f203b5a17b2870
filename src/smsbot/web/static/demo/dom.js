// Building blocks. Text goes into the page as text, never as markup.

export const $ = (id) => document.getElementById(id);

export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== ""));
  return made;
}

const ICONS = { good: "✓", waiting: "…", bad: "!", plain: "·" };

/** A state: a colour, a sign and a word. */
export function pill(word, tone, sign = ICONS[tone]) {
  return el("span", { class: "pill", "data-tone": tone }, el("span", { "aria-hidden": "true" }, sign), ` ${word}`);
}

/** Replaces what is in `parent` only where `data` is not what it showed before. */
export function show(parent, data, build) {
  const key = JSON.stringify(data);
  if (parent.shown === key) return;
  parent.shown = key;
  parent.replaceChildren(...[build(data)].flat());
}

/** Names with their values, each a text or nodes. */
export function list(rows, told = (value) => value) {
  return el("dl", {}, rows.map(([key, value]) => el("div", {}, el("dt", {}, key), el("dd", {}, told(value)))));
}

let zone = "UTC";
export const setZone = (name) => { zone = name; };

const format = (at, how, as = "en-US") =>
  new Intl.DateTimeFormat(as, { ...how, timeZone: zone }).format(new Date(at));
const CLOCK = { weekday: "short", hour: "numeric", minute: "2-digit" };

/** The whole of it: date, time and zone. */
export const exact = (at) => format(at, { dateStyle: "full", timeStyle: "long" });

/** "2026-12-03T14:14", as a field for a date and a time wants it. */
export const fieldTime = (at) => format(at, { dateStyle: "short", timeStyle: "short" }, "sv-SE").replace(" ", "T");

/** "Thu, 2:14 AM MST": the clock on the wall there. */
export const wallClock = (at) => format(at, { ...CLOCK, timeZoneName: "short" });

function words(at) {
  const minutes = Math.floor((Date.now() - at) / 60000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  return format(at, CLOCK);
}

/** A time in words, with the exact one in the tooltip. */
export function time(at) {
  const date = new Date(at);
  return el("time", { datetime: at, title: exact(at) }, words(date));
}

setInterval(() => {
  for (const one of document.querySelectorAll("time")) one.textContent = words(new Date(one.dateTime));
}, 20000);

/** What is said about the page itself, by key; null takes it back. */
export function notice(key, text) {
  const id = `notice-${key}`;
  const old = $(id);
  if (!text) old?.remove();
  else if (old) { if (old.textContent !== text) old.textContent = text; }
  else $("notices").append(el("p", { id, class: "notice" }, text));
}

/** JSON from an address, posted where there is a body. Throws what a person can read. */
export async function call(url, body) {
  const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(url, body === undefined ? {} : post);
  } catch {
    throw new Error("smsbot does not answer. Is smsbot demo still running? This page tries again by itself.");
  }
  const found = await answer.json().catch(() => ({}));
  if (answer.ok) return found;
  const unsaid = `smsbot answered with an error (${answer.status}); its terminal says more.`;
  throw new Error(typeof found.error === "string" ? found.error : unsaid);
}
