"""What operators see: health, metrics, and what may stand in a log."""

VERSION = "1.0.0"
"""Of this program. The one place: pyproject.toml reads it here, and CHANGELOG.md says at its head what is new in it."""
