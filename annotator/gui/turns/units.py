"""Python counts code points, Qt counts UTF-16 units: from one to the other."""

from __future__ import annotations


def utf16(text: str, at: int) -> int:
    """Return the offset in UTF-16 units of code point `at`. What comes after it may be a million characters: not looked at."""
    head = text[:at]
    return at if max(head, default="") <= "\uffff" else at + sum(c > "\uffff" for c in head)


def code_point(text: str, at: int) -> int:
    """Return the code point at a UTF-16 offset: the inverse of utf16."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore"))
