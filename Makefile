# make site | make test | make serve | make golden | make bench | make lock | make clean
.DEFAULT_GOAL := site
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps

$(VENV)/.site: requirements.txt
	@test -x $(BIN)/python || { echo "Creating $(VENV) ..."; $(PYTHON) -m venv $(VENV); }
	@echo "Installing the pinned packages ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.site requirements-dev.txt
	@echo "Installing the pinned packages for the tests ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

.PHONY: site test lint serve golden bench lock clean browser

site: $(VENV)/.site
	@$(BIN)/python -m generator build
	@$(BIN)/mkdocs build --strict --quiet
	@echo "Site: $(CURDIR)/site/index.html"

serve: $(VENV)/.site
	@$(BIN)/python -m generator build
	@$(BIN)/mkdocs serve

lint: $(VENV)/.dev
	@$(BIN)/ruff check generator training benchmarks tests
	@$(BIN)/mypy

test: $(VENV)/.dev browser lint
	@$(BIN)/python -m pytest -n 2

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	       && echo "Installing Chromium for the browser tests ..." \
	       && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium or Chrome found: the browser tests will be skipped."

golden: $(VENV)/.dev
	@$(BIN)/python -m tests.golden

bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks $(DATA)

lock: $(VENV)/.dev
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade --no-header \
	  --no-annotate --no-emit-index-url --excludes excludes.txt requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade --no-header \
	  --no-annotate --no-emit-index-url requirements-dev.in -o requirements-dev.txt

clean:
	@rm -rf $(VENV) site .cache review .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
