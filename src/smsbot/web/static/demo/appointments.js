// The contact's appointments: what is held or booked, and what was moved or cancelled.

import { $, el, exact, list, pill, show, wallClock } from "./dom.js";

const told = new Map(); // state by id, to say aloud what is new

export function appointments(found) {
  for (const one of found) {
    if (told.has(one.id) && told.get(one.id) === one.state.word) continue;
    told.set(one.id, one.state.word);
    $("announced").textContent = `${one.service}, ${one.when}: ${one.state.word}`;
  }
  show($("appointments"), found, () =>
    found.length ? found.map(card) : el("p", { class: "empty" }, "None: nothing is held or booked."));
}

function card(one) {
  const rows = [
    ["When", el("span", { title: `${exact(one.start)} to ${exact(one.end)}` }, one.when)],
    ["Moved to", one.moved_to],
    ["Where", one.place],
    ["Note", one.note],
    ["With", one.person],
    ["Held until", one.held_until && wallClock(one.held_until)],
    ["File", one.file && el("a", { href: one.file }, "appointment.ics")],
  ];
  return el("article", { class: "appointment", "aria-label": "Appointment", "data-live": one.live },
    el("h3", {}, one.service),
    pill(one.state.word, one.state.tone),
    list(rows.filter(([, value]) => value)),
  );
}
