"""Asks for the file that a codebook comes from or goes to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator import formats
from annotator.core.change import Change
from annotator.core.commands import topics
from annotator.core.i18n import msg, tr
from annotator.formats import codebook
from annotator.gui.session import BIG, Notice, Session
from annotator.gui.theme import TOPIC_COLOURS
from annotator.project import Project


def import_codebook(session: Session, parent: QWidget) -> None:
    """Take over the topics of a file, as one undo step."""
    if session.project is not None:
        kinds = (tr("Codebooks") + " (*.csv *.json)", tr("All files") + " (*)")
        folder = str(session.project.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(parent, tr("Import codebook"), folder, ";;".join(kinds))
        if chosen:
            _take_over(session, session.project, Path(chosen))


def _take_over(session: Session, project: Project, path: Path) -> None:
    taken: list[Change] = []

    def make() -> Change:
        taken.append(topics.take_over(project.topics, codebook.read_file(path), TOPIC_COLOURS))
        return taken[0]

    def done() -> None:
        added = sum(step.before is None for step in taken[0].steps)
        changed = len(taken[0].steps) - added
        text = msg("{name}: topics added: {added}, changed: {changed}", name=path.name, added=added, changed=changed)
        session.noticed.emit(Notice(str(text)))

    session.apply(make, BIG, done)  # a long file would hold the window up


def export_codebook(session: Session, parent: QWidget) -> None:
    """Write the topics to a file; its suffix says as what."""
    project = session.project
    if project is None or not project.topics:
        session.noticed.emit(Notice(str(msg("There are no topics to export yet."))))
        return
    kinds = (tr("Table for spreadsheets") + " (*.csv)", tr("JSON, for programs") + " (*.json)")
    proposed = project.path.with_name(tr("{project} topics", project=project.path.stem) + ".csv")
    chosen, kind = QFileDialog.getSaveFileName(parent, tr("Export codebook"), str(proposed), ";;".join(kinds))
    if chosen:
        path = Path(chosen)
        if path.suffix.lower() not in (".csv", ".json"):
            path = path.with_name(path.name + (".json" if kind == kinds[1] else ".csv"))
        encode = codebook.encode_json if path.suffix.lower() == ".json" else codebook.encode_csv
        data = encode(project.topics)
        session.export(lambda target: formats.write_file(target, data), [path])
