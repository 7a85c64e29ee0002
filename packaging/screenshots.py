"""Makes the pictures of the README from the current build: python packaging/screenshots.py [FOLDER]

With --all makes every picture there is, in both schemes and languages and at 100 % and 200 %, each look in a folder of its own
(FOLDER is build/screenshots then), to be judged by eye. Runs the real window offscreen on the bundled samples, with settings and
projects of its own that are thrown away: one process for a look, since Qt reads the scale only once.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap
    from PySide6.QtWidgets import QWidget

    from annotator.core.finding import Finding

Look = tuple[str, str]
"""A scheme and a language."""

WIDE, USUAL, NARROW = (1920, 1080), (1440, 900), (1100, 700)
README: dict[Look, dict[str, str]] = {
    ("light", "en"): {
        "first-start": "first-start",
        "sample": "sample-light-en",
        "card-duplicate": "card-duplicate",
        "card-cut": "card-cut",
        "card-two-speakers": "card-two-speakers",
        "card-roles": "card-roles",
        "card-personal": "card-personal",
        "history-dock": "history",
        "palette": "palette",
        "statistics": "statistics",
        "import-report": "import-report",
        "export": "export",
        "compare": "compare",
    },
    ("dark", "en"): {"sample": "sample-dark-en"},
    ("light", "ru"): {"sample": "sample-light-ru", "topics": "topics", "replace": "replace", "dataset": "dataset"},
    ("dark", "ru"): {"sample": "sample-dark-ru", "first-start": "first-start-dark-ru"},
}
"""Which pictures the README shows, and what they are called there."""
CODEBOOK = (
    ("Телефония", "#1F6F5C", 1, ("звонки", "телефония")),
    ("Доставка", "#B4480F", 2, ("доставка", "курьер")),
    ("Цена", "#8C2F6B", 3, ("тариф", "скидка")),
)
PARTS = (("Доставка", "Адрес", 4), ("Доставка", "Отзывы", 0), ("Цена", "Скидка за год", 5))
TAGGED = ((4, "Телефония"), (23, "Доставка"), (30, "Адрес"), (45, "Цена"), (47, "Скидка за год"))
DECIDED = 7
EDITED = 4
"""The row of the history in which a turn was edited."""
CARD = "4276 1234 5678 9014"
TEMPLATE = "[{start:0:00:00}  ]**{speaker}**[ ({role})]: {text:line}[  #{topics}]"
MOST_USED, KIND = 80, 0xFFF0F0F0
"""Of the 256 colours of a picture; and the bits of a colour that tell of what kind it is."""
SETTLE = 0.2
"""Seconds after which also what follows a little later is painted."""


os.environ["LOGNAME"] = "reviewer"  # the name that the history shows


class Studio:
    """The window, set up for one look."""

    def __init__(self, look: Look):
        from PySide6.QtWidgets import QApplication

        from annotator import settings
        from annotator.gui.app import QtTexts
        from annotator.gui.main_window import MainWindow
        from annotator.gui.session import Session
        from annotator.gui.theme import Theme

        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        scheme, language = look
        settings.save(settings.Settings(language=language, theme=scheme, reopen_last=False))
        settings.use_language(language)
        self.app, self.session, self.theme = app, Session(), Theme(app)
        self._texts = QtTexts(app, self.session)
        self.window = MainWindow(self.session, self.theme)
        self.window.resize(*USUAL)
        self.window.show()

    def wait(self, done: Callable[[], bool]) -> None:
        while not done():
            self.app.processEvents()

    def open(self, name: str) -> None:
        from annotator import paths

        self.session.open_paths([paths.resources() / "samples" / name])
        self.checked()
        self.window._drop_import_bar()

    def checked(self) -> None:
        session = self.session
        self.wait(lambda: session.transcript is not None and not session.working and not session.analysing)

    def act(self, name: str) -> Any:
        """Run an action of the menus and return the window that is in front then."""
        self.window.actions_by_name[name].trigger()
        for _ in range(5):
            self.app.processEvents()
        return self.app.activeWindow() or self.window

    def show(self, wanted: Callable[[Finding], bool]) -> None:
        found = [f for f in self.session.queue if wanted(f)]
        self.session.show_finding(max(found, key=lambda f: (f.confidence, len(f.turn_ids))))

    def picture(self, front: QWidget) -> QPixmap:
        """Return the window, with the dialog in front of it in its middle or where it has put itself."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtGui import QPainter

        settled = time.monotonic() + SETTLE
        self.wait(lambda: time.monotonic() > settled)
        for _ in range(8):  # what was asked for in the meantime
            self.app.processEvents()
        made = self.window.grab()
        if front is not self.window:
            painter = QPainter(made)
            room = (self.window.size() - front.size()) / 2
            framed = not front.windowFlags() & Qt.WindowType.FramelessWindowHint
            at = QPoint(room.width(), room.height()) if framed else self.window.mapFromGlobal(front.pos())
            painter.drawPixmap(at, front.grab())
            if framed:
                painter.setPen(self.theme.tokens.text_dim)
                painter.drawRect(at.x() - 1, at.y() - 1, front.width() + 1, front.height() + 1)
            painter.end()
        return made

    def close(self) -> None:
        self.window.close()
        self._texts.remove()


