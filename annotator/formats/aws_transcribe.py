"""Amazon Transcribe: results of batch jobs with or without speakers and channels, Call Analytics and Contact Lens.

Described in the Amazon Transcribe Developer Guide, "Data input and output", and "Call analytics". The audio results of Bedrock Data
Automation are alike. Turns are what the service calls audio segments, segments of speakers, or turns of participants; of files
that have none of these the words are grouped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, first, items, ms, objects, share, text, whole
from annotator.formats.recognised import Said, of_channels, of_words, transcript, value_of


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, AWS_TRANSCRIBE.name, _said(value_of(file)))


def sniff(file: File) -> int:
    results = at(file.json, "results")
    if isinstance(at(results, "transcripts"), list) or isinstance(at(results, "audio_segments"), list):
        return SURE
    if first(at(file.json, "Transcript", 0), "ParticipantRole", "ParticipantId") is not None:
        return SURE
    return SURE if at(file.json, "audio_segments", 0, "start_timestamp_millis") is not None else NO


def _said(value: Any) -> Iterator[Said | None]:
    results = at(value, "results")
    if isinstance(at(value, "Transcript"), list):
        yield from _participants(value)
    elif isinstance(at(value, "audio_segments"), list):
        yield from _bedrock(value)
    elif _divided(results):
        yield from _audio_segments(results)
    elif objects(at(results, "speaker_labels", "segments")):
        yield from _speaker_segments(results)
    elif channels := objects(at(results, "channel_labels", "channels")):
        heard = [(text(channel.get("channel_label")), items(channel.get("items"))) for channel in channels]
        yield from of_channels((label, [(_token(item), "") for item in objects(spoken)]) for label, spoken in heard)
    elif spoken := objects(at(results, "items")):
        yield from of_words((_token(item), text(item.get("speaker_label"))) for item in spoken)
    else:
        yield from (Said(text(each.get("transcript"))) for each in objects(at(results, "transcripts")))


def _participants(value: Any) -> Iterator[Said | None]:
    """Yield the turns of Call Analytics and Contact Lens."""
    participants = objects(at(value, "Participants"))
    roles = {text(each.get("ParticipantId")): text(each.get("ParticipantRole")) for each in participants}
    for turn in items(value["Transcript"]):
        if not isinstance(turn, dict):
            yield None
            continue
        role, speaker = text(turn.get("ParticipantRole")), text(turn.get("ParticipantId"))
        words = [_token(item) for item in objects(turn.get("Items"))]
        times = ms(turn.get("BeginOffsetMillis"), 1), ms(turn.get("EndOffsetMillis"), 1)
        yield Said(text(turn.get("Content")), words, speaker or role, "", *times, role=role or roles.get(speaker, ""))


def _bedrock(value: Any) -> Iterator[Said | None]:
    spoken = items(value.get("audio_items"))
    for segment in items(value["audio_segments"]):
        if not isinstance(segment, dict):
            yield None
            continue
        words = [_token(item) for n in items(segment.get("audio_item_indices")) if isinstance(item := at(spoken, n), dict)]
        yield Said(
            text(segment.get("text")),
            words,
            text(first(segment.get("speaker"), "speaker_label") or segment.get("speaker")),
            text(first(segment.get("channel"), "channel_label") or segment.get("channel")),
            ms(segment.get("start_timestamp_millis"), 1),
            ms(segment.get("end_timestamp_millis"), 1),
        )


def _divided(results: Any) -> bool:
    """Tell whether there are audio segments, and whether they say who speaks where anything does."""
    segments = objects(at(results, "audio_segments"))
    labels = [name for name in ("speaker_label", "channel_label") if at(results, f"{name}s") is not None]
    return bool(segments) and all(any(name in segment for segment in segments) for name in labels)


def _audio_segments(results: Any) -> Iterator[Said | None]:
    spoken = {text(item.get("id")): item for item in objects(at(results, "items"))}
    for segment in items(at(results, "audio_segments")):
        if not isinstance(segment, dict):
            yield None
            continue
        words = [_token(spoken[key]) for key in map(text, items(segment.get("items"))) if key in spoken]
        speaker, channel = text(segment.get("speaker_label")), text(segment.get("channel_label"))
        yield Said(
            text(segment.get("transcript")), words, speaker, channel, ms(segment.get("start_time")), ms(segment.get("end_time"))
        )


def _speaker_segments(results: Any) -> Iterator[Said]:
    """Yield the segments of speakers with the words that stand in them: they name their words by their times."""
    segments = objects(at(results, "speaker_labels", "segments"))
    named: dict[tuple[str, str], deque[int]] = defaultdict(deque)
    for n, segment in enumerate(segments):
        for item in objects(segment.get("items")):
            named[text(item.get("start_time")), text(item.get("end_time"))].append(n)
    starts = [ms(segment.get("start_time")) or 0 for segment in segments]
    words: list[list[Token]] = [[] for _ in segments]
    place = 0
    for item in objects(at(results, "items")):
        token = _token(item)
        if not token.glued:
            known = named.get((text(item.get("start_time")), text(item.get("end_time"))))
            if known:
                place = known.popleft()
            elif token.start_ms is not None:
                place = max(0, bisect_right(starts, token.start_ms) - 1)
        words[place].append(token)
    for segment, spoken in zip(segments, words, strict=True):
        speaker = text(segment.get("speaker_label"))
        yield Said(None, spoken, speaker, "", ms(segment.get("start_time")), ms(segment.get("end_time")))


def _token(item: dict[str, Any]) -> Token:
    """Return a word or a mark of any of the services: they differ in names and units."""
    best = at(item, "alternatives", 0)
    kind = text(first(item, "type", "Type"))
    if kind == "punctuation":
        return Token(text(first(best, "content") or first(item, "content", "Content")), glued=True)
    start, end = first(item, "BeginOffsetMillis", "start_timestamp_millis"), first(item, "EndOffsetMillis", "end_timestamp_millis")
    return Token(
        text(first(best, "content") or first(item, "content", "Content")),
        whole(ms(item.get("start_time")) if start is None else ms(start, 1)),
        whole(ms(item.get("end_time")) if end is None else ms(end, 1)),
        share(first(best, "confidence") if best is not None else first(item, "Confidence", "confidence")),
    )


AWS_TRANSCRIBE = Format("aws-transcribe", msg("Amazon Transcribe"), (".json",), reader=read, sniff=sniff)
