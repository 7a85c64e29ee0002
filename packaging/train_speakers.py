"""Fit the weights of the speakers detector: python packaging/train_speakers.py EVAL_FOLDER [--out FOLDER]

EVAL_FOLDER holds a corruption generator (corrupt.py), its loader (score.py) and clean dialogues (data/*.jsonl); only the
training part of the dialogues is used. Needs scikit-learn (pip install -e ".[train]"); takes about 20 minutes.

1. Words: the forms frequent in all files of a language keep their identity, all others become their grammatical class.
2. Boundary: dialogues are made to look like recognised speech (fillers, repetitions, back-channels, wrong words, most of them
   without punctuation); two logistic models answer per gap: does the speaker change, does a sentence end, does a question end here.
3. Chain: the labels are corrupted the way diarizers err, half by the generator of EVAL_FOLDER, each document at rates of its
   own, half by the one below, so that no habit of one is learned; the weights of the chain maximise the likelihood of "this
   label is wrong". It sees gaps as scored by boundary models that have not seen the dialogue, one time in four not even its domain.
4. Trees: on the same documents, how likely each change of label is false, each turn is of two people, or the other's.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse

from annotator.core.finding import Finding
from annotator.core.model import Header, Source, Speaker, Transcript, Turn
from annotator.core.text import normal
from annotator.detectors import SURE, analyse
from annotator.detectors import speakers_boundary as boundary
from annotator.detectors import speakers_labels as labels
from annotator.detectors.speakers_learn import truth_of
from annotator.detectors.speakers_models import ITEMS, facts, save
from annotator.detectors.speakers_score import Trees
from annotator.detectors.speakers_stream import Stretch, spoken_turns, stretch_of
from annotator.detectors.speakers_words import Lexicon, grammar

HABITS = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
"""What people say besides the words of the dialogue: fillers, back-channels, words said twice for emphasis; per language."""

SETS = {
    "plays_ru": "two-person scenes of prose plays, Russian Drama Corpus, CC0",
    "service_ru": "typed service dialogues, Russian MultiWOZ, MIT",
    "podcast_en": "human transcripts of Python Bytes, MIT",
}
"""Whose licence allows weights made from them to be shipped."""

MOST_TALKS = 1400
TWICE = ("plays_ru",)
"""Sets that are made to look like speech twice: they are small beside the others, and speech errs differently each time."""
WORDS = {"ru": 1200, "en": 600}
MARKED = 0.35
"""The share of talks that keep their punctuation."""
CASES = {"kit": 650, "own": 350}
"""Most documents of each set, by the generator of their errors."""
AGAIN = 3
"""So often a dialogue is given errors where a set has few."""
FOREIGN = 0.25
"""The share of documents whose gaps are scored by a model that has seen no talk of their domain."""

KEPT_FEATURE = 4
EPOCHS = 8
RATE = 0.4
DECAY = {"general": 2.0, "exact": 4.0}
BATCH = 4096
TREES = {
    "learning_rate": 0.1,
    "max_iter": 150,
    "max_leaf_nodes": 16,
    "max_depth": 5,
    "min_samples_leaf": 40,
    "l2_regularization": 2.0,
    "random_state": 0,
}


@dataclass(frozen=True)
class Dialogue:
    """`place` is where in its file it stands, from 0 to 1."""

    lang: str
    place: float
    turns: list[tuple[int, str]]


@dataclass(frozen=True)
class Token:
    word: str
    speaker: int
    mark: int
    ends: bool
    """The last word of a sentence."""

    @property
    def asks(self) -> bool:
        return self.mark == boundary.ASKING


def dialogues(path: Path, least: int = 20, most: int = 160) -> Iterator[Dialogue]:
    """Yield the dialogues for training, short ones joined so that client stays client."""
    held: list[tuple[int, str]] = []
    rows = path.read_text(encoding="utf-8").splitlines()
    for n, row in enumerate(rows):
        data = json.loads(row)
        roles: dict[str, str] = {}
        for turn in data["turns"]:
            roles.setdefault(turn["speaker"], turn.get("role") or "")
        if zlib.crc32(data["id"].encode()) % 5 == 0 or len(roles) != 2:
            continue
        ids = sorted(roles, key=lambda speaker: roles[speaker] == "client")
        held += [(ids.index(turn["speaker"]), turn["text"]) for turn in data["turns"]]
        while len(held) >= least:
            yield Dialogue(data["lang"], n / len(rows), held[:most])
            held = held[most:]


# ------------------------------------------------------------------ speech


@dataclass(frozen=True)
class Talk:
    """A dialogue as spoken turns; neighbours differ in speaker. `place` as in Dialogue; `marked`: with punctuation."""

    place: float
    turns: list[list[Token]]
    marked: bool


def tokens(text: str, speaker: int) -> list[Token]:
    found = []
    for raw in text.replace("[", " ").replace("]", " ").split():
        word, mark = normal(raw).replace("’", "'"), boundary.mark(raw)
        if any(c.isalnum() for c in word):
            found.append(Token(word, speaker, mark, mark in (boundary.STOP, boundary.ASKING)))
        elif found and mark != boundary.NONE:
            found[-1] = replace(found[-1], mark=mark, ends=mark in (boundary.STOP, boundary.ASKING))
    if found:
        found[-1] = replace(found[-1], ends=True)
    return found


def speech(dialogue: Dialogue, rng: random.Random, words: Sequence[str]) -> list[list[Token]]:
    """Return the dialogue as spoken turns; neighbours always differ in speaker."""
    fillers, back, doubled = (HABITS[habit][dialogue.lang] for habit in ("fillers", "back_channels", "doubled"))
    noise = rng.uniform(0.2, 1.5)
    turns: list[list[Token]] = []

    def say(said: list[Token]) -> None:
        if said and turns and turns[-1][0].speaker == said[0].speaker:
            turns[-1] = turns[-1] + said
        elif said:
            turns.append(said)

    for speaker, text in dialogue.turns:
        clean, said = tokens(text, speaker), []
        if turns and turns[-1][0].speaker != speaker and rng.random() < 0.04 * noise:
            said = [Token(t.word, speaker, boundary.NONE, False) for t in turns[-1][-rng.choice((1, 1, 1, 2, 3)) :]]
        doubles = [Token(rng.choice(doubled), speaker, boundary.NONE, False)] * rng.choice((2, 2, 3))
        doubling = rng.random()
        if doubling < 0.07 * noise:
            said += doubles
        for n, token in enumerate(clean):
            chance = rng.random()
            if chance < 0.02 * noise:
                said.append(Token(rng.choice(fillers), speaker, boundary.NONE, False))
            elif chance < 0.032 * noise:
                said += [replace(t, mark=boundary.NONE, ends=False) for t in clean[n : n + rng.choice((1, 1, 2, 3))]]
            elif chance < 0.042 * noise and not token.ends:
                continue
            said.append(replace(token, word=rng.choice(words)) if chance > 1 - 0.03 * noise else token)
        if clean and doubling > 1 - 0.04 * noise:
            said += [*doubles[1:], replace(doubles[0], ends=True)]
        if len(said) > 12 and rng.random() < 0.06 * noise:
            at = rng.randrange(4, len(said) - 3)
            say(said[:at])
            say(tokens(rng.choice(back), 1 - speaker))
            say(said[at:])
        else:
            say(said)
    return turns


def heard(talk: Talk) -> tuple[list[str], list[int]]:
    """Return the words and their marks as a recogniser gives them."""
    flat = [token for turn in talk.turns for token in turn]
    return [t.word for t in flat], [t.mark if talk.marked else boundary.NO_MARKS for t in flat]


def talks_of(path: Path, most: int, times: int, rng: random.Random) -> list[Talk]:
    """Return the dialogues of a file as speech, some of them evenly taken where there are more than `most`."""
    found = list(dialogues(path))
    found = found[:: max(1, len(found) // most)][:most]
    vocabulary = sorted({token.word for d in found[:300] for _, text in d.turns for token in tokens(text, 0)})
    return [Talk(d.place, speech(d, rng, vocabulary), rng.random() < MARKED) for _ in range(times) for d in found]


# ------------------------------------------------------------------ words


def lexicon(talks: dict[str, list[Talk]]) -> Lexicon:
    """Choose the frequent words of each language, by their share in the source where they are rarest; names and numbers never."""
    tags: Counter[str] = Counter()
    shares: dict[str, dict[str, float]] = {}
    for source, spoken in talks.items():
        counts = Counter(token.word for talk in spoken for turn in talk.turns for token in turn)
        shares[source] = {word: n / counts.total() for word, n in counts.items()}
        for word, n in counts.items():
            tags[grammar(word)[0]] += n
    chosen: set[str] = set()
    for language, size in WORDS.items():
        group = [share for source, share in shares.items() if source.endswith(language)]
        least = {word: min(share.get(word, 0.0) for share in group) for word in group[0]} if group else {}
        usable = [word for word in least if least[word] and not grammar(word)[0].startswith(("NAME", "NUMBER"))]
        chosen |= set(sorted(usable, key=lambda word: (-least[word], word))[:size])
    return Lexicon(sorted(chosen), sorted(tag for tag, n in tags.items() if n >= 30))


# ------------------------------------------------------------------ boundary


def targets(turns: list[list[Token]]) -> np.ndarray:
    """Return per gap: the speaker changes, a sentence has ended, a question has ended."""
    flat = [token for turn in turns for token in turn]
    rows = [(b.speaker != a.speaker, a.ends, a.asks) for a, b in pairwise(flat)]
    return np.asarray([(False, False, False), *rows], np.float32)


def fit_boundary(lexicon: Lexicon, talks: Sequence[Talk]) -> boundary.Boundary:
    """Fit both models; rare features are left out."""
    general, exact = [], []
    for talk in talks:
        words, marks = heard(talk)
        values = boundary.layers(lexicon, [lexicon.code(word) for word in words], marks)
        general.append(boundary.features(boundary.GENERAL, values))
        exact.append(boundary.features(boundary.EXACT, values))
    wanted = np.concatenate([targets(talk.turns) for talk in talks])
    return boundary.Boundary(
        lexicon,
        _table(np.concatenate(general), wanted, DECAY["general"]),
        _table(np.concatenate(exact), wanted, DECAY["exact"]),
    )


def _table(places: np.ndarray, wanted: np.ndarray, decay: float) -> np.ndarray:
    """Fit the weights at these places (one row per gap) with AdaGrad."""
    used = np.flatnonzero(np.bincount(places.ravel(), minlength=1 << boundary.BITS) >= KEPT_FEATURE)
    column = np.full(1 << boundary.BITS, -1, np.int32)
    column[used] = np.arange(len(used))
    columns = column[places]
    kept = columns >= 0
    rows = scipy.sparse.csr_matrix(
        (np.ones(kept.sum(), np.float32), columns[kept], np.concatenate(([0], np.cumsum(kept.sum(1))))), (len(columns), len(used))
    )
    del columns, kept
    rng = np.random.default_rng(0)
    weights = np.zeros((len(used), wanted.shape[1]), np.float32)
    squares = np.full_like(weights, 0.1)
    for epoch in range(EPOCHS):
        order = rng.permutation(len(wanted))
        rate = RATE * (1 - epoch / EPOCHS)
        for start in range(0, len(order), BATCH):
            some = np.sort(order[start : start + BATCH])
            batch = rows[some]
            error = 1 / (1 + np.exp(-(batch @ weights))) - wanted[some]
            gradient = batch.T @ error + decay * len(some) / len(wanted) * weights
            squares += gradient * gradient / BATCH
            weights -= rate * gradient / np.sqrt(squares * BATCH)
    table = np.zeros((1 << boundary.BITS, wanted.shape[1]), np.int8)
    table[used] = np.clip(np.rint(weights * boundary.UNIT), -127, 127)
    return table


# ------------------------------------------------------------------ labels


def mislabel(turns: list[list[Token]], rng: random.Random) -> tuple[list[labels.Line], np.ndarray]:
    """Cut a talk into labelled lines as a diarizer does, with its errors; return the lines and which words carry a wrong label."""
    flat = [token for turn in turns for token in turn]
    true = np.asarray([token.speaker for token in flat])
    n = len(flat)
    given = true.copy()
    harm = max(0.0, rng.uniform(-0.4, 1.8))
    ends = list(np.cumsum([len(turn) for turn in turns]))
    breaks = set(ends[:-1])
    for turn, start, end in zip(turns, [0, *ends], ends, strict=False):
        other = 1 - turn[0].speaker
        if len(turn) <= 3 and rng.random() < 0.3 * harm:
            given[start:end] = other
            breaks -= {start, end}
        elif rng.random() < 0.05 * harm:
            given[start:end] = other
            breaks -= {start, end} if rng.random() < 0.5 else set()
    for end in ends[:-1]:
        if rng.random() < 0.2 * harm and given[end] != given[end - 1]:
            moved = min(1 + int(rng.expovariate(0.35)), 14)
            if rng.random() < 0.5 and end - moved > 0:
                given[end - moved : end] = given[end]
                breaks.add(end - moved)
            else:
                given[end : end + moved] = given[end - 1]
                breaks.add(min(n, end + moved))
            breaks.discard(end)
    for start, end in zip([0, *ends], ends, strict=False):
        if end - start >= 10 and rng.random() < 0.06 * harm:
            at = rng.randrange(start + 3, end - 2)
            breaks.add(at)
            if rng.random() < 0.6:
                given[at : end if rng.random() < 0.7 else rng.randrange(at + 1, end)] ^= 1
    if rng.random() < 0.08 * harm:
        start = rng.randrange(n)
        given[start : start + rng.randrange(20, 150)] ^= 1
    if harm and rng.random() < 0.35:
        start = 0 if rng.random() < 0.5 else rng.randrange(n // 2)
        end = n if rng.random() < 0.5 else rng.randrange(start, n)
        breaks = _chunks(flat, true, given, breaks, start, end, rng)
    lines, start = [], 0
    for at in range(1, n + 1):
        joins = at < n and given[at] == given[at - 1]
        if not joins or (at in breaks and rng.random() < 0.5):
            size = sum(len(token.word) + 1 for token in flat[start:at])
            lines.append(labels.Line(start, at, int(given[start]), size))
            start = at
    return lines, (given != true).astype(int)


def _chunks(
    flat: list[Token], true: np.ndarray, given: np.ndarray, breaks: set[int], start: int, end: int, rng: random.Random
) -> set[int]:
    """Cut words start..end by width, each chunk labelled by its majority; return the breaks, doubled as sure ones."""
    breaks = {at for at in breaks if not start < at < end}
    width = rng.randrange(60, 120)
    while start < end:
        at, size = start, 0
        while at < end and size + len(flat[at].word) < width + rng.randrange(8):
            size += len(flat[at].word) + 1
            at += 1
            if at < end and true[at] != true[at - 1] and rng.random() < 0.3:
                break
        at = max(at, start + 1)
        given[start:at] = int(true[start:at].mean() > 0.5) if rng.random() < 0.9 else true[start]
        breaks.add(at)
        start = at
    return breaks


# ------------------------------------------------------------------ cases


@dataclass
class Case:
    """A document with wrong labels: its turns, who says each word, and the models of gaps that have not seen it."""

    stretch: Stretch
    true: np.ndarray
    scored_by: boundary.Boundary

    @property
    def given(self) -> np.ndarray:
        return np.concatenate([[line.label] * (line.end - line.start) for line in self.stretch.lines])


def own_case(talk: Talk, rng: random.Random, scored_by: boundary.Boundary) -> Case:
    words, marks = heard(talk)
    lines, wrong = mislabel(talk.turns, rng)
    given = np.concatenate([[line.label] * (line.end - line.start) for line in lines])
    nothing = [False] * len(words)
    return Case(Stretch(lines, words, marks, nothing, nothing), np.where(wrong == 1, 1 - given, given), scored_by)


def kit_case(document: Any, scored_by: boundary.Boundary) -> Case | None:
    """Return a document of the kit, without the words that the duplicates detector is sure to be copies."""
    turns = tuple(
        Turn(1, n, float(n), str(label), " ".join(token.w for token in line)) for n, (label, line) in enumerate(document.lines, 1)
    )
    people = Speaker(1, "0"), Speaker(1, "1", rank=1.0)
    transcript = Transcript(Header(1, ""), Source(1, "", "", "", b"", ()), people, turns)
    found = [item for item in analyse(transcript, ["duplicates"], SURE) if isinstance(item, Finding)]
    said = list(spoken_turns(transcript, {"0": 0, "1": 1}, [span for finding in found for span in finding.fix.removes]))
    if not said:
        return None
    true = []
    for spoken in said:
        tokens_at, at = {}, 0
        for token in document.lines[spoken.turn.id - 1][1]:
            tokens_at[at] = token.spk
            at += len(token.w) + 1
        true += [tokens_at[start] for start, _ in spoken.places]
    stretch = stretch_of(said)
    return Case(replace(stretch, decided=[False] * len(true)), np.array(true), scored_by)


def kit_documents(kit: Path, name: str, most: int) -> Iterator[tuple[float, Any]]:
    """Yield where the dialogue stands in its file, from 0 to 1, and the document made of it, at rates of its own."""
    score, corrupt = importlib.import_module("score"), importlib.import_module("corrupt")
    path = kit / "data" / f"{name}.jsonl"
    rows = path.read_text(encoding="utf-8").splitlines()
    places = {json.loads(row)["id"]: n / len(rows) for n, row in enumerate(rows)}
    said = score.dialogues(path, "train", most)
    vocabulary = corrupt.Vocab([word for d in said for _, text in d["turns"] for word in corrupt.norm(text)])
    for turn in range(min(AGAIN, max(1, most // max(1, len(said))))):
        for d in said:
            rng = random.Random(f"{turn}-{d['id']}")
            preset = score.PRESETS[rng.choice(("light", "seedlike", "seedlike", "heavy", "clean"))]
            if preset.p_wrap_doc:
                preset = replace(preset, p_wrap_doc=rng.choice((0.1, 0.35, 0.8)))
            yield places[d["id"]], corrupt.corrupt(d["turns"], rng, preset, vocabulary, d["lang"], d["id"])


# ------------------------------------------------------------------ chain


def fit_chain(cases: Sequence[Case], rounds: int = 100, piece: int = 400) -> dict[str, np.ndarray]:
    """Maximise the likelihood of wrong labels, pieces of the talks side by side; Adam on the whole set."""
    plain = labels.Chain(np.zeros((labels.TYPES, 4)), np.zeros((labels.TYPES, labels.EVIDENCE)), np.zeros(2), 0.1)
    parts: list[tuple[np.ndarray, ...]] = []
    for case in cases:
        types = np.array(labels.gap_types(case.stretch.lines))
        given = case.given
        seen = facts(case.scored_by, plain, case.stretch)
        row = (types, np.append(False, given[1:] != given[:-1]), labels.evidence(seen.gaps), seen.leanings, given != case.true)
        for start in range(0, len(types), piece):
            some = [part[start : start + piece] for part in row]
            pad = piece - len(some[0])
            fill = (-1, 0, 0, 0, 0)
            parts.append(
                tuple(
                    np.pad(part, [(0, pad)] + [(0, 0)] * (part.ndim - 1), constant_values=v)
                    for part, v in zip(some, fill, strict=True)
                )
            )
    kind, differs, evidence, leaning, wrong = (np.stack(column) for column in zip(*parts, strict=True))
    state = wrong.astype(int)
    valid = kind >= 0
    valid[:, 0] = False
    places = [valid & (kind == k) for k in range(labels.TYPES)]
    gold = np.zeros((*kind.shape, 4))
    before = np.pad(state[:, :-1], [(0, 0), (1, 0)])
    np.put_along_axis(gold, (2 * before + state)[..., None], 1.0, 2)
    change = np.where(differs[..., None], [1, 0, 0, 1], [0, 1, 1, 0]).astype(float)
    first = float(state[:, 0].mean())
    theta = np.zeros((labels.TYPES, 4 + labels.EVIDENCE))
    theta[:, :4] = [0, -3, -3, 0]
    lean = np.zeros(leaning.shape[2])
    adam = [Adam(theta, 0.15), Adam(lean, 0.03)]
    for step in range(1, rounds + 1):
        score = np.zeros((*kind.shape, 4))
        for k, here in enumerate(places):
            score[here] = theta[k, :4] + (evidence[here] @ theta[k, 4:])[:, None] * change[here]
        score[..., (1, 3)] += (leaning @ lean)[..., None]
        moves = np.exp(score)
        moves[~valid] = (1, 0, 0, 1)
        pairs = _pairs(moves, first)
        rest = (gold - pairs) * valid[..., None] * (1000 / valid.sum())
        push = (rest * change).sum(2)
        slope = np.stack([np.concatenate([rest[here].sum(0), push[here] @ evidence[here]]) for here in places])
        adam[0].climb(slope - 0.002 * theta, step, rounds)
        adam[1].climb(np.einsum("ntk,nt->k", leaning, rest[..., 1] + rest[..., 3]), step, rounds)
        if step % 50 == 0:
            say(f"chain {step}: {np.log(np.maximum(1e-9, (pairs * gold).sum(2)))[valid].mean():.4f}")
    return {"bias": theta[:, :4], "weights": theta[:, 4:], "leaning": lean, "first_wrong": np.array(first)}


class Adam:
    """Changes `weights` in place so that what has the given slope grows."""

    def __init__(self, weights: np.ndarray, rate: float):
        self.weights, self.rate = weights, rate
        self.mean, self.power = np.zeros_like(weights), np.zeros_like(weights)

    def climb(self, slope: np.ndarray, step: int, steps: int) -> None:
        self.mean += 0.1 * (slope - self.mean)
        self.power += 0.02 * (slope**2 - self.power)
        rate = self.rate * (1 - step / (steps + 1))
        self.weights += rate * (self.mean / (1 - 0.9**step)) / (np.sqrt(self.power / (1 - 0.98**step)) + 1e-6)


def _pairs(moves: np.ndarray, first: float) -> np.ndarray:
    """Return the probabilities of the four moves at each place of each piece (those at the first place are 0)."""
    pieces, length, _ = moves.shape
    step = np.ascontiguousarray(moves.transpose(1, 0, 2)).reshape(length, pieces, 2, 2)
    forward, backward = np.empty((length, pieces, 2)), np.ones((length, pieces, 2))
    forward[0] = 1 - first, first
    for t in range(1, length):
        ahead = (forward[t - 1][:, :, None] * step[t]).sum(1)
        forward[t] = ahead / ahead.sum(1, keepdims=True)
    for t in range(length - 2, -1, -1):
        back = (step[t + 1] * backward[t + 1][:, None, :]).sum(2)
        backward[t] = back / back.sum(1, keepdims=True)
    joint = forward[:-1, :, :, None] * step[1:] * backward[1:, :, None, :]
    joint /= joint.sum((2, 3), keepdims=True)
    pairs = np.zeros((pieces, length, 4))
    pairs[:, 1:] = joint.transpose(1, 0, 2, 3).reshape(pieces, length - 1, 4)
    return pairs


# ------------------------------------------------------------------ trees


def rows(cases: Sequence[Case], chain: labels.Chain) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return per item of ITEMS the features and what is true."""
    found: dict[str, tuple[list[list[float]], list[bool]]] = {item: ([], []) for item in ITEMS}

    for case in cases:
        seen = facts(case.scored_by, chain, case.stretch)
        true = case.true.tolist()
        for n, line in enumerate(seen.lines):
            asked = {"turn": seen.turn}
            if n and line.label != seen.lines[n - 1].label:
                asked["edge"] = seen.edge
            if seen.size[n] > 1:
                asked["split"] = seen.split
            for sort, features_of in asked.items():
                features = features_of(n)
                for item in ITEMS:
                    if item.partition("_")[0] == sort:
                        found[item][0].append(features)
                        found[item][1].append(truth_of(item, seen, true, n))
    return {item: (np.array(features, float), np.array(truth, bool)) for item, (features, truth) in found.items()}


