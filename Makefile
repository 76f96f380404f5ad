# `make serve` builds and serves the page, `make dev` does so without optimisation and reloads after each change,
# `make test` runs every test and `make test ENGINE=firefox` those in one browser, `make fuzz` reads a million inputs,
# `make snapshot` asks GitHub for the snapshot of a site, `make release` packs a version, `make bench`, `make bench-native` and
# `make size` measure.
# They install what is missing first; tools/setup says what, from where and into which folder.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Whatever cargo's configuration says: tools/bundle and tools/size.mjs look there.
export CARGO_TARGET_DIR := $(CURDIR)/target
# What to run again after an interruption.
export AGAIN := $(strip make $(MAKECMDGOALS) $(MAKEOVERRIDES))
# The same modules from the same sources, wherever they are compiled.
REPRODUCIBLY = CARGO_ENCODED_RUSTFLAGS="$$(tools/remap-paths)"
# Trunk reads NO_COLOR as a boolean and refuses any other value.
unexport NO_COLOR
PORT ?= 8080

.PHONY: serve dev build release reproduce snapshot cards demo-data test recipes fuzz bench bench-native size audit clean

serve: setup-build
	@echo "== Building in release: a minute or two the first time, half a minute after that"
	@echo "== Then the page is at http://127.0.0.1:$(PORT)/ until Ctrl-C, from dist/standalone/"
	$(REPRODUCIBLY) trunk serve --release --locked --no-autoreload --port $(PORT)

dev: setup-dev
	@echo "== Building without optimisation: a minute or two the first time, seconds after that"
	@echo "== Then the page is at http://127.0.0.1:$(PORT)/ until Ctrl-C, and reloads after each change"
	trunk serve --dist target/dev --port $(PORT)

build: setup-build
	@echo "== Building in release: a minute or two the first time, half a minute after that"
	$(REPRODUCIBLY) trunk build --release --locked
	@echo "== dist/standalone/ is the page, dist/embed/ what other pages load: for any static server, under any path"

# Not of the environment, where this name may mean something else. The workflow of a release sets it.
TAG =

# Writes the bill of materials beside Cargo.toml, with the time of the commit and without a random number. The bill lists more than the
# modules have, whatever the options: procedural macros, which run in the compiler, what those depend on, and crates of features that
# are off. The target is in the environment because it wins there over --target. By way of cargo, another version might run.
BILL = alesco-proposals.cdx.json
WRITE_BILL = SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) CARGO_BUILD_TARGET=wasm32-unknown-unknown \
	cargo-cyclonedx cyclonedx --quiet --format json --spec-version 1.5 --features browser --no-build-deps

# What dist/release/ holds, tools/release/main.mjs says. Needs GNU tar.
release:
	@git diff --quiet HEAD || { echo "== A release is made of a commit: commit or stash your changes first" >&2; exit 1; }
	@tools/setup release
	@$(MAKE) --no-print-directory build
	@$(WRITE_BILL)
	@mv $(BILL) target/
	@echo "== dist/release/, with these checksums:"
	@node tools/release/main.mjs --sbom target/$(BILL) $(if $(TAG),--tag '$(TAG)')

# Whether a clone in another folder gives the release that is in dist/release/, byte for byte.
reproduce:
	@tools/release/reproduce

# Not of the environment, where these names may mean something else.
REPO = AlmaLinux/ALESCo
API = https://api.github.com
OUT = snapshot
LANGS = all
VIEW = list
NEXT_MEETING =
FEED =
PAGE =
PAGES =
TEXTS =
OFFLINE =

snapshot: setup-snapshot
	@echo "== Compiling the builder: two minutes the first time, nothing after that"
	@cargo run --locked --features snapshot-cli --bin snapshot -- --repo '$(REPO)' --api '$(API)' --out '$(OUT)' --langs '$(LANGS)' --view '$(VIEW)' $(if $(NEXT_MEETING),--next-meeting '$(NEXT_MEETING)') $(if $(FEED),--feed '$(FEED)') $(if $(PAGE),--page '$(PAGE)') $(if $(PAGES),--pages '$(PAGES)') $(if $(TEXTS),--texts) $(OFFLINE)

# The cards that the standalone page comes with, of the snapshot that is there.
cards:
	@$(MAKE) --no-print-directory snapshot VIEW=browser LANGS=en OFFLINE=--offline

# The demonstration's snapshot, its texts and its cards, built from tests/demo by the builder and a mock of GitHub's API.
demo-data: setup-snapshot
	@BLESS=1 cargo test --locked --features snapshot-cli --test snapshot the_committed_
	@$(MAKE) --no-print-directory cards

# The browsers' engines that run the tests in them: chromium, firefox or webkit alone, or all, with all other tests.
ENGINE = all

test:
	@tools/setup test $(ENGINE)
	@node tests/run.mjs $(ENGINE)

# How many inputs each property of the fuzz targets gets.
CASES ?= 1000000

# All decoders and readers of what comes from outside: the modules tests::fuzz. Then the milliseconds that texts of a
# megabyte take.
FUZZ = PROPTEST_CASES=$(CASES) cargo test --locked --profile fuzz --features browser --lib
fuzz: setup-snapshot
	@echo "== Compiling: minutes the first time; $(CASES) inputs for each property"
	@$(FUZZ) tests::fuzz -- --skip long_texts
	@$(FUZZ) tests::fuzz::long_texts -- --nocapture --test-threads=1

# The recipes whose generators are too large for `make test`.
recipes: setup-test build
	@echo "== The tools come from npm into .tools/recipes/ (530 MB), the first time; building six sites takes one to two minutes"
	@node --test tests/recipes/generators/*.test.mjs

# How many rounds the contenders for the first card run.
ROUNDS ?= 5

bench: setup-test build
	@node tests/bench/run.mjs --rounds $(ROUNDS)

# How the time grows with the number of proposals, without a browser.
bench-native: setup-snapshot
	@echo "== Compiling in release: minutes the first time; measuring takes two"
	@cargo bench --locked --features snapshot-cli --bench scale

size: setup-size build
	@node tools/size.mjs --what

setup-%:
	@tools/setup $*

# The licences, sources, versions and known faults of every dependency. Needs cargo-deny, which
# fetches its list of faults from the net.
audit:
	cargo deny check

clean:
	rm -rf dist target .tools node_modules test-results
