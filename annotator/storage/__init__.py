"""The project file: SQLite through sqlite-utils."""
