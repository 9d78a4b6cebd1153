"""What a kill at any instant may cost: processes end by SIGKILL in the middle of their work, and all is counted."""
