"""Find events: trigger, type, status, participants, place and time."""
