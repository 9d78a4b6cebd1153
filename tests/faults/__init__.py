"""What goes wrong around us: processes killed in the middle of their work, messengers that misbehave. All is counted."""
