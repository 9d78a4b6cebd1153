# Two commands do everything: `make run` and `make test`. Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# whose Python is gone, or that was left by another, is set up anew
ifneq ($(wildcard $(VENV)/run.done),)
ifeq ($(shell $(BIN)/python -c 'import msgspec' 2>/dev/null && echo works),)
$(shell rm -f $(VENV)/run.done $(VENV)/test.done)
endif
endif

.PHONY: run test dev check lint format docs pictures course migration lock licences audit mutants coverage bench clean help

run: $(VENV)/run.done  ## start the bot; prints the chat address
	@exec $(BIN)/python -m bot

test: $(VENV)/test.done  ## every test
	@$(BIN)/python -m pytest

dev: $(VENV)/test.done  ## start the bot, and start it again whenever a file of it changes
	@exec $(BIN)/python -m tests.dev

check: lint test  ## what has to pass before a commit

lint: $(VENV)/test.done  ## form, faults, types, schema against migrations
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/mypy --platform win32 bot handlers
	@rm -f $(VENV)/schema.sqlite3
	@$(BIN)/alembic -x file=$(VENV)/schema.sqlite3 upgrade head
	@$(BIN)/alembic -x file=$(VENV)/schema.sqlite3 check

format: $(VENV)/test.done  ## bring every file into form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: $(VENV)/test.done  ## draw docs/architecture.svg from the imports of the code, and the icons of the page
	@$(BIN)/python -m docs.draw
	@$(BIN)/python -m docs.icons

pictures: $(VENV)/test.done  ## draw the pictures of README.md from the real product; needs chromium and fonts-nanum
	@$(BIN)/python -m docs.pictures

course: $(VENV)/run.done  ## a new course to be written, all of it a draft: make course name=my-course
	@$(BIN)/python -m bot new course $(name)

migration: $(VENV)/test.done  ## a new migration from bot/store/tables.py: make migration m="why"
	@rm -f $(VENV)/schema.sqlite3
	@$(BIN)/alembic -x file=$(VENV)/schema.sqlite3 upgrade head
	@$(BIN)/alembic -x file=$(VENV)/schema.sqlite3 revision --autogenerate --rev-id $$(printf '%04d' $$(( $$(ls migrations/versions/*.py | wc -l) + 1 ))) -m "$(m)"

lock: $(VENV)/test.done  ## after a change of dependencies: pins with hashes, names no index
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

licences: $(VENV)/run.done  ## the table of docs/licences.md, from the metadata of what is installed
	@$(BIN)/python -m docs.licences

audit: $(VENV)/test.done  ## known faults of what we depend on; where no source of them answers that is said, and all is well
	@rm -f $(VENV)/audit.json
	@$(BIN)/pip-audit --progress-spinner off --timeout 5 --disable-pip --require-hashes -r requirements.txt -f json -o $(VENV)/audit.json \
		>$(VENV)/audit.log 2>&1; found=$$?; tail -n 1 $(VENV)/audit.log; \
	if ! grep -qs '"vulns"' $(VENV)/audit.json; then echo "warning: nobody could be asked for known faults"; \
	elif test $$found -ne 0; then cat $(VENV)/audit.json; exit 1; fi

coverage: $(VENV)/test.done  ## how much of the code the tests reach, branches too
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine -q
	@$(BIN)/coverage report --skip-covered

mutants: $(VENV)/test.done  ## which small changes of the rules no test notices
	@$(BIN)/python -m mutmut run --max-children 2

bench: $(VENV)/run.done $(VENV)-bench/run.done  ## our bot beside its peers: make bench with="--rounds 2 --all"
	@$(BIN)/python -m tests.bench $(with)

clean:  ## remove all that was set up; learners' data stays
	rm -rf $(VENV) $(VENV)-bench

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

$(VENV)/run.done: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { sed -n 's/^start-python = //p' locales/ko/messages.ftl >&2; exit 2; }
	@echo "처음 한 번 준비하고 있어요. 1~2분이면 돼요."
	@$(PYTHON) -m venv $$($(BIN)/python -c 'import pip' 2>/dev/null || echo --clear) $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test.done: requirements-dev.txt | $(VENV)/run.done
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)-bench/run.done: tests/bench/peers/requirements.txt
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
