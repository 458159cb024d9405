# Each target is safe to run again; only what changed is done again.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

.PHONY: run test setup lint score bench browser
.DEFAULT_GOAL := run

setup: $(VENV)/.runtime

# Two stamps, so that `make run` needs none of the test tools.
$(VENV)/.runtime: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.development
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	touch $@

# A key of this machine's own, so that sessions outlive a restart.
var/secret-key:
	mkdir -p var
	umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@

run: setup var/secret-key
	export SECRET_KEY="$${SECRET_KEY:-$$(cat var/secret-key)}" && \
	$(MANAGE) migrate --verbosity 0 && \
	$(MANAGE) load_reference && \
	$(MANAGE) collectstatic --noinput --verbosity 0 && \
	$(MANAGE) ingest && \
	$(MANAGE) search update && \
	echo "http://127.0.0.1:$(PORT)/" && \
	exec $(BIN)/gunicorn catalogue.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --preload --limit-request-line 8190

# Everything on SQLite, Chromium included; then all that touches a database again on PostgreSQL. A worker a core, which
# keeps to whole files; those that take longest come first. ARGS="-n0 …": in one process.
PYTEST := $(BIN)/python -m pytest -n logical --maxprocesses=8 --dist=loadfile --no-loadscope-reorder

test: $(VENV)/.development browser
	$(PYTEST) $(ARGS)
	TEST_DATABASE=postgres $(PYTEST) -m "not browser" tests/catalogue tests/ingest/test_load.py tests/ingest/test_repeats.py tests/ingest/test_processes.py $(ARGS)

# The browser tests need Debian's Chromium and a Chinese font.
browser:
	@bash tests/browser/install.sh

lint: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	SECRET_KEY=lint-only $(BIN)/mypy

# N: how many invented cases; several sizes show how times grow. Datasette is installed for this only.
N ?= 100000
bench: $(VENV)/.bench
	$(BIN)/python -m tests.bench $(N)

# ANNOTATIONS: a folder with score_ingest.py and the hand-made annotations it compares with.
ANNOTATIONS ?= ../shared
score: $(VENV)/.development
	$(BIN)/python -m tests.score $(ANNOTATIONS)
