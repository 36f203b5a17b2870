"""What loads and still is unwise: the rules of `smsbot check`."""

import datetime as dt
from pathlib import Path

from smsbot.pack.declared import read_text
from smsbot.pack.lint_booking import BOOKING_RULES
from smsbot.pack.lint_declared import DECLARED_RULES
from smsbot.pack.lint_talk import QUESTION_RULES, TALK_TEXT_RULES
from smsbot.pack.lint_texts import TEXT_RULES
from smsbot.pack.load import load
from smsbot.pack.models import Pack
from smsbot.pack.problem import PackError, Problem
from smsbot.pack.said import said_by
from smsbot.pack.sheet import read_sheet
from smsbot.pack.templates import read_template


def lint(pack: Pack, today: dt.date | None = None) -> list[Problem]:
    """Every problem that a rule sees, without line numbers; `today` is the business's date, and the
    current one where it is not given."""
    day = today or dt.datetime.now(pack.business.zone).date()
    rules = (*DECLARED_RULES, *QUESTION_RULES, *BOOKING_RULES)
    found = [problem for rule in rules for problem in rule(pack, day)]
    for said in said_by(pack):
        found += [
            problem for rule in (*TEXT_RULES, *TALK_TEXT_RULES) for problem in rule(said, pack)
        ]
    return found


def check(graphs_dir: Path, prompts_dir: Path, today: dt.date | None = None) -> list[Problem]:
    """What is wrong with the pack in two directories, each problem at its line: what keeps it from
    loading or, where it loads, what `lint` says. Never raises for what stands in the files."""
    try:
        pack = load(graphs_dir, prompts_dir)
    except PackError as error:
        return list(error.problems)
    return [_placed(problem, graphs_dir, prompts_dir) for problem in lint(pack, today)]


def _placed(problem: Problem, graphs_dir: Path, prompts_dir: Path) -> Problem:
    """The problem with the real name of its file, and its line there."""
    top, *rest = Path(problem.file).parts
    path = (graphs_dir if top == "graphs" else prompts_dir).joinpath(*rest)
    if path.suffix == ".md":
        line = read_template(path)[1].body_line
    else:
        line = read_sheet(read_text(path), str(path)).line(problem.path)
    return Problem(str(path), line, problem.path, problem.what, problem.what_to_do)
