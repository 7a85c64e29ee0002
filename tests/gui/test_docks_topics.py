"""The topics dock: tagging by mouse and key, the codebook, and removal after one question."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from driving import add_call, press
from PySide6.QtCore import QLibraryInfo, QMimeData, QModelIndex, QPoint, QPointF, Qt, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from annotator.core.commands import topics, turns
from annotator.core.i18n import Catalogue, use
from annotator.core.model import topic_tree
from annotator.gui.dialogs.codebook import export_codebook, import_codebook
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.docks.topics import CHIP_LEFT, DRAGGED, FOLD, TopicsDock
from annotator.project import Project

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def add(session, name: str, hotkey: int = 0, definition: str = "") -> int:
    assert session.apply(lambda: topics.add(session.project.topics, name, "#1F6F5C", definition, hotkey))
    return session.project.topics[-1].id


def tagged(session, topic_id: int) -> list[int]:
    return [turn.id for turn in session.transcript.turns if topic_id in turn.topics]


@pytest.fixture
def dock(qtbot, call, theme) -> TopicsDock:
    made = TopicsDock(call, theme)
    qtbot.addWidget(made)
    made.resize(232, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(dock: TopicsDock, row: int, x: int) -> None:
    place = dock.list.visualRect(dock.model.index(row)).center()
    place.setX(x)
    QTest.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_says_the_next_step_while_there_are_no_topics(dock, call) -> None:
    assert "Ctrl+1" in dock.empty.text()
    assert dock.add.isEnabled()
    assert not dock.list.isVisible()
    assert not dock.edit.isVisible()
    call.close_project()
    assert "Open a call" in dock.empty.text()
    assert not dock.add.isEnabled()


def test_a_click_on_the_chip_tags_the_selected_turns_and_the_next_one_untags_them(dock, call) -> None:
    price = add(call, "price")
    call.set_turn(3, [3, 4])
    click(dock, 0, 50)
    assert tagged(call, price) == [3, 4]
    click(dock, 0, 50)
    assert tagged(call, price) == []


def test_a_click_beside_the_chip_only_makes_the_topic_current(dock, call) -> None:
    add(call, "price", definition="money")
    add(call, "delivery", definition="lorries")
    assert dock.definition.text() == "lorries", "a topic just added is the current one"
    click(dock, 0, 190)
    assert dock.definition.text() == "money"
    assert call.transcript.turns[0].topics == frozenset()


def test_keys_tag_edit_and_remove(qtbot, dock, call) -> None:
    first, second = add(call, "price"), add(call, "delivery")
    dock.list.setFocus()
    press(dock.list, Qt.Key.Key_Space)
    press(dock.list, Qt.Key.Key_Up)
    press(dock.list, Qt.Key.Key_Return)
    assert (tagged(call, first), tagged(call, second)) == ([1], [1])
    press(dock.list, Qt.Key.Key_F2)
    dialog = dock.window().findChild(TopicDialog)
    assert dialog.name.text() == "price"
    dialog.reject()
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(dock.question.isVisible)
    press(dock.question, Qt.Key.Key_Escape)
    assert not dock.question.isVisible()
    assert len(call.project.topics) == 2


def test_tells_how_many_turns_have_a_topic_and_whether_this_one_has_it(dock, call) -> None:
    price = add(call, "price")
    call.do(topics.tag, [2, 3], price)
    index = dock.model.index(0)
    assert index.data(SPOKEN) == "price, 2 turns"
    call.set_turn(2)
    assert index.data(SPOKEN) == "price, 2 turns, on this turn"
    call.set_turn(1, [1, 2])
    assert dock.model.share(call.project.topics[0]) == Qt.CheckState.PartiallyChecked
    call.do(turns.hide, [3])
    assert dock.model.counts[price] == 1, "hidden turns do not count"


def test_a_topic_that_no_turn_has_is_removed_without_a_question(qtbot, dock, call) -> None:
    add(call, "price")
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: call.project.topics == () and not call.busy)
    call.undo()
    assert [t.name for t in call.project.topics] == ["price"]


def test_removing_asks_once_with_the_turns_and_calls_concerned(qtbot, dock, call) -> None:
    price = add(call, "price")
    call.do(topics.tag, [1, 2], price)
    add_call(call, "A: one\nB: two\n", "other.txt")
    call.do(topics.tag, [2], price)
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(dock.question.isVisible)
    assert "3 turns in 2 calls" in dock._asking.text()
    assert dock._keep.hasFocus()
    dock._keep.click()
    assert len(call.project.topics) == 1
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(dock.question.isVisible)
    call.do(topics.tag, [1], price)
    dock._confirm.click()
    qtbot.waitUntil(lambda: call.project.topics == () and not call.busy)
    assert not any(turn.topics for h in call.headers() for turn in call.project.transcript(h.id).turns)
    assert not dock.question.isVisible()
    call.undo()
    assert tagged(call, price) == [1, 2], "also the turn that was tagged while the question stood there"


def test_removing_a_topic_reads_no_call_on_the_gui_thread(qtbot, dock, call, monkeypatch) -> None:
    price = add(call, "price")
    call.do(topics.tag, [1], price)
    path = call.project.path
    add_call(call, "A: one\nB: two\n", "other.txt")
    call.close_project()
    call.open_project(path)
    read, threads = Project.read, []
    monkeypatch.setattr(
        Project, "read", lambda self, transcript_id: threads.append(threading.current_thread()) or read(self, transcript_id)
    )
    monkeypatch.setattr(call._count_timer, "start", lambda *_: None)
    call._count_timer.stop()
    assert not call.project.loaded(1)
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(dock.question.isVisible)
    assert "1 turn in 1 call" in dock._asking.text()
    assert not call.project.loaded(1), "the turns are counted without"
    dock._confirm.click()
    qtbot.waitUntil(lambda: call.project.topics == () and not call.busy)
    assert threads
    assert threading.main_thread() not in threads
    assert not call.project.transcript(1).turns[0].topics


def test_the_question_goes_when_the_topic_is_gone_otherwise(qtbot, dock, call) -> None:
    price = add(call, "price")
    call.do(topics.tag, [1], price)
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(dock.question.isVisible)
    call.apply(lambda: topics.remove([call.transcript], price))
    assert not dock.question.isVisible()


def test_names_and_definitions_are_never_taken_for_markup(dock, call) -> None:
    add(call, "<b>price</b>", definition="<img src=/etc/passwd>" + "x" * 200)
    tip = dock.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;price" in tip
    assert dock.definition.textFormat() == Qt.TextFormat.PlainText
    assert dock.definition.text().endswith("…")
    assert "&lt;img" in dock.definition.toolTip()


def test_follows_the_language_at_once(dock, call) -> None:
    use(Catalogue("ru", {"Add…": ("Добавить…",)}))
    call.preferences_changed.emit()
    assert dock.add.text() == "Добавить…"


def test_a_selected_turn_that_is_gone_is_passed_over(dock, call) -> None:
    price = add(call, "price")
    call.set_turn(1, [1, 2])
    call.do(turns.merge, [1, 2])
    dock.list.setFocus()
    press(dock.list, Qt.Key.Key_Space)
    assert tagged(call, price) == [1]


# ---------------------------------------------------------------------- a topic and its parts

ALT = Qt.KeyboardModifier.AltModifier


def shape(session) -> list[tuple[str, int]]:
    return [(topic.name, depth) for topic, depth in topic_tree(session.project.topics)]


def rows(dock: TopicsDock) -> list[str]:
    return [dock.model.index(row).data() for row in range(dock.model.rowCount())]


@pytest.fixture
def tree(dock, call) -> dict[str, int]:
    """Price with its parts discount and sale, and delivery; the list has the focus."""
    price = add(call, "price")
    made = {"price": price, "delivery": add(call, "delivery")}
    for name in ("discount", "sale"):
        call.apply(lambda name=name: topics.add(call.project.topics, name, "#0B5CAD", parent_id=price))
        made[name] = max(topic.id for topic in call.project.topics)
    dock.list.setFocus()
    return made


def go(dock: TopicsDock, name: str) -> None:
    dock.list.setCurrentIndex(dock.model.index(rows(dock).index(name)))


def test_parts_stand_under_their_topic_and_are_folded_in_by_key_and_mouse(dock, call, tree) -> None:
    assert rows(dock) == ["price", "discount", "sale", "delivery"]
    assert dock.model.depths == (0, 1, 1, 0)
    call.do(topics.tag, [1, 2], tree["discount"])
    call.do(topics.tag, [2, 3], tree["sale"])
    go(dock, "sale")
    press(dock.list, Qt.Key.Key_Left)
    assert dock.topic.name == "price"
    assert dock.model.counts[tree["price"]] == 0
    press(dock.list, Qt.Key.Key_Left)
    assert rows(dock) == ["price", "delivery"]
    assert dock.model.index(0).data(SPOKEN) == "price, 3 turns, folded in", "each turn counts once"
    press(dock.list, Qt.Key.Key_Right)
    assert rows(dock)[1] == "discount"
    assert dock.model.index(1).data(SPOKEN) == "price / discount, 2 turns, on this turn"
    click(dock, 0, CHIP_LEFT + 4)
    assert rows(dock) == ["price", "delivery"]
    assert tagged(call, tree["price"]) == [], "the triangle does not tag"
    click(dock, 1, CHIP_LEFT + 4)
    click(dock, 1, CHIP_LEFT + FOLD + 8)
    assert tagged(call, tree["delivery"]) == [1]


def test_a_new_part_of_what_is_folded_in_is_shown(dock, call, tree) -> None:
    dock.model.fold(tree["price"], True)
    call.apply(lambda: topics.add(call.project.topics, "tax", "#0B5CAD", parent_id=tree["price"]))
    assert dock.topic.name == "tax"
    assert rows(dock) == ["price", "discount", "sale", "tax", "delivery"]


def test_keys_move_a_topic(dock, call, tree) -> None:
    go(dock, "delivery")
    press(dock.list, Qt.Key.Key_Up, ALT)
    assert shape(call)[0] == ("delivery", 0)
    assert dock.topic.name == "delivery", "it stays the current one"
    press(dock.list, Qt.Key.Key_Up, ALT)
    press(dock.list, Qt.Key.Key_Down, ALT)
    assert shape(call)[-1] == ("delivery", 0)
    press(dock.list, Qt.Key.Key_Right, ALT)
    assert shape(call)[-1] == ("delivery", 1)
    press(dock.list, Qt.Key.Key_Left, ALT)
    press(dock.list, Qt.Key.Key_Left, ALT)
    assert shape(call)[-1] == ("delivery", 0)
    go(dock, "discount")
    press(dock.list, Qt.Key.Key_Left, ALT)
    assert shape(call) == [("price", 0), ("sale", 1), ("discount", 0), ("delivery", 0)]
    call.undo()
    assert shape(call)[1] == ("discount", 1)


def drop(dock: TopicsDock, name: str, row: int, on: str = "") -> None:
    data = dock.model.mimeData([dock.model.index(rows(dock).index(name))])
    parent = dock.model.index(rows(dock).index(on)) if on else QModelIndex()
    assert dock.model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    assert not dock.model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent), "Qt must not remove the row"


def test_a_topic_is_dragged_onto_another_or_between_two(dock, call, tree) -> None:
    notices: list[str] = []
    call.noticed.connect(lambda notice: notices.append(notice.text))
    drop(dock, "delivery", -1, on="discount")
    assert shape(call) == [("price", 0), ("discount", 1), ("delivery", 2), ("sale", 1)]
    drop(dock, "delivery", 1)
    assert shape(call) == [("price", 0), ("delivery", 1), ("discount", 1), ("sale", 1)]
    drop(dock, "delivery", 3)
    assert shape(call) == [("price", 0), ("discount", 1), ("delivery", 1), ("sale", 1)]
    drop(dock, "delivery", 4)
    assert shape(call)[-1] == ("delivery", 0)
    foreign = QMimeData()
    for data in (b"", b"x", b"1", b"0 1"):
        foreign.setData(DRAGGED, data)
        before = shape(call)
        assert not dock.model.dropMimeData(foreign, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
        assert shape(call) == before, "what comes from another program, or project, is none of these topics"
    drop(dock, "price", -1, on="sale")
    assert ("cannot be a part of itself" in notices[-1], shape(call)[0]) == (True, ("price", 0))


def test_removing_a_topic_moves_its_parts_up(qtbot, dock, call, tree) -> None:
    go(dock, "price")
    press(dock.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shape(call) == [("discount", 0), ("sale", 0), ("delivery", 0)] and not call.busy)


def test_the_menu_offers_all_of_it(dock, call, tree, monkeypatch) -> None:
    go(dock, "price")
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: menu.aboutToShow.emit())  # a popup warns where there is no screen
    dock.more.click()
    offered = {action.text().split("\t")[0]: action for action in dock.menu.actions()}
    assert {"New part of this topic…", "Move down", "Import codebook…", "Export codebook…"} <= offered.keys()
    offered["Move down"].trigger()
    assert shape(call)[0] == ("delivery", 0)
    offered["New part of this topic…"].trigger()
    dialog = dock.window().findChild(TopicDialog)
    assert dialog.part_of.currentData() == tree["price"]
    dialog.reject()
    call.close_project()
    assert not dock.more.isEnabled()


def test_a_codebook_is_exported_and_taken_over(qtbot, dock, call, tree, tmp_path, monkeypatch) -> None:
    notices: list[str] = []
    call.noticed.connect(lambda notice: notices.append(notice.text))
    for name, kind in (("book", "JSON, for programs (*.json)"), ("book.csv", "")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name, kind=kind: (str(tmp_path / name), kind))
        export_codebook(call, dock)
        qtbot.waitUntil(lambda: not call.working)
    for name in ("book.json", "book.csv"):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        call.create_project(tmp_path / f"of {name}.annotator")
        import_codebook(call, dock)
        assert call.busy, "the file is read on another thread"
        qtbot.waitUntil(lambda: not call.busy)
        assert shape(call) == [("price", 0), ("discount", 1), ("sale", 1), ("delivery", 0)]
        assert notices[-1] == f"{name}: topics added: 4, changed: 0"
        call.undo()
        assert call.project.topics == ()
    export_codebook(call, dock)
    assert "no topics" in notices[-1]
    (tmp_path / "book.csv").write_text("topic,hotkey\nx,12\n")
    import_codebook(call, dock)
    qtbot.waitUntil(lambda: not call.busy)
    assert "line 2" in notices[-1]


def test_counts_stay_right_whatever_is_done(dock, call, tree) -> None:
    def right() -> bool:
        counted = Counter(topic_id for turn in call.transcript.visible for topic_id in turn.topics)
        return +dock.model.counts == counted

    call.do(topics.tag, [1, 2, 3], tree["sale"])
    call.do(topics.tag, [2, 3], tree["price"])
    assert right()
    for command in (
        lambda: call.do(turns.hide, [2]),
        lambda: call.do(turns.split, 3, 3),
        lambda: call.do(turns.merge, [3, 4]),
        lambda: call.apply(lambda: topics.remove([call.transcript], tree["price"])),
        lambda: add_call(call, "A: one\nB: two\n", "other.txt"),
        lambda: call.do(topics.tag, [1], tree["sale"]),
        *[call.undo] * 6,
        call.redo,
    ):
        command()
        assert right()


def test_the_list_takes_what_is_dropped_on_it(dock, call, tree) -> None:
    data = dock.model.mimeData([dock.model.index(rows(dock).index("delivery"))])
    for name, part, expected in (
        ("sale", 0.5, [("price", 0), ("discount", 1), ("sale", 1), ("delivery", 2)]),
        ("price", 0.02, [("delivery", 0), ("price", 0), ("discount", 1), ("sale", 1)]),
    ):
        box = dock.list.visualRect(dock.model.index(rows(dock).index(name)))
        place = QPoint(box.center().x(), box.top() + round(part * box.height()))
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for kind in (QDragEnterEvent, QDragMoveEvent):
            at = QPointF(place) if QLibraryInfo.version() >= QVersionNumber(6, 12) else place
            event = kind(at, Qt.DropAction.MoveAction, data, buttons, none)
            QApplication.sendEvent(dock.list.viewport(), event)
            assert event.isAccepted()
        QApplication.sendEvent(dock.list.viewport(), QDropEvent(QPointF(place), Qt.DropAction.MoveAction, data, buttons, none))
        assert shape(call) == expected
