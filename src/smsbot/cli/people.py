"""`smsbot numbers` and `smsbot contacts`: whom we text from, and whom we text."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from smsbot.cli.common import (
    ago,
    answer_no,
    as_json,
    bold,
    coloured,
    dim,
    exact,
    progress,
    with_database,
)
from smsbot.cli.why import zone_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from smsbot.domain.contact import Contact
    from smsbot.pipeline.services import Services

numbers = typer.Typer(
    help="Our sending numbers: pace and pauses.", no_args_is_help=True, rich_markup_mode=None
)
contacts = typer.Typer(help="The people we text.", no_args_is_help=True, rich_markup_mode=None)

Phone = Annotated[str, typer.Argument(help="As +13035550142.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
TIMELINE = 30
EVERYTHING = 10_000
"""Entries of a contact's timeline, the latest: as text, and as JSON."""


def register(app: typer.Typer) -> None:
    app.add_typer(numbers, name="numbers")
    app.add_typer(contacts, name="contacts")


@numbers.command("list")
def list_numbers(json: Json = False) -> None:
    """List our numbers, and why one is paused.

    \b
    Example: smsbot numbers list
    """
    with_database(lambda services: _list(services, json))


@numbers.command()
def resume(phone: Phone) -> None:
    """Lift a number's pause, once what it was paused for is mended.

    \b
    Example: smsbot numbers resume +13035550100
    """
    with_database(lambda services: _resume(services, phone))


@contacts.command()
def show(phone: Phone, json: Json = False) -> None:
    """Show a contact: the record, every consent record, the timeline.

    \b
    Example: smsbot contacts show +13035550142
    """
    with_database(lambda services: _show(services, phone, json))


async def _list(services: "Services", json: bool) -> None:
    from smsbot.store import numbers as stored
    from smsbot.store.records import plain

    async with services.database.transaction() as tx:
        rows = [dict(row._mapping) for row in await stored.all_known(tx)]
    if json:
        typer.echo(as_json([plain(row) for row in rows]))
        return
    if not rows:
        progress("No number is known yet: `smsbot apply` declares those of business.yaml.")
    for row in rows:
        typer.echo(
            f"{row['phone']:<13} {row['use_case']:<14} {row['per_second']:>4g} a second  "
            f"keywords: {row['carrier_keywords']:<9} {_pause(row, services)}"
        )


def _pause(row: dict[str, Any], services: "Services") -> str:
    if row["paused"] is None:
        return coloured("sending", "green")
    ends = row["paused_until"]
    until = f", ends {ago(ends, services.clock.now())}" if ends else ""
    return coloured(f"paused: {row['paused']}{until}", "red")


async def _resume(services: "Services", phone: str) -> None:
    from smsbot.store import numbers as stored

    async with services.database.transaction() as tx:
        found = await stored.resume(tx, phone)
    if not found:
        answer_no(f"{phone} is none of our numbers.\n    `smsbot numbers list` shows them.")
    progress(f"{phone} sends again; what waited leaves within a second.")


async def _show(services: "Services", phone: str, json: bool) -> None:
    from smsbot.store import contacts as stored
    from smsbot.store.records import plain
    from smsbot.store.story import latest_events

    async with services.database.transaction() as tx:
        contact = await stored.by_phone(tx, phone)
        if contact is None:
            answer_no(
                f"nobody with the phone {phone} has texted.\n"
                "    Write it as +13035550142; `smsbot why --last` lists who texted."
            )
        ledger = [_mapping(row) for row in await stored.ledger(tx, phone)]
        most = EVERYTHING if json else TIMELINE
        events = [_mapping(row) for row in await latest_events(tx, contact.id, most)]
    if json:
        whole = {"contact": plain(contact), "consent": ledger, "timeline": events}
        typer.echo(as_json(plain(whole)))
        return
    typer.echo(_told(contact, ledger, events, await zone_of(services)))


def _mapping(row: Any) -> dict[str, Any]:
    return dict(row._mapping)


def _told(
    contact: "Contact",
    ledger: list[dict[str, Any]],
    events: list[dict[str, Any]],
    zone: "ZoneInfo",
) -> str:
    known = {
        "name": contact.name,
        "time zone": contact.timezone,
        "owner": contact.crm_owner,
        "stage": contact.stage,
        **contact.fields,
    }
    lines = [f"{bold(contact.phone)}  {dim(contact.id)}", f"consent status: {contact.consent}"]
    lines += [f"{name}: {value}" for name, value in known.items() if value]
    lines += ["", bold("Consent records")]
    lines += [
        f"{exact(one['at'], zone)}  {one['act']} ({one['scope']}) by {one['medium']}, "
        f"{one['method']}: “{one['evidence']}” {dim(one['id'])}"
        for one in ledger
    ] or ["none"]
    lines += ["", bold(f"Timeline, the latest {TIMELINE}")]
    lines += [
        f"{exact(one['at'], zone)}  {one['type']:<16} {one['reason']} "
        f"{dim(one['message_id'] or '')}"
        for one in events
    ]
    return "\n".join(lines)
