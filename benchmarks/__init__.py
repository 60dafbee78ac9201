"""What is measured, one module a measure; `python run.py bench` prints the table."""
