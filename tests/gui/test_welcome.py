"""The first page: opening, samples, projects of late."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import press
from PySide6.QtCore import Qt

from annotator.core.i18n import Catalogue, use
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.welcome import WelcomePage


@pytest.fixture
def asked() -> list[object]:
    return []


@pytest.fixture
def page(qtbot, session, theme, asked) -> WelcomePage:
    made = WelcomePage(session, theme, lambda: asked.append("open"), asked.append)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_opens_files_and_samples(page, asked) -> None:
    page.open.click()
    for sample in page.samples:
        sample.click()
    assert asked[0] == "open"
    assert [path.name for path in asked[1:]] == ["support_call_ru.txt", "sales_call_en.txt"]
    assert all(path.is_file() for path in asked[1:])


def test_opens_a_project_of_late_and_outlives_the_click(page, session, tmp_path, qapp) -> None:
    session.create_project(tmp_path / "one.annotator")
    session.create_project(tmp_path / "two.annotator")
    (tmp_path / "gone.annotator").touch()
    session.prefer(recent=(*session.settings.recent, str(tmp_path / "gone.annotator")))
    (tmp_path / "gone.annotator").unlink()
    page.retranslate()
    two, one, gone = page.recent
    assert two.isEnabled()
    assert not gone.isEnabled()
    assert gone.accessibleName() == f"gone, not found in {tmp_path}"
    one.setFocus()
    press(one, Qt.Key.Key_Space)
    qapp.processEvents()
    assert session.project.path == tmp_path / "one.annotator"
    assert page.recent[0].accessibleName().startswith("one,"), "the list is in its new order"


def test_follows_the_language_at_once(page, session) -> None:
    use(Catalogue("ru", {"Open…": ("Открыть…",)}))
    session.preferences_changed.emit()
    assert page.open.text() == "Открыть…"


def test_fits_into_the_smallest_window(page) -> None:
    assert page._scroll.horizontalScrollBar().maximum() == 0
    assert page._scroll.verticalScrollBar().maximum() == 0


def test_a_long_text_is_shortened_and_whole_in_its_tooltip(qtbot) -> None:
    whole = str(Path("/srv/<b>calls</b>", "очень длинная папка", "x" * 20))
    made = ElidedLabel(whole, mode=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(made)
    made.resize(120, 20)
    made.show()
    assert "…" in made.text()
    assert "&lt;b&gt;" in made.toolTip()
    made.resize(2000, 20)
    assert made.text() == whole
    assert made.toolTip() == ""
