// The texts to try, the hard ones first, and the ways in which the carrier can misbehave.
// `on` is what the sender must be for the text to show its point: with the bot, or anyone.

export const TRIES = [
  { name: "“pls stop texting me”", say: ["pls stop texting me"],
    watch: "Not the carrier's word, yet an opt-out" },
  { name: "“I'll stop by at 3”", say: ["I'll stop by at 3"], watch: "“Stop” is in it, yet it is no opt-out" },
  { name: "5 texts in 4 seconds",
    say: ["hi", "quick question", "do you guys work on trane", "also", "do you take credit cards"],
    watch: "One answer, once you have finished" },
  { name: "“my lawyer…” at 2 AM", say: ["I'm calling my lawyer"], clock: "night",
    watch: "Who is on call is texted at once" },
  { name: "“are you a bot?”", say: ["are you a bot?"], watch: "The truth, and a way to a person" },
  { name: "Two questions in one", say: ["what are your hours and do you take credit cards?"],
    watch: "Both answered, in one text" },
  { name: "“STOP”", say: ["STOP"], on: "anyone", watch: "The carrier confirms it, so we keep still" },
  { name: "“hello?”", say: ["hello?"], on: "anyone", watch: "Try it again after a hand-off or a STOP" },
  { name: "“start”", say: ["start"], on: "anyone", watch: "After a STOP, only this undoes it" },
  { name: "“¿a qué hora abren?”", say: ["hola, ¿a qué hora abren?"],
    watch: "Answered in Spanish, in approved words" },
  { name: "“my furnace died…”", clock: "open",
    say: ["my furnace died, i own the house at 1450 S Pearl St, Denver 80209. can someone come thursday after 3?"],
    watch: "Times that are free: text 1, and it is booked" },
  { name: "“can you cancel my…”", say: ["can you cancel my appointment"],
    watch: "CANCEL in a sentence is conversation" },
  { name: "“i smell gas”", say: ["i smell gas"], watch: "911 first, then a person, at any hour" },
];

/** What is said beside each row. */
export const HINTS = {
  tries: "The hard ones first; keys 1 to 9 send them.",
  faults: "Each sends a text into the trouble. Nothing is lost, nothing is doubled.",
};

export const FAULTS = [
  { name: "429, too fast", fault: { kind: "http_429", retry_after: 1 }, at: "to", say: "what are your hours",
    watch: "Refused once, tried again, one text arrives" },
  { name: "500, broken", fault: { kind: "http_500" }, at: "to", say: "where are you located",
    watch: "Looked up twice before it is tried again" },
  { name: "Accepts, then hangs", fault: { kind: "accept_then_hang" }, at: "to", say: "are you licensed",
    watch: "No answer, but its report settles it" },
  { name: "Webhook twice", fault: { kind: "webhook_twice" }, at: "from", say: "do you take credit cards",
    watch: "The same text twice, stored and answered once" },
  { name: "Reports in reverse", fault: { kind: "reordered_callbacks" }, at: "to", say: "do you offer financing",
    watch: "“Delivered” never turns back into “sent”" },
  { name: "30007, filtered", fault: { kind: "undelivered", error_code: 30007 },
    at: "to", say: "do you give free estimates",
    watch: "Not resent: a person is told instead" },
];
