// The page: who is texting, what is tried, and the clock that asks what is new.

import { $, call, el, fieldTime, notice, pill, setZone, show, wallClock } from "./dom.js";
import { appointments } from "./appointments.js";
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
const choices = new Map(); // by phone

async function start() {
  let first;
  try {
    setup = await call("/demo/api/setup");
    people = setup.customers;
    const linked = decodeURIComponent(location.hash.slice(1));
    first = /^\+\d{7,15}$/.test(linked) ? known(linked) : await newcomer();
  } catch (problem) {
    notice("page", problem.message);
    return void setTimeout(start, 2000);
  }
  notice("page", null);
  setZone(setup.zone);
  $("brand").textContent = $("peer").textContent = setup.brand;
  $("peer-number").textContent = pretty(setup.number);
  phone.setUp({ why: explain, change: arrived, send: (body) => guarded(() => say(who, body)) });
  buttons();
  keys();
  become(first);
}

// ---- who is texting ----------------------------------------------------------------------------

async function newcomer() {
  const { name, phone: number } = await call(`/demo/api/fresh?but=${encodeURIComponent(who?.phone ?? "")}`);
  return known(number, name);
}

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
    ...people.map((one) =>
      el("option", { value: one.phone, selected: one === person }, `${one.name}, ${pretty(one.phone)}`)),
    el("option", { value: "own" }, "Another number…"),
  );
  $("own-number").hidden = true;
  $("custom-at").value = "";
  clear();
  phone.setTyping("");
  phone.watch(setup.carrier, person.phone);
  return look();
}

async function setClock(choice, at) {
  if (choice === "custom" && !at) return;
  await call("/demo/api/clock", { phone: who.phone, choice, at });
  choices.set(who.phone, choice);
  await look();
}

// ---- sending -----------------------------------------------------------------------------------

async function say(from, body) {
  const text = { from: from.phone, to: setup.number, body, wait: true };
  const receipt = await call(`${setup.carrier}/control/texts`, text);
  const refused = receipt.delivered_to_webhook === false && receipt.attempts.length > 0;
  const answer = `Our webhook answered ${receipt.webhook_status ?? "nothing"}.`;
  notice("webhook", refused ? `${answer} The carrier keeps the text, and we fetch it later.` : null);
  if (receipt.delivered_to_webhook) phone.received(receipt.sid);
  if (from === who) follow(receipt.sid, receipt.attempts.length);
}

function follow(sid, posts = 1) {
  followed = { sid, posts };
  return look();
}

/** The latest text of the customer is told until another is asked for. */
function arrived(message) {
  const mine = message.sender === "phone";
  if (mine && (!followed || followed.byItself)) followed = { sid: message.sid, posts: 1, byItself: true };
  look();
}

function explain(message) {
  follow(message.sid);
  document.querySelector(".story").scrollIntoView({ block: "nearest" });
}

/** Makes sure that the sender is one on whom the text shows its point, and says who it is. */
async function sender(on = "bot") {
  const { contact } = seen;
  const withBot = ["bot", "closed"].includes(contact?.owner?.owner);
  const free = !contact?.known || (withBot && !contact.consent.suppressed);
  if (on === "anyone" || free) return notice("who", null);
  const before = who.name;
  const why = contact.consent.suppressed ? "opted out" : "is waiting for a person";
  await become(await newcomer());
  notice("who", `${before} ${why}: this one comes from ${who.name}, who is new.`);
}

async function attempt({ say: texts, on, clock }) {
  await sender(on);
  if (clock) await setClock(clock);
  const from = who;
  for (const [at, text] of texts.entries()) {
    if (at) await new Promise((done) => setTimeout(done, 800));
    await say(from, text);
  }
}

async function misbehave({ fault, at, say: text }) {
  await sender();
  const from = who;
  await call(`${setup.carrier}/control/faults`, { ...fault, [at]: from.phone });
  await say(from, text);
}

/** Does what was asked for; what goes wrong is said on the page. */
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
  const before = seen;
  try {
    const found = await call(`/demo/api/contact?phone=${encodeURIComponent(who.phone)}&after=${before.last}`);
    if (before === seen) await take(found); // else somebody else is texting by now
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
  const sameTasks = JSON.stringify(found.tasks) === JSON.stringify(seen.contact?.tasks);
  const news = found.last !== seen.last || !sameTasks;
  seen = { last: found.last, events: [...seen.events, ...found.events], contact: found };
  record(found, who.name);
  timeline(seen.events);
  appointments(found.appointments);
  tasks(found.tasks, look);
  status(found);
  phone.setEmpty(found.known);
  const since = found.waiting_since;
  const late = Date.now() - new Date(since) > SLOW;
  phone.setTyping(!since ? "" : late ? "It takes long. The text is stored: is the worker running?" : "writing");
  if (followed && (news || !followed.told || since)) await retell(followed);
}

