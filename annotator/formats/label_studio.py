"""Tasks of Label Studio: read from its exports (JSON and JSON_MIN), written for its import, as its documentation of task format,
Paragraphs and ParagraphLabels describes them.

What is written is one task, a call: its turns are the dialogue, its topics, roles and removed repeats are predictions, which a
reviewer there can take over. Offsets are UTF-16 units, as JavaScript counts. The labelling interface that shows it::

    <View>
      <ParagraphLabels name="topics" toName="dialogue"><Label value="…"/></ParagraphLabels>
      <ParagraphLabels name="roles" toName="dialogue"><Label value="…"/></ParagraphLabels>
      <Paragraphs name="dialogue" value="$dialogue" layout="dialogue" nameKey="author" textKey="text"/>
      <ParagraphLabels name="repeats" toName="source"><Label value="repeat"/></ParagraphLabels>
      <Paragraphs name="source" value="$source" layout="dialogue" nameKey="author" textKey="text"/>
    </View>

The task carries it, with the labels that it needs, as ``meta.labeling_config``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Transcript, Turn
from annotator.formats.base import LIKELY, NO, SURE, ExportOptions, File, Format, ImportReport, exported, speaker_names, topic_names
from annotator.formats.building import Builder
from annotator.formats.encoding import encode
from annotator.formats.json_lines import spread
from annotator.formats.json_segments import find, segment, take, take_lines, tell_labels
from annotator.formats.json_values import at, first, items, ms, objects, text
from annotator.formats.recognised import value_of

_REPEAT = "repeat"
_ANSWERS = ("annotations", "completions", "predictions")
_MINIMAL = frozenset({"annotator", "annotation_id", "lead_time", "created_at", "updated_at"})


def sniff(file: File) -> int:
    task = _tasks(file.json)[:1]
    if not task or not isinstance(task[0], dict):
        return NO
    if isinstance(task[0].get("data"), dict) and any(isinstance(task[0].get(name), list) for name in _ANSWERS):
        return SURE
    return LIKELY if len(_MINIMAL & task[0].keys()) >= 3 else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    builder = Builder(file, "label-studio")
    labels = Counter[str]()
    tasks = _tasks(value_of(file))
    for task in tasks:
        data = task.get("data") if isinstance(at(task, "data"), dict) else task
        results = _results(builder, task)
        dialogue = items(at(data, "dialogue")) or find(data)
        if dialogue:
            for item in dialogue:
                take(builder, segment(item))
            labels.update(_labels(results))
        elif regions := _regions(results) or _minimal(task):
            for start, end, speaker, said in regions:
                builder.turn(said, speaker, start, end)
        elif isinstance(said := first(data, "text", "dialogue", "transcript", "transcription"), str):
            if not take_lines(builder, said):
                builder.turn(said)
            labels.update(_labels(results))
        else:
            builder.skip(msg("The task has no dialogue and no transcribed regions: left out."))
    if len(tasks) > 1:
        builder.remark(msg("The file holds {n} tasks: they were read as one call, in the order of the file.", n=len(tasks)))
    tell_labels(builder, labels)
    return builder.finish()


def _tasks(value: Any) -> list[Any]:
    return [value] if isinstance(value, dict) else items(value)


def _results(builder: Builder, task: Any) -> list[dict[str, Any]]:
    """Return what was marked in a task: by the first who did, or else by the program that proposed it."""
    made = [each for each in objects(first(task, "annotations", "completions")) if each.get("was_cancelled") is not True]
    marked = [each for each in (*made, *objects(at(task, "predictions"))) if objects(each.get("result"))]
    if len(made) > 1:
        builder.remark(msg("A task has {n} annotations: the first was read.", n=len(made)))
    return objects(marked[0]["result"]) if marked else []


def _labels(results: Iterable[dict[str, Any]]) -> Iterator[str]:
    for result in results:
        for name in ("paragraphlabels", "labels", "hypertextlabels", "choices", "taxonomy"):
            for label in items(at(result, "value", name)):
                yield " / ".join(map(text, label)) if isinstance(label, list) else text(label)


def _regions(results: Iterable[dict[str, Any]]) -> list[tuple[float | None, float | None, str, str]]:
    """Return the transcribed regions of a recording in the order of time: each is several results of one id."""
    regions: dict[str, dict[str, Any]] = {}
    for result in results:
        value = result.get("value")
        if isinstance(value, dict):
            region = regions.setdefault(text(result.get("id")), {})
            for name in ("start", "end", "text", "labels"):
                if name in value and (name != "text" or isinstance(value["text"], list) or result.get("type") == "textarea"):
                    region[name] = value[name]
    found = [_region(region, region.get("text")) for region in regions.values() if "text" in region]
    return sorted(found, key=lambda region: (region[0] is None, region[0] or 0))


def _minimal(task: Any) -> list[tuple[float | None, float | None, str, str]]:
    """Return the transcribed regions of a task whose export has labels and texts side by side (JSON_MIN)."""
    if not isinstance(task, dict):
        return []
    regions = next(
        (found for value in task.values() if (found := objects(value)) and "start" in found[0] and "end" in found[0]), []
    )
    written = next(
        (task[name] for name in ("transcription", "transcriptions", "text") if isinstance(task.get(name), str | list)), None
    )
    texts = items(written) if isinstance(written, list) else [written]
    if regions and len(texts) == len(regions):
        return [_region(region, said) for region, said in zip(regions, texts, strict=True)]
    return []


def _region(region: dict[str, Any], written: Any) -> tuple[float | None, float | None, str, str]:
    said = " ".join(text(part) for part in written) if isinstance(written, list) else text(written)
    return ms(region.get("start")), ms(region.get("end")), text(at(items(region.get("labels")), 0)), said


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write the call as a task. Removed repeats are marked in what was imported, where their words still are."""
    labels = speaker_names(transcript) if options.speakers else {}
    roles = {speaker.id: speaker.role for speaker in transcript.speakers if options.speakers and options.roles}
    dialogue, result = [], []
    for place, (_, turn) in enumerate(exported(transcript, options)):
        dialogue.append(_paragraph(turn, labels))
        if options.topics:
            result += [
                _mark("topics", "dialogue", place, turn.text, 0, len(turn.text), name) for name in topic_names(transcript, turn)
            ]
        if role := roles.get(turn.speaker_id or ""):
            result.append(_mark("roles", "dialogue", place, turn.text, 0, len(turn.text), role))
    removed = {span for decision in transcript.decisions.values() for span in decision.removed}
    for span in sorted(removed, key=lambda span: (span.number, span.start, span.end)):
        said = transcript.source_turn(span.number).text
        result.append(_mark("repeats", "source", span.number - 1, said, span.start, span.end, _REPEAT))
    for number, mark in enumerate(result, 1):
        mark["id"] = f"annotator-{number}"
    task = {
        "data": {
            "call": transcript.header.name,
            "dialogue": dialogue,
            "source": [_paragraph(said, labels) for said in transcript.source.turns],
        },
        "predictions": [{"model_version": "annotator", "result": result}],
        "meta": {"labeling_config": _config(result)},
    }
    return encode(spread([task], 4) + "\n", "utf-8")