def pictures(studio: Studio) -> Iterator[tuple[str, QWidget]]:
    """Go through the program as a reviewer does and stop, with a name and what is in front, wherever there is something to see."""
    from annotator.core.commands import review, topics, turns
    from annotator.core.errors import Damaged
    from annotator.core.i18n import msg, tr
    from annotator.gui.dialogs import (
        confidence,
        dataset,
        export,
        history,
        keymap,
        keys,
        personal,
        purge,
        refusal,
        restore,
        save_copy,
        statistics,
        template,
        topic,
        topic_palette,
    )

    session, theme, window = studio.session, studio.theme, studio.window
    yield "first-start", window
    studio.open("support_call_ru.txt")
    yield "opened", window
    yield "empty-history", _shown(history.HistoryDialog(session, theme, window))
    yield "empty-statistics", _shown(statistics.StatisticsDialog(session, theme, window))
    yield "empty-taught", _shown(confidence.ConfidenceDialog(session, theme, window))
    studio.show(lambda f: f.detector == "duplicates" and len(f.turn_ids) > 2)
    yield "sample", window
    for name, size in (("narrow", NARROW), ("wide", WIDE), ("", USUAL)):
        window.resize(*size)
        if name:
            yield name, window
    for kind in ("duplicates", "cut", "two_speakers", "roles_swapped"):
        studio.show(lambda f, kind=kind: kind in (f.detector, f.kind))
        yield {"duplicates": "card-duplicate", "roles_swapped": "card-roles"}.get(kind, f"card-{kind.replace('_', '-')}"), window
    yield "palette-empty", _typed(studio.act("palette"), "field", "ъъъъ")
    words = {"en": "find", "ru": "наход"}[session.settings.language]
    yield "palette", _typed(studio.act("palette"), "field", words)

    book = {name: (colour, key, words) for name, colour, key, words in CODEBOOK}
    for name, (colour, key, keywords) in book.items():
        session.apply(lambda: topics.add(session.project.topics, name, colour, "", key, keywords=keywords))  # noqa: B023
    ids = {t.name: t.id for t in session.project.topics}
    for parent, name, key in PARTS:
        colour = book[parent][0]
        session.apply(lambda: topics.add(session.project.topics, name, colour, "", key, ids[parent]))  # noqa: B023
    ids = {t.name: t.id for t in session.project.topics}
    for first, name in TAGGED:
        session.do(topics.tag_from, session.transcript.visible[first - 1].id, ids[name])
    studio.checked()
    session.set_turn(session.transcript.visible[29].id)
    yield "topics", window
    window.resize(*NARROW)
    yield "topics-narrow", window
    window.resize(*USUAL)
    yield "topic-palette", _shown(topic_palette.TopicPalette(session, theme, window))
    yield "topic-dialog", _shown(topic.TopicDialog(session, theme, session.project.topics[1], window))
    yield "replace-empty", studio.act("replace")
    replace = studio.act("replace")
    replace.words.setText("тариф")
    replace.replacement.setText("план")
    replace.modes.button(2).setChecked(True)
    replace.scopes.button(1).setChecked(True)
    studio.wait(lambda: replace._complete and replace.hits.rowCount() > 0)
    yield "replace", replace

    for n in range(DECIDED):
        session.step_finding(1)
        session.decide(review.dismiss if n % 4 == 3 else review.accept)
        studio.checked()
    turn = session.transcript.visible[6]
    session.do(turns.set_text, turn.id, "угу минуту я открою ваш личный кабинет")
    session.do(turns.comment, turn.id, "проверить по записи")
    session.do(turns.bookmark, [session.transcript.visible[8].id], True)
    studio.checked()
    session.set_turn(turn.id)
    yield "edited", window
    studio.act("show_source")
    yield "source", window
    studio.act("show_source")
    studio.act("mark_unknown")
    studio.act("context")
    yield "context", window
    studio.act("mark_unknown")
    window.filters.search.setText("курьерская служба")
    window.filters.only.setChecked(True)
    yield "empty-filter", window
    window.filters.reset()
    session.do(turns.set_text, session.transcript.visible[20].id, f"да записывайте номер карты {CARD}")
    studio.checked()
    studio.show(lambda f: f.detector == "personal" and f.kind == "card")
    yield "card-personal", window
    yield "personal", _shown(personal.PersonalDialog(session, window.redactor.redact_calls, window))
    window.docks["history"].show()
    window.docks["history"].raise_()
    session.set_turn(turn.id)
    changes = window.docks["history"].widget().list
    studio.wait(lambda: changes.model().rowCount() > DECIDED)
    changes.setCurrentIndex(changes.model().index(EDITED, 0))
    yield "history-dock", window
    window.docks["history"].hide()
    yield "restore", _shown(restore.RestoreDialog(window))
    yield "purge", _shown(purge.PurgeDialog(session, window))
    yield "save-copy", _shown(save_copy.SaveCopyDialog(session, window))
    damage = Damaged(msg("{path} is damaged and was left as it is. Open a copy from before.", path=str(session.project.path)))
    yield "refusal", _shown(refusal.RefusalDialog(window, session.project.path, damage))
    yield "statistics", _shown(statistics.StatisticsDialog(session, theme, window))
    yield "history", _shown(history.HistoryDialog(session, theme, window))
    yield "export", _shown(export.ExportDialog(session, theme, window))
    dataset_dialog = _shown(dataset.DatasetDialog(session, theme, window))
    studio.wait(lambda: dataset_dialog._task is None)
    yield "dataset", dataset_dialog
    asked = _shown(template.TemplateDialog(session, session.transcript, tr("My template"), TEMPLATE, window))
    yield "template", asked
    yield "taught", _shown(confidence.ConfidenceDialog(session, theme, window))
    yield "keys", _shown(keys.KeysDialog(session, window))
    yield "change-keys", _shown(keymap.KeymapDialog(session, window))
    first = session.transcript.id
    yield "compare", _compared(studio)
    yield "columns", _asked(studio)
    yield "import-report", _imported(studio)
    session.show_transcript(first)
    studio.checked()
    while session.queue:
        session.step_finding(1)
        session.decide(review.dismiss)
        studio.checked()
    yield "no-findings", window


