# Two commands on a fresh machine: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test serve check verify lint slow bench lock lowest newest clean help

help:
	@echo "make site    生成网站到 site/"
	@echo "make serve   边写边看"
	@echo "make check   检查内容与题库锁"
	@echo "make test    安装测试所需并运行全部测试"

site: $(VENV)/.installed $(VENV)/.texts
	$(BIN)/pufa build

serve: $(VENV)/.installed $(VENV)/.texts
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

bench: $(VENV)/.benched
	$(BIN)/python -m tests.bench build
	$(BIN)/python -m tests.bench search tests/bench/queries.jsonl
	$(BIN)/python -m tests.bench results
	$(BIN)/python -m tests.bench exports

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11.5 或更新的版本" if sys.version_info < (3, 11, 5) else 0)'
	$(PYTHON) -m venv $(VENV)

# Every package by the digests in locked/, the build tools first; then the project itself, which fetches nothing.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HASHED := install --require-hashes --requirement

$(VENV)/.installed: pyproject.toml locked/build.txt locked/run.txt | $(VENV)/bin/python
	$(PIP) $(HASHED) locked/build.txt
	$(PIP) $(HASHED) locked/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Official texts, where they can be had; without them the site shows digests alone.
$(VENV)/.texts: locked/texts.txt | $(VENV)/.installed
	@$(PIP) install --no-deps --require-hashes --requirement locked/texts.txt \
		&& touch $@ || echo "法规原文的数据包没有装上：网站照常生成，只显示要点。"

$(VENV)/.tested: $(VENV)/.installed locked/test.txt
	$(PIP) $(HASHED) locked/test.txt
	@touch $@

$(VENV)/.benched: $(VENV)/.tested locked/bench.txt
	$(PIP) $(HASHED) locked/bench.txt
	@touch $@

# After a change of dependencies: pyproject.toml says which versions will do, constraints.txt which are meant; this writes
# locked/ from both, with the digests of all files of each release, for any system.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes \
	--custom-compile-command "make lock"

lock: | $(VENV)/bin/python
	$(PIP) install --constraint constraints.txt uv
	$(COMPILE) --constraint constraints.txt locked/build.in --output-file locked/build.txt
	$(COMPILE) --constraint constraints.txt pyproject.toml --output-file locked/run.txt
	$(COMPILE) --constraint constraints.txt pyproject.toml --extra test --output-file locked/test.txt
	$(COMPILE) --constraint constraints.txt pyproject.toml --extra test --extra bench --output-file locked/bench.txt
	$(COMPILE) --resolution lowest-direct pyproject.toml --extra test --output-file locked/lowest.txt
	$(BIN)/python -m tests.licences > locked/LICENCES.md

# The lowest versions that pyproject.toml allows must do; the newest are tried and only told of.
lowest: locked/build.txt locked/lowest.txt
	rm -rf .venv-lowest && $(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip --disable-pip-version-check --quiet $(HASHED) locked/build.txt
	.venv-lowest/bin/python -m pip --disable-pip-version-check --quiet $(HASHED) locked/lowest.txt
	.venv-lowest/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	.venv-lowest/bin/python -m pytest $(VERSIONS)

newest:
	rm -rf .venv-newest && $(PYTHON) -m venv .venv-newest
	.venv-newest/bin/python -m pip --disable-pip-version-check --quiet install --upgrade --upgrade-strategy eager --editable ".[test]"
	.venv-newest/bin/python -m pytest $(VERSIONS)

# What meets the libraries: reading, kinds, writing, commands, a whole build.
VERSIONS := -m "not slow and not browser" -n auto tests/reading tests/kinds tests/library tests/keeping tests/exports \
	tests/sitting tests/search/test_index.py tests/commands tests/exams/test_solver.py

clean:
	rm -rf $(VENV) .venv-lowest .venv-newest site schemas build papers
