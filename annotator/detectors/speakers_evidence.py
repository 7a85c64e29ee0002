"""Why a place looks as if the speaker were wrong, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from annotator.core.i18n import Message, msg
from annotator.detectors.speakers_boundary import ASKING, Boundary
from annotator.detectors.speakers_score import Facts
from annotator.detectors.speakers_words import LISTS, Code, grammar

QUOTED = 4
TELLING = 0.5
HIGH, LOW = 0.7, 0.3


class Reasons:
    """Tells of the words of a stretch, `shown` as they stand in the text, what the models saw in them."""

    def __init__(self, boundary: Boundary, facts: Facts, shown: Sequence[str], marks: Sequence[int]):
        self._boundary, self._facts, self._shown, self._marks = boundary, facts, shown, marks

    def quote(self, i: int, start: int, end: int) -> tuple[str, str]:
        """Return the words on the two sides of the gap before word i, a few of each within start..end."""
        left = self._shown[max(start, i - QUOTED) : i]
        return " ".join(left), " ".join(self._shown[i : min(end, i + QUOTED)])

    def torn(self, i: int, start: int, end: int) -> Iterator[Message]:
        """Yield why words i-1 and i belong to one sentence."""
        left, right = self.quote(i, start, end)
        yield msg("The sentence runs on: “{left} | {right}”", left=left, right=right)
        before, after = self._shown[i - 1], self._shown[i]
        fit = self._boundary.lexicon.agreement(self._code(i - 1), self._code(i))
        words = self._facts.words
        part = grammar(words[i - 1])[1].part
        if fit == 9:
            yield msg("The number “{left}” is torn from its noun “{right}”", left=before, right=after)
        elif fit in (3, 5) and words[i - 1] != words[i]:
            yield msg("“{left}” agrees with “{right}” across the border", left=before, right=after)
        elif fit == 11 and part == "NPRO":
            yield msg("“{left}” is torn from its verb “{right}”", left=before, right=after)
        elif part == "PREP":
            yield msg("The turn ends on the preposition “{word}”", word=before)
        elif part == "CONJ":
            yield msg("The turn ends on the conjunction “{word}”", word=before)
        elif words[i - 1] in LISTS["binding"]:
            yield msg("A turn hardly ends on “{word}”", word=before)
        elif words[i] in LISTS["clinging"]:
            yield msg("A turn hardly begins with “{word}”", word=after)
        elif self._boundary.word_weight(0, self._code(i)) < -TELLING:
            yield msg("A turn seldom begins with “{word}”", word=after)
        elif self._boundary.word_weight(-1, self._code(i - 1)) < -TELLING:
            yield msg("A turn seldom ends on “{word}”", word=before)
        sentence = chance(self._facts.sentence[i])
        if sentence < LOW:
            yield msg("By the words around it, a sentence ends here in {percent} of 100 cases", percent=round(100 * sentence))
        yield from self._changes(i, False)

    def begins(self, i: int, start: int, end: int) -> Iterator[Message]:
        """Yield why another person may begin with word i."""
        left, right = self.quote(i, start, end)
        yield msg("Another person may begin here: “{left} | {right}”", left=left, right=right)
        before = [self._code(k) for k in range(max(start, i - 7), i)]
        after = [self._code(k) for k in range(i, min(end, i + 7))]
        if chance(self._facts.question[i]) > HIGH or self._marks[i - 1] == ASKING:
            yield msg("Question and answer stand in one turn")
        elif any(c.person == 2 for c in before) and any(c.person == 1 for c in after) and not any(c.person == 2 for c in after):
            yield msg("First somebody is addressed, then somebody speaks of himself")
        if self._boundary.word_weight(0, self._code(i)) > TELLING:
            yield msg("“{word}” often begins a reply", word=self._shown[i])
        if self._boundary.word_weight(-1, self._code(i - 1)) > TELLING:
            yield msg("“{word}” often ends a turn", word=self._shown[i - 1])
        if chance(self._facts.sentence[i]) > HIGH:
            yield msg("A sentence ends after “{word}”", word=self._shown[i - 1])
        yield from self._changes(i, True)

    def _changes(self, i: int, often: bool) -> Iterator[Message]:
        """Say how often the speaker changes before such words, where that speaks for what is suspected."""
        percent = round(100 * chance(self._facts.change[i]))
        if (percent > 50) is often:
            yield msg("By the words around it, the speaker changes here in {percent} of 100 cases", percent=percent)

    def _code(self, i: int) -> Code:
        return self._boundary.lexicon.code(self._facts.words[i])


def chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
