"""HTML as it is found, in one pass over the text: html.parser takes time that grows with the square of what is left unclosed.

Nothing is loaded, nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_TAG = re.compile(r"(/?)([A-Za-z][\w:-]{0,40})(?=[\s/]|\Z)")
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([A-Za-z_][\w:-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LONGEST_TAG = 10_000
_UNSEEN = ("script", "style", "title")


def pieces(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield each tag ("p", "/p"), its attributes and the text up to the next one; comments and what is never shown are left out."""
    before, *chunks = text.split("<")
    yield "", {}, unescape(before)
    closing = ""
    for chunk in chunks:
        inside, closed, after = chunk.partition(">")
        match = _TAG.match(inside)
        name = (match.group(1) + match.group(2).lower()) if match else ""
        if closing:
            if closing == "-->" and closing in chunk:
                closing, after = "", chunk.partition(closing)[2]
                yield "", {}, unescape(after)
            elif closing == name and closed:
                closing = ""
                yield name, {}, unescape(after)
        elif chunk.startswith("!--"):
            closing = "" if "-->" in chunk else "-->"
            yield "", {}, unescape(chunk.partition("-->")[2])
        elif match and closed:
            found = _ATTRIBUTE.findall(inside[match.end() : _LONGEST_TAG])
            closing = f"/{name}" if name in _UNSEEN else ""
            attributes = {key.lower(): unescape(one or two or bare) for key, one, two, bare in reversed(found)}
            yield name, attributes, "" if closing else unescape(after)
        else:
            yield "", {}, unescape(after if closed and chunk[:1] in ("!", "?") else f"<{chunk}")
