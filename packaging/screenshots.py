"""Makes the pictures of the README from the current build: python packaging/screenshots.py [FOLDER]

Runs the real window offscreen on the bundled samples, with settings and projects of its own that are thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZE = (1440, 900)


def main(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from annotator import paths, settings
    from annotator.core.commands import topics
    from annotator.core.finding import Finding
    from annotator.gui.app import QtTexts
    from annotator.gui.main_window import MainWindow
    from annotator.gui.session import Session
    from annotator.gui.theme import Theme

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    settings.save(settings.Settings(language="en", theme="light", reopen_last=False))
    session, theme = Session(), Theme(app)
    texts = QtTexts(app, session)
    window = MainWindow(session, theme)
    window.resize(*SIZE)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)

    def wait(done: Callable[[], bool]) -> None:
        while not done():
            app.processEvents()

    def save(name: str) -> None:
        for _ in range(5):
            app.processEvents()
        window.grab().save(str(folder / f"{name}.png"))

    def open_sample(name: str) -> None:
        session.open_paths([paths.resources() / "samples" / name])
        wait(lambda: session.transcript is not None and not session.working and not session.analysing)
        window._drop_import_bar()

    def look(language: str, scheme: str) -> None:
        session.prefer(language=language, theme=scheme)

    def show(wanted: Callable[[Finding], bool]) -> None:
        found = [f for f in session.queue if wanted(f)]
        session.show_finding(max(found, key=lambda f: (f.confidence, len(f.turn_ids))))

    save("first-start")
    look("ru", "dark")
    save("first-start-dark-ru")
    look("en", "light")
    open_sample("support_call_ru.txt")
    show(lambda f: f.detector == "duplicates" and len(f.turn_ids) > 2)
    for language in ("en", "ru"):
        for scheme in ("light", "dark"):
            look(language, scheme)
            save(f"sample-{scheme}-{language}")
    look("en", "light")
    show(lambda f: f.detector == "duplicates")
    save("card-duplicate")
    show(lambda f: f.kind == "cut")
    save("card-cut")
    show(lambda f: f.kind == "two_speakers")
    save("card-two-speakers")
    show(lambda f: f.kind == "roles_swapped")
    save("card-roles")
    names = ("Телефония", "Интеграция", "Доставка", "Цена")
    for n, (name, colour) in enumerate(zip(names, ("#1F6F5C", "#0B5CAD", "#B4480F", "#8C2F6B"), strict=True), 1):
        session.apply(lambda name=name, colour=colour, n=n: topics.add(session.project.topics, name, colour, "", n))
    transcript = session.transcript
    assert transcript is not None
    for first, topic in ((4, 1), (10, 2), (25, 3), (49, 4)):
        session.do(topics.tag_from, transcript.visible[first - 1].id, session.project.topics[topic - 1].id)
    session.set_turn(transcript.visible[8].id)
    look("ru", "light")
    save("topics")
    window.close()
    texts.remove()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as config:
        os.environ["ANNOTATOR_CONFIG_DIR"] = config
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
