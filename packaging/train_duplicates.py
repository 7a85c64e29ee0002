"""Fit the weights of the duplicate-run detector: python packaging/train_duplicates.py EVAL_FOLDER [--docs N]

EVAL_FOLDER holds a corruption generator (corrupt.py), its loader (score.py) and clean dialogues (data/*.jsonl); only the
training part of the dialogues is used. Half of the documents come from that generator, each at rates of its own, half from
the one below, so that no habit of one of them is learned. Needs scikit-learn (pip install -e ".[train]").
Takes about three minutes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from annotator.core.model import Turn
from annotator.core.text import normal
from annotator.detectors.duplicates_align import Pair, Stream, align
from annotator.detectors.duplicates_score import FEATURES, WEIGHTS, Model, Scorer, log_odds

SETS = {
    "plays_ru": "Russian Drama Corpus (CC0)",
    "service_ru": "Russian MultiWOZ (MIT)",
    "podcast_en": "Python Bytes transcripts (MIT)",
}
"""Whose licence allows weights made from them to be shipped."""

ROUNDS = 3
"""Every dialogue is corrupted so many times."""

WEIGHT = {"kit": 1.0, "windows": 0.5}
"""How much a pair counts, by the generator it comes from."""

TREES = {"learning_rate": 0.1, "max_leaf_nodes": 20, "min_samples_leaf": 30, "l2_regularization": 1.0, "random_state": 0}
ITERATIONS = {"artefact": 200, "later": 80}


@dataclass(slots=True)
class Word:
    """A word of a made document: copy number `copy` of the words of a cluster, -1 for none."""

    text: str
    speaker: int
    cluster: int = -1
    copy: int = 0


@dataclass
class Document:
    """Turns of (speaker, words); `real` is, per cluster, the copy that was said, where that is known."""

    turns: list[tuple[int, list[Word]]]
    real: dict[int, int]


class Row(NamedTuple):
    """A pair: its features, whether it is an artefact, whether the later copy is the real one (None: not known), its weight."""

    features: tuple[float, ...]
    is_artefact: bool
    later_is_real: bool | None
    weight: float


# ---------------------------------------------------------------------- documents


def dialogues(kit: Path, name: str, part: str, most: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = importlib.import_module("score").dialogues(kit / "data" / f"{name}.jsonl", part, most)
    return found


def documents(said: list[dict[str, Any]], name: str, kind: str, seed: object) -> Iterator[Document]:
    """Yield a corrupted document a dialogue: by the generator of the kit, at rates of its own, or by `windows`."""
    score, corrupt = importlib.import_module("score"), importlib.import_module("corrupt")
    vocabulary = corrupt.Vocab([word for d in said for _, text in d["turns"] for word in corrupt.norm(text)])
    for d in said:
        rng = random.Random(f"{seed}-{kind}-{name}-{d['id']}")
        if kind == "windows":
            yield windows([(speaker, spoken(text)) for speaker, text in d["turns"]], rng, vocabulary.all)
            continue
        preset = replace(
            score.PRESETS[rng.choice(("light", "seedlike", "seedlike", "heavy", "clean"))],
            p_var=rng.choice((0.02, 0.06, 0.06, 0.12)),
            p_selfrep=rng.choice((0.006, 0.012, 0.012, 0.024)),
        )
        yield of_kit(corrupt.corrupt(d["turns"], rng, preset, vocabulary, d["lang"], d["id"]))


def of_kit(document: Any) -> Document:
    turns = [(label, [Word(t.w, t.spk, t.cluster, t.copy) for t in line]) for label, line in document.lines]
    return Document(turns, {n: cluster["orig"] for n, cluster in enumerate(document.clusters)})


def spoken(text: str) -> list[str]:
    return [word for shown in text.split() if any(map(str.isalnum, shown)) and (word := normal(shown))]


def windows(said: list[tuple[int, list[str]]], rng: random.Random, vocabulary: list[str]) -> Document:
    """Make a document as a recogniser would that works in windows: they overlap, end in cut words, loop and come again.

    Unlike the other generator it knows nothing of turns when it doubles words, so copies begin and end anywhere.
    """
    words = [Word(text, speaker) for speaker, texts in said for text in _stammered(texts, rng)]
    real: dict[int, int] = {}
    made: list[Word] = []
    breaks: set[int] = set()
    cluster = 0
    rate = rng.choice((0.0, 0.004, 0.008, 0.012))
    at = 0
    while at < len(words):
        kind = rng.choices(("window", "loop", "again", "carried"), (5, 2, 2, 2))[0] if rng.random() < rate else None
        cluster += 1
        size = {"window": rng.randint(3, 25), "loop": rng.choice((1, 2, 3, 4, 6, 9)), "again": rng.randint(3, 30)}.get(
            kind or "", rng.randint(1, 3)
        )
        copied = words[at : at + size]
        if kind is None or len(copied) < size:
            made.append(words[at])
            at += 1
            continue
        times = {
            "window": rng.choice((1, 1, 1, 2, 3)),
            "loop": rng.choice((2, 3, 4, 6, 12)),
            "again": rng.choice((1, 1, 1, 2, 4)),
        }.get(kind, 1)
        whole = times if kind == "window" else 0
        if kind != "window" or times == 1:  # of a chain of hypotheses nobody knows which one was said
            real[cluster] = whole
        for copy in range(times + 1):
            again = [replace(word, cluster=cluster, copy=copy) for word in copied]
            if copy != whole and kind in ("window", "again"):
                again = _misheard(again, rng, vocabulary, grows=kind == "window")
            if copy and rng.random() < (0.3 if kind == "loop" else 0.7):
                breaks.add(len(made))
            made += again
        if kind == "loop" and rng.random() < 0.3 and size > 2:
            made += [replace(word, cluster=cluster, copy=times + 1) for word in copied[: rng.randint(1, size - 1)]]
            breaks.add(len(made))
        at += size
    return Document(_turns(made, breaks, rng), real)


def _stammered(texts: list[str], rng: random.Random) -> Iterator[str]:
    """Yield the words with what people repeat themselves: stumbles, and words said twice for emphasis."""
    n = 0
    while n < len(texts):
        size = rng.choice((1, 1, 1, 2, 2, 3))
        if rng.random() < 0.012 and n + size <= len(texts):
            yield from texts[n : n + size]
            if rng.random() < 0.2:
                yield rng.choice(("ну", "вот", "э", "значит"))
            yield from texts[n : n + size]
            n += size
        else:
            yield texts[n]
            n += 1


def _misheard(copy: list[Word], rng: random.Random, vocabulary: list[str], grows: bool) -> list[Word]:
    """Return the copy as another window heard it: other words here and there, cut or garbled at its ends."""
    rate = rng.choice((0.0, 0.04, 0.1))
    heard = [replace(word, text=_like(word.text, rng, vocabulary)) if rng.random() < rate else word for word in copy]
    heard = [word for word in heard if rng.random() > rate / 3]
    if len(heard) > 5 and rng.random() < 0.5:
        heard = heard[: -rng.randint(1, 3)]
    if grows and len(heard) > 3 and rng.random() < 0.4:
        heard[-1] = replace(heard[-1], text=_like(heard[-1].text, rng, vocabulary))
    if len(heard) > 5 and rng.random() < 0.3:
        heard = heard[rng.randint(1, 2) :]
    return heard or copy


def _like(word: str, rng: random.Random, vocabulary: list[str]) -> str:
    """Return the word as it may be misheard: cut short, with other letters, or as another word."""
    chance = rng.random()
    if chance < 0.4 and len(word) > 4:
        return word[: -rng.randint(1, 2)]
    if chance < 0.7 and len(word) > 3:
        place = rng.randrange(1, len(word))
        return word[:place] + rng.choice("аеиоунтсрлвк" if word[0] > "z" else "aeiounstrlh") + word[place + 1 :]
    return rng.choice(vocabulary)


def _turns(words: list[Word], breaks: Collection[int], rng: random.Random) -> list[tuple[int, list[Word]]]:
    """Cut the words into turns as a diarizer does: at changes of speaker, some of them missed or misplaced, and at windows."""
    width = rng.choice((0, 0, 15, 20))
    turns: list[tuple[int, list[Word]]] = []
    start = 0
    for k in range(1, len(words) + 1):
        changes = k < len(words) and words[k].speaker != words[k - 1].speaker and rng.random() < 0.8
        full = width and k - start >= width + rng.randint(-3, 3)
        if k == len(words) or k in breaks or changes or full:
            end = max(start + 1, k + rng.randint(-3, 0)) if changes and rng.random() < 0.3 and k < len(words) else k
            speaker = Counter(word.speaker for word in words[start:end]).most_common(1)[0][0]
            turns.append((speaker if rng.random() < 0.93 else 1 - speaker, words[start:end]))
            start = end
    if start < len(words):
        turns.append((words[-1].speaker, words[start:]))
    return turns


# ---------------------------------------------------------------------- rows


def rows(document: Document, weight: float) -> list[Row]:
    """Return the document's pairs with what they are."""
    words = [word for _, line in document.turns for word in line]
    turns = [
        Turn(1, n, float(n), str(speaker), " ".join(word.text for word in line))
        for n, (speaker, line) in enumerate(document.turns)
        if line
    ]
    stream = Stream(turns)
    pairs = [item for item in align(stream) if isinstance(item, Pair)]
    scorer = Scorer(stream, pairs, Model((), ()))
    return [_row(document, words, pair, scorer, weight) for pair in pairs if not scorer.meant(pair)]


