# make run    read the corpus and write records to out/
# make explore  look at them in the browser
# make test   format, lint, types, import contracts, tests, documentation examples, quality gate
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared
OUT ?= out
WORKERS ?= 2

.PHONY: browser explore figures help setup setup-test run test check gate gate-raise models gazetteer bench docs clean

help:
	@sed -n 's/^# //p' $(firstword $(MAKEFILE_LIST))

$(VENV)/.run: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,stanza,sources,ray]'
	touch $@

setup: $(VENV)/.run
setup-test: $(VENV)/.test

run: setup
	$(BIN)/nirdesh run corpus/reports -o $(OUT) --workers $(WORKERS) --redo outdated

# Chromium for the tests of the pages; they are skipped without it.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null || { command -v apt-get >/dev/null && \
	test "$$(id -u)" = 0 && apt-get -qq update && apt-get -qq install -y chromium fonts-noto-core >/dev/null; } || \
	echo "Chromium is not installed (apt-get install chromium); the tests of the pages will be skipped."

# The records of `make run` in the browser.
$(VENV)/.explore: pyproject.toml $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[explore]'
	touch $@

explore: $(VENV)/.explore
	test -f $(OUT)/records.jsonl || $(MAKE) run
	$(BIN)/nirdesh load $(OUT)/records.jsonl -d $(OUT)/nirdesh.db
	$(BIN)/nirdesh explore $(OUT)/nirdesh.db

check: setup-test
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/ruff check pipeline tests
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest
	$(MAKE) gate

gate: setup
	$(BIN)/nirdesh run corpus/reports -o $(OUT) --workers $(WORKERS) --redo outdated
	$(BIN)/python -m nirdesh.evaluate.gate $(OUT)/records.jsonl

gate-raise: setup
	$(BIN)/nirdesh run corpus/reports -o $(OUT) --workers $(WORKERS) --redo outdated
	$(BIN)/python -m nirdesh.evaluate.gate $(OUT)/records.jsonl --raise

# Retrain what models/ ships; DATA is a folder with the data sets that the models' cards name.
models: setup-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m nirdesh.train --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.tagger corpus
	$(BIN)/python -m nirdesh.evaluate.pronouns corpus
	$(BIN)/python -m nirdesh.evaluate.reader corpus
	$(BIN)/python -m nirdesh.evaluate.directive_reader corpus --data $(DATA)

# Compile the gazetteer and the name lists anew from their sources.
gazetteer: setup
	$(BIN)/python -m nirdesh.train.gazetteer --data $(DATA)
	$(BIN)/python -m nirdesh.train.names --data $(DATA)

# What is generated from code (schema, fields, command line), and the site in build/site.
docs: setup
	$(BIN)/nirdesh schema > docs/record.schema.json
	$(BIN)/python -m nirdesh.record.reference > docs/record.md
	$(BIN)/python -m nirdesh.cli.reference > docs/cli-reference.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/mkdocs build --quiet --strict

# Measure anew what the marked tables of README and docs/benchmarks* show, and rewrite them.
figures: setup-test
	$(BIN)/python -m nirdesh.evaluate.tables corpus --data $(DATA)

# Every figure of docs/benchmarks.md and the pages it names; the first lines need no DATA.
bench: setup-test
	$(BIN)/python -m nirdesh.evaluate.records corpus
	$(BIN)/python -m nirdesh.evaluate.noise corpus
	$(BIN)/python -m nirdesh.evaluate.lists corpus/assignments_check.jsonl
	$(BIN)/python -m nirdesh.evaluate.corpus agreement
	$(BIN)/python -m nirdesh.evaluate.judge corpus --dry-run
	$(BIN)/python -m nirdesh.evaluate.kinds corpus
	$(BIN)/python -m nirdesh.evaluate.link corpus
	$(BIN)/python -m nirdesh.evaluate.events corpus
	$(BIN)/python -m nirdesh.evaluate.records corpus --engine stanza
	$(BIN)/python -m nirdesh.evaluate.pages corpus
	$(BIN)/python -m nirdesh.evaluate.pdf_readers corpus
	OMP_NUM_THREADS=1 $(BIN)/python -m nirdesh.evaluate.speed corpus --reports 1500
	OMP_NUM_THREADS=1 $(BIN)/python -m nirdesh.evaluate.baselines corpus
	OMP_NUM_THREADS=1 $(BIN)/python -m nirdesh.evaluate.cluster_cost corpus --reports 100 400
	$(BIN)/python -m nirdesh.evaluate.mutations corpus
	$(BIN)/python -m nirdesh.evaluate.faults corpus
	$(BIN)/python -m nirdesh.evaluate.records $(DATA)/bench/records/dev.gold.jsonl $(DATA)/bench/records/dev
	$(BIN)/python -m nirdesh.evaluate.records $(DATA)/bench/records/seeds.gold.jsonl $(DATA)/seeds
	$(BIN)/python -m nirdesh.evaluate.temporal --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.standoff --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.text --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.entities corpus --corpus corpus
	$(BIN)/python -m nirdesh.evaluate.entities lists --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.entities coverage --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.entities cost --corpus corpus
	$(BIN)/python -m nirdesh.evaluate.sentences --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.models --data $(DATA)
	$(BIN)/python -m nirdesh.evaluate.search $(OUT)/records.jsonl
	$(BIN)/python -m nirdesh.evaluate.store $(OUT)/records.jsonl
	$(BIN)/python -m nirdesh.evaluate.pages $(OUT)/records.jsonl

clean:
	rm -rf $(OUT) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
