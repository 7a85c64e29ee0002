"""The command line: --mask and --pseudonyms of export and clean."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from annotator import __main__ as entry
from annotator.core import i18n
from annotator.core.commands import turns
from annotator.detectors import PERSONAL
from annotator.project import Project

CARD, PHONE, MAIL = "4276380000000005", "8 912 123-45-67", "ivan.petrov@mail.ru"
CALL = f"""Разговор с Иваном Петровичем {PHONE}
[00:00:01] Мария Кузнецова: здравствуйте меня зовут мария диктуйте карту
[00:00:05] Клиент: карта сорок два семьдесят шесть
[00:00:07] Мария Кузнецова: угу
[00:00:09] Клиент: тридцать восемь ноль ноль
[00:00:10] Мария Кузнецова: да
[00:00:12] Клиент: два нуля два нуля ноль ноль ноль пять и ещё {CARD}
[00:00:15] Мария Кузнецова: телефон {PHONE} и почта {MAIL}
[00:00:20] Клиент: да второй телефон 89121234568 а номер заказа 89129876543
"""
SECRETS = re.compile(
    r"сорок два|тридцать восемь|ноль пять|4276|0005|912|45-67|petrov|mail\.ru|мари|кузнецов|иван|петрович", re.IGNORECASE
)


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.chdir(tmp_path)
    yield
    i18n.use(i18n.Catalogue())


@pytest.fixture
def annotator(capsys):
    """Runs the program; returns status, what it printed, and what it said on stderr."""

    def run(*arguments):
        status = entry.main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def project(annotator, tmp_path) -> Path:
    (tmp_path / "иван.txt").write_text(CALL.replace(" а номер заказа 89129876543", ""), encoding="utf-8")
    path = tmp_path / "p.annotator"
    assert annotator("import", path, "иван.txt")[0] == 0
    with Project.open(path) as opened:
        transcript = opened.transcript(1)
        opened.apply(turns.comment(transcript, transcript.turns[3].id, f"перезвонить {PHONE}"))
        opened.apply(turns.hide(opened.transcript(1), [transcript.turns[4].id]))
    return path


def texts(path: Path) -> str:
    """Return all that a file says, also packed."""
    if path.suffix != ".docx":
        return path.name + path.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return path.name + re.sub(r"<[^>]*>", "", "".join(parts)) + "".join(p for p in parts if "coreProperties" in p)


@pytest.mark.parametrize("name", ["o.txt", "o.csv", "o.jsonl", "o.docx", "o.pairs.jsonl"])
def test_no_format_holds_what_is_masked(annotator, project, tmp_path, name):
    assert SECRETS.search(texts(tmp_path / "иван.txt"))
    status, _, said = annotator("export", project, "-o", name, "--mask", "all", "--topics")
    assert status == 0
    told = texts(tmp_path / name)
    assert not SECRETS.findall(told)
    assert "[телефон]" in told
    assert "[карта]" in told
    assert re.search(r"Masked in the turns: card \d, cvv 0, phone 3, email 1", said)
    with Project.open(project) as opened:
        assert SECRETS.search(opened.transcript(1).turns[1].text), "the project keeps it"


def test_only_the_kinds_asked_for_and_by_number(annotator, project, tmp_path):
    status, _, said = annotator("export", project, "-o", "o.txt", "--mask", "phone, email", "--pseudonyms")
    assert status == 0
    told = texts(tmp_path / "o.txt")
    assert CARD in told
    assert "Мария Кузнецова: телефон [телефон 1] и почта [почта 1]" in told
    assert "да второй телефон [телефон 2]" in told
    assert "Разговор с Иваном Петровичем [телефон 1]" in told
    assert "Masked in the turns: phone 3, email 1\n" in said
    annotator("export", project, "-o", "again.jsonl", "--mask", "phone", "--pseudonyms")
    assert [json.loads(line)["comment"] for line in (tmp_path / "again.jsonl").read_text().splitlines()][
        3
    ] == "перезвонить [телефон 1]"


def test_the_numbers_are_the_project_s(annotator, project, tmp_path):
    with Project.open(project) as opened:
        assert [opened.pseudonym("phone", "79121234568"), opened.pseudonym("phone", "70000000000")] == [1, 2]
    annotator("export", project, "-o", "o.txt", "--mask", "phone", "--pseudonyms")
    assert "телефон [телефон 3] и почта" in texts(tmp_path / "o.txt")
    assert "да второй телефон [телефон 1]" in texts(tmp_path / "o.txt")


def test_files_in_a_folder_are_not_called_by_what_is_masked(annotator, project, tmp_path):
    (tmp_path / "out").mkdir()
    with Project.open(project) as opened:
        assert opened.transcript(1).header.name == "иван.txt"
    status, printed, _ = annotator("export", project, "-o", "out", "-F", "csv", "--mask", "name")
    assert status == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["[имя].csv"]
    assert "иван" not in printed


def test_the_count_is_of_what_is_exported(annotator, project):
    _, _, said = annotator("export", project, "-o", "o.txt", "--mask", "phone", "--only-reviewed")
    assert said.endswith("Masked in the turns: phone 0\n")


def test_clean_masks_too(annotator, tmp_path):
    (tmp_path / "a.txt").write_text(CALL, encoding="utf-8")
    status, _, said = annotator("clean", "a.txt", "-o", "b.txt", "--mask", "card,phone,name", "--pseudonyms")
    assert status == 0
    told = texts(tmp_path / "b.txt")
    assert sorted(set(SECRETS.findall(told))) == ["912", "mail.ru", "petrov"], "an order is no phone, and mail was not asked for"
    assert "номер заказа 89129876543" in told
    assert "[00:00:09] Клиент: [карта 1]" in told
    assert "и ещё [карта 1]" in told
    assert "card 4, phone 3, name 2" in said


def test_without_mask_nothing_changes(annotator, project, tmp_path):
    (tmp_path / "a.txt").write_text(CALL, encoding="utf-8")
    assert "Masked" not in annotator("clean", "a.txt", "-o", "b.txt")[2]
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == CALL


@pytest.mark.parametrize(
    ("options", "named"),
    [(["--mask", "crad"], [*PERSONAL, "all", "crad"]), (["--pseudonyms"], ["--mask all"]), (["--mask", ""], ["card"])],
)
def test_what_makes_no_sense_is_said_and_nothing_written(annotator, project, tmp_path, options, named):
    (tmp_path / "a.txt").write_text(CALL, encoding="utf-8")
    for command in (("export", project), ("clean", "a.txt")):
        status, _, said = annotator(*command, "-o", "o.txt", *options)
        assert status == 2
        assert all(name in said for name in named)
        assert not (tmp_path / "o.txt").exists()
