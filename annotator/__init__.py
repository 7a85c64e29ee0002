"""annotator: correct, tag and export transcripts of two-party calls.

Layers, each importing only what stands to its left (a test enforces it):
core <- detectors, formats, storage <- project <- cli, gui. Only ``gui`` imports Qt.
"""

__version__ = "0.1.0"
