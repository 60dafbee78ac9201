"""What is measured, one module a measure; `python run.py bench` prints the table.

A measure is a module `benchmarks/measure_NAME.py` with a docstring and `measure() -> Iterable[Figure]`. It is found by its name,
and runs in a process of its own, so that nothing another one imported or kept weighs on it.
"""
