"""The table of turns: what it shows, how it looks, and how a turn is edited in place."""
