// The page: who is texting, what is tried, and the clock that asks what is new.

import { $, call, el, notice, pill, setZone, show, wallClock } from "./dom.js";
import * as phone from "./phone.js";
import { pretty, record, tasks, timeline } from "./record.js";
import { clear, tell } from "./story.js";
import { FAULTS, HINTS, TRIES } from "./tries.js";

const [BUSY, CALM, HIDDEN] = [350, 1000, 15000]; // milliseconds between two looks
const SLOW = 12000; // milliseconds after which an answer is late

let setup;
let people = []; // {name, phone}
let who; // the one who is texting now
let seen = { last: 0, events: [], contact: null };
let followed = null; // {sid, posts}
let choices = new Map();

async function start() {
  try {
    setup = await call("/demo/api/setup");
  } catch (problem) {
    notice("page", problem.message);
    return void setTimeout(start, 2000);
  }
  notice("page", null);
  setZone(setup.zone);
  people = setup.customers;
  $("brand").textContent = $("peer").textContent = setup.brand;
  $("peer-number").textContent = pretty(setup.number);
  phone.setUp({ why: explain, change: arrived, send: (body) => say(body) });
  buttons();
  keys();
  const linked = decodeURIComponent(location.hash.slice(1));
  become(/^\+\d{7,15}$/.test(linked) ? known(linked) : await newcomer());
}

// ---- who is texting ----------------------------------------------------------------------------

const newcomer = async () => {
  const { name, phone: number } = await call("/demo/api/fresh");
  return known(number, name);
};

function known(number, name = `Customer ${number.slice(-4)}`) {
  const found = people.find((one) => one.phone === number);
  if (found) return found;
  people.push({ name, phone: number });
  return people.at(-1);
}

function become(person) {
  who = person;
  seen = { last: 0, events: [], contact: null };
  followed = null;
  history.replaceState(null, "", `#${person.phone}`);
  $("customer").replaceChildren(
    ...people.map((one) => el("option", { value: one.phone, selected: one === person }, `${one.name}, ${pretty(one.phone)}`)),
    el("option", { value: "own" }, "Another number…"),
  );
  $("own-number").hidden = true;
  clear();
  phone.setTyping("");
  phone.watch(setup.carrier, person.phone);
  return look();
}

async function setClock(choice, at) {
  if (choice === "custom" && !at) return;
  await guarded(async () => {
    await call("/demo/api/clock", { phone: who.phone, choice, at });
    choices.set(who.phone, choice);
  });
  return look();
}

// ---- sending -----------------------------------------------------------------------------------

async function say(body, { wait = true } = {}) {
  const { phone: from } = who;
  await guarded(async () => {
    const receipt = await call(`${setup.carrier}/control/texts`, { from, to: setup.number, body, wait: true });
    const refused = receipt.delivered_to_webhook === false && receipt.attempts.length > 0;
    notice("webhook", refused ? `Our webhook answered ${receipt.webhook_status ?? "nothing"}. The carrier keeps the text, and we fetch it later.` : null);
    if (receipt.delivered_to_webhook) phone.received(receipt.sid);
    if (from === who.phone) follow(receipt.sid, receipt.attempts.length);
  });
  if (wait) await look();
}

function follow(sid, posts = 1) {
  followed = { sid, posts };
  return look();
}

/** The latest text of the customer is told until another is asked for. */
function arrived(message) {
  if (message.sender === "phone" && (!followed || followed.byItself)) followed = { sid: message.sid, posts: 1, byItself: true };
  look();
}

function explain(message) {
  follow(message.sid);
  document.querySelector(".story").scrollIntoView({ block: "nearest" });
}

/** Makes sure that the sender is one on whom the text shows its point, and says who it is. */
async function sender(on = "bot") {
  const { contact } = seen;
  const free = !contact?.known || (!contact.consent.suppressed && ["bot", "closed"].includes(contact.owner.owner));
  if (on === "anyone" || free) return notice("who", null);
  const before = who.name;
  const why = contact.consent.suppressed ? "opted out" : "is waiting for a person";
  await become(await newcomer());
  notice("who", `${before} ${why}: this one comes from ${who.name}, who is new.`);
}

async function attempt({ say: texts, on, clock }) {
  await guarded(async () => {
    await sender(on);
    if (clock) await setClock(clock);
    for (const [at, text] of texts.entries()) {
      if (at) await new Promise((done) => setTimeout(done, 800));
      await say(text, { wait: at === texts.length - 1 });
    }
  });
}

async function misbehave({ fault, at, say: text }) {
  await guarded(async () => {
    await sender();
    await call(`${setup.carrier}/control/faults`, { ...fault, [at]: who.phone });
    await say(text);
  });
}

async function guarded(work) {
  try {
    await work();
    notice("page", null);
  } catch (problem) {
    notice("page", problem.message);
  }
}

// ---- looking for news --------------------------------------------------------------------------

let timer = null;
let looking = false;
let again = false;

async function look() {
  if (looking) return void (again = true);
  looking = true;
  clearTimeout(timer);
  const person = who;
  try {
    const found = await call(`/demo/api/contact?phone=${encodeURIComponent(person.phone)}&after=${seen.last}`);
    if (person === who) await take(found);
    notice("news", null);
  } catch (problem) {
    notice("news", problem.message);
  }
  looking = false;
  const busy = again || seen.contact?.waiting_since;
  timer = setTimeout(look, again ? 0 : document.hidden ? HIDDEN : busy ? BUSY : CALM);
  again = false;
}