def _row(document: Document, words: list[Word], pair: Pair, scorer: Scorer, weight: float) -> Row:
    copied = [
        (words[i], words[j]) for i, j in pair.links if words[i].cluster == words[j].cluster >= 0 and words[i].copy != words[j].copy
    ]
    is_artefact = 2 * len(copied) > len(pair.links)
    later = None
    if is_artefact and not pair.period:
        real = document.real.get(copied[0][0].cluster)
        sides = [sum(link[side].copy == real for link in copied) for side in (0, 1)]
        if sides[0] != sides[1]:
            later = sides[1] > sides[0]
    return Row(scorer.features(pair), is_artefact, later, weight)


# ---------------------------------------------------------------------- fitting


def fit(found: list[Row], labels: list[bool], iterations: int, columns: Collection[int] | None = None) -> list[Any]:
    """Return boosted trees (see Model) that may look at these columns, at all by default."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    x = np.array([row.features for row in found])
    if columns is not None:
        x[:, [n for n in range(x.shape[1]) if n not in columns]] = 0
    boosted = HistGradientBoostingClassifier(**TREES, max_iter=iterations)
    boosted.fit(x, np.array(labels, int), sample_weight=np.array([row.weight for row in found]))
    # scikit-learn has no public way to the nodes of these trees: what is taken from it is compared with what it predicts.
    trees = [float(boosted._baseline_prediction.item()), *(_tree(trees[0].nodes, 0) for trees in boosted._predictors)]
    ours = np.array([log_odds(trees, row) for row in x[:500]])
    if abs(ours - boosted.decision_function(x[:500])).mean() > 0.002:
        raise RuntimeError("The trees as stored do not predict what scikit-learn's predict.")
    return trees


def _tree(nodes: Any, number: int) -> Any:
    node = nodes[number]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    below, above = (_tree(nodes, node[side]) for side in ("left", "right"))
    # Not rounded: many pairs have the very same value, and it may lie close beside the limit.
    return [int(node["feature_idx"]), float(node["num_threshold"]), below, above]


def fitted(found: list[Row], columns: Collection[int] | None = None) -> Model:
    """Fit both models. Which of two equal copies is the real one cannot be learned, nor matters."""
    letters = FEATURES.index("letters")
    known = [row for row in found if row.later_is_real is not None and row.features[letters] > 0]
    return Model(
        fit(found, [row.is_artefact for row in found], ITERATIONS["artefact"], columns),
        fit(known, [bool(row.later_is_real) for row in known], ITERATIONS["later"], columns),
    )


def pairs_of(sets: dict[str, list[dict[str, Any]]], rounds: int = ROUNDS) -> list[Row]:
    """Return the pairs of all documents made of these dialogues."""
    return [
        row
        for name, said in sets.items()
        for kind, weight in WEIGHT.items()
        for seed in range(rounds)
        for document in documents(said, name, kind, seed)
        for row in rows(document, weight)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--docs", type=int, default=1500, help="most documents of each set")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # so small trees take longer with more of them, far longer on a busy machine
    began = time.perf_counter()
    sets = {name: dialogues(options.kit, name, "train", options.docs) for name in SETS}
    found = pairs_of(sets)
    print(f"{sum(map(len, sets.values()))} dialogues, {time.perf_counter() - began:.0f} s", file=sys.stderr)
    model = fitted(found)
    sources = ", ".join(SETS.values())
    data = {
        "about": f"Made by packaging/train_duplicates.py from {sources}; {len(found)} pairs.",
        "features": list(FEATURES),
        "artefact": model.artefact,
        "later": model.later,
    }
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(found)} pairs, {sum(row.is_artefact for row in found)} artefacts, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
