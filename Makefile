# Needs make, Python 3.11 or newer and a package index; everything else goes into .venv.
# Paths stay relative, so that the checkout may stand anywhere, spaces included.

ADDRESS ?= 127.0.0.1:8000
BIN := .venv/bin
# Material's banner about its successor hides our own lines; docs/decisions/0001 answers it
export NO_MKDOCS_2_WARNING := 1
SET_UP = python="$$(sh tools/find_python.sh)" && "$$python" -m tools.set_up

.DEFAULT_GOAL := help
# targets share .venv and briefings/, and installing under a running build would break it
.NOTPARALLEL:
.PHONY: help serve test build bench score format clean runtime development

help: ## Show this help
	@echo "Usage: make TARGET"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-14s %s\n", $$1, $$2 }'

serve: runtime ## Make the pages and serve them with live reload (ADDRESS=127.0.0.1:8000)
	@echo "Serving at http://$(ADDRESS) as soon as the pages are built; Ctrl+C ends it"
	@$(BIN)/mkdocs serve --dev-addr "$(ADDRESS)"

test: development ## Run every gate: lints, types, layers, workflows, tests, three engines
	@$(BIN)/python -m tools.gates $(GATES)

build: runtime ## Build the site into site/
	@$(BIN)/mkdocs build --strict

bench: development ## Measure speed and memory on synthetic articles
	@$(BIN)/python -m benchmarks.run

score: ## Score drafts against the corpora in ../shared, beside existing libraries
	@python="$$(sh tools/find_python.sh)" && "$$python" -m tools.set_up_score
	@.venv-score/bin/python -m benchmarks.score.run

format: development ## Format the code and fix what can be fixed by itself
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

clean: ## Remove everything that can be made again: .venv, site, caches
	rm -rf .venv .venv-score .cache site dist build .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

runtime:
	@$(SET_UP)

development: runtime
	@$(SET_UP) --dev
