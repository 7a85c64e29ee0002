"""Fit the weights of the duplicate-run detector: python packaging/train_duplicates.py EVAL_FOLDER [--docs N]

EVAL_FOLDER holds the corruption generator and the clean dialogues (data/*.jsonl with their licences in its README); only the
training part of each is used. Prints a reliability table on documents held back from the fit. Takes about 20 seconds.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from annotator.core.model import Turn
from annotator.detectors.duplicates_align import Pair, Stream, align
from annotator.detectors.duplicates_score import WEIGHTS, Features, Scorer, probability

SETS = {
    "plays_ru": "Russian Drama Corpus (CC0)",
    "service_ru": "Russian MultiWOZ (MIT)",
    "podcast_en": "Python Bytes transcripts (MIT)",
}
"""Whose licence allows weights made from them to be shipped."""


class Row(NamedTuple):
    """A pair: its features, whether it is an artefact, and whether the later copy is the real one (None: not known)."""

    artefact: Features
    later: Features
    is_artefact: bool
    later_is_real: bool | None


RIDGE = {"artefact": 3.0, "later": 10.0}
RARE = 8
"""A feature seen in fewer pairs gets no weight."""


def documents(kit: Path, name: str, most: int) -> list[tuple[str, Any]]:
    """Return (dialogue id, corrupted document), each made at its own rates, so that no one habit of the generator is learned."""
    score, corrupt = importlib.import_module("score"), importlib.import_module("corrupt")
    dialogues = score.dialogues(kit / "data" / f"{name}.jsonl", "train", most)
    vocabulary = corrupt.Vocab([word for d in dialogues for _, text in d["turns"] for word in corrupt.norm(text)])
    made = []
    for d in dialogues:
        rng = random.Random(f"fit-{name}-{d['id']}")
        base = rng.choice([score.PRESETS[p] for p in ("light", "seedlike", "seedlike", "heavy", "clean")])
        preset = replace(base, p_var=rng.choice((0.02, 0.06, 0.06, 0.12)))
        made.append((d["id"], corrupt.corrupt(d["turns"], rng, preset, vocabulary, d["lang"], d["id"])))
    return made


def labelled(document: Any) -> list[Row]:
    """Return the document's pairs."""
    tokens = document.tokens()
    turns = [Turn(1, n, float(n), str(label), " ".join(t.w for t in line)) for n, (label, line) in enumerate(document.lines)]
    stream = Stream(turns)
    pairs = [item for item in align(stream) if isinstance(item, Pair)]
    scorer = Scorer(stream, pairs)
    rows = []
    for pair in pairs:
        if scorer.numeric(pair):
            continue
        copied = sum(tokens[i].cluster == tokens[j].cluster >= 0 and tokens[i].copy != tokens[j].copy for i, j in pair.links)
        artefact = 2 * copied > len(pair.links)
        later = None
        if artefact and not pair.period:
            real = document.clusters[tokens[pair.links[0][0]].cluster]["orig"] if tokens[pair.links[0][0]].cluster >= 0 else -1
            sides = [sum(tokens[link[side]].copy == real for link in pair.links) for side in (0, 1)]
            if sides[0] != sides[1]:
                later = sides[1] > sides[0]
        rows.append(Row(scorer.artefact(pair), scorer.later(pair), artefact, later))
    return rows


def fit(features: list[Features], labels: list[bool], ridge: float) -> dict[str, float]:
    """Return the weights of a logistic regression with a ridge penalty (Newton's method)."""
    counts: dict[str, int] = {}
    for row in features:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(features), len(names)))
    for n, row in enumerate(features):
        for name, value in row.items():
            if name in column:
                x[n, column[name]] = value
    y, w = np.array(labels, float), np.zeros(len(names))
    penalty = np.full(len(names), ridge)
    penalty[column["bias"]] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty)
        step = np.linalg.solve(hessian, x.T @ (p - y) + penalty * w)
        w -= step
        if abs(step).max() < 1e-6:
            break
    return {name: round(float(value), 4) for name, value in zip(names, w, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--docs", type=int, default=1500, help="most documents of each set")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    began = time.perf_counter()
    kept: list[Row] = []
    held: list[Row] = []
    for name in SETS:
        made = documents(options.kit, name, options.docs)
        for number, (_, document) in enumerate(made):
            (held if 10 * number < len(made) else kept).extend(labelled(document))
        print(f"{name}: {len(made)} documents, {time.perf_counter() - began:.0f} s", file=sys.stderr)
    artefact = fit([row.artefact for row in kept], [row.is_artefact for row in kept], RIDGE["artefact"])
    chosen = [(row.later, row.later_is_real) for row in kept if row.later_is_real is not None]
    later = fit([features for features, _ in chosen], [label for _, label in chosen], RIDGE["later"])
    about = "Made by packaging/train_duplicates.py from " + ", ".join(SETS.values()) + f"; {len(kept)} pairs."
    data = {"about": about, "artefact": artefact, "later": later}
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    print(f"{len(kept)} pairs, {sum(row.is_artefact for row in kept)} artefacts, {len(artefact)} + {len(later)} weights")
    right = [(probability(later, r.later) > 0.5) == r.later_is_real for r in held if r.later_is_real is not None]
    print(f"held back: {len(held)} pairs; the real copy is chosen in {np.mean(right):.3f} of {len(right)}")
    p = np.array([probability(artefact, row.artefact) for row in held])
    y = np.array([row.is_artefact for row in held])
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(f"{low:.1f}-{low + 0.1:.1f}  {inside.sum():6}  predicted {p[inside].mean():.3f}  observed {y[inside].mean():.3f}")


if __name__ == "__main__":
    main()
