"""`python -m reporting.fingerprint`: see `worker.py`."""

from reporting.fingerprint.worker import main

if __name__ == "__main__":
    main()