def fit_trees(features: np.ndarray, truth: np.ndarray) -> Trees:
    from sklearn.ensemble import HistGradientBoostingClassifier

    boosted = HistGradientBoostingClassifier(**TREES).fit(features, truth)
    # scikit-learn has no public way to the nodes of these trees: what is taken from it is compared with what it predicts.
    grown = [_breadth_first(trees[0].nodes) for trees in boosted._predictors]
    most = max(len(nodes) for nodes in grown)
    feature, limit, left, value = (np.zeros((len(grown), most)) for _ in range(4))
    for n, nodes in enumerate(grown):
        feature[n, : len(nodes)], limit[n, : len(nodes)], left[n, : len(nodes)], value[n, : len(nodes)] = zip(*nodes, strict=True)
    trees = Trees(
        boosted._baseline_prediction.ravel(), feature.astype(np.int16), limit, left.astype(np.int16), value.astype(np.float32)
    )
    if abs(trees.log_odds(features[:500]) - boosted.decision_function(features[:500])).max() > 1e-3:
        raise RuntimeError("The trees as stored do not predict what scikit-learn's predict.")
    return trees


def _breadth_first(nodes: Any) -> list[tuple[float, float, float, float]]:
    """Return (feature, limit, left, value) of the nodes, numbered so that the right child follows the left one."""
    order, made = [0], []
    for number in order:
        node = nodes[number]
        if node["is_leaf"]:
            made.append((-1, 0.0, 0, float(node["value"])))
        else:
            # Not rounded: many items have the very same value, and it may lie close beside the limit.
            made.append((int(node["feature_idx"]), float(node["num_threshold"]), len(order), 0.0))
            order += [int(node["left"]), int(node["right"])]
    return made


