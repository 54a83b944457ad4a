# Two commands on a fresh machine: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test serve check verify lint slow bench performance mutants lock lowest newest clean help

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
	$(BIN)/pytest -m "not slow" -n auto --dist loadgroup

slow: $(VENV)/.tested
	$(BIN)/python -m tests.browser --install
	$(BIN)/pytest -m slow -n auto

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

# What docs/performance.md shows, measured anew and written there; the site is one of the searches'.
performance: $(VENV)/.benched site
	$(BIN)/python -m tests.bench performance

# Which changes of the code no test notices; it goes on where it was stopped.
mutants: $(VENV)/.benched
	$(BIN)/pytest tests/bench/test_code_mutants.py
	nice $(BIN)/python -m tests.bench code-mutants

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
	$(COMPILE) --upgrade --resolution lowest-direct pyproject.toml --extra test --output-file locked/lowest.txt
	$(BIN)/python -m tests.licences > locked/LICENCES.md

# The lowest versions that pyproject.toml allows must do; the newest are tried and only told of.  Each in an environment of its
# own, and neither with the whole suite: LIBRARIES names what meets a library, and the rest is our own code, which `make test`
# has tried with the locked versions.
lowest: locked/build.txt locked/lowest.txt
	rm -rf .tmp/lowest && $(PYTHON) -m venv .tmp/lowest
	.tmp/lowest/bin/python -m pip --disable-pip-version-check --quiet $(HASHED) locked/build.txt
	.tmp/lowest/bin/python -m pip --disable-pip-version-check --quiet $(HASHED) locked/lowest.txt
	.tmp/lowest/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	.tmp/lowest/bin/python -m pytest $(TRIED) $(LIBRARIES)

newest:
	rm -rf .tmp/newest && $(PYTHON) -m venv .tmp/newest
	.tmp/newest/bin/python -m pip --disable-pip-version-check --quiet install --upgrade --upgrade-strategy eager --editable ".[test]"
	.tmp/newest/bin/python -m pytest $(TRIED) $(LIBRARIES)

TRIED := -m "not slow and not browser" -n auto --tb=short -rfE
# pyyaml, lxml, openpyxl, calamine; pydantic; filelock; pypdf; numpy, pypinyin; highspy; python-docx, typst; scipy; typer, click,
# rich; mkdocs, material, markdown, jinja2, nh3
LIBRARIES := tests/reading tests/sitting/test_tables.py tests/texts \
	tests/kinds/test_bounds.py tests/kinds/test_kinds.py tests/kinds/test_schemas.py tests/kinds/test_values.py \
	tests/keeping tests/importing tests/search/test_index.py tests/exams/test_solver.py \
	tests/exports/test_docx.py tests/exports/test_pdf.py tests/sitting/analysis \
	tests/commands/test_bad_input.py tests/commands/test_no_traceback.py tests/commands/test_blueprint.py \
	tests/site/test_pages.py

clean:
	rm -rf $(VENV) .tmp/lowest .tmp/newest site schemas build papers
