"""Search and replace over many texts: how words are found, rules that are kept, and a process beside the window that does it."""
