"""The face for threads."""
