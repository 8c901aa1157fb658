# make report   sets itself up, writes reports/chicago.html
# make test     sets itself up, passes every test
# On Windows, see "Windows, conda" in the README.

PYTHON ?= python3
BIN := .venv/bin
AXE := tests/browser/node_modules/axe-core/axe.min.js

DEVELOPMENT := ../shared/eval
SCORES := .scores

.PHONY: report test lab setup notebooks documents suggestions fingerprints score lock lint clean

report: setup
	$(BIN)/kit report chicago

lab: setup
	$(BIN)/kit lab chicago

test: setup lint $(AXE)
	$(BIN)/python -m pytest -n auto --dist loadfile --ignore tests/browser
	$(BIN)/python -m pytest -n auto --dist loadfile tests/browser
	KIT_STATIC=1 KIT_TEXTS=none PYTHONHASHSEED=0 $(BIN)/python -m pytest -n auto --dist loadfile --nbval --nbval-current-env notebooks

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The environment, made again only when the lock or the project file changed. What is never imported need not be compiled:
# that takes half of the time.
setup: .venv/made

.venv/made: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or later is needed; say: make PYTHON=python3.12')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# axe-core checks the report for accessibility. Without npm the tests that need it are skipped and say so.
$(AXE): tests/browser/package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund --prefix tests/browser; \
	else echo "npm is not installed: the tests that need axe-core will be skipped"; fi

# Run the committed notebooks again, in place.
notebooks: setup
	$(BIN)/python -m kit.publish.notebooks

# The data dictionary and the README's table of notebooks, from their sources.
documents: setup
	$(BIN)/python -m kit.publish.documents

# What the rules find in the bundled case, stored again; needs its texts (KIT_TEXTS=FOLDER).
suggestions: setup
	$(BIN)/python -m kit.find.stored suggestions chicago

# What the articles of the bundled case share, as hashes; needs their texts too.
fingerprints: setup
	$(BIN)/python -m kit.find.stored fingerprints chicago

# How much the rules find right in the development data, where they are at hand.
score: setup
	@if [ -d $(DEVELOPMENT) ]; then mkdir -p $(SCORES) && set -e; \
	$(BIN)/kit quotes $(DEVELOPMENT)/quotes-dev.jsonl.gz --format jsonl > $(SCORES)/quotes.jsonl; \
	$(BIN)/python $(DEVELOPMENT)/score_quotes.py $(DEVELOPMENT)/quotes-dev.jsonl.gz $(SCORES)/quotes.jsonl; \
	$(BIN)/kit times $(DEVELOPMENT)/times-dev.jsonl.gz --format jsonl > $(SCORES)/times.jsonl; \
	$(BIN)/python $(DEVELOPMENT)/score_times.py $(DEVELOPMENT)/times-dev.jsonl.gz $(SCORES)/times.jsonl; \
	$(BIN)/kit variants $(DEVELOPMENT)/variants-dev.jsonl --format jsonl > $(SCORES)/variants.jsonl; \
	$(BIN)/python $(DEVELOPMENT)/score_variants.py $(DEVELOPMENT)/variants-dev-pairs.jsonl $(SCORES)/variants.jsonl; \
	else echo "the development data are not at hand; tests/gold has floors of its own: make test"; fi

# Versions and hashes only; needs uv.
lock:
	uv pip compile pyproject.toml --extra test --universal --generate-hashes --no-header --no-annotate -o requirements.lock

clean:
	rm -rf .venv reports $(SCORES) tests/browser/node_modules
