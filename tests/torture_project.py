"""A small project with one of everything, and all that a program does with a project."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from annotator import formats, statistics
from annotator.core.change import Change
from annotator.core.commands import allowed, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Decision, SourceSpan, Topic
from annotator.formats import codebook
from annotator.formats.base import ExportOptions
from annotator.project import Project
from annotator.search import rules
from annotator.search.matching import Query

CALL = """[00:00:01] Клиент (SPK00): добрый день у меня не приходят письма
[00:00:05] Саппорт (SPK01): здравствуйте подскажите ваш адрес 😀
[00:00:09] Клиент (SPK00): да да сейчас и сколько это стоит
[00:00:12] Саппорт (SPK01): тариф стоит две тысячи в месяц
[00:00:20] Клиент (SPK00): тариф стоит две тысячи в месяц понятно
[00:00:25] Саппорт (SPK01): что-нибудь ещё
"""
SETTINGS = {
    "place": '{"transcript": 1, "turn": 2, "filter": {}}',
    "recent_topics": '{"ids": [1, 2]}',
    "dictionary": '{"words": ["слово"]}',
    "export": '{"format": "csv"}',
    "calibration": '{"on": true}',
}
LOOKED_AT = (*SETTINGS, rules.SETTING, "speakers_open", "missing")


def everything(path: Path) -> None:
    """Make the project: two calls, one of them edited in every way, a third that is gone, and changes to undo and to redo."""
    with Project.create(path) as project:
        for n, encoding in enumerate(("utf-8", "cp1251", "utf-16-le"), 1):
            text = CALL if encoding == "utf-8" else CALL.replace("😀", "")
            project.apply(transcripts.add(formats.read(text.encode(encoding), f"call {n}.txt", encoding)[0], n))
        project.apply(transcripts.remove(project.transcript(3)))
        decision = Decision(1, "key", "accepted", "duplicates", "loop", 0.875, (SourceSpan(2, 0, 5),), 2.5)
        for make in (
            lambda t: topics.add(t.topics, "Цена", "#112233", "what it costs", 3),
            lambda t: topics.tag(t, [1, 2], 1),
            lambda _: Change.of(msg("Add"), [(None, Topic(2, "Скидка", "#445566", parent_id=1, keywords=("скидка", "дешевле")))]),
            lambda t: speakers.set_colour(t, "SPK00", "#778899"),
            lambda t: turns.bookmark(t, [5]),
            lambda t: turns.set_text(t, 1, "добрый день у меня не приходит письмо"),
            lambda t: turns.mark_reviewed(t, [1]),
            lambda t: allowed.allow(t, "чуть чуть ниже"),
            lambda t: role_words.add(t, "мастер", "agent"),
            lambda t: role_words.add(t, "мне бы", "", "sign"),
            lambda t: speakers.pin(t, [2]),
            lambda t: turns.split(t, 3, 6, "SPK01"),
            lambda t: turns.hide(t, [6]),
            lambda t: turns.comment(t, 4, "look"),
            lambda t: speakers.rename(t, "SPK01", "Анна"),
            lambda _: Change.of(msg("Decide"), [(None, decision)]),
            lambda t: turns.comment(t, 5, "to be undone"),
        ):
            project.apply(make(project.transcript(1)))
        project.undo()
        for key, value in SETTINGS.items():
            project.set_setting(key, value)
        sets = (rules.RuleSet("Set", (rules.Rule("Rule", Query("тариф", "план")),)),)
        project.set_setting(rules.SETTING, rules.to_json(sets))
        project.add_activity(1, 12.5)
        project.learn("speakers", b"\x00learned", "report")
        project.set_draft(1, 4, "тариф стоит три тысячи", project.transcript(1).turn(4).text)
        project.pseudonym("phone", "+7 900 000-00-00")


def use(project: Project) -> None:
    """Look at all that the project holds, and change and undo something."""
    look(project)
    if not project.read_only:
        edit(project)


def look(project: Project) -> None:
    """Read everything and do with it what a program does: count, show, export."""
    activity = project.activity()
    calls = []
    for header in project.transcripts():
        transcript = project.transcript(header.id)
        project.size(header.id)
        project.source_data(header.id)
        for turn in transcript.turns:
            transcript.source_text(turn)
            transcript.edited(turn)
            transcript.speaker(turn.speaker_id)
        calls.append(statistics.of_call(transcript, None, activity.get(header.id, 0.0)))
        str(statistics.summary(calls[-1]))
        for entry in formats.FORMATS:
            if entry.writer is not None:
                formats.write(transcript, entry.name, ExportOptions(topics=True, encoding="utf-8"))
    statistics.of_project(calls)
    for topic in project.topics:
        project.tagged(topic.id)
    codebook.encode_csv(project.topics)
    codebook.encode_json(project.topics)
    project.decisions()
    project.learned("speakers")
    for key in LOOKED_AT:
        project.setting(key)
    project.drafts()
    for damage in project.verify():
        f"{damage}"
    for transcript_id in (None, *(header.id for header in project.transcripts())):
        for entry in project.history(1000, transcript_id):
            f"{entry.at:%c} {entry.who} {entry.label}"
            with suppress(CommandError):
                project.recorded(entry)
                if transcript_id is not None and entry.seq % 4 == 0:
                    project.state_at(transcript_id, entry.seq)
    f"{project.undo_label} {project.redo_label} {project.undo_size} {project.redo_size}"


def edit(project: Project) -> None:
    """Change something in each call, go back to the beginning and forth again."""
    for header in project.transcripts():
        transcript = project.transcript(header.id)
        if transcript.turns:
            turn = transcript.turns[0]
            project.set_draft(header.id, turn.id, "draft", turn.text)
            project.pseudonym("name", turn.text)
            project.apply(Change.of(msg("Comment"), [(turn, replace(turn, comment=f"{turn.comment[:10]}!"))]))
    for step in (project.undo, project.redo):
        for _ in range(50):
            if step() is None:
                break
    copy = project.path.with_name("copy.annotator")
    project.save_copy(copy, replace=True)
    copy.unlink()
    for header in project.transcripts():
        project.redact(header.id, {"тариф": "…"})
    project.purge()
