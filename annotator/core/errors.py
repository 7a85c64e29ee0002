"""Errors that the user can act on. Anything else that is raised is a bug."""

from __future__ import annotations

from annotator.core.i18n import Message


class AnnotatorError(Exception):
    """Says what happened, where, and what to do now."""

    def __init__(self, message: Message):
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class CommandError(AnnotatorError):
    """The command has nothing to do or cannot be done here."""


class StaleChange(AnnotatorError):
    """The transcript has changed since the change was computed."""


class FormatError(AnnotatorError):
    """A file cannot be read as a transcript, or a transcript cannot be written in this format."""


class ProjectError(AnnotatorError):
    """A project file cannot be opened or written."""


class NotAProject(ProjectError):
    """The file is no annotator project."""


class TooNew(ProjectError):
    """The project was made by a newer version."""


class Damaged(ProjectError):
    """The project file is damaged."""


class Hostile(ProjectError):
    """The project file holds things that annotator never writes (triggers, views, foreign tables)."""


class InUse(ProjectError):
    """Another program is writing to the project, or has changed it meanwhile."""


class ReadOnly(ProjectError):
    """The project or its folder cannot be written."""


class NoSpace(ProjectError):
    """The disk is full."""


class Moved(ProjectError):
    """The project file was moved, deleted or replaced while it was open."""


class IoFailure(ProjectError):
    """The disk reported an error."""
