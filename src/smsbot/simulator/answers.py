"""The control API's JSON for texts, faults and blocks."""

from smsbot.simulator.blocks import Block
from smsbot.simulator.faults import Fault
from smsbot.simulator.inbound import Receipt


def receipt_view(receipt: Receipt, *, ended: bool) -> dict[str, object]:
    """JSON of what came of a text.

    `webhook_status` is that of the last request, `webhook_ms` (milliseconds) the longest; both and
    `delivered_to_webhook` are null while the webhook has not `ended`.
    """
    answers = receipt.answers if ended else []
    return {
        "sid": receipt.message.sid,
        "seq": receipt.message.seq,
        "delivered_to_webhook": receipt.delivered if ended else None,
        "webhook_status": answers[-1].status if answers else None,
        "webhook_ms": max((each.ms for each in answers), default=None),
        "attempts": [
            {"url": each.url, "status": each.status, "ms": each.ms, "error": each.error}
            for each in answers
        ],
        "opt_out_type": receipt.keyword.announced,
        "carrier_reply": receipt.keyword.reply,
    }


def fault_view(key: int, fault: Fault, used: int) -> dict[str, object]:
    """JSON of a declared fault; `used` is how often it has struck."""
    return {"id": key, "used": used} | fault.model_dump(mode="json", by_alias=True)


def block_view(block: Block) -> dict[str, object]:
    """JSON of a block."""
    return {"scope": block.scope, "phone": block.phone, "since": block.since.isoformat()}
