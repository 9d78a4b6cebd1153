"""What operators see: health, metrics, and what may stand in a log."""
