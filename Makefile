# Everything starts here: `make help`.
PYTHON ?= python3
BIN := .venv/bin

# One thread per process: PETSc, BLAS and the test workers would fight for the same cores otherwise.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export MKL_NUM_THREADS := 1
export PYTHON

.PHONY: help setup demo test lint bench verification clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:  ## make .venv with PETSc and everything else; costs nothing when it is there
	@$(PYTHON) .ci/setup.py

demo: setup  ## run the dendrite example and draw it
	@$(BIN)/alces -i inputs/nzsp_dendrite.i
	@echo "The pictures are in inputs/, beside the deck: inputs/nzsp_dendrite_out*"

lint: setup  ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/mypy

test: lint  ## lint, then all tests
	@$(BIN)/python -m pytest -n 2

bench: setup  ## measure speed and memory, also against other codes; a part of it: SECTION=assembly
	@$(BIN)/python benchmarks/run.py $(SECTION)

verification: setup  ## measure the orders of convergence and write them to docs/verification.md
	@ALCES_VERIFICATION=write $(BIN)/python -m pytest tests/verification/test_orders.py \
		tests/verification/test_time_orders.py tests/verification/test_closed_forms.py

clean:  ## remove .venv and everything that was built or cached
	@rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} + ; find . -name '*.egg-info' -prune -exec rm -rf {} +
