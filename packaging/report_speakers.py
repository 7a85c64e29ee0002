"""Say how well speakers are told: python packaging/report_speakers.py EVAL_FOLDER [--sets NAME...] [--weights FOLDER]

EVAL_FOLDER is that of train_speakers.py; what is judged are documents made of its test part, which no weights are fitted on.
With --weights another folder's weights are judged: made by `train_speakers.py --sets plays_ru --out FOLDER`, say, those that
know nothing of another set. Printed are, per set and seed, what the kit says of the findings; the share of wrong words in the
first fifth of the turns, by the confidence of their findings and in the order that reviewers see; how far confidences can be
trusted; and how often what is wrong with a whole call is found, in calls made wrong that way.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from train_speakers import SETS

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.finding import Finding, Fix
from annotator.core.model import Transcript
from annotator.detectors import SURE, analyse
from annotator.detectors.speakers import Speakers
from annotator.detectors.speakers_examine import examine
from annotator.detectors.speakers_models import Models, models

SEEDS = (1, 2, 3)
BINS = 10
FIGURES = (
    "edge_AP", "edge_base", "edge_P", "edge_R", "split_AP", "split_base", "turn_AP", "turn_base", "edge_fix_share",
    "split_place_ok",
    "WDER_before", "WDER_after_all_fixes", "flags_per_100_turns", "swaps", "swaps_found", "swaps_false",
)  # fmt: skip


class Call(NamedTuple):
    """A document of the kit, the transcript that users would open, and all candidates of the detector."""

    document: Any
    transcript: Transcript
    found: Sequence[Finding]


def transcript_of(text: str) -> Transcript:
    return as_transcript(formats.read(text.encode(), "call.txt")[0])


def candidates(transcript: Transcript, trained: Models) -> list[Finding]:
    """Return what the detector sees in a call, also what it is unsure of."""
    copies = [item for item in analyse(transcript, ["duplicates"], SURE) if isinstance(item, Finding)]
    ignore = [span for finding in copies for span in finding.fix.removes]
    return [item for item in examine(transcript, trained, 0.0, ignore, {}, {}) if isinstance(item, Finding)]


def calls(kit: Path, name: str, preset: str, seed: int, most: int, trained: Models) -> Iterator[Call]:
    score = importlib.import_module("score")
    wanted = argparse.Namespace(data=str(kit / "data" / f"{name}.jsonl"), part="test", docs=most, preset=preset, seed=str(seed))
    for document in score.make(wanted):
        transcript = transcript_of(document.text())
        yield Call(document, transcript, candidates(transcript, trained))


def as_rows(found: Iterable[Call], least: float) -> list[dict[str, Any]]:
    """Return the findings as the scorer of the kit reads them."""
    return [{"findings": [_row(f) for f in call.found if f.confidence >= least]} for call in found]


def _row(finding: Finding) -> dict[str, Any]:
    row: dict[str, Any] = {
        "detector": finding.detector,
        "turn": finding.spans[0].turn_id,
        "confidence": finding.confidence,
        "relabels": _relabels(finding.fix),
    }
    if finding.edge:
        row["edge"] = list(finding.edge)
    if finding.split:
        row["split"] = {"turn": finding.split[0], "at": finding.split[1]}
    if finding.fix.swap_roles:
        row["roles"] = dict.fromkeys(finding.fix.swap_roles, "")
    return row


def _relabels(fix: Fix) -> list[dict[str, Any]]:
    return [{"turn": r.span.turn_id, "start": r.span.start, "end": r.span.end, "speaker": r.speaker_id} for r in fix.relabels]


def in_first_fifth(found: Iterable[Call]) -> float:
    """Return the share of wrong words in the fifth of the turns that are expected to have most of them."""
    seen = total = 0
    for call in found:
        wrong = [sum(token.spk != label for token in line) for label, line in call.document.lines]
        expected = [0.0] * len(wrong)
        for finding in call.found:
            if finding.kind in ("wrong_speaker", "two_speakers"):
                expected[finding.spans[0].turn_id - 1] = finding.expected_words
        order = sorted(range(len(wrong)), key=lambda n: -expected[n])[: max(1, round(len(wrong) / 5))]
        seen, total = seen + sum(wrong[n] for n in order), total + sum(wrong)
    return seen / max(1, total)


def judged(found: Iterable[Call]) -> Iterator[tuple[str, float, bool]]:
    """Yield sort, confidence and truth of changes of label and of splits."""
    score = importlib.import_module("score")
    for call in found:
        arrays = score.arrays(call.document)
        starts, true = arrays["starts"], arrays["true"]
        for finding in call.found:
            if finding.edge:
                at = starts[finding.edge[1] - 1]
                yield "edge", finding.confidence, true[at] == true[at - 1]
            elif finding.split:
                turn = finding.split[0]
                yield "split", finding.confidence, len(set(true[starts[turn - 1] : starts[turn]])) > 1


def print_calibration(name: str, rows: Sequence[tuple[str, float, bool]]) -> None:
    for sort in ("edge", "split"):
        print(f"  {name} {sort}: said -> right, of how many")
        for tenth in range(BINS):
            some = [(p, right) for each, p, right in rows if each == sort and min(BINS - 1, int(p * BINS)) == tenth]
            if some:
                said, right = (sum(column) / len(some) for column in zip(*some, strict=True))
                print(f"    {said:.2f} -> {right:.2f}  {len(some)}")


# ---------------------------------------------------------------------- whole calls


def whole_calls(kit: Path, name: str, most: int, trained: Models) -> None:
    """Print how often labels that flip, ids too many and ids too few are found, and how often where nothing of it is so."""
    score = importlib.import_module("score")
    wanted = argparse.Namespace(data=str(kit / "data" / f"{name}.jsonl"), part="test", docs=most, preset="light", seed="5")
    rng = random.Random(3)
    counts = dict.fromkeys(("flipped", "flipped falsely", "extra", "extra wrongly", "third falsely", "shared", "shared falsely"), 0)
    documents = [[(label, " ".join(token.w for token in line)) for label, line in d.lines] for d in score.make(wanted)]
    for lines in documents:
        size, label = len(lines), rng.choice((0, 1))
        flip = rng.randrange(size // 4, 3 * size // 4)
        flipped = _shown([(who if n < flip else 1 - who, text) for n, (who, text) in enumerate(lines)], "labels_flipped", trained)
        turns = {relabel.span.turn_id for finding in flipped for relabel in finding.fix.relabels}
        halves = set(range(1, flip + 1)), set(range(flip + 1, size + 1))
        counts["flipped"] += any(len(turns & half) > 0.8 * len(turns | half) for half in halves)
        counts["flipped falsely"] += bool(_shown(lines, "labels_flipped", trained))
        late = rng.random() < 0.5
        split = [
            (2 if who == label and (n > flip if late else rng.random() < 0.4) else who, text) for n, (who, text) in enumerate(lines)
        ]
        for finding in _shown(split, "extra_speaker", trained)[:1]:
            right = {finding.fix.relabels[0].speaker_id, f"SPK0{split[finding.fix.relabels[0].span.turn_id - 1][0]}"}
            counts["extra" if right == {f"SPK0{label}", "SPK02"} else "extra wrongly"] += 1
        other = rng.choice(documents)
        joined = list(lines)
        for n in range(5):
            joined.insert(min(len(joined), flip + 2 * n), (2, rng.choice(other)[1]))
        counts["third falsely"] += bool(_shown(joined, "extra_speaker", trained))
        counts["shared"] += bool(_shown([(0, text) for _, text in lines], "shared_id", trained))
        words = " ".join(text for who, text in lines if who == 0).split()
        alone = [(0, " ".join(words[n : n + 15])) for n in range(0, len(words), 15)]
        counts["shared falsely"] += bool(_shown(alone, "shared_id", trained))
    print(f"  {name}: of {len(documents)} calls " + ", ".join(f"{what} {n}" for what, n in counts.items()))


def _shown(lines: Sequence[tuple[int, str]], kind: str, trained: Models) -> list[Finding]:
    transcript = transcript_of("\n".join(f"SPK0{who}: {text}" for who, text in lines) + "\n")
    found = examine(transcript, trained, Speakers.threshold, (), {}, {})
    return [f for f in found if isinstance(f, Finding) and f.kind == kind and f.confidence >= Speakers.threshold]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--sets", nargs="+", choices=tuple(SETS), default=("plays_ru", "service_ru"))
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--docs", type=int, default=100, help="most documents of each set")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    score = importlib.import_module("score")
    trained = models(options.weights)
    for name in options.sets:
        rows: list[tuple[str, float, bool]] = []
        for seed in SEEDS:
            found = list(calls(options.kit, name, "seedlike", seed, options.docs, trained))
            documents = [call.document for call in found]
            result = score.score_speakers(documents, as_rows(found, Speakers.threshold), as_rows(found, 0.0))
            figures = " ".join(
                f"{key} {result[key]:.3f}" if isinstance(result[key], float) else f"{key} {result[key]}" for key in FIGURES
            )
            first = (
                f"first fifth by confidence {result['wrong_words_in_first_20']:.3f} by expected words {in_first_fifth(found):.3f}"
            )
            print(f"{name} seed {seed}: {figures} {first}", flush=True)
            rows += judged(found)
        print_calibration(name, rows)
        whole_calls(options.kit, name, 60, trained)


if __name__ == "__main__":
    main()
