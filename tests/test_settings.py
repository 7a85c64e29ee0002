"""The settings file: what is kept, what is forgiven, what is refused."""

from __future__ import annotations

import json

import pytest

from annotator import settings
from annotator.core import i18n
from annotator.core.errors import AnnotatorError
from annotator.settings import Settings


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path / "config"


def test_without_a_file_there_are_defaults():
    assert settings.load() == Settings()


def test_what_was_saved_is_loaded():
    saved = Settings(
        "ru", "dark", 18, ("/calls/a.annotator", "/calls/б.annotator"), reopen_last=False, hidden_kinds=("cut", "loop")
    )
    settings.save(saved)
    assert settings.load() == saved


def test_saving_leaves_only_the_file(folder):
    settings.save(Settings())
    settings.save(Settings(theme="light"))
    assert [file.name for file in folder.iterdir()] == ["settings.json"]


def test_a_damaged_file_is_put_aside(folder):
    settings.save(Settings(theme="dark"))
    settings.path().write_bytes(b'{"theme": "da\xff')
    assert settings.load() == Settings()
    assert (folder / "settings.damaged.json").read_bytes() == b'{"theme": "da\xff'
    settings.save(Settings(theme="light"))
    assert settings.load().theme == "light"


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": "blue"},
        {"language": 7},
        {"font_size": 900},
        {"font_size": True},
        {"recent": "a"},
        {"reopen_last": 1},
        {"new": 1},
        {"hidden_kinds": "cut"},
        {"shown_kinds": {}},
        {"column_widths": [7]},
        {"keys": ["F9"]},
        {"hidden_columns": "time"},
    ],
)
def test_a_value_that_makes_no_sense_has_its_default(folder, wrong):
    folder.mkdir()
    settings.path().write_text(json.dumps({"theme": "dark", "font_size": 18} | wrong), encoding="utf-8")
    kept = {"theme": "dark", "font_size": 18}
    assert settings.load() == Settings(**{name: value for name, value in kept.items() if name not in wrong})


def test_of_a_list_the_names_are_kept(folder):
    folder.mkdir()
    settings.path().write_text('{"hidden_kinds": ["cut", 7, null, "loop"], "recent": [[], "a"]}', encoding="utf-8")
    assert settings.load() == Settings(recent=("a",), hidden_kinds=("cut", "loop"))


def test_of_the_widths_the_numbers_are_kept(folder):
    folder.mkdir()
    widths = {"time": 80, "speaker": "wide", "topics": True, "text": 1e3, "number": -5, "comment": 10**11}
    settings.path().write_text(json.dumps({"column_widths": widths}), encoding="utf-8")
    assert settings.load() == Settings(column_widths={"time": 80})


def test_of_the_keys_those_that_are_lists_of_strings_are_kept(folder):
    folder.mkdir()
    settings.path().write_text('{"keys": {"pin": ["F9"], "hide": [], "join": "F8", "split": [7]}}', encoding="utf-8")
    assert settings.load() == Settings(keys={"pin": ("F9",), "hide": ()})


@pytest.mark.parametrize("text", ["[]", "null", "3"])
def test_a_file_that_holds_something_else_gives_defaults(folder, text):
    folder.mkdir()
    settings.path().write_text(text, encoding="utf-8")
    assert settings.load() == Settings()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    with pytest.raises(AnnotatorError) as caught:
        settings.save(Settings())
    assert str(tmp_path / "config") in str(caught.value)


def test_recent_projects_are_each_once_newest_first_and_ten_at_most(tmp_path):
    now = Settings()
    for n in range(12):
        now = settings.remember_recent(now, str(tmp_path / f"{n}.annotator"))
    now = settings.remember_recent(now, str(tmp_path / "5.annotator"))
    assert now.recent == tuple(str(tmp_path / f"{n}.annotator") for n in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2))


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ru_RU.KOI8-R"}, "ru"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_system_names_its_language(monkeypatch, environment, code):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert settings.effective_language(Settings()) == code
    assert settings.effective_language(Settings(language="ru")) == "ru"


def test_the_language_in_use_can_be_changed():
    try:
        settings.use_language("ru")
        assert i18n.language() == "ru"
    finally:
        i18n.use(i18n.Catalogue())
