"""The catalogues of translations: complete, and kept in step with the source by packaging/catalogues.py."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from annotator.core import i18n
from annotator.core.i18n import Catalogue, tr

ROOT = Path(__file__).parent.parent


def load_tool():
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


catalogues = load_tool()


@pytest.fixture(autouse=True)
def english():
    yield
    i18n.use(Catalogue())


@pytest.fixture
def small(tmp_path):
    """A package with four texts, and a folder for its catalogues."""
    package = tmp_path / "annotator"
    package.mkdir()
    (package / "a.py").write_text(
        'tr("Open")\nlabel = msg("{n} turns in {name}", n=n, name=name)\ni18n.tr("a < b & {c}", c=1)\ntr("two " "parts")\n',
        encoding="utf-8",
    )
    return package, tmp_path / "i18n"


RUSSIAN = {
    "Open": "Открыть",
    "{n} turns in {name}": ["{n} реплика в {name}", "{n} реплики в {name}", "{n} реплик в {name}"],
    "a < b & {c}": "а < б & {c}",
    "two parts": "две части",
}


def test_the_catalogues_of_the_program_are_complete():
    assert catalogues.check() == []


def test_all_texts_are_found_with_their_places(small):
    package, _ = small
    assert catalogues.extract(package) == {
        "Open": ("annotator/a.py:1",),
        "a < b & {c}": ("annotator/a.py:3",),
        "two parts": ("annotator/a.py:4",),
        "{n} turns in {name}": ("annotator/a.py:2",),
    }


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('tr(f"{x}")', "literal"),
        ("tr(text)", "literal"),
        ('msg("a" + b)', "literal"),
        ("tr()", "literal"),
        ('tr("{a} {b}", a=1)', "fields"),
        ('tr("{a}")', "fields"),
        ('tr("plain", a=1)', "fields"),
        ('tr("open { brace")', "annotator/b.py:1"),
    ],
)
def test_a_text_that_no_catalogue_can_hold_is_refused(small, source, fault):
    package, _ = small
    (package / "b.py").write_text(source, encoding="utf-8")
    with pytest.raises(catalogues.CatalogueError, match=fault):
        catalogues.extract(package)


def test_catalogues_are_filled_kept_and_read_by_the_program(small):
    package, folder = small
    sources = catalogues.extract(package)
    file = catalogues.path("ru", folder)
    entries = catalogues.filled("ru", catalogues.updated("ru", sources, {}), RUSSIAN)
    catalogues.write(file, "ru", entries)
    written = file.read_bytes()
    catalogues.write(file, "ru", catalogues.updated("ru", sources, catalogues.read(file)))
    assert file.read_bytes() == written
    assert catalogues.faults("ru", sources, catalogues.read(file)) == []

    i18n.use(Catalogue.load("ru", folder))
    assert tr("Open") == "Открыть"
    assert tr("a < b & {c}", c=3) == "а < б & 3"
    assert [tr("{n} turns in {name}", n=n, name="a") for n in (1, 3, 12, 21)] == [
        "1 реплика в a",
        "3 реплики в a",
        "12 реплик в a",
        "21 реплика в a",
    ]


def test_english_fills_itself_but_for_the_singular(small):
    package, folder = small
    sources = catalogues.extract(package)
    entries = catalogues.updated("en", sources, {})
    assert entries["Open"].forms == ("Open",)
    assert [source for source, entry in entries.items() if not entry.finished] == ["{n} turns in {name}"]
    entries = catalogues.filled("en", entries, {"{n} turns in {name}": ["{n} turn in {name}", "{n} turns in {name}"]})
    catalogues.write(catalogues.path("en", folder), "en", entries)
    i18n.use(Catalogue.load("en", folder))
    assert [tr("{n} turns in {name}", n=n, name="a") for n in (1, 2)] == ["1 turn in a", "2 turns in a"]


def test_new_changed_and_vanished_texts_are_reported(small):
    package, folder = small
    file = catalogues.path("ru", folder)
    entries = catalogues.filled("ru", catalogues.updated("ru", catalogues.extract(package), {}), RUSSIAN)
    catalogues.write(file, "ru", entries)
    (package / "a.py").write_text('tr("Open")\ntr("Close")\n', encoding="utf-8")
    sources = catalogues.extract(package)
    reported = "\n".join(catalogues.faults("ru", sources, catalogues.read(file)))
    assert reported.count("\n") == 3
    assert "not in the catalogue: 'Close'" in reported
    assert "no longer in the source: 'two parts'" in reported
    updated = catalogues.updated("ru", sources, catalogues.read(file))
    assert {source: entry.forms for source, entry in updated.items()} == {"Close": ("",), "Open": ("Открыть",)}
    catalogues.write(file, "ru", updated)
    assert 'type="unfinished"' in file.read_text(encoding="utf-8")
    assert catalogues.faults("ru", sources, catalogues.read(file)) == ["ru: unfinished: 'Close' (annotator/a.py:2)"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"Shut": "Закрыть"},
        {"{n} turns in {name}": ["{n} в {name}", "{n} в {name}"]},
        {"{n} turns in {name}": ["{n} в {nom}", "{n} в {name}", "{n} в {name}"]},
        {"a < b & {c}": "а < б"},
        {"Open": "{"},
        {"Open": ""},
    ],
)
def test_a_translation_that_does_not_fit_is_refused(small, wrong):
    package, _ = small
    entries = catalogues.updated("ru", catalogues.extract(package), {})
    with pytest.raises(catalogues.CatalogueError):
        catalogues.filled("ru", entries, RUSSIAN | wrong)
