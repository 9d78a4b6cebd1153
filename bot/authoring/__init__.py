"""What course authors use: check, preview, new, export. Never imported by a turn."""
