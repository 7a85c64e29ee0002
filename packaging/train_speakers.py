"""Train the speakers detector on clean two-party dialogues and write its data files.

    python packaging/train_speakers.py DIALOGUES.jsonl... [--out annotator/detectors]

Each line of DIALOGUES is {"id": ..., "lang": "ru" | "en", "turns": [{"speaker": ..., "role": ..., "text": ...}, ...]} with
punctuation and certain speakers. One dialogue in five (by a checksum of its id) is left out, for testing. Needs numpy.

1. Words: the forms frequent in all files of a language keep their identity, all others become their grammatical class.
2. Boundary: dialogues are made to look like recognised speech (fillers, repetitions, back-channels, wrong words, most of them
   without punctuation); three logistic models per gap: does the speaker change, does a sentence end, does a question end here.
3. Chain: the labels of the same speech are corrupted the way diarizers err; the weights of the chain maximise the likelihood of
   "this label is wrong". It sees gaps as scored by a boundary model that has not seen the dialogue (two folds).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from annotator.core.text import normal
from annotator.detectors import speakers_boundary as boundary
from annotator.detectors import speakers_labels as labels
from annotator.detectors.speakers_words import Lexicon, grammar

HABITS = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
"""What people say besides the words of the dialogue: fillers, back-channels, words said twice for emphasis; per language."""

PROVENANCE = (
    "Weights made by packaging/train_speakers.py from plays_ru (two-person scenes of prose plays, Russian Drama Corpus, CC0), "
    "service_ru (typed service dialogues, Russian MultiWOZ, MIT) and podcast_en (human transcripts of Python Bytes, MIT)."
)
WORDS = {"ru": 1500, "en": 700}
MARKED = 0.4
"""The share of talks that keep their punctuation."""
CASES = 500
KEPT_FEATURE = 4
EPOCHS = 10
RATE = 0.6
DECAY = 2e-6
BATCH = 8192


@dataclass(frozen=True)
class Dialogue:
    lang: str
    source: str
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
        return self.mark == boundary.ASKS


def dialogues(path: Path, least: int = 20, most: int = 160) -> Iterator[Dialogue]:
    """Yield the dialogues for training, short ones joined so that client stays client."""
    held: list[tuple[int, str]] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            roles: dict[str, str] = {}
            for turn in data["turns"]:
                roles.setdefault(turn["speaker"], turn.get("role") or "")
            if zlib.crc32(data["id"].encode()) % 5 == 0 or len(roles) != 2:
                continue
            ids = sorted(roles, key=lambda speaker: roles[speaker] == "client")
            held += [(ids.index(turn["speaker"]), turn["text"]) for turn in data["turns"]]
            while len(held) >= least:
                yield Dialogue(data["lang"], path.stem, held[:most])
                held = held[most:]


# ------------------------------------------------------------------ speech


def tokens(text: str, speaker: int) -> list[Token]:
    found = []
    for raw in text.replace("[", " ").replace("]", " ").split():
        word, mark = normal(raw).replace("’", "'"), boundary.mark(raw)
        if any(c.isalnum() for c in word):
            found.append(Token(word, speaker, mark, mark in (boundary.STOP, boundary.ASKS)))
        elif found and mark != boundary.NONE:
            found[-1] = replace(found[-1], mark=mark, ends=mark in (boundary.STOP, boundary.ASKS))
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


def heard(turns: list[list[Token]], marked: bool) -> tuple[list[str], list[int]]:
    """Return the words and their marks as a recogniser gives them."""
    flat = [token for turn in turns for token in turn]
    return [t.word for t in flat], [t.mark if marked else boundary.NO_MARKS for t in flat]


# ------------------------------------------------------------------ words


def lexicon(talks: dict[str, list[list[list[Token]]]]) -> Lexicon:
    """Choose the frequent words of each language, by their share in the source where they are rarest; names and numbers never."""
    tags: Counter[str] = Counter()
    shares: dict[str, dict[str, float]] = {}
    for source, spoken in talks.items():
        counts = Counter(token.word for turns in spoken for turn in turns for token in turn)
        shares[source] = {word: n / counts.total() for word, n in counts.items()}
        for word, n in counts.items():
            tags[grammar(word)[0]] += n
    chosen: set[str] = set()
    for language, size in WORDS.items():
        group = [share for source, share in shares.items() if source.endswith(language)]
        least = {word: min(share.get(word, 0.0) for share in group) for word in group[0]}
        usable = [word for word in least if least[word] and not grammar(word)[0].startswith(("NAME", "NUMBER"))]
        chosen |= set(sorted(usable, key=lambda word: (-least[word], word))[:size])
    return Lexicon(sorted(chosen), sorted(tag for tag, n in tags.items() if n >= 30))


# ------------------------------------------------------------------ boundary


def features(lexicon: Lexicon, words: list[str], marks: list[int]) -> np.ndarray:
    """Return the feature keys of every gap of a talk: one row per word, one column per template and bag place (-1: none)."""
    codes = [lexicon.code(word) for word in words]
    n = len(codes)
    values = boundary.layers(lexicon, codes, words, marks)
    columns = []
    for number, parts in enumerate(boundary.TEMPLATES):
        key = np.zeros(n, np.int64)
        for layer, offset in parts:
            key = (key << boundary.BITS) + np.asarray(boundary.shifted(layer, values[layer], offset, n), np.int64)
        columns.append(key + (number << 3 * boundary.BITS))
    ids = np.asarray([code.word for code in codes], np.int64)
    for number, offsets in ((boundary.BEFORE, range(-boundary.LEFT_BAG, 0)), (boundary.AFTER, range(boundary.RIGHT_BAG))):
        for offset in offsets:
            key = np.full(n, -1, np.int64)
            source = np.arange(n) + offset
            inside = (source >= 0) & (source < n)
            key[inside] = ids[source[inside]] + (number << 3 * boundary.BITS)
            columns.append(key)
    return np.stack(columns, 1)


def targets(turns: list[list[Token]]) -> np.ndarray:
    """Return per gap: the speaker changes, a sentence has ended, a question has ended."""
    flat = [token for turn in turns for token in turn]
    rows = [(b.speaker != a.speaker, a.ends, a.asks) for a, b in pairwise(flat)]
    return np.asarray([(False, False, False), *rows], np.float32)


def fit_boundary(lexicon: Lexicon, spoken: list[tuple[list[list[Token]], bool]]) -> boundary.Boundary:
    """Fit the three models with AdaGrad; rare features are left out, small weights dropped."""
    keys = np.concatenate([features(lexicon, *heard(turns, marked)) for turns, marked in spoken])
    wanted = np.concatenate([targets(turns) for turns, _ in spoken])
    known, dense, counts = np.unique(keys, return_inverse=True, return_counts=True)
    del keys
    place = np.full(len(known), 0, np.int32)
    kept = (counts >= KEPT_FEATURE) & (known >= 0)
    place[kept] = np.arange(1, kept.sum() + 1)
    known, counts = known[kept], counts[kept]
    dense = place[dense]
    size = len(known) + 1
    rng = np.random.default_rng(0)
    weights = np.zeros((3, size), np.float32)
    for model in range(3):
        w = weights[model]
        squares = np.full(size, 1e-1, np.float32)
        y = wanted[:, model]
        for epoch in range(EPOCHS):
            order = rng.permutation(len(y))
            rate = RATE * (1 - epoch / EPOCHS)
            for start in range(0, len(y), BATCH):
                rows = dense[order[start : start + BATCH]]
                error = 1 / (1 + np.exp(-w[rows].sum(1))) - y[order[start : start + BATCH]]
                gradient = np.bincount(rows.ravel(), np.repeat(error, rows.shape[1]), size).astype(np.float32)
                gradient += DECAY * BATCH * w
                gradient[0] = 0
                squares += gradient * gradient / BATCH
                w -= rate * gradient / np.sqrt(squares * BATCH)
    whole = np.clip(np.rint(weights[:, 1:] * boundary.UNIT), -127, 127).astype(int)
    used = (np.abs(whole) >= 2).any(0)
    table = {int(k): boundary.pack(int(c), int(s), int(q)) for k, c, s, q in zip(known[used], *whole[:, used], strict=True)}
    return boundary.Boundary(lexicon, table)


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


Case = tuple[list[labels.Line], list[boundary.Gap], np.ndarray]


def fit_chain(cases: list[Case], rounds: int = 250, piece: int = 400) -> dict[str, Any]:
    """Maximise the likelihood of wrong labels, pieces of the talks side by side; Adam on the whole set."""
    kinds, same, facts, wrong = [], [], [], []
    for lines, gaps, errors in cases:
        types = labels.gap_types(lines)
        label = np.concatenate([[line.label] * (line.end - line.start) for line in lines])
        differs = np.concatenate([[False], label[1:] != label[:-1]])
        seen = [labels.evidence(gap) for gap in gaps]
        for start in range(0, len(types), piece):
            stop = min(len(types), start + piece)
            pad = piece - (stop - start)
            kinds.append([*types[start:stop], *[-1] * pad])
            same.append([*~differs[start:stop], *[True] * pad])
            facts.append([*seen[start:stop], *[(0.0,) * len(seen[0])] * pad])
            wrong.append([*errors[start:stop], *[0] * pad])
    kind, stays, fact, state = np.asarray(kinds), np.asarray(same), np.asarray(facts), np.asarray(wrong)
    valid = kind >= 0
    valid[:, 0] = False
    count = int(max(kind.max() + 1, 10))
    onehot = [valid & (kind == k) for k in range(count)]
    gold = np.zeros((*kind.shape, 4))
    before = np.concatenate([np.zeros((len(state), 1), int), state[:, :-1]], 1)
    np.put_along_axis(gold, (2 * before + state)[..., None], 1.0, 2)
    change = np.where(stays[..., None], [0, 1, 1, 0], [1, 0, 0, 1]).astype(float)
    first = float(state[:, 0].mean())
    prior = np.asarray([1 - first, first])

    theta = np.zeros((count, 4 + fact.shape[2]))
    theta[:, :4] = [0, -3, -3, 0]
    mean, power = np.zeros_like(theta), np.zeros_like(theta)
    for step in range(1, rounds + 1):
        score = np.zeros(kind.shape)
        bias = np.zeros((*kind.shape, 4))
        for k in range(count):
            score[onehot[k]] = fact[onehot[k]] @ theta[k, 4:]
            bias[onehot[k]] = theta[k, :4]
        moves = np.exp(bias + score[..., None] * change).reshape(*kind.shape, 2, 2)
        moves[~valid] = np.eye(2)
        n, length = kind.shape
        forward, backward = np.empty((length, n, 2)), np.ones((length, n, 2))
        forward[0] = prior
        for t in range(1, length):
            forward[t] = np.einsum("na,nab->nb", forward[t - 1], moves[:, t])
            forward[t] /= forward[t].sum(1, keepdims=True)
        for t in range(length - 2, -1, -1):
            backward[t] = np.einsum("nab,nb->na", moves[:, t + 1], backward[t + 1])
            backward[t] /= backward[t].sum(1, keepdims=True)
        pairs = np.zeros((n, length, 4))
        joint = forward[:-1, :, :, None] * moves.transpose(1, 0, 2, 3)[1:] * backward[1:, :, None, :]
        joint /= joint.sum((2, 3), keepdims=True)
        pairs[:, 1:] = joint.transpose(1, 0, 2, 3).reshape(n, length - 1, 4)
        rest = (gold - pairs) * valid[..., None]
        push = (rest * change).sum(2)
        gradient = np.zeros_like(theta)
        for k in range(count):
            gradient[k, :4] = rest[onehot[k]].sum(0)
            gradient[k, 4:] = push[onehot[k]] @ fact[onehot[k]]
        gradient = gradient / valid.sum() * 1000 - 0.002 * theta
        mean = 0.9 * mean + 0.1 * gradient
        power = 0.98 * power + 0.02 * gradient**2
        rate = 0.15 * (1 - step / (rounds + 1))
        theta += rate * (mean / (1 - 0.9**step)) / (np.sqrt(power / (1 - 0.98**step)) + 1e-6)
        if step % 50 == 0:
            likelihood = float(np.log(np.maximum(1e-9, (pairs * gold).sum(2)))[valid].mean())
            print(f"  chain {step}: {likelihood:.4f}", file=sys.stderr)
    return {"bias": theta[:, :4].round(3).tolist(), "weights": theta[:, 4:].round(3).tolist(), "first_wrong": round(first, 3)}


# ------------------------------------------------------------------ all of it


def train(paths: Sequence[Path], out: Path) -> None:
    """Train everything and write speakers.json and speakers.bin into `out`."""
    rng = random.Random(1)
    talks: dict[str, list[list[list[Token]]]] = {}
    for path in paths:
        found = list(dialogues(path))
        vocabulary = sorted({token.word for d in found[:300] for _, text in d.turns for token in tokens(text, 0)})
        talks[path.stem] = [speech(d, rng, vocabulary) for d in found]
        say(f"{path.stem}: {len(found)} talks, {sum(len(turn) for talk in talks[path.stem] for turn in talk)} words")
    words = lexicon(talks)
    say(f"{len(words.words)} words, {len(words.tags)} tags")
    folds: list[list[tuple[list[list[Token]], bool]]] = [[], []]
    for source in talks.values():
        for n, talk in enumerate(source):
            folds[n % 2].append((talk, rng.random() < MARKED))
    cases: list[Case] = []
    for seen, unseen in (folds, folds[::-1]):
        model = fit_boundary(words, seen)
        cases += [corrupted(model, *talk, rng) for talk in rng.sample(unseen, min(CASES, len(unseen)))]
        say(f"{len(cases)} corrupted talks")
    chain = fit_chain(cases)
    model = fit_boundary(words, folds[0] + folds[1])
    say(f"{len(model.weights)} features")
    data = {"provenance": PROVENANCE, "words": words.words, "tags": words.tags, "chain": chain}
    (out / "speakers.json").write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    (out / "speakers.bin").write_bytes(boundary.to_bytes(model.weights))


def corrupted(model: boundary.Boundary, talk: list[list[Token]], marked: bool, rng: random.Random) -> Case:
    words, marks = heard(talk, marked)
    lines, wrong = mislabel(talk, rng)
    return lines, model.gaps([model.lexicon.code(word) for word in words], words, marks), wrong


def say(text: str) -> None:
    print(f"{time.perf_counter():6.0f} s  {text}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dialogues", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "annotator" / "detectors")
    args = parser.parse_args()
    train(args.dialogues, args.out)


if __name__ == "__main__":
    main()
