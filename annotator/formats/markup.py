"""XML and HTML from strangers, read without running into what was put there to harm."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.formats.base import File

DEEPEST = 100
"""Elements inside each other; transcripts have ten."""
_ROOT = re.compile(r"(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>|\s++)*+<(?:[\w.-]++:)?([\w.-]++)", re.DOTALL)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""", re.ASCII)
_DECLARATION = re.compile(r"\s*+<\?xml[^>]*+>")


def root(head: str) -> str:
    """Return the name of the outermost element, without its namespace; empty where the text is no markup."""
    match = _ROOT.match(head)
    return match.group(1) if match else ""


def xml(file: File) -> Element:
    """Return the outermost element. Raises FormatError where the file is damaged, declares entities, or is nested without end.

    The text is taken in the encoding that it is in, whatever its declaration says.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    try:
        declaration = _DECLARATION.match(file.decoded.text)
        parser.feed(file.decoded.text[declaration.end() if declaration else 0 :])
        found: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        raise FormatError(
            msg("{name} is damaged in line {line}, column {column}. Export it anew.", name=file.name, line=line, column=column + 1)
        ) from None
    except DefusedXmlException:
        raise FormatError(
            msg("{name} declares entities, which could be made to do harm. Export it anew without.", name=file.name)
        ) from None
    _refuse_depth(found, file.name)
    return found


def declared(file: File) -> File:
    """Return the file in the encoding that it declares, where its bytes do not tell and are text in that encoding."""
    match = _ENCODING.match(file.data[:200])
    if file.encoding is not None or file.decoded.sure or match is None:
        return file
    named = replace(file, encoding=match.group(1).decode("ascii"))
    return named if named.text else file


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _refuse_depth(element: Element, name: str) -> None:
    level, depth = [element], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise FormatError(msg("{name} is nested more than {limit} deep. Export it anew.", name=name, limit=DEEPEST))
        level = [child for parent in level for child in parent]
