"""The log: where it happened, never what was said."""

from __future__ import annotations

import logging

import pytest

from annotator import log

SECRET = "номер карты четыре два"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path))
    monkeypatch.setattr(log.LOGGER, "handlers", [])
    monkeypatch.setattr(log.LOGGER, "propagate", True)
    yield tmp_path
    logging.disable(logging.NOTSET)
    for handler in log.LOGGER.handlers:
        handler.close()


def raise_one(text: str) -> None:
    try:
        int(text)
    except ValueError as error:
        raise KeyError(text) from error


def test_types_and_places_of_the_whole_chain_are_kept_and_no_words():
    with pytest.raises(KeyError) as caught:
        raise_one(SECRET)
    log.record(caught.value)
    text = log.path().read_text(encoding="utf-8")
    assert "KeyError at" in text
    assert "from ValueError at" in text
    assert "raise_one" in text
    assert not any(word in text for word in SECRET.split())


def test_the_log_stays_small(folder):
    with pytest.raises(KeyError) as caught:
        raise_one(SECRET)
    for n in range(6000):
        log.record(caught.value, on=f"version {n}")
    files = list((folder / "logs").iterdir())
    assert 2 <= len(files) <= 4
    assert max(file.stat().st_size for file in files) <= 256 * 1024


def test_the_same_again_and_again_is_counted_not_written(folder):
    with pytest.raises(KeyError) as caught:
        raise_one(SECRET)
    for _ in range(250):
        log.record(caught.value)
    lines = log.path().read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    assert [line.endswith(times) for line, times in zip(lines, ("raise_one", "(10 times)", "(100 times)"), strict=True)]


def test_an_endless_recursion_is_told_in_one_short_line():
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    told = log.describe(caught.value)
    assert told.count(" > ") == log.OUTER + log.INNER
    assert " more) > " in told


def test_a_bug_ends_the_program_with_one_line_and_a_status_of_its_own(capsys):
    with pytest.raises(SystemExit) as end:
        log.excepthook(ValueError, ValueError(SECRET), None)
    assert end.value.code == log.BUG
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ValueError" in said
    assert str(log.path()) in said
    assert SECRET not in said


def test_ctrl_c_is_no_bug(capsys):
    with pytest.raises(SystemExit) as end:
        log.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert end.value.code == log.INTERRUPTED
    assert capsys.readouterr().err == ""
    assert not log.path().exists()


def test_without_a_place_to_write_the_program_goes_on(folder, capsys):
    (folder / "logs").write_text("a file where the folder should be", encoding="utf-8")
    log.record(ValueError(SECRET))
    assert SECRET not in capsys.readouterr().err