def _paragraph(turn: Turn | SourceTurn, labels: dict[str, str]) -> dict[str, object]:
    row: dict[str, object] = {"author": labels.get(turn.speaker_id or "", ""), "text": turn.text}
    if turn.start_ms is not None:
        row["start"] = turn.start_ms / 1000
    if turn.end_ms is not None:
        row["end"] = turn.end_ms / 1000
    return row


def _mark(name: str, to: str, place: int, said: str, start: int, end: int, label: str) -> dict[str, Any]:
    return {
        "id": "",
        "from_name": name,
        "to_name": to,
        "type": "paragraphlabels",
        "value": {
            "start": str(place),
            "end": str(place),
            "startOffset": _units(said[:start]),
            "endOffset": _units(said[:end]),
            "text": said[start:end],
            "paragraphlabels": [label],
        },
    }


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _config(result: Iterable[dict[str, Any]]) -> str:
    """Return the labelling interface for these marks."""
    used: dict[str, dict[str, None]] = {"topics": {}, "roles": {}, "repeats": {_REPEAT: None}}
    for mark in result:
        used[mark["from_name"]][mark["value"]["paragraphlabels"][0]] = None
    parts = []
    for to, names in (("dialogue", ("topics", "roles")), ("source", ("repeats",))):
        for name in names:
            if used[name]:
                shown = "".join(f"<Label value={quoteattr(label)}/>" for label in used[name])
                parts.append(f'  <ParagraphLabels name="{name}" toName="{to}">{shown}</ParagraphLabels>')
        parts.append(f'  <Paragraphs name="{to}" value="${to}" layout="dialogue" nameKey="author" textKey="text"/>')
    return "\n".join(["<View>", *parts, "</View>"])


LABEL_STUDIO = Format(
    "label-studio",
    msg("Label Studio tasks, with predictions"),
    (".tasks.json",),
    reader=read,
    writer=write,
    sniff=sniff,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "source"}),
)
