"""Where things are: the program's own resources and the user's folders."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path


def resources() -> Path:
    """Return the folder of the program's data: in a bundle, in a wheel, or beside the package in a checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).parent
    candidates = [Path(bundle) / "resources"] if bundle else []
    candidates += [package / "resources", package.parent / "resources"]
    return next(folder for folder in candidates if folder.is_dir())


def config() -> Path:
    """Return the folder of the user's settings; ANNOTATOR_CONFIG_DIR overrides it."""
    override = os.environ.get("ANNOTATOR_CONFIG_DIR")
    return Path(override) if override else user_config_path("annotator", appauthor=False)


def private(folder: Path) -> Path:
    """Make a folder that is nobody else's business, with those above it; a folder of the system's is made so as well."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    if "ANNOTATOR_CONFIG_DIR" not in os.environ:  # what the user has named may be used for other things
        with suppress(OSError):
            folder.chmod(0o700)
    return folder


def logs() -> Path:
    """Return the folder of the program's logs; it follows ANNOTATOR_CONFIG_DIR."""
    override = os.environ.get("ANNOTATOR_CONFIG_DIR")
    return Path(override) / "logs" if override else user_log_path("annotator", appauthor=False)


def backups() -> Path:
    """Return the folder of the backups of projects; it follows ANNOTATOR_CONFIG_DIR."""
    override = os.environ.get("ANNOTATOR_CONFIG_DIR")
    return (Path(override) if override else user_data_path("annotator", appauthor=False)) / "backups"