async function take(found) {
  const news = found.last !== seen.last || JSON.stringify(found.tasks) !== JSON.stringify(seen.contact?.tasks);
  seen = { last: found.last, events: [...seen.events, ...found.events], contact: found };
  record(found, who.name);
  timeline(seen.events);
  tasks(found.tasks, look);
  status(found);
  phone.setEmpty(found.known);
  const late = found.waiting_since && Date.now() - new Date(found.waiting_since) > SLOW;
  phone.setTyping(found.waiting_since ? (late ? "It takes long. The text is stored: is the worker running?" : "writing") : "");
  if (followed && (news || !followed.told || found.waiting_since)) await retell(followed);
}

async function retell(one) {
  const story = await call(`/demo/api/story/${encodeURIComponent(one.sid)}`);
  if (one !== followed || story === null) return; // null: its webhook is still on the way
  one.told = !story.chapters.some((chapter) => chapter.word === "soon");
  const twice = `The carrier posted it ${one.posts} times; the repeats changed nothing.`;
  tell(story, one.posts > 1 ? { received: [twice] } : {});
}

function status({ known: isKnown, consent, owner, clock }) {
  const choice = clock.moved ? (choices.get(who.phone) ?? "custom") : "now";
  show($("clock"), [wallClock(clock.at), clock.says], () => [el("b", {}, wallClock(clock.at)), ` at ${setup.brand}: ${clock.says}`]);
  $("clock").title = `Hours: ${clock.hours}. ${$("times").title}`;
  for (const one of $("times").querySelectorAll("[data-choice]")) one.setAttribute("aria-pressed", String(one.dataset.choice === choice));
  if (document.activeElement !== $("custom-at")) $("custom-at").hidden = choice !== "custom";
  show($("consent"), consent ?? null, () => (isKnown ? pill(consent.word, consent.tone) : pill("no consent yet", "plain")));
  show($("owner"), owner ?? null, () => (isKnown ? pill(owner.word, owner.tone) : pill("the bot", "good")));
  $("opt").textContent = consent?.suppressed ? "Opt in: text START" : "Opt out: text STOP";
}

// ---- what can be pressed -----------------------------------------------------------------------

function chip(one, at, press) {
  const key = at < 9 && press === attempt ? { "aria-keyshortcuts": String(at + 1) } : {};
  return el("li", {}, el("button", { type: "button", class: "chip", onclick: () => press(one), ...key }, el("b", {}, one.name), el("span", {}, one.watch)));
}

function choose(set) {
  for (const one of $("sets").querySelectorAll("[data-set]")) one.setAttribute("aria-pressed", String(one.dataset.set === set));
  for (const name of Object.keys(HINTS)) $(name).hidden = name !== set;
  $("sets-hint").textContent = HINTS[set];
}

function buttons() {
  $("tries").replaceChildren(...TRIES.map((one, at) => chip(one, at, attempt)));
  $("faults").replaceChildren(...FAULTS.map((one, at) => chip(one, at, misbehave)));
  for (const one of $("sets").querySelectorAll("[data-set]")) one.addEventListener("click", () => choose(one.dataset.set));
  choose("tries");
  $("fresh").addEventListener("click", () => guarded(async () => { notice("who", null); await become(await newcomer()); }));
  $("opt").addEventListener("click", () => say(seen.contact?.consent?.suppressed ? "START" : "STOP"));
  $("customer").addEventListener("change", ({ target }) => {
    notice("who", null);
    if (target.value !== "own") return become(known(target.value));
    $("own-number").hidden = false;
    $("own-phone").focus();
  });
  $("own-number").addEventListener("submit", (event) => {
    event.preventDefault();
    const digits = $("own-phone").value.replace(/\D/g, "").replace(/^1/, "");
    const number = `+1${digits}`;
    if (!/^[2-9]\d{9}$/.test(digits)) return notice("who", "A number has ten digits, as (720) 555-0120.");
    if (setup.taken.includes(number)) return notice("who", `${pretty(number)} is one of the business's own: choose another.`);
    notice("who", null);
    become(known(number));
  });
  for (const one of $("times").querySelectorAll("[data-choice]")) {
    one.addEventListener("click", () => {
      const custom = one.dataset.choice === "custom";
      $("custom-at").hidden = !custom;
      if (custom) $("custom-at").focus();
      setClock(one.dataset.choice, custom ? $("custom-at").value : undefined);
    });
  }
  $("custom-at").addEventListener("change", ({ target }) => setClock("custom", target.value));
  $("shortcuts").addEventListener("click", () => $("help").showModal());
  document.addEventListener("visibilitychange", () => document.hidden || look());
}

const JUMPS = {
  "/": () => $("composer"),
  c: () => $("customer"),
  s: () => document.querySelector("#chapters summary"),
  t: () => document.querySelector("#tasks .task:not([data-state=resolved]) button:not(:disabled)"),
};

function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    const inField = event.target.matches("input, textarea, select");
    if (event.key === "Escape" && inField) return event.target.blur();
    if (inField) return;
    const key = event.key.toLowerCase();
    if (key === "?") $("help").showModal();
    else if (key === "n") $("fresh").click();
    else if (JUMPS[key]) JUMPS[key]()?.focus();
    else if (/^[1-9]$/.test(key)) attempt(TRIES[key - 1]);
    else return;
    event.preventDefault();
  });
}

start();
