"""Files of projects, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator import files
from annotator.core.errors import ProjectError
from annotator.storage.lock import SUFFIX, Lock, holder
from annotator.storage.refusals import typed


@contextmanager
def placed(target: Path, replace: bool = False) -> Iterator[Path]:
    """Do what files.placed does; raise ProjectError."""
    with typed(target), files.placed(target, replace) as made:
        yield made


def sweep(folder: Path) -> None:
    """Remove what processes that were ended before they were done have left in a folder, and locks of nothing."""
    files.sweep(folder)
    for path in folder.glob("*" + SUFFIX):
        # Others call files so, too: only one that says who held it is ours, or one of ours that was about to.
        project = path.with_suffix("")
        with suppress(OSError, ProjectError):
            noted = holder(project)
            left = noted.gone if noted is not None else project.suffix == ".annotator" and not path.stat().st_size
            if left and not project.exists():
                Lock.take(project).release()
