"""Which words the dictionary knows, and that asking does not end the check at work."""

from __future__ import annotations

from multiprocessing import Pipe
from threading import Thread

from annotator.core.model import Header, Source, SourceTurn, Speaker, Transcript, Turn
from annotator.detectors import worker
from annotator.detectors.dictionary import unknown_words, words_of


def test_words_that_are_judged():
    text = "Ёлка, АБВ2 ok да по-русски кросс-мемный"
    assert [word for _, _, word in words_of(text)] == ["елка", "по-русски", "кросс-мемный"]
    assert [text[start:end] for start, end, _ in words_of(text)] == ["Ёлка", "по-русски", "кросс-мемный"]


def test_the_dictionary_knows_forms_and_words_with_hyphens_by_their_parts():
    asked = {"елка", "елками", "заказу", "по-русски", "чудо-заказ", "подскожите", "чудо-подскожите"}
    assert unknown_words(asked) == {"подскожите", "чудо-подскожите"}


def test_a_question_is_answered_while_a_check_goes_on(monkeypatch):
    texts = ("да", "нет")
    source = Source(1, "c", "text", "utf-8", b"", tuple(SourceTurn(n, "A", t) for n, t in enumerate(texts, 1)))
    turns = tuple(Turn(1, n, float(n), "A", t) for n, t in enumerate(texts, 1))
    transcript = Transcript(Header(1, "c"), source, (Speaker(1, "A"),), turns)
    here, there = Pipe()
    steps = [0]

    def analyse(*_args, **_options):
        for step in range(3):
            if step == 1:
                here.send(worker.Request(0, None, words=frozenset(("заказ", "зокоз"))))
            steps[0] = step
            yield worker.Progress(step, 3)

    monkeypatch.setattr(worker, "analyse", analyse)
    thread = Thread(target=worker.serve, args=(there,))
    thread.start()
    here.send(worker.Request(1, transcript))
    replies = []
    while not replies or not replies[-1].done:
        assert here.poll(30)
        replies.append(here.recv())
    here.send(None)
    thread.join()
    assert steps == [2]
    assert [r.unknown for r in replies if r.unknown is not None] == [frozenset(("зокоз",))]
    assert [r.number for r in replies if r.done] == [1]
