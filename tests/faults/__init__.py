"""What goes wrong around us: processes killed in the midst of their work, messengers that misbehave. All is counted."""
