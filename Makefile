# make run    read the corpus and write records to out/
# make test   format, lint, types, import contracts, tests, documentation examples, quality gate
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared
OUT ?= out

.PHONY: help setup setup-test run test check gate gate-raise models gazetteer bench docs clean

help:
	@sed -n 's/^# //p' $(firstword $(MAKEFILE_LIST))

$(VENV)/.run: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,stanza]'
	touch $@

setup: $(VENV)/.run
setup-test: $(VENV)/.test

run: setup
	$(BIN)/nirdesh run corpus/reports -o $(OUT)

check: setup-test
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/ruff check pipeline tests
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest
	$(MAKE) gate

gate: setup
	$(BIN)/nirdesh run corpus/reports -o $(OUT)
	$(BIN)/python -m nirdesh.evaluate.gate $(OUT)/records.jsonl

gate-raise: setup
	$(BIN)/nirdesh run corpus/reports -o $(OUT)
	$(BIN)/python -m nirdesh.evaluate.gate $(OUT)/records.jsonl --raise

# Retrain what models/ ships; DATA is a folder with the data sets of docs/models.md.
models: setup-test
	$(BIN)/python -m nirdesh.train --data $(DATA)

gazetteer: setup
	$(BIN)/python -m nirdesh.train.gazetteer --data $(DATA)

# Every figure of docs/benchmarks.md.
bench: setup-test
	$(BIN)/python -m nirdesh.evaluate.bench --data $(DATA)

clean:
	rm -rf $(OUT) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
