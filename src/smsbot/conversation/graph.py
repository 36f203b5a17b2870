"""The graph of a turn, and the one way to run it.

    understand -> route -> faq | smalltalk | booking | after_hours | handoff, side by side
               -> compose -> check

It is compiled once and without a checkpointer: what a conversation remembers is committed with
everything else that the turn decided, or not at all (DESIGN.md 5).
"""

from typing import cast

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langsmith.run_helpers import tracing_context

from smsbot.conversation.nodes.after_hours import after_hours
from smsbot.conversation.nodes.booking import booking
from smsbot.conversation.nodes.check import check
from smsbot.conversation.nodes.compose import compose
from smsbot.conversation.nodes.faq import faq
from smsbot.conversation.nodes.handoff import handoff
from smsbot.conversation.nodes.route import branches, route
from smsbot.conversation.nodes.smalltalk import smalltalk
from smsbot.conversation.nodes.understand import understand
from smsbot.conversation.readers import Readers
from smsbot.conversation.remember import arranged_of, next_state, tags_of
from smsbot.conversation.turn import TurnInput, TurnOutput
from smsbot.conversation.work import Branch, Ctx, Work
from smsbot.ports import Model

Graph = CompiledStateGraph[Work, Ctx, Work, Work]


def build() -> Graph:
    graph = StateGraph(Work, context_schema=Ctx)
    graph.add_node("understand", understand)
    graph.add_node("route", route)
    graph.add_node(Branch.FAQ.value, faq)
    graph.add_node(Branch.SMALL_TALK.value, smalltalk)
    graph.add_node(Branch.BOOKING.value, booking)
    graph.add_node(Branch.AFTER_HOURS.value, after_hours)
    graph.add_node(Branch.HAND_OFF.value, handoff)
    graph.add_node("compose", compose)
    graph.add_node("check", check)
    ways = [
        Branch.FAQ.value,
        Branch.SMALL_TALK.value,
        Branch.BOOKING.value,
        Branch.AFTER_HOURS.value,
        Branch.HAND_OFF.value,
    ]
    graph.add_edge(START, "understand")
    graph.add_edge("understand", "route")
    graph.add_conditional_edges("route", branches, [*ways, "compose"])
    for way in ways:
        graph.add_edge(way, "compose")
    graph.add_edge("compose", "check")
    graph.add_edge("check", END)
    return graph.compile()


class Conversation:
    """Answers turns. Stateless but for the prepared packs; safe for any number at once.

    Its only I/O is the model's call, at most one a turn; None is a house without a model.
    """

    def __init__(self, model: Model | None) -> None:
        self._model = model
        self._graph = build()
        self._readers = Readers()

    async def run(self, turn: TurnInput) -> TurnOutput:
        """What to say, to whom to hand over, and what to remember. Sends and stores nothing.

        Raises `CannotRender` for a pack that lacks a required text, which loading prevents.
        """
        ctx = Ctx(turn, self._readers.of(turn.pack), self._model)
        work: Work = {"parts": (), "needs": (), "events": (), "trace": ()}
        # LangGraph reports every run, texts and all, to a tracing service where an environment
        # variable says so: a customer's words leave this house by the carrier only.
        with tracing_context(enabled=False):
            done = await self._graph.ainvoke(work, context=ctx)
        return _output(turn, cast(Work, done))


def _output(turn: TurnInput, done: Work) -> TurnOutput:
    draft, arranged = done.get("draft"), arranged_of(done)
    return TurnOutput(
        state=next_state(turn, done),
        drafts=(draft,) if draft else (),
        handoff=done.get("handoff"),
        events=done["events"],
        understanding=done["understanding"],
        tags=tags_of(turn, done),
        trace=done["trace"],
        act=arranged.act if arranged else None,
    )
