"""Trains on the recipes duplicates and roles as a user would: python tests/train_on_datasets.py FOLDER

FOLDER is what ``annotator dataset PROJECT all -o FOLDER`` has written. Nothing of the program is imported, only scikit-learn.
Prints one JSON object with the scores on held-out calls: F1 of the tags and how many of the repeats' words are found, accuracy
of the roles; each beside what is reached by always giving the most frequent answer.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, recall_score
from sklearn.pipeline import make_pipeline

Row = dict[str, Any]
NEAR = 60
"""Words before and after in which a word is looked for again."""


def rows(folder: Path, *splits: str) -> list[Row]:
    found = []
    for split in splits:
        path = folder / "data" / f"{split}.jsonl"
        if path.exists():
            found += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return found


def features(turns: list[Row]) -> Iterator[tuple[Row, str]]:
    """Yield what is seen of each word of a call, and whether it is to be removed."""
    words = [token.casefold() for turn in turns for token in turn["tokens"]]
    tags = [tag for turn in turns for tag in turn["tags"]]
    first = [place == 0 for turn in turns for place, _ in enumerate(turn["tokens"])]
    pairs = list(zip(words, words[1:], [*words[2:], ""], strict=False))
    for place, word in enumerate(words):
        before, after = words[max(0, place - NEAR) : place], words[place + 1 : place + 1 + NEAR]
        run = pairs[place] if place < len(pairs) else None
        seen = {
            "length": min(len(word), 10) / 10,
            "first": first[place],
            "before": word in before,
            "after": word in after,
            "run before": run is not None and run in pairs[max(0, place - NEAR) : place],
            "run after": run is not None and run in pairs[place + 1 : place + 1 + NEAR],
            "at once": place > 0 and words[place - 1] == word,
        }
        if place >= 2:
            here = (words[place - 2], words[place - 1], word)
            seen["ends a run"] = here in pairs[max(0, place - 2 - NEAR) : place - 2]
        yield seen, "DUP" if tags[place] != "O" else "O"


def by_call(found: list[Row]) -> list[list[Row]]:
    calls: dict[int, list[Row]] = {}
    for row in found:
        calls.setdefault(row["call_id"], []).append(row)
    return list(calls.values())


def duplicates(folder: Path) -> dict[str, float]:
    train = [pair for call in by_call(rows(folder, "train")) for pair in features(call)]
    held = [pair for call in by_call(rows(folder, "validation", "test")) for pair in features(call)]
    model = make_pipeline(DictVectorizer(), LogisticRegression(max_iter=2000, class_weight="balanced"))
    model.fit([seen for seen, _ in train], [tag for _, tag in train])
    told = model.predict([seen for seen, _ in held])
    true = [tag for _, tag in held]
    return {
        "words": len(true),
        "f1": f1_score(true, told, pos_label="DUP"),
        "recall": recall_score(true, told, pos_label="DUP"),
        "f1_of_always": f1_score(true, ["DUP"] * len(true), pos_label="DUP"),
    }


def roles(folder: Path) -> dict[str, float]:
    train, held = rows(folder, "train"), rows(folder, "validation", "test")
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(max_iter=2000, C=10))
    model.fit([row["text"] for row in train], [row["label"] for row in train])
    true = [row["label"] for row in held]
    return {
        "turns": len(true),
        "accuracy": accuracy_score(true, model.predict([row["text"] for row in held])),
        "accuracy_of_always": Counter(true).most_common(1)[0][1] / len(true),
    }


if __name__ == "__main__":
    place = Path(sys.argv[1])
    print(json.dumps({"duplicates": duplicates(place / "duplicates"), "roles": roles(place / "roles")}))