# ------------------------------------------------------------------ all of it


def train(kit: Path, sets: Sequence[str], out: Path) -> None:
    """Train everything on these sets and write what the detector reads into `out`."""
    rng = random.Random(1)
    talks = {name: talks_of(kit / "data" / f"{name}.jsonl", MOST_TALKS, 1 + (name in TWICE), rng) for name in sets}
    words = lexicon(talks)
    say(f"{sum(map(len, talks.values()))} talks, {len(words.words)} words, {len(words.tags)} tags")

    def fitted(wanted: Callable[[str, float], bool]) -> boundary.Boundary:
        model = fit_boundary(words, [talk for name, spoken in talks.items() for talk in spoken if wanted(name, talk.place)])
        say("a boundary model")
        return model

    # Each half of the files is scored by the model of the other half.
    unseen = {half: fitted(lambda _, place, half=half: (place >= 0.5) != half) for half in (False, True)}  # type: ignore[misc]
    foreign = {name: fitted(lambda other, _, name=name: other != name) for name in sets if name.endswith("_ru") and len(sets) > 1}  # type: ignore[misc]
    cases = list(cases_of(kit, talks, unseen, foreign, rng))
    say(f"{len(cases)} documents")
    chain = fit_chain(cases)
    found = rows(cases, labels.Chain(chain["bias"], chain["weights"], chain["leaning"], float(chain["first_wrong"])))
    trees = {item: fit_trees(*found[item]) for item in ITEMS}
    say(", ".join(f"{len(truth)} {item} items, {100 * truth.mean():.0f} % true" for item, (_, truth) in found.items()))
    model = fitted(lambda *_: True)
    provenance = f"Made by packaging/train_speakers.py from {'; '.join(SETS[name] for name in sets)}."
    save(out, provenance, model, chain, trees)


def cases_of(
    kit: Path,
    talks: dict[str, list[Talk]],
    unseen: dict[bool, boundary.Boundary],
    foreign: dict[str, boundary.Boundary],
    rng: random.Random,
) -> Iterator[Case]:
    """Yield the documents of both generators; `unseen` has, for either half of a file, the model that has not seen it."""

    def scorer(name: str, place: float) -> boundary.Boundary:
        return foreign[name] if name in foreign and rng.random() < FOREIGN else unseen[place >= 0.5]

    for name, spoken in talks.items():
        for place, document in kit_documents(kit, name, CASES["kit"]):
            if case := kit_case(document, scorer(name, place)):
                yield case
        for talk in rng.sample(spoken, min(CASES["own"], len(spoken))):
            yield own_case(talk, rng, scorer(name, talk.place))


def say(text: str) -> None:
    print(f"{time.perf_counter():6.0f} s  {text}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--sets", nargs="+", choices=tuple(SETS), default=tuple(SETS))
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "annotator" / "detectors")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # so small trees take longer with more of them, far longer on a busy machine
    train(options.kit, options.sets, options.out)


if __name__ == "__main__":
    main()