def _compared(studio: Studio) -> QWidget:
    """Return the comparison of the call with a second version of it, in which some turns are otherwise."""
    from annotator.core.commands import review, speakers, transcripts, turns
    from annotator.core.model import Imported
    from annotator.gui.dialogs.compare import CompareDialog

    project, first = studio.session.project, studio.session.transcript
    source = first.source
    second = project.new_transcript_id()
    project.apply(
        transcripts.add(Imported(source.name, source.format, source.encoding, source.data, first.speakers, source.turns), second)
    )
    for command, *arguments in (
        (turns.set_text, 3, f"{first.turn(3).text} пожалуйста"),
        (speakers.relabel, [8], next(s.id for s in first.speakers if s.id != first.source_turn(8).speaker_id)),
        (turns.hide, [12]),
        (review.set_done, True),
    ):
        project.apply(command(project.transcript(second), *arguments))
    if not first.header.done:
        project.apply(review.set_done(project.transcript(first.id), True))
    made = CompareDialog(studio.session, studio.theme, first.id, second, studio.window)
    made.show()
    studio.wait(lambda: made.compared is not None)
    return made


def _asked(studio: Studio) -> QWidget:
    """Return the question what the columns of a table hold."""
    from annotator import formats
    from annotator.formats.table_columns import NeedsColumns
    from annotator.gui.dialogs.columns import ColumnsDialog

    lines = [
        f"2026-11-{day:02};{('клиент', 'оператор')[day % 2]};заказ номер {day} не приходит;без замечаний" for day in range(1, 13)
    ]
    data = "\n".join(["дата;кто;что сказано;заметка", *lines]).encode()
    read = partial(formats.read, data, "выгрузка.csv", None, "csv")
    try:
        read({})
    except NeedsColumns as table:
        return _shown(ColumnsDialog(studio.session, studio.theme, "выгрузка.csv", table, read, studio.window))
    raise AssertionError("without columns it asks")


