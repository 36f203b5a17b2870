"""A message as the phone's page and the tests see it."""

from smsbot.simulator.messages import Message


def message_view(message: Message) -> dict[str, object]:
    """JSON of a message with its status history; times are ISO 8601 in UTC."""
    draft = message.draft
    sender = "phone" if message.inbound else "carrier" if draft.carrier_reply else "business"
    return {
        "seq": message.seq,
        "sid": message.sid,
        "direction": draft.direction,
        "sender": sender,
        "from": draft.from_,
        "to": draft.to,
        "body": draft.body,
        "media": list(draft.media),
        "segments": message.segments,
        "at": message.created.isoformat(),
        "status": message.status,
        "error_code": message.error_code,
        "carrier_reply": draft.carrier_reply,
        "messaging_service_sid": draft.service_sid,
        "history": [
            {"status": each.status, "at": each.at.isoformat(), "error_code": each.error_code}
            for each in message.history
        ],
    }
