"""Say how far the duplicate-run detector can be trusted: python packaging/report_duplicates.py EVAL_FOLDER [--docs N]

EVAL_FOLDER is that of train_duplicates.py; what is judged are documents made of its test part, which no weights are fitted
on. First come two tables of calibration, by tenths of what was predicted: pairs of copies (is it an artefact?) and findings
as users see them (is more than half of what the fix removes planted?). Then what the features are worth: the models are
fitted anew without each group of them, on one round of the training part, and judged by what the kit says of findings that
users are shown. Takes about three minutes with N = 600, the default: so many dialogues of each set at most, train and test.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from train_duplicates import SETS, WEIGHT, dialogues, documents, fitted, pairs_of, rows

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.detectors import SURE, analyse
from annotator.detectors.duplicates_score import FEATURES, GROUPS, load, log_odds, probability

SEEDS = (1, 2, 3)
BINS = 10

ABLATED = ("plays_ru", "service_ru")
"""The sets on which the models without a group are compared."""

FIGURES = ("F1", "P", "R", "legit_flagged", "kept_true")

Judged = tuple[float, bool]
"""How likely something was said to be, and whether it is so."""

Call = tuple[Any, Transcript]
"""A document of the kit, with all that was planted, and the transcript that users would open."""


# ---------------------------------------------------------------------- calibration


def judged_pairs(said: dict[str, list[dict[str, Any]]], kind: str) -> Iterator[Judged]:
    model = load()
    for name, seed in ((name, seed) for name in said for seed in SEEDS):
        for document in documents(said[name], name, kind, seed):
            for row in rows(document, 1):
                yield probability(log_odds(model.artefact, row.features)), row.is_artefact


def judged_findings(calls: Iterable[Call]) -> Iterator[Judged]:
    """Yield the findings; right are those of which more than half of the words that go belong to planted copies."""
    score = importlib.import_module("score")
    for document, transcript in calls:
        tokens, places = document.tokens(), score.token_spans(document.lines)
        for finding in findings(transcript, 0):
            goes = score.covered(places, removes(finding))
            yield finding.confidence, 2 * sum(tokens[k].cluster >= 0 for k in goes) > len(goes)


def calibration(title: str, columns: dict[str, list[Judged]]) -> None:
    print(f"\n{title:14}" + "".join(f"{name:>26}" for name in columns))
    print(f"{'predicted':14}" + f"{'number':>12}{'mean':>7}{'true':>7}" * len(columns))
    for n in range(BINS):
        row = f"{n / BINS:.1f} to {(n + 1) / BINS:.1f}    "
        for judged in columns.values():
            inside = [(p, right) for p, right in judged if min(int(p * BINS), BINS - 1) == n]
            row += f"{len(inside):12,}" + "".join(f"{share(values):>7}" for values in zip(*inside, strict=True))
            row += "" if inside else f"{'-':>7}{'-':>7}"
        print(row, flush=True)


def share(values: Collection[float]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "-"


# ---------------------------------------------------------------------- what the groups of features are worth


def ablation(said: dict[str, list[dict[str, Any]]], calls: dict[str, list[Call]]) -> None:
    found = pairs_of(said, rounds=1)
    kept: dict[str, Collection[str]] = {"all": GROUPS}
    kept |= {f"without {left_out}": GROUPS.keys() - {left_out} for left_out in GROUPS}
    kept["only alignment"] = ("alignment",)
    print(f"\n{'features':22}" + "".join(f"{name:>{14 * len(FIGURES)}}" for name in calls))
    print(f"{f'{len(found):,} pairs':22}" + "".join(f"{figure:>14}" for figure in FIGURES) * len(calls))
    for name, groups in kept.items():
        names = {feature for group in groups for feature in GROUPS[group]}
        model = fitted(found, [n for n, feature in enumerate(FEATURES) if feature in names])
        with patch("annotator.detectors.duplicates_examine.load", return_value=model):
            results = [result for made in calls.values() for result in figures(made)]
        print(f"{name:22}" + "".join(f"{result:14.3f}" for result in results), flush=True)


def figures(calls: list[Call]) -> list[float]:
    """Return the figures of the kit for what users are shown."""
    shown = [
        {"findings": [{"detector": "duplicates", "removes": removes(finding)} for finding in findings(transcript)]}
        for _, transcript in calls
    ]
    result = importlib.import_module("score").score_duplicates([document for document, _ in calls], shown)
    return [result[name] for name in FIGURES]


# ---------------------------------------------------------------------- both


def made(kit: Path, name: str, most: int, seed: int) -> list[Call]:
    """Return documents of the kit at the rates of a real call."""
    wanted = argparse.Namespace(data=kit / "data" / f"{name}.jsonl", part="test", docs=most, preset="seedlike", seed=seed)
    made = importlib.import_module("score").make(wanted)
    return [(document, as_transcript(formats.read(document.text().encode(), "call.txt")[0])) for document in made]


def findings(transcript: Transcript, least: float | None = None) -> list[Finding]:
    return [item for item in analyse(transcript, ["duplicates"], least) if isinstance(item, Finding)]


def removes(finding: Finding) -> list[dict[str, int]]:
    return [{"turn": span.turn_id, "start": span.start, "end": span.end} for span in finding.fix.removes]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--docs", type=int, default=600, help="most dialogues of each set")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # so small trees take longer with more of them, far longer on a busy machine

    test = {name: dialogues(options.kit, name, "test", options.docs) for name in SETS}
    print(", ".join(f"{name}: {len(said)} dialogues" for name, said in test.items()), flush=True)
    calibration("pairs", {kind: list(judged_pairs(test, kind)) for kind in WEIGHT})

    calls = {name: [made(options.kit, name, options.docs, seed) for seed in SEEDS] for name in SETS}
    by_set = {name: [found for made in calls[name] for found in judged_findings(made)] for name in SETS}
    together = [found for judged in by_set.values() for found in judged]
    calibration("findings", {"all": together, **by_set})
    sure = [right for confidence, right in together if confidence >= SURE]
    print(f"of findings at {SURE} or more, {share(sure)} are right ({len(sure):,})", flush=True)

    train = {name: dialogues(options.kit, name, "train", options.docs) for name in SETS}
    ablation(train, {name: calls[name][0] for name in ABLATED})


if __name__ == "__main__":
    main()