def _imported(studio: Studio) -> QWidget:
    """Return the report of an import of a folder in which not all is well."""
    from annotator.gui.dialogs.import_many import ImportManyDialog

    folder = Path(tempfile.mkdtemp()) / "2026-11"
    folder.mkdir()
    chance = random.Random(3)
    words = "здравствуйте подскажите когда придёт заказ номер два три доставка оплата картой спасибо до свидания".split()
    for day in range(1, 19):
        said = [f"{('Саппорт', 'Клиент')[n % 2]} (SPK0{n % 2}): {' '.join(chance.choices(words, k=9))}" for n in range(30)]
        (folder / f"звонок {day:02}.txt").write_text("\n".join(said), encoding="utf-8")
    (folder / "звонок 01 (копия).txt").write_bytes((folder / "звонок 01.txt").read_bytes() + " да".encode())
    (folder / "оборван.json").write_text('{"results": {"items": [', encoding="utf-8")
    (folder / "договор.pdf").write_bytes(b"%PDF-1.7")
    (folder / "звонок 19.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nКлиент: алло\n\n2\n00:00:03,000 --> 00:00:04,000\nСаппорт: добрый день\n",
        encoding="utf-8",
    )
    os.chdir(folder.parent)  # the report names where the files are, and that is another place each time
    studio.session.open_paths([Path(folder.name)])
    studio.wait(lambda: any(isinstance(w, ImportManyDialog) and w.isVisible() for w in studio.app.topLevelWidgets()))
    found = next(w for w in studio.app.topLevelWidgets() if isinstance(w, ImportManyDialog))
    studio.wait(lambda: not studio.session.working and len(studio.session.counts) == len(studio.session.headers()))
    return found


def _shown(dialog: Any) -> Any:
    dialog.show()
    return dialog


def _typed(dialog: QWidget, field: str, words: str) -> QWidget:
    getattr(dialog, field).setText(words)
    return dialog


def reduced(picture: QPixmap) -> QImage:
    """Return a picture with 256 colours, which makes the file a third as large: those it has most of, then one of all kinds."""
    from PySide6.QtGui import QImage

    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = [colour for colour, _ in Counter(memoryview(image.constBits()).cast("I")).most_common()]
    kinds = {colour & KIND: colour for colour in reversed(colours)}
    kept = dict.fromkeys([*colours[:MOST_USED], *sorted(kinds.values(), key=colours.index)])
    return image.convertToFormat(QImage.Format.Format_Indexed8, list(kept)[:256])


def photograph(folder: Path, look: Look, names: dict[str, str] | None) -> None:
    """Save the pictures of one look; `names` are those wanted, None for all."""
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(look)
    left = set(names or ())
    for name, front in pictures(studio):
        if names is None:
            studio.picture(front).save(str(folder / f"{name}.png"))
        elif name in names:
            reduced(studio.picture(front)).save(str(folder / f"{names[name]}.png"), quality=0)
        if front is not studio.window:
            front.close()
        left.discard(name)
        if names is not None and not left:
            break
    studio.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--all", action="store_true", help="every picture in every look")
    parser.add_argument("--look", help=argparse.SUPPRESS)
    given = parser.parse_args()
    root = Path(__file__).parents[1]
    folder = (given.folder or root / ("build" if given.all else "packaging") / "screenshots").resolve()
    if given.look:
        scheme, language = given.look.split("-")
        photograph(folder, (scheme, language), None if given.all else README[scheme, language])
        return
    for (scheme, language), scale in product(README, (1, 2) if given.all else (1,)):
        with tempfile.TemporaryDirectory() as config:
            platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
            env = os.environ | {"ANNOTATOR_CONFIG_DIR": config, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(scale)}
            place = folder / f"{scheme}-{language}-{100 * scale}" if given.all else folder
            args = [sys.executable, __file__, str(place), "--look", f"{scheme}-{language}", *(["--all"] if given.all else [])]
            subprocess.run(args, env=env, check=True)


if __name__ == "__main__":
    main()
