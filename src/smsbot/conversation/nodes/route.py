"""Where does each intent go? `routes.ROUTES` says."""

from langgraph.runtime import Runtime

from smsbot.conversation.routes import plan_of
from smsbot.conversation.work import Branch, Ctx, Work


async def route(state: Work, runtime: Runtime[Ctx]) -> Work:
    plan = plan_of(runtime.context.turn, state["understanding"].intents, state["heard"])
    said = ", ".join(f"{step.intent.faq_id or step.intent.name} to {step.branch}" for step in plan)
    return {"plan": plan, "trace": (("route", said or "nothing to do"),)}


def branches(state: Work) -> list[str]:
    """The nodes that have something to do, side by side; straight to compose where none has."""
    wanted = {step.branch for step in state["plan"]} - {Branch.NOTHING}
    return sorted(branch.value for branch in wanted) or ["compose"]