async function retell(one) {
  const story = await call(`/demo/api/story/${encodeURIComponent(one.sid)}`);
  if (one !== followed || story === null) return; // null: its webhook is still on the way
  one.told = !story.chapters.some((chapter) => chapter.word === "soon");
  const twice = `The carrier posted it ${one.posts} times; the repeats changed nothing.`;
  tell(story, one.posts > 1 ? { received: [twice] } : {});
}

function status({ consent, owner, clock }) {
  const choice = clock.moved ? (choices.get(who.phone) ?? "custom") : "now";
  press($("times"), "choice", choice);
  if (document.activeElement !== $("custom-at")) {
    $("custom-at").hidden = choice !== "custom";
    if (choice === "custom" && !$("custom-at").value) $("custom-at").value = fieldTime(clock.at);
  }
  const here = wallClock(clock.at);
  show($("clock"), [here, clock.says], () => [el("b", {}, here), `: ${clock.says}`]);
  $("clock").title = `Hours: ${clock.hours}. ${$("times").title}`;
  show($("consent"), consent ?? { word: "no consent yet", tone: "plain" }, ({ word, tone }) => pill(word, tone));
  const silent = consent?.suppressed && owner.owner === "bot";
  const answers = silent ? { word: "nobody", tone: "plain" } : (owner ?? { word: "the bot", tone: "good" });
  show($("owner"), answers, ({ word, tone }) => pill(word, tone));
  $("opt").textContent = consent?.suppressed ? "Opt in: text START" : "Opt out: text STOP";
}

/** Shows which button of a group is pressed. */
function press(group, name, value) {
  for (const one of group.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.dataset[name] === value));
}

// ---- what can be pressed -----------------------------------------------------------------------

function chip(one, work, key) {
  const props = { type: "button", class: "chip", onclick: () => guarded(() => work(one)), "aria-keyshortcuts": key };
  return el("li", {}, el("button", props, el("b", {}, one.name), el("span", {}, one.watch)));
}

function choose(set) {
  press($("sets"), "set", set);
  for (const name of Object.keys(HINTS)) $(name).hidden = name !== set;
  $("sets-hint").textContent = HINTS[set];
}

function buttons() {
  $("tries").replaceChildren(...TRIES.map((one, at) => chip(one, attempt, at < 9 ? String(at + 1) : null)));
  $("faults").replaceChildren(...FAULTS.map((one) => chip(one, misbehave)));
  choose("tries");
  on($("sets"), "click", ({ target }) => target.dataset.set && choose(target.dataset.set));
  on($("fresh"), "click", async () => {
    notice("who", null);
    await become(await newcomer());
  });
  on($("opt"), "click", () => say(who, seen.contact?.consent?.suppressed ? "START" : "STOP"));
  on($("customer"), "change", ({ target }) => {
    notice("who", null);
    if (target.value !== "own") return become(known(target.value));
    $("own-number").hidden = false;
    $("own-phone").focus();
  });
  on($("own-number"), "submit", (event) => {
    event.preventDefault();
    ownNumber($("own-phone").value.replace(/\D/g, "").replace(/^1/, ""));
  });
  on($("times"), "click", ({ target: { dataset: { choice } } }) => {
    if (!choice) return;
    $("custom-at").hidden = choice !== "custom";
    if (choice === "custom") $("custom-at").focus();
    return setClock(choice, $("custom-at").value || undefined);
  });
  on($("custom-at"), "change", ({ target }) => setClock("custom", target.value));
  on($("shortcuts"), "click", () => $("help").showModal());
  on(document, "visibilitychange", () => document.hidden || look());
}

const on = (node, event, work) => node.addEventListener(event, (happened) => guarded(() => work(happened)));

function ownNumber(digits) {
  const number = `+1${digits}`;
  if (!/^[2-9]\d{9}$/.test(digits)) return notice("who", "A number has ten digits, as (720) 555-0120.");
  if (setup.taken.includes(number)) return notice("who", `${pretty(number)} is one of the business's own.`);
  notice("who", null);
  return become(known(number));
}

const JUMPS = {
  "/": () => $("composer"),
  c: () => $("customer"),
  s: () => document.querySelector("#chapters summary"),
  a: () => document.querySelector("#appointments a"),
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
    else if (/^[1-9]$/.test(key)) guarded(() => attempt(TRIES[key - 1]));
    else return;
    event.preventDefault();
  });
}

start();
