"""One function per rule: (draft, facts, now) -> Verdict. Each says its word on every draft; which
kinds a word binds is not decided here but in `smsbot.gate.TABLE`."""
