"""What kind of folder a project lies in: others write there too, or locks may not hold."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from annotator.core.i18n import tr

SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "yandex.disk": "Yandex.Disk",
    "yandexdisk": "Yandex.Disk",
    "яндекс.диск": "Яндекс.Диск",
    "nextcloud": "Nextcloud",
}
"""How the names of folders begin that a program keeps in step with other machines, and what it is called."""
NETWORK = ("nfs", "cifs", "smb", "afpfs", "webdav", "davfs", "sshfs", "fuse.sshfs", "fuse.davfs", "fuse.rclone", "9p", "afs")
"""How the names of file systems begin that are on another machine."""
CONFLICT = ("conflict", "конфликт")


@dataclass(frozen=True)
class Shared:
    """Why a folder is no ordinary one (a service, "network", or nothing), and the copies beside a project that conflicts left."""

    where: str = ""
    copies: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.where or self.copies)

    @property
    def text(self) -> str:
        """What to tell the user."""
        parts = []
        if self.where == "network":
            told = tr(
                "This project is on a network drive. Work with it in one place at a time, and keep the connection: "
                "not all of them keep two programs from writing at once."
            )
            parts.append(told)
        elif self.where:
            told = tr(
                "This project is in a folder of {service}. Close it here before it is opened on another computer: "
                "what two write at the same time becomes two files.",
                service=self.where,
            )
            parts.append(told)
        if self.copies:
            names = ", ".join(self.copies)
            parts.append(
                tr("Beside it are copies that a conflict has left: {names}. Open them to see what they hold.", names=names)
            )
        return " ".join(parts)


def look(path: Path) -> Shared:
    """Return what is special about where a project lies, on any thread: the disk may be slow to answer."""
    names = (part.casefold() for part in path.resolve().parent.parts)
    service = next((SERVICES[start] for name in names for start in SERVICES if name.startswith(start)), "")
    kind = bytes(QStorageInfo(str(path.parent)).fileSystemType().data()).decode("ascii", "replace").casefold()
    remote = path.drive.startswith("\\\\") or kind.startswith(NETWORK)
    return Shared(service or ("network" if remote else ""), conflict_copies(path))


def conflict_copies(path: Path) -> tuple[str, ...]:
    """Return the names of what sync programs have put beside a project when it was altered in two places."""
    here = f"{path.stem}-{platform.node()}".casefold()
    beside = (p for p in path.parent.iterdir() if p.suffix == path.suffix and p != path and p.stem.startswith(path.stem))
    return tuple(sorted(p.name for p in beside if p.stem.casefold() == here or any(c in p.stem.casefold() for c in CONFLICT)))
