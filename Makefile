# Two commands on a fresh machine: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test serve check verify lint slow bench clean help

help:
	@echo "make site    生成网站到 site/"
	@echo "make serve   边写边看"
	@echo "make check   检查内容与题库锁"
	@echo "make test    安装测试所需并运行全部测试"

site: $(VENV)/.installed
	$(BIN)/pufa build

serve: $(VENV)/.installed
	$(BIN)/pufa serve

check: $(VENV)/.installed
	$(BIN)/pufa check
	$(BIN)/pufa bank --check

test: $(VENV)/.tested
	$(BIN)/python -m tests.browser --install
	$(BIN)/pytest -m "not slow" -n auto

slow: $(VENV)/.tested
	$(BIN)/python -m tests.browser --install
	$(BIN)/pytest -m slow

lint: $(VENV)/.tested
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.tested
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python -m tests.bench build
	$(BIN)/python -m tests.bench search tests/bench/queries.jsonl
	$(BIN)/python -m tests.bench results

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11 或更新的版本" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test]"
	@touch $@

clean:
	rm -rf $(VENV) site .site.building .site.old schemas build papers
