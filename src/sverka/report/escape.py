"""Text made safe for HTML, character by character."""

from __future__ import annotations

# Controls that HTML cannot carry or that a browser would not show, as their pictures. Tab and line feed stay.
VISIBLE = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
VISIBLE |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD) | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)

# A bare carriage return would be read back as a line feed; the reference keeps it.
_ESCAPES: dict[int, int | str] = {
    **VISIBLE,
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&#34;",
    ord("'"): "&#39;",
    ord("\r"): "&#13;",
}


def visible(text: str) -> str:
    """The text with control characters shown as pictures, one character for each."""
    return text if text.isprintable() else text.translate(VISIBLE)


def escape(text: str) -> str:
    """The text for the content or a quoted attribute of an HTML element."""
    return text.translate(_ESCAPES)
