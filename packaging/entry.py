"""Where a bundle starts: one script for the console program and, on Windows, for `annotator-app`, which has no console."""

import sys
from pathlib import Path

from annotator.__main__ import app, main

sys.exit(app() if Path(sys.executable).stem.casefold() == "annotator-app" else main())
