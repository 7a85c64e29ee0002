"""Words that neither the dictionary nor the project knows, for the table to mark. Words are looked up once, off the GUI thread."""

from __future__ import annotations

import json
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.text import fold
from annotator.detectors.dictionary import words_of
from annotator.detectors.worker import Reply
from annotator.gui.session import Session

SETTING = "dictionary"


class Dictionary(QObject):
    changed = Signal()
    """Other words are unknown than before."""

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._known: dict[str, bool] = {}
        self._own: frozenset[str] = frozenset()
        self._wanted: set[str] = set()
        self._asked: list[frozenset[str]] = []
        """Words whose answers have not come yet, in the order of asking."""
        # What one paint comes upon is asked together.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)
        session.analyst.replied.connect(self._on_replied)
        session.analyst.stopped.connect(self._on_stopped)
        session.project_changed.connect(self._on_project_changed)
        session.preferences_changed.connect(self.changed)
        self._on_project_changed()

    @property
    def on(self) -> bool:
        """Whether the user wants unknown words to be marked."""
        return self._session.settings.mark_unknown

    def unknown(self, text: str) -> list[tuple[int, int]]:
        """Return where a text has unknown words, as far as that is known; what was never looked up will be."""
        if not self.on:
            return []
        found = []
        for start, end, word in _words(text):
            known = self._known.get(word)
            if known is None:
                self._want(word)
            elif not known and word not in self._own:
                found.append((start, end))
        return found

    def _want(self, word: str) -> None:
        if word not in self._wanted and not any(word in asked for asked in self._asked):
            self._wanted.add(word)
            if not self._timer.isActive():
                self._timer.start()

    def _ask(self) -> None:
        if self._wanted:
            words = frozenset(self._wanted)
            self._wanted.clear()
            self._asked.append(words)
            self._session.analyst.ask(words)

    def _on_replied(self, reply: Reply) -> None:
        if reply.unknown is not None and self._asked:
            asked = self._asked.pop(0)
            self._known.update((word, word not in reply.unknown) for word in asked)
            if reply.unknown:
                self.changed.emit()

    def _on_stopped(self) -> None:
        self._asked.clear()

    def forget(self) -> None:
        """Drop what was looked up, and read the project's own words anew."""
        self._known.clear()
        _words.cache_clear()
        self._on_project_changed()

    # ------------------------------------------------------------------ the project's own words

    def _on_project_changed(self) -> None:
        project = self._session.project
        words = self._session.remembered(SETTING).get("words") if project is not None else None
        self._own = frozenset(word for word in words if isinstance(word, str)) if isinstance(words, list) else frozenset()
        self.changed.emit()

    def has(self, word: str) -> bool:
        """Tell whether the user has added the word."""
        return fold(word) in self._own

    def is_unknown(self, word: str) -> bool:
        """Tell whether the word is one that is marked."""
        return self.on and bool(self.unknown(word))

    def add(self, word: str) -> None:
        """Take the word for known in all calls of the project."""
        self._keep(self._own | {fold(word)})

    def remove(self, word: str) -> None:
        """Leave it to the dictionary again whether the word is known."""
        self._keep(self._own - {fold(word)})

    def _keep(self, words: frozenset[str]) -> None:
        project = self._session.project
        kept = json.dumps({"words": sorted(words)}, ensure_ascii=False)
        if project is not None and self._session.guard(project.set_setting, SETTING, kept):
            self._own = words
            self.changed.emit()


@lru_cache(maxsize=2000)
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(words_of(text))
