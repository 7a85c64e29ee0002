"""Build training sets of the project: which, of which turns, how divided, what is masked; and what holds them up."""

from __future__ import annotations

import json
from collections import Counter
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.core.i18n import tr
from annotator.datasets import RECIPES, writing
from annotator.datasets.base import SPLITS
from annotator.detectors import DETECTORS
from annotator.gui.dataset_task import DatasetTask
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.masking import MaskGroup
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import button, choose, label, shown_name
from annotator.gui.widgets.message_bar import MessageBar
from annotator.training import Built, OpenFindings, Order, Survey, Wanted

SETTING = "dataset"
MOST_SEED = 2**31 - 1
KINDS_SHOWN = 3
CARD = 108
"""The height of four lines: what is known comes bit by bit, and the buttons are not to move."""


class DatasetDialog(Dialog):
    """Looks at the calls as soon as it is open; what was chosen is kept in the project."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("Build training set"), parent)
        assert session.project is not None, "there is something to build it of"
        self._session, self._project = session, session.project
        self._last = session.remembered(SETTING)
        self._task: DatasetTask | None = None
        self._next: Order | None = None
        """What is to be done when the task at work has ended."""
        self.survey: Survey | None = None
        columns = QHBoxLayout()
        columns.setSpacing(24)
        self.body.addLayout(columns)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        columns.addLayout(self._column, 1)
        self._add_recipes()
        self._add_splits()
        self._add_files()
        self._column.addStretch(1)
        self.masking = MaskGroup(session, theme, self._last, self)
        columns.addWidget(self.masking)
        self.body.addWidget(self._state())
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.body.addWidget(self._work())
        self.ok = button(tr("Build…"), self._on_ok, primary=True)
        self.shut = button(tr("Close"), self.reject)
        self.finish(self.ok, self.shut)
        self._chosen = (*self.recipes.values(), *self.formats.values())
        for box in self._chosen:
            box.toggled.connect(self._refresh)
        self.reviewed.toggled.connect(self._look)
        self.nevertheless.toggled.connect(self._refresh)
        for spin in self.shares.values():
            spin.valueChanged.connect(self._refresh)
        session.project_changed.connect(self.reject)
        self._look()
        self.shut.setFocus()

    # ------------------------------------------------------------------ parts

    def _add_recipes(self) -> None:
        self._column.addWidget(label(tr("Training sets"), style="strong"))
        inside = self._indented()
        known = self._last.get("recipes")
        self.recipes: dict[str, QCheckBox] = {}
        for recipe in RECIPES:
            self.recipes[recipe.name] = box = QCheckBox(str(recipe.title))
            box.setChecked(recipe.name in known if isinstance(known, list) else True)
            inside.addWidget(box)
        self.reviewed = QCheckBox(tr("Only turns marked as reviewed"))
        self.reviewed.setChecked(self._last.get("reviewed") is not False)
        self._column.addWidget(label(tr("Turns"), style="strong"))
        self._indented().addWidget(self.reviewed)

    def _add_splits(self) -> None:
        self._column.addWidget(label(tr("Split by call"), style="strong"))
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        known = self._last.get("shares")
        shares = known if isinstance(known, list) and len(known) == len(SPLITS) else Wanted(()).shares
        self.shares: dict[str, QSpinBox] = {}
        for column, (name, title, share) in enumerate(
            zip(SPLITS, (tr("Training"), tr("Validation"), tr("Test")), shares, strict=True)
        ):
            self.shares[name] = spin = QSpinBox()
            spin.setRange(1 if name == SPLITS[0] else 0, 100)
            spin.setSuffix("\N{NO-BREAK SPACE}%")
            spin.setValue(int(share) if isinstance(share, int | float) else 0)
            self._put(grid, column, title, spin)
        self.seed = QSpinBox()
        self.seed.setRange(0, MOST_SEED)
        seed = self._last.get("seed")
        self.seed.setValue(seed if isinstance(seed, int) else 0)
        self.seed.setToolTip(tr("The same number makes the same split"))
        self._put(grid, len(SPLITS), tr("Seed"), self.seed)
        grid.setColumnStretch(len(SPLITS) + 1, 1)
        self._column.addLayout(grid)

    @staticmethod
    def _put(grid: QGridLayout, column: int, title: str, spin: QSpinBox) -> None:
        named = label(title, style="dim")
        named.setBuddy(spin)
        spin.setAccessibleName(title)
        grid.addWidget(named, 0, column)
        grid.addWidget(spin, 1, column)

    def _add_files(self) -> None:
        self._column.addWidget(label(tr("Files"), style="strong"))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(16)
        known = self._last.get("formats")
        self.formats: dict[str, QCheckBox] = {}
        for name, title in ((writing.JSONL, tr("JSON lines")), (writing.PARQUET, tr("Parquet"))):
            self.formats[name] = box = QCheckBox(title)
            box.setChecked(name in known if isinstance(known, list) else name == writing.JSONL)
            row.addWidget(box)
        row.addStretch(1)
        self._column.addLayout(row)

    def _state(self) -> QFrame:
        """Return what is known of the calls, and what holds the sets up."""
        made = QFrame()
        made.setProperty("card", "true")
        made.setMinimumHeight(CARD)
        inside = QVBoxLayout(made)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(6)
        self.turns, self.left, self.alike = label(wrap=True), label(wrap=True), label(style="dim", wrap=True)
        self.nevertheless = QCheckBox(tr("Build nevertheless; the card of the set says how many are open"))
        for shown in (self.turns, self.left, self.nevertheless, self.alike):
            inside.addWidget(shown)
        inside.addStretch(1)
        return made

    def _work(self) -> QWidget:
        self.work = QWidget()
        policy = self.work.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.work.setSizePolicy(policy)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.doing = label(style="dim")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.cancel = button(tr("Cancel"), self._on_cancel)
        row.addWidget(self.doing)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        return self.work

    def _indented(self) -> QVBoxLayout:
        inside = QVBoxLayout()
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(8)
        self._column.addLayout(inside)
        return inside

    # ------------------------------------------------------------------ what is shown

    def _refresh(self) -> None:
        """Show what is known, and let the sets be built when nothing holds them up."""
        survey, building = self.survey, self.building
        self.work.setVisible(self._task is not None)
        self.cancel.setVisible(building)
        left = survey.open if survey is not None else Counter[tuple[str, str]]()
        if survey is None:
            self.turns.setText(tr("Looking at the calls…") if self._task is not None else tr("The calls were not looked at."))
        elif not survey.calls:
            self.turns.setText(tr("No turn is marked as reviewed.") if self.reviewed.isChecked() else tr("There are no turns."))
        else:
            visible = sum(call.visible for call in survey.calls)
            calls = tr("{n} calls", n=len(survey.calls))
            self.turns.setText(tr("{calls}, {used} of {turns} turns", calls=calls, used=survey.turns, turns=visible))
        self.left.setVisible(survey is not None and bool(survey.calls))
        self.left.setText(_left(survey) if survey is not None else "")
        self.nevertheless.setVisible(bool(left))
        self.alike.setVisible(survey is not None and bool(survey.groups))
        if survey is not None:
            self.alike.setText(tr("{n} groups of calls that are nearly the same; each stays in one split.", n=len(survey.groups)))
        chosen = any(box.isChecked() for box in self.recipes.values()) and any(box.isChecked() for box in self.formats.values())
        ready = survey is None or (bool(survey.calls) and (not left or self.nevertheless.isChecked()))
        self.ok.setEnabled(chosen and ready and not building)
        for widget in (*self._chosen, self.reviewed, self.nevertheless, self.masking, self.seed, *self.shares.values()):
            widget.setEnabled(not building)
        shown = [call.id for call in survey.calls] if survey is not None else [h.id for h in self._project.transcripts()]
        self.masking.show_for(shown, self.reviewed.isChecked())

    @property
    def building(self) -> bool:
        return self._task is not None and self._task.builds

    # ------------------------------------------------------------------ looking

    def _wanted(self) -> Wanted:
        return Wanted(
            recipes=tuple(name for name, box in self.recipes.items() if box.isChecked()),
            seed=self.seed.value(),
            shares=tuple(float(spin.value()) for spin in self.shares.values()),
            all_turns=not self.reviewed.isChecked(),
            with_open_findings=self.nevertheless.isChecked(),
            formats=tuple(name for name, box in self.formats.items() if box.isChecked()),
            mask=self.masking.kinds,
            pseudonyms=self.masking.numbered.isChecked() and bool(self.masking.kinds),
        )

    def _look(self) -> None:
        """Look at the calls, in place of what is being looked at."""
        self.survey = None
        self._start(Order(self._project.path, self._wanted()))

    def _start(self, order: Order) -> None:
        """Begin, as soon as what is at work has been ended."""
        if self._task is not None:
            self._next = order
            self._task.cancel()
        else:
            self._task = DatasetTask(order)
            self._task.progressed.connect(self._on_progressed)
            self._task.ended.connect(self._on_ended)
            self.doing.setText(tr("Checking the calls") if order.target is None else tr("Building"))
            self.progress.setRange(0, 0)
            self._task.start()
        self._refresh()

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.shut.setFocus()

    def _on_ended(self, result: Any) -> None:
        task, self._task = self._task, None
        assert task is not None
        following, self._next = self._next, None
        match result:
            case _ if following is not None:
                self._start(following)
            case Survey():
                self.survey = result
            case OpenFindings():
                self.survey = result.survey
                self.message.say(str(result), "error")
            case AnnotatorError():
                self.message.say(str(result), "error")
            case None if task.cancelled:
                self.message.say(tr("Cancelled; nothing was written."))
            case None:
                self.message.say(tr("It ended by itself; nothing was written. Try again with fewer sets."), "error")
            case _:
                self._tell_built(result)
        if task.builds and self.survey is None and self._task is None:
            self._look()  # it was left unfinished for the sake of building
        self._refresh()

    # ------------------------------------------------------------------ building

    def _on_ok(self) -> None:
        self._session.guard(self._build)

    def _build(self) -> None:
        if writing.PARQUET in self._wanted().formats:
            writing.require_parquet()
        answer = QFileDialog.getExistingDirectory(self, tr("Build in the folder"), str(self._folder()))
        if not answer:
            return
        target = free_folder(Path(answer), self._project.path.stem)
        overwrite = target.is_dir() and any(target.iterdir())
        if overwrite:
            there = tr("{name} holds a training set. It is written anew as a whole.", name=shown_name(target.name))
            if choose(self, tr("Build training set"), there, tr("Keep it"), tr("Write anew")) != 0:
                return
        self._remember(Path(answer))
        self.message.say("")
        self._start(Order(self._project.path, self._wanted(), target, overwrite))

    def _folder(self) -> Path:
        last = Path(str(self._last.get("folder", "")))
        return last if last.is_absolute() and last.is_dir() else self._project.path.parent

    def _remember(self, folder: Path) -> None:
        if not self._project.read_only:
            wanted = self._wanted()
            kept = {
                "recipes": wanted.recipes,
                "reviewed": not wanted.all_turns,
                "shares": wanted.shares,
                "seed": wanted.seed,
                "formats": wanted.formats,
                "folder": str(folder),
                **self.masking.chosen(),
            }
            self._project.set_setting(SETTING, json.dumps(kept))
            self._last = kept

    def _tell_built(self, built: tuple[Built, ...]) -> None:
        folder = built[0].folder if len(built) == 1 else built[0].folder.parent
        rows = sum(sum(own.values()) for one in built for own in one.rows.values())
        calls = ", ".join(str(built[0].calls.get(name, 0)) for name in SPLITS)
        told = tr(
            "{n} rows written to {folder}. Calls for training, validation and test: {calls}.",
            n=rows,
            folder=str(folder),
            calls=calls,
        )
        self.message.say(told)
        self._session.noticed.emit(Notice(told))

    def done(self, result: int) -> None:
        self.masking.counting.close()
        if self._task is not None:
            self._task.abandon()
            self._task = None
        super().done(result)


def _left(survey: Survey) -> str:
    """Return how many findings are left, and of which kinds most."""
    left = survey.open
    if not left:
        return tr("No finding is left to decide.")
    titles = {(detector.name, kind): str(title) for detector in DETECTORS for kind, title in detector.kinds.items()}
    kinds = [f"{titles.get(kind, kind[1])} {n}" for kind, n in left.most_common(KINDS_SHOWN)]
    more = "…" if len(left) > KINDS_SHOWN else ""
    calls = sum(1 for call in survey.calls if call.open)
    return tr(
        "{n} findings are left to decide in {calls} calls: {kinds}", n=left.total(), calls=calls, kinds=", ".join(kinds) + more
    )


def free_folder(chosen: Path, stem: str) -> Path:
    """Return where sets go when a folder was chosen: there, if it is empty or holds sets already, else into one of their own."""
    if not any(chosen.iterdir()) or writing.is_ours(chosen):
        return chosen
    names = (f"{stem} {tr('training')}" if n == 1 else f"{stem} {tr('training')} {n}" for n in count(1))
    return next(path for name in names if not (path := chosen / name).exists() or writing.is_ours(path))
