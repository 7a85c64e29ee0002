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


class Ambiguous(FormatError):
    """A file can be read in several formats, and only its owner knows in which: `formats` are their names."""

    def __init__(self, message: Message, formats: tuple[str, ...]):
        super().__init__(message)
        self.formats = formats


class ProjectError(AnnotatorError):
    """A project file cannot be opened or written. `way` is the one thing to offer to the user, empty where there is none."""

    way = ""


class NotAProject(ProjectError):
    """The file is no annotator project."""

    way = "import"


class TooNew(ProjectError):
    """The project was made by a newer version."""


class Unsupported(ProjectError):
    """The project is of a kind that no version has written: an encoding, a file that is no ordinary one."""


class TooLarge(ProjectError):
    """What is to be kept is larger than a project takes."""


class Damaged(ProjectError):
    """The project file is damaged."""

    way = "restore"


class Hostile(ProjectError):
    """The project file holds things that annotator never writes (triggers, views, foreign tables)."""

    way = "salvage"


class InUse(ProjectError):
    """Another program has the project open, or is writing to it."""

    way = "read_only"


class Changed(InUse):
    """Another program has changed the project while it was open here."""

    way = "reload"


class ReadOnly(ProjectError):
    """The project or its folder cannot be written."""

    way = "copy"


class NoSpace(ProjectError):
    """The disk is full."""

    way = "retry"


class Moved(ProjectError):
    """The project file was moved, deleted or replaced while it was open."""

    way = "save_copy"


class IoFailure(ProjectError):
    """The disk reported an error."""

    way = "retry"
