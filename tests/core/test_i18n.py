from __future__ import annotations

import json

import pytest

from annotator.core import i18n
from annotator.core.errors import CommandError
from annotator.core.i18n import Catalogue, Message, msg, tr

TS = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="ru"><context><name>annotator</name>
<message><source>Undo</source><translation>Отменить</translation></message>
<message><source>{what} ({n} turns)</source><translation>
<numerusform>{what} ({n} реплика)</numerusform><numerusform>{what} ({n} реплики)</numerusform>
<numerusform>{what} ({n} реплик)</numerusform>
</translation></message>
<message><source>Redo</source><translation type="unfinished"></translation></message>
</context></TS>
"""


@pytest.fixture
def russian(tmp_path):
    (tmp_path / "annotator_ru.ts").write_text(TS, encoding="utf-8")
    i18n.use(Catalogue.load("ru", tmp_path))
    yield
    i18n.use(Catalogue())


def test_without_a_translation_the_source_text_is_shown(russian):
    assert (tr("Undo"), tr("Redo"), tr("Unknown {x}", x=1)) == ("Отменить", "Redo", "Unknown 1")


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "реплика"), (2, "реплики"), (5, "реплик"), (11, "реплик"), (21, "реплика"), (22, "реплики"), (112, "реплик")],
)
def test_the_plural_form_follows_the_number(russian, n, expected):
    assert tr("{what} ({n} turns)", what="X", n=n) == f"X ({n} {expected})"


def test_a_message_is_translated_when_it_is_shown(russian):
    message = msg("{what} ({n} turns)", what=msg("Undo"), n=3)
    error = CommandError(message)
    assert str(message) == str(error) == "Отменить (3 реплики)"
    i18n.use(Catalogue())
    assert str(message) == str(error) == "Undo (3 turns)"


def test_a_message_can_be_stored():
    message = msg("{what} ({n} turns)", what=msg("Undo {x}", x=1.5), n=3)
    assert Message.from_json(json.loads(json.dumps(message.to_json()))) == message
