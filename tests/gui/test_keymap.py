"""Keys: the defaults, what the user puts in their place, both with Latin and Cyrillic key events; the cheat sheet."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest
from driving import add_call, press, type_text
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from annotator import settings
from annotator.core.commands import turns
from annotator.core.i18n import msg
from annotator.gui import keymap
from annotator.gui.dialogs.keymap import KEYS, KeymapDialog
from annotator.gui.dialogs.keys import KeysDialog, sections
from annotator.gui.keymap import TABLE, TEXT, WINDOW, Binding, Keymap
from annotator.gui.keys import LATIN
from annotator.gui.widgets.decision import DecisionButton
from annotator.settings import Settings

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier
CYRILLIC = {latin: letter for letter, latin in LATIN.items()}


@pytest.fixture
def called(qtbot, window, call):
    window.table.setFocus()
    qtbot.waitUntil(lambda: window.table.hasFocus())
    return window


def strike(window, keys: str, *, cyrillic: bool = False) -> None:
    """Press keys as a keyboard sends them, to what has the focus; `cyrillic` on a layout that has no Latin letters."""
    combination = QKeySequence(keys)[0]
    key, modifiers = combination.key(), combination.keyboardModifiers()
    widget = QApplication.focusWidget() or window
    if cyrillic and KEY.Key_A <= key <= KEY.Key_Z:
        letter = CYRILLIC[chr(key).lower()]
        press(widget, ord(letter.upper()), modifiers, letter)
    elif key == KEY.Key_Tab and modifiers == SHIFT:
        QTest.keyClick(widget, KEY.Key_Backtab, SHIFT)
    else:
        QTest.keyClick(widget, key, modifiers)


def count_runs(window, name: str) -> list[str]:
    """Have the action say that it was asked to run, and do nothing else."""
    runs: list[str] = []
    QApplication.processEvents()  # what is pending would set the state of the action again
    action = window.actions_by_name[name]
    action.triggered.disconnect()
    action.triggered.connect(lambda: runs.append(name))
    action.setEnabled(True)
    action.setVisible(True)
    return runs


# ---------------------------------------------------------------------- the registry


@pytest.fixture(params=["linux", "darwin"])
def platform(request, monkeypatch) -> str:
    monkeypatch.setattr(sys, "platform", request.param)
    return request.param


def test_default_keys_are_unique_within_each_mode(platform):
    for scopes in ((TABLE, WINDOW), (WINDOW, TEXT)):
        seen: dict[str, str] = {}
        for binding in keymap.bindings():
            for keys in binding.defaults if binding.scope in scopes else ():
                assert keys not in seen, (binding.name, seen.get(keys))
                seen[keys] = binding.name


def test_names_are_unique():
    names = [binding.name for binding in keymap.bindings()]
    assert len(set(names)) == len(names)


def test_no_default_hurts(platform):
    for binding in keymap.bindings():
        for keys in binding.defaults:
            assert keymap.usable(keys), (binding.name, keys)
            assert QKeySequence(keys).toString() == keys, "defaults are written as Qt writes them"
            key, modifiers = QKeySequence(keys)[0].key(), QKeySequence(keys)[0].keyboardModifiers()
            bare = modifiers in (NONE, SHIFT)
            assert not (bare and KEY.Key_A <= key <= KEY.Key_Z), (binding.name, "a bare letter")
            sign = 0x21 <= key < 0x1000000 and not chr(key).isalnum()
            assert not sign, (binding.name, "punctuation")
            assert not (modifiers & ALT and modifiers & SHIFT and not modifiers & CTRL), (binding.name, "Alt+Shift")
            assert keys not in ("Ctrl+Space", "Ctrl+Shift+Space"), binding.name
            if binding.name != "quit":
                strange = replace(binding, defaults=())
                trouble = keymap.trouble(strange, keys)
                assert trouble is None or not trouble.refused or binding.scope == TEXT, (binding.name, str(trouble))


def test_what_the_defaults_gave_up():
    keys = Keymap({})
    assert keys.keys("find_next") == ("F3",)
    assert keys.keys("find_previous") == ("Shift+F3",)
    assert [keys.first(name) for name in ("zoom_in", "zoom_out", "zoom_reset")] == ["Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+0"]


def ran(window, *, letters: bool, cyrillic: bool = False) -> dict[tuple[str, str], list[str]]:
    """Press every default key, those with a letter or the others, and return what each of them ran."""
    found = {}
    for binding in keymap.bindings():
        for keys in binding.defaults if binding.scope != TEXT else ():
            if letters == (KEY.Key_A <= QKeySequence(keys)[0].key() <= KEY.Key_Z):
                runs = count_runs(window, binding.name)
                strike(window, keys, cyrillic=cyrillic)
                found[binding.name, keys] = runs
    return found


@pytest.mark.parametrize("cyrillic", [False, True], ids=["latin", "cyrillic"])
def test_every_default_with_a_letter_works_on_both_layouts(called, cyrillic):
    found = ran(called, letters=True, cyrillic=cyrillic)
    assert len(found) > 10
    assert found == {(name, keys): [name] for name, keys in found}


def test_every_other_default_works(called):
    found = ran(called, letters=False)
    assert len(found) > 30
    assert found == {(name, keys): [name] for name, keys in found}


def test_keys_of_the_table_do_nothing_elsewhere(called):
    runs = count_runs(called, "join")
    called.filters.search.setFocus()
    strike(called, "Ctrl+J")
    strike(called, "Ctrl+J", cyrillic=True)
    assert runs == []


# ---------------------------------------------------------------------- what is chosen


def test_only_what_differs_is_kept_and_wins():
    keys = Keymap({"pin": ("Ctrl+K",), "hide": (), "join": ("Ctrl+J",), "gone": ("F9",)})
    assert keys.keys("pin") == ("Ctrl+K",)
    assert keys.keys("hide") == ()
    assert keys.chosen() == {"pin": ("Ctrl+K",), "hide": ()}
    assert keys.first("hide") == ""
    assert keys.named("hide") == "“Hide turns”"
    assert keys.named("accept") == "Space"


@pytest.mark.parametrize("nonsense", [("foo",), ("Ctrl+",), ("",), ("Ctrl+K, Ctrl+C",), ("Shift",)])
def test_nonsense_falls_back_to_the_default(nonsense):
    assert Keymap({"pin": nonsense}).keys("pin") == ("F9",)
    assert Keymap({"pin": (*nonsense, "Ctrl+K")}).keys("pin") == ("Ctrl+K",)


def test_a_chosen_key_wins_over_a_default_that_came_later():
    keys = Keymap({"pin": ("F6", "Shift+F6")})
    assert keys.keys("pin") == ("F6", "Shift+F6")
    assert keys.keys("flip") == keys.keys("flip_from_here") == ()
    both = Keymap({"pin": ("Ctrl+K",), "join": ("Ctrl+K",)})
    assert (both.keys("pin"), both.keys("join")) == (("Ctrl+K",), ()), "two for one key would both be dead"


def test_keys_of_a_text_and_of_the_table_may_be_alike():
    keys = Keymap({"text.edit_next": ("Ctrl+J",)})
    assert keys.keys("join") == ("Ctrl+J",)
    assert keys.rivals("join", "Ctrl+J") == []
    assert [b.name for b in keys.rivals("text.commit", "Ctrl+J")] == ["text.edit_next"]
    assert [b.name for b in keys.shadows("comment", "Ctrl+J")] == ["text.edit_next"]
    assert [b.name for b in keys.shadows("text.commit", "Ctrl+M")] == ["comment"]


def test_a_key_that_is_taken_moves():
    before = Keymap({})
    assert [b.name for b in before.rivals("join", "F9")] == ["pin"]
    kept = before.changed("join", ("Ctrl+J", "F9"))
    assert kept == {"join": ("Ctrl+J", "F9"), "pin": ()}
    after = Keymap(kept)
    assert (after.keys("join"), after.keys("pin")) == (("Ctrl+J", "F9"), ())
    assert after.changed("pin", ("F9",)) == {}, "back to the defaults, nothing is kept"


def test_settings_keep_keys_and_forgive_nonsense(tmp_path):
    saved = Settings(keys={"pin": ("Ctrl+K",), "hide": ()}, recent_actions=("join",))
    settings.save(saved)
    assert settings.load() == saved
    for wrong in ('{"keys": 7}', '{"keys": []}', '{"keys": {"pin": "F9", "join": [1], "hide": null}}', '{"recent_actions": 1}'):
        settings.path().write_text(wrong, encoding="utf-8")
        assert settings.load() == Settings()
    settings.path().write_text('{"keys": {"pin": ["F2"], "join": 3}}', encoding="utf-8")
    assert settings.load().keys == {"pin": ("F2",)}


# ---------------------------------------------------------------------- in the window


@pytest.mark.parametrize("cyrillic", [False, True], ids=["latin", "cyrillic"])
def test_a_new_key_works_at_once_and_the_old_one_no_longer(called, session, cyrillic):
    for keys in ("Ctrl+K", "Ctrl+Shift+K", "Alt+K", "Alt+Shift+K", "F11"):
        session.prefer(keys={"pin": (keys,)})
        strike(called, keys, cyrillic=cyrillic)
        assert session.turn.pinned, keys
        strike(called, "F9")
        assert session.turn.pinned, keys
        session.prefer(keys={})
        strike(called, keys, cyrillic=cyrillic)
        assert session.turn.pinned, keys
        strike(called, "F9")
        assert not session.turn.pinned, keys


def test_alt_with_a_cyrillic_letter_that_nobody_wants_goes_on(called):
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Л"), ALT, "л")
    assert not called._shortcuts.eventFilter(called.table, event)


@pytest.mark.parametrize("cyrillic", [False, True], ids=["latin", "cyrillic"])
@pytest.mark.parametrize("keys", ["Ctrl+K", "Alt+K", "F5"])
def test_a_new_chord_works_in_the_editor(called, session, keys, cyrillic):
    session.prefer(keys={"text.split_other": (keys,), "text.edit_next": ("F11",)})
    called.table.edit_turn(at=len("добрый день"))
    strike(called, keys, cyrillic=cyrillic)
    assert [turn.text for turn in session.transcript.turns[:2]] == ["добрый день", "у меня не приходят письма"]
    called.table.edit_turn()
    strike(called, "Ctrl+Return")
    assert called.table.editor is not None, "the old key of the chord is no chord any more"
    strike(called, "F11")
    assert called.table.editor is not None
    assert called.table.editor.turn.id == session.transcript.turns[2].id


def test_a_chord_changed_while_a_text_is_open_holds_for_it(called, session):
    called.table.edit_turn()
    session.prefer(keys={"text.commit": ("Ctrl+K",)})
    type_text(called.table.editor, "да ")
    strike(called, "Ctrl+K", cyrillic=True)
    assert called.table.editor is None
    assert session.turn.text.startswith("да добрый")


@pytest.mark.parametrize("cyrillic", [False, True], ids=["latin", "cyrillic"])
def test_in_the_editor_letters_edit_and_do_not_undo_the_project(called, session, cyrillic):
    called.table.edit_turn()
    editor = called.table.editor
    before = editor.toPlainText()
    history = len(session.project.history())
    type_text(editor, "ага ")
    strike(called, "Ctrl+Z", cyrillic=cyrillic)
    assert called.table.editor is editor, "it undoes typing"
    assert editor.toPlainText() == before
    strike(called, "Ctrl+A", cyrillic=cyrillic)
    assert editor.textCursor().selectedText() == before
    strike(called, "Ctrl+X", cyrillic=cyrillic)
    assert editor.toPlainText() == ""
    strike(called, "Ctrl+V", cyrillic=cyrillic)
    strike(called, "Ctrl+V", cyrillic=cyrillic)
    assert editor.toPlainText() == before * 2
    strike(called, "Ctrl+A", cyrillic=cyrillic)
    strike(called, "Ctrl+C", cyrillic=cyrillic)
    assert QApplication.clipboard().text() == before * 2
    strike(called, "Esc")
    assert len(session.project.history()) == history


@pytest.mark.parametrize("cyrillic", [False, True], ids=["latin", "cyrillic"])
def test_keys_of_the_whole_window_act_while_a_text_is_edited(called, cyrillic):
    runs = count_runs(called, "comment")
    called.table.edit_turn()
    strike(called, "Ctrl+M", cyrillic=cyrillic)
    assert runs == ["comment"]


def test_where_keys_are_named_they_are_the_ones_in_use(qtbot, called, session):
    dock = called.docks["finding"]

    def texts() -> str:
        return "\n".join(shown.text() for shown in dock.findChildren(QLabel) if not shown.isHidden())

    def keys() -> set[str]:
        return {made.accessibleDescription() for made in dock.findChildren(DecisionButton) if not made.isHidden()}

    session.do(turns.set_text, 1, "другое")
    qtbot.waitUntil(lambda: "Ctrl+Backspace" in keys())
    session.prefer(keys={"revert": ("F10",), "call_done": ("Ctrl+K",), "topic_1": ()})
    qtbot.waitUntil(lambda: "F10" in keys())
    session.check_ended, session.analysing = True, False
    dock.widget().retranslate()
    assert "Tag topics with “Topic 1” to Ctrl+9, or press Ctrl+K" in texts()
    session.prefer(keys={"revert": ()})
    qtbot.waitUntil(lambda: "" in keys() and "F10" not in keys())


def test_text_size_by_keys_and_by_the_wheel(called, session):
    size = session.settings.font_size
    strike(called, "Ctrl+PgUp")
    assert session.settings.font_size == size + 1
    strike(called, "Ctrl+PgDown")
    strike(called, "Ctrl+PgDown")
    assert session.settings.font_size == size - 1
    strike(called, "Ctrl+0")
    assert session.settings.font_size == size

    def wheel(delta: int, modifiers: Qt.KeyboardModifier) -> None:
        viewport = called.table.viewport()
        centre = QPointF(viewport.rect().center())
        where = QPointF(viewport.mapToGlobal(viewport.rect().center()))
        no = Qt.MouseButton.NoButton
        event = QWheelEvent(centre, where, QPoint(), QPoint(0, delta), no, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(viewport, event)

    wheel(120, CTRL)
    assert session.settings.font_size == size + 1
    wheel(-40, CTRL)
    wheel(-40, CTRL)
    assert session.settings.font_size == size + 1
    wheel(-40, CTRL)
    assert session.settings.font_size == size
    wheel(120, NONE)
    assert session.settings.font_size == size


# ---------------------------------------------------------------------- notation


@pytest.mark.parametrize(
    ("key", "modifiers", "wanted"),
    [
        (KEY.Key_Return, NONE, "Return"),
        (KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "Enter"),
        (KEY.Key_Space, SHIFT, "Shift+Space"),
        (KEY.Key_Backspace, CTRL, "Ctrl+Backspace"),
        (KEY.Key_Delete, NONE, "Del"),
        (KEY.Key_Tab, NONE, "Tab"),
        (KEY.Key_Backtab, SHIFT, "Shift+Tab"),
        (KEY.Key_F7, CTRL | SHIFT, "Ctrl+Shift+F7"),
        (ord("Я"), CTRL, "Ctrl+Z"),
        (ord("К"), ALT | SHIFT, "Alt+Shift+R"),
        (ord("Э"), CTRL, "Ctrl+Э"),
        (KEY.Key_Exclam, CTRL | SHIFT, "Ctrl+!"),
        (KEY.Key_5, Qt.KeyboardModifier.KeypadModifier, "5"),
        (KEY.Key_Control, CTRL, ""),
        (KEY.Key_Shift, SHIFT, ""),
        (0, NONE, ""),
    ],
)
def test_keys_are_recorded_as_they_are_pressed(key, modifiers, wanted):
    assert keymap.recorded(QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers)) == wanted


def test_both_enter_keys_are_one_in_a_text():
    keys = Keymap({})
    for key in (KEY.Key_Return, KEY.Key_Enter):
        assert keys.chord(QKeyEvent(QEvent.Type.KeyPress, key, CTRL)) == "split_other"
    assert keys.chord(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_A, NONE, "a")) == ""


def binding(scope: str) -> Binding:
    return Binding("x", msg("X"), msg("X"), scope, ())


@pytest.mark.parametrize(
    ("platform", "scope", "keys", "word", "refused"),
    [
        ("linux", TABLE, "J", "Latin layout", False),
        ("linux", TABLE, "Shift+J", "Latin layout", False),
        ("linux", TABLE, "Ctrl+,", "sign", False),
        ("linux", TABLE, "Ctrl+Ж", "sign", False),
        ("linux", WINDOW, "Alt+Shift+F3", "switches the layout", False),
        ("linux", WINDOW, "Ctrl+Space", "switches the layout", False),
        ("linux", WINDOW, "Alt+F4", "system", True),
        ("linux", WINDOW, "Meta+L", "system", True),
        ("darwin", WINDOW, "Ctrl+H", "system", True),
        ("darwin", TABLE, "Ctrl+M", "system", True),
        ("linux", WINDOW, "Ctrl+C", "copies", False),
        ("linux", TABLE, "Up", "moves through", False),
        ("linux", WINDOW, "5", "lists", False),
        ("linux", TEXT, "A", "types", True),
        ("linux", TEXT, "Shift+1", "types", True),
        ("linux", TEXT, "Space", "types", True),
        ("linux", TEXT, "Backspace", "types", True),
        ("linux", TEXT, "Left", "types", True),
    ],
)
def test_keys_that_hurt_are_said_to(monkeypatch, platform, scope, keys, word, refused):
    monkeypatch.setattr(sys, "platform", platform)
    found = keymap.trouble(binding(scope), keys)
    assert found is not None
    assert word in str(found.text)
    assert found.refused == refused


@pytest.mark.parametrize(
    ("scope", "keys"),
    [(TABLE, "5"), (TABLE, "Space"), (TABLE, "F7"), (WINDOW, "Ctrl+K"), (TEXT, "F7"), (TEXT, "Ctrl+5"), (WINDOW, "Ctrl+H")],
)
def test_good_keys_are_taken_without_a_word(monkeypatch, scope, keys):
    monkeypatch.setattr(sys, "platform", "linux")
    assert keymap.trouble(binding(scope), keys) is None


# ---------------------------------------------------------------------- the dialog


@pytest.fixture
def dialog(qtbot, call) -> KeymapDialog:
    made = KeymapDialog(call)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def choose(dialog: KeymapDialog, name: str) -> None:
    dialog.tree.setCurrentItem(dialog._items[name])


def record(dialog: KeymapDialog, keys: str, *, cyrillic: bool = False) -> None:
    dialog.activateWindow()
    QApplication.processEvents()
    dialog.add.click()
    assert dialog.add.hasFocus()
    strike(dialog, keys, cyrillic=cyrillic)


@pytest.mark.parametrize(
    "keys",
    ["Return", "Enter", "Space", "Backspace", "Del", "Tab", "Shift+Tab", "Ctrl+K", "Alt+K", "Ctrl+Shift+Z", "F7", "Ctrl+Return"],
)
@pytest.mark.parametrize("cyrillic", [False, True], ids=["latin", "cyrillic"])
def test_the_next_key_is_taken_whatever_it_is(dialog, call, keys, cyrillic):
    taken: list[str] = []
    dialog.add.taken.disconnect()
    dialog.add.taken.connect(taken.append)
    choose(dialog, "swap_roles")
    record(dialog, keys, cyrillic=cyrillic)
    assert taken == [keys]
    assert dialog.isVisible()
    assert not dialog.add.listening


def test_a_key_that_does_something_already_is_taken_too(dialog):
    done: list[str] = []
    shortcut = QShortcut(QKeySequence("F7"), dialog)
    shortcut.activated.connect(lambda: done.append("F7"))
    choose(dialog, "swap_roles")
    record(dialog, "F7")
    assert done == []
    assert dialog._items["swap_roles"].text(KEYS) == "F7"


@pytest.mark.parametrize("window_too", [False, True], ids=["alone", "with the window's filter"])
def test_a_key_is_added_used_and_removed(request, qtbot, call, window_too):
    window = request.getfixturevalue("window") if window_too else None
    dialog = KeymapDialog(call, window)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    choose(dialog, "pin")
    record(dialog, "Ctrl+K", cyrillic=True)
    assert call.settings.keys == {"pin": ("F9", "Ctrl+K")}
    assert settings.load().keys == {"pin": ("F9", "Ctrl+K")}
    assert dialog._items["pin"].text(KEYS) == "F9, Ctrl+K"
    remove = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == "Remove F9")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert call.settings.keys == {"pin": ("Ctrl+K",)}
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert call.settings.keys == {}
    assert not dialog.reset.isEnabled()


def test_a_taken_key_moves_only_when_told_to(dialog, call):
    choose(dialog, "join")
    record(dialog, "F9")
    assert "F9 is “Speakers are right from here on” now." in dialog.note.text()
    assert call.settings.keys == {}
    dialog.no.click()
    assert (dialog.note.text(), call.settings.keys) == ("", {})
    assert not dialog.yes.isVisible()
    record(dialog, "F9")
    assert dialog.yes.hasFocus()
    QTest.keyClick(dialog.yes, KEY.Key_Space)
    assert call.settings.keys == {"join": ("Ctrl+J", "F9"), "pin": ()}
    assert dialog._items["pin"].text(KEYS) == "none"
    choose(dialog, "pin")
    dialog.reset.click()
    assert "F9 is “Join turns” now." in dialog.note.text()
    dialog.yes.click()
    assert call.settings.keys == {}


def test_warnings_are_words_and_refusals_change_nothing(dialog, call):
    choose(dialog, "swap_roles")
    record(dialog, "J")
    assert "Latin layout" in dialog.note.text()
    assert call.settings.keys == {"swap_roles": ("J",)}
    record(dialog, "J")
    assert "already" in dialog.note.text()
    record(dialog, "Alt+Up")
    assert "While a text is edited Alt+Up does this: Words before the caret" in dialog.note.text()
    choose(dialog, "text.commit")
    record(dialog, "Space")
    assert "types" in dialog.note.text()
    assert "text.commit" not in call.settings.keys
    record(dialog, "Ctrl+M")
    assert "While a text is edited Ctrl+M does this: Commit" in dialog.note.text()


def test_escape_stops_listening_and_then_closes(dialog, call):
    choose(dialog, "pin")
    dialog.add.click()
    assert "Esc stops" in dialog.note.text()
    QTest.keyClick(dialog.add, KEY.Key_Shift, SHIFT)
    assert dialog.add.listening, "a modifier alone is no key"
    QTest.keyClick(dialog.add, KEY.Key_Escape)
    assert not dialog.add.listening
    assert dialog.isVisible()
    assert call.settings.keys == {}
    dialog.add.click()
    dialog.search.setFocus()
    assert not dialog.add.listening
    QTest.keyClick(dialog.search, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_search_finds_actions_menus_and_keys(dialog):
    def shown() -> list[str]:
        return [name for name, item in dialog._items.items() if not (item.isHidden() or item.parent().isHidden())]

    type_text(dialog.search, "reviewed")
    assert shown() == ["reviewed"]
    dialog.search.setText("F12")
    assert shown() == ["call_done"]
    dialog.search.setText("while editing")
    assert shown() == [binding.name for binding in keymap.CHORDS]
    dialog.search.setText("ъъъ")
    assert dialog.empty.isVisible()
    assert not dialog.tree.isVisible()


def test_all_defaults_and_files(dialog, call, tmp_path, monkeypatch):
    call.prefer(keys={"pin": ("Ctrl+K",), "hide": ()})
    file = tmp_path / "keys.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    dialog._on_export()
    assert json.loads(file.read_text(encoding="utf-8")) == {"pin": ["Ctrl+K"], "hide": []}
    dialog.reset_all.click()
    assert "2 actions" in dialog.note.text()
    assert call.settings.keys != {}
    dialog.yes.click()
    assert call.settings.keys == {}
    dialog._on_import()
    assert call.settings.keys == {"pin": ("Ctrl+K",), "hide": ()}
    for wrong in ("[]", "{", '"F9"', "[" * 100_000):
        file.write_text(wrong, encoding="utf-8")
        dialog._on_import()
        assert "holds no keys" in dialog.note.text()
    file.write_text('{"pin": ["F6", 7], "nobody": ["F1"], "join": "F2"}', encoding="utf-8")
    dialog._on_import()
    assert Keymap(call.settings.keys).keys("pin") == ("F6", "7")
    assert Keymap(call.settings.keys).keys("flip") == ()


# ---------------------------------------------------------------------- the cheat sheet


def test_the_cheat_sheet_has_every_key_of_both_modes():
    keys = Keymap({"pin": ("Ctrl+K",), "hide": ()})
    shown = sections(keys)
    rows = [row for section in shown for _, group in section.groups for row in group]
    texts = " ".join(what for _, what in rows)
    for binding in keys.bindings.values():
        numbered = binding.name.startswith(("speaker_", "topic_")) and binding.name[-1] in "123456789"
        assert numbered or not keys.keys(binding.name) or str(binding.text) in texts, binding.name
    assert ("1…9", "Speaker n of the selected turns") in rows
    assert ("Ctrl+1…9", "Topic n from here on, or for the selected turns") in rows
    assert ("Ctrl+K", "Speakers are right from here on") in rows
    assert ("Enter, F2", "Edit text") in rows
    assert "Hide turns" not in texts


def test_digits_with_other_keys_stand_alone():
    keys = Keymap({"speaker_2": ("F7",)})
    rows = dict(row for section in sections(keys) for _, group in section.groups for row in group)
    assert rows["1"] == "Speaker 1"
    assert rows["F7"] == "Speaker 2"
    assert "1…9" not in rows


def test_the_sheet_leads_to_the_change_of_keys_and_follows_it(qtbot, call, heartbeat):
    sheet = KeysDialog(call)
    qtbot.addWidget(sheet)
    sheet.show()

    def caps() -> list[str]:
        return [found.text() for found in sheet._scroll.widget().findChildren(QLabel) if found.property("card")]

    assert "F9" in caps()
    call.prefer(keys={"pin": ("F11",)})
    assert "F9" not in caps()
    assert "F11" in caps()
    assert sheet.change.text() == "Change keys…"
    assert not heartbeat.gaps


def test_a_call_added_while_keys_are_others_is_worked_on_with_them(called, session):
    session.prefer(keys={"speaker_2": ("F7",)})
    add_call(session, "А (SPK00): раз\nБ (SPK01): два\n", "other.txt")
    called.table.setFocus()
    strike(called, "F7")
    assert session.turn.speaker_id == "SPK01"


def test_of_a_great_many_keys_of_an_action_the_first_ones_count():
    keys = tuple(f"Ctrl+{letter}" for letter in "QWERTYUIOPASDFGHJKL")
    assert Keymap({"pin": keys}).keys("pin") == keys[: keymap.MOST]
