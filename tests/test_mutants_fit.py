"""A mutant whose text is gone takes nothing out: each stands in its file exactly once."""

import pytest

from tests.mutants import MUTANTS, ROOT, Edit

EDITS = [(mutant.name, edit) for mutant in MUTANTS for edit in mutant.edits]


@pytest.mark.parametrize(("name", "edit"), EDITS)
def test_what_a_mutant_takes_out_is_there(name: str, edit: Edit) -> None:
    text = (ROOT / edit.file).read_text(encoding="utf-8")
    assert text.count(edit.old) == 1, f"{name}: {edit.old!r} in {edit.file}"


@pytest.mark.parametrize("test", sorted({mutant.test for mutant in MUTANTS}))
def test_the_test_that_should_turn_red_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")
