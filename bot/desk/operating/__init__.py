"""What an operator asks on the command line: see commands."""
