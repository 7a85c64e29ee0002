"""The user's settings: a small JSON file in the configuration folder."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Container
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from annotator import paths
from annotator.core import i18n
from annotator.core.errors import AnnotatorError
from annotator.core.i18n import msg
from annotator.files import placed, sweep

RECENT = 10
LAYOUTS = 100
"""Layouts of tables that are remembered, the last ones."""
FONT_SIZES = range(12, 23)
WIDTHS = range(1, 10_000)
"""Of columns, in pixels."""
SENSITIVITIES = (50, 55, 60, 65, 75, 80, 85, 90, 95)
"""Percent of confidence from which on findings can be asked for."""
CHOICES: dict[str, Container[object]] = {
    "language": ("system", *i18n.LANGUAGES),
    "theme": ("system", "light", "dark"),
    "font_size": FONT_SIZES,
    "least": (0.0, *(step / 100 for step in SENSITIVITIES)),
}


@dataclass(frozen=True)
class Settings:
    """`font_size` is that of turn texts, in pixels.

    `worst_first`: findings about speakers come by how many words they concern, not by place. `hidden_kinds` are kinds of
    findings that the user has switched off, `shown_kinds` quiet ones that are switched on. `least` is the confidence from which
    on findings are shown; 0 leaves it to each detector. `show_source` shows the source
    under edited turns, `mark_unknown` marks words that the dictionary does not know; `hidden_columns` and `column_widths`
    are those of the table of turns, by the columns' keys. `layouts` say what the columns of tables hold that are imported, by
    the layout of the table; `templates` are formats that the user has made up for exports, by their names. `keys` are those
    of what the user has given others (see gui.keymap), `recent_actions` what was chosen from the command palette, the last first.
    """

    language: str = "system"
    theme: str = "system"
    font_size: int = 15
    recent: tuple[str, ...] = ()
    reopen_last: bool = True
    worst_first: bool = True
    least: float = 0.0
    hidden_kinds: tuple[str, ...] = ()
    shown_kinds: tuple[str, ...] = ()
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    recent_actions: tuple[str, ...] = ()
    show_source: bool = False
    mark_unknown: bool = False
    hidden_columns: tuple[str, ...] = ()
    column_widths: dict[str, int] = field(default_factory=dict)
    layouts: dict[str, dict[str, int]] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)


def path() -> Path:
    """Return where the settings are kept."""
    return paths.config() / "settings.json"


def load() -> Settings:
    """Read the settings; what is missing or makes no sense has its default. A damaged file is put aside."""
    try:
        data = json.loads(path().read_text(encoding="utf-8"))
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        with suppress(OSError):
            path().replace(path().with_suffix(".damaged.json"))
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    for name, most in (
        ("recent", RECENT),
        ("hidden_kinds", None),
        ("shown_kinds", None),
        ("hidden_columns", None),
        ("recent_actions", RECENT),
    ):
        if isinstance(data.get(name), list):
            data[name] = tuple(item for item in data[name] if isinstance(item, str))[:most]
    if isinstance(data.get("column_widths"), dict):
        widths = data["column_widths"].items()
        data["column_widths"] = {key: width for key, width in widths if type(width) is int and width in WIDTHS}
    if isinstance(data.get("layouts"), dict):
        data["layouts"] = {key: columns for key, columns in list(data["layouts"].items())[-LAYOUTS:] if _columns(columns)}
    if isinstance(data.get("templates"), dict):
        data["templates"] = {name: text for name, text in data["templates"].items() if isinstance(text, str)}
    if isinstance(data.get("keys"), dict):
        data["keys"] = {name: tuple(keys) for name, keys in data["keys"].items() if _strings(keys)}
    defaults = Settings()
    known = {f.name: data[f.name] for f in fields(Settings) if type(data.get(f.name)) is type(getattr(defaults, f.name))}
    return Settings(**{name: value for name, value in known.items() if value in CHOICES.get(name, (value,))})


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _columns(value: object) -> bool:
    return isinstance(value, dict) and all(type(place) is int for place in value.values())


def save(settings: Settings) -> None:
    """Write the settings as a whole or not at all; raise AnnotatorError when the folder cannot be written."""
    try:
        paths.private(path().parent)
        sweep(path().parent)
        with placed(path(), replace=True) as made:
            made.write_text(json.dumps(asdict(settings), indent=1), "utf-8")  # escapes what a path may hold and UTF-8 does not
    except OSError as error:
        raise AnnotatorError(
            msg(
                "The settings cannot be saved in {folder}: {reason}. Make room there or allow writing.",
                folder=str(path().parent),
                reason=error.strerror or str(error),
            )
        ) from error


def remember_recent(settings: Settings, project: str) -> Settings:
    """Return the settings with `project` first among the recent ones."""
    name = str(Path(project).absolute())
    recent = (name, *(other for other in settings.recent if other != name))
    return replace(settings, recent=recent[:RECENT])


def effective_language(settings: Settings) -> str:
    """Return the code of the language to show: the chosen one, or the system's."""
    return settings.language if settings.language in i18n.LANGUAGES else system_language()


def use_language(code: str) -> None:
    """Take all strings from now on from the catalogue of this language."""
    i18n.use(i18n.Catalogue.load(code, paths.resources() / "i18n"))


def system_language() -> str:
    """Return the code of the system's language, "en" where we do not speak it."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    if not named and sys.platform == "win32":
        import ctypes

        named = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    code = named.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if code in i18n.LANGUAGES else "en"
