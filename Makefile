# Each target is safe to run again; only what changed is done again.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
SEEDS := seeds

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

run: setup
	PORT=$(PORT) $(BIN)/python -m catalogue.serve

test: $(VENV)/.development browser
	$(BIN)/python -m pytest $(ARGS)

# The browser tests need Debian's Chromium and a Chinese font.
browser:
	@bash tests/browser/install.sh

lint: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# ANNOTATIONS: a folder with score_ingest.py and the hand-made annotations it compares with.
ANNOTATIONS ?= ../shared
score: $(VENV)/.development
	$(BIN)/python -m tests.score $(ANNOTATIONS)
