"""The sound kit: numpy in, tapes out. Build-only; nothing is sampled, every sound is computed from its own seed."""
