"""What a transcript is and what can be done to it. Standard library only."""
