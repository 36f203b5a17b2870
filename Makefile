# Everything a developer or CI runs. `make demo` and `make test` set up what they need.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
JOBS   ?= 3

.DEFAULT_GOAL := help
.PHONY: help demo test check unit siege mutants bench guards train times understand format lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# A stamp a lock file: installed anew only when it changes.
$(VENV)/.run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "smsbot needs Python 3.11 or newer; name it with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (once; about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.train: requirements-train.lock $(VENV)/.run
	@echo "Installing what learning needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-train.lock
	@touch $@

demo: $(VENV)/.run ## Start the product with a simulated carrier and a phone page
	@$(BIN)/smsbot demo

test: check unit ## Lint, types, import contracts, and every test

check: $(VENV)/.dev ## Lint, formatting, types and import contracts
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

unit: $(VENV)/.dev ## The tests, without the checks
	@$(BIN)/pytest -q -n $(JOBS) --dist loadgroup $(PYTEST)

siege: $(VENV)/.dev ## A hundred customers at once for twenty seats, while workers die (minutes)
	@$(BIN)/pytest -q -m siege $(PYTEST)

mutants: $(VENV)/.dev ## Show that the tests bite: each safeguard taken out turns a named test red
	@$(BIN)/python -m tests.mutants

bench: $(VENV)/.dev ## The numbers of docs/benchmarks.md, as ratios, with machine and sizes
	@$(BIN)/python -m benchmarks

guards: $(VENV)/.dev ## The guards on the data developed on and on the held-out data, apart
	@$(BIN)/python -m evals.guards
	@$(BIN)/python -m evals.reaching

train: $(VENV)/.train ## Teach the guards' network, the intents and the answers anew from evals/dev
	@$(BIN)/python -m evals.train $(TRAIN)
	@$(BIN)/python -m evals.train_intents $(TRAIN)
	@$(BIN)/python -m evals.train_answers $(TRAIN)
	@$(BIN)/python -m evals.train_spans $(TRAIN)

understand: $(VENV)/.dev ## Times, intents and answers on texts that nobody has seen
	@$(BIN)/python -m evals.understand

times: $(VENV)/.dev ## The times in texts, on the data developed on and on its check part
	@$(BIN)/python -m evals.times

format: $(VENV)/.dev ## Format the source
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

lock: ## Pin the dependencies anew: names, versions and hashes, no address (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --quiet -c requirements.lock -o requirements-dev.lock
	uv pip compile pyproject.toml --extra train --universal --generate-hashes --no-header --quiet -c requirements.lock -o requirements-train.lock

clean: ## Remove what was installed and the demo's data
	rm -rf $(VENV) .smsbot
