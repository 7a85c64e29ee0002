"""The whole suite is listened to: a test during which anything reaches for the network fails."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Generator
from typing import Any

import pytest

_LOCAL = {getattr(socket, "AF_UNIX", None)}
"""Families that stay on the machine: what processes of one program talk to each other with."""
_HARMLESS = {"socket.gethostname"}
_heard: list[str] = []


def _listen(event: str, values: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and event not in _HARMLESS:
        family = values[1] if event == "socket.__new__" else getattr(values[0], "family", None) if values else None
        if family not in _LOCAL:
            _heard.append(event)


sys.addaudithook(_listen)


def _tell() -> None:
    heard = list(_heard)
    _heard.clear()
    if heard:
        pytest.fail(f"reached for the network: {', '.join(heard)}", pytrace=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have one process do what shows windows, one after the other, while the other does the rest."""
    for item in items:
        if item.path.parent.name in ("gui", "e2e"):
            item.add_marker(pytest.mark.xdist_group("window"))


@pytest.fixture(scope="session", autouse=True)
def nobodys_folders(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """Settings, logs and backups of tests that do not care where are nobody's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path_factory.mktemp("annotator")))
        yield


@pytest.fixture(scope="module", autouse=True)
def small_heap() -> Generator[None]:
    """What tests leave behind is not looked through for garbage again: after thousands of them that takes seconds a time."""
    yield
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    result = yield
    _tell()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    result = yield
    _tell()
    return result
