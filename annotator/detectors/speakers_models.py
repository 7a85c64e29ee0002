"""The trained models of the speakers detector, and what they make of a stretch of turns."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.detectors import speakers_roles as roles
from annotator.detectors.speakers_boundary import Boundary, Floats
from annotator.detectors.speakers_cues import Cue, cues
from annotator.detectors.speakers_labels import Chain, Line
from annotator.detectors.speakers_score import MOST_CUES, Facts, Trees, styles
from annotator.detectors.speakers_stream import Stretch
from annotator.detectors.speakers_words import Lexicon

WEIGHTS, WORDS = "speakers.npz", "speakers.json"

ITEMS = ("edge", "edge_tail", "edge_head", "split", "split_tail", "split_head", "turn")
"""What there are trees for, by sort. A change of label: it is false, the word before it is wrong, the word after it is. A turn:
two people speak in it, the word before the place where the second one begins is wrong, the word after it is; all of it is wrong."""


class Models(NamedTuple):
    boundary: Boundary
    chain: Chain
    trees: Mapping[str, Trees]


@cache
def models(folder: Traversable | None = None) -> Models:
    """Return the models in a folder, those that the program comes with by default, loaded once per process."""
    folder = folder or files(__package__)
    data = json.loads(folder.joinpath(WORDS).read_text(encoding="utf-8"))
    with folder.joinpath(WEIGHTS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Models(
            Boundary(Lexicon(data["words"], data["tags"]), arrays["general"], arrays["exact"]),
            Chain(arrays["bias"], arrays["weights"], arrays["leaning"], float(arrays["first_wrong"])),
            {item: Trees(*(arrays[f"{item}_{field}"] for field in Trees._fields)) for item in ITEMS},
        )


def save(folder: Path, provenance: str, boundary: Boundary, chain: Mapping[str, np.ndarray], trees: Mapping[str, Trees]) -> None:
    """Write what `models` reads."""
    data = {"provenance": provenance, "words": boundary.lexicon.words, "tags": boundary.lexicon.tags}
    (folder / WORDS).write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    grown = {f"{item}_{field}": value for item, each in trees.items() for field, value in each._asdict().items()}
    arrays = {"general": boundary.general, "exact": boundary.exact, **chain, **grown}
    np.savez_compressed(folder / WEIGHTS, allow_pickle=False, **arrays)


def facts(boundary: Boundary, chain: Chain, stretch: Stretch, lexicon: roles.Lexicon | None = None) -> Facts:
    """Return what the models make of a stretch, without the trees."""
    lines = stretch.lines
    gaps = boundary.gaps([boundary.lexicon.code(word) for word in stretch.words], stretch.marks)
    found = cues([(line.label, stretch.words[line.start : line.end]) for line in lines], lexicon=lexicon)
    leanings = np.stack([spread(found, lines, len(stretch.words)), styles(lines, stretch.words)], 1)
    posterior = chain.run(lines, gaps, leanings, stretch.decided)
    return Facts(lines, stretch.words, gaps, posterior, leanings, found, stretch.cut)


def judge(trees: Mapping[str, Trees], seen: Facts, least: float = 0.0) -> dict[str, dict[int, float]]:
    """Return per item of ITEMS how likely it is, by the number of the line (for changes of label, of the line after it).

    Of changes and splits that are less likely than `least` it is not asked which words are wrong.
    """
    lines = range(len(seen.lines))
    edges = [n for n in lines if n and seen.lines[n].label != seen.lines[n - 1].label]
    asked = {"edge": (edges, seen.edge), "split": ([n for n in lines if seen.size[n] > 1], seen.split), "turn": (lines, seen.turn)}
    result: dict[str, dict[int, float]] = {item: {} for item in ITEMS}
    for sort, (numbers, features) in asked.items():
        rows = np.array([features(n) for n in numbers], float)
        for item in (item for item in ITEMS if item.partition("_")[0] == sort):
            if item != sort:
                likely = [k for k, n in enumerate(numbers) if result[sort][n] >= least]
                numbers, rows = [numbers[k] for k in likely], rows[likely]
            if len(numbers):
                odds = trees[item].log_odds(rows)
                result[item] = {n: 1 / (1 + math.exp(-x)) for n, x in zip(numbers, odds, strict=True)}
    return result


def spread(found: Sequence[Cue], lines: Sequence[Line], size: int) -> Floats:
    """Return the strength of cues per word; all cues of a turn together are MOST_CUES strong at most."""
    result = np.zeros(size)
    for cue in found:
        start = lines[cue.turn].start
        result[start + cue.start : start + cue.end] += cue.strength / (cue.end - cue.start)
    for n in {cue.turn for cue in found}:
        part = result[lines[n].start : lines[n].end]
        part *= min(1.0, MOST_CUES / max(1e-9, abs(part.sum())))
    return result
