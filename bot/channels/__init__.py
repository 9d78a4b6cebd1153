"""The messengers: one folder each, which hears, renders and sends, and knows nothing of the others."""
