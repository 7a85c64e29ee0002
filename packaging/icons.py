"""Make the program's icon files from resources/icons/annotator.svg: PNG (Linux), ICO (Windows), ICNS (macOS).

Run ``python packaging/icons.py`` after a change of the drawing and commit what it writes. Needs the ``build`` extra.
Qt draws and Pillow writes: Qt's own ICO writer keeps one size, and its ICNS files cannot be read back.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[1] / "resources" / "icons"
PNG_SIZE = 256
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def draw(svg: Path, size: int) -> Image.Image:
    """Draw `svg` on a transparent square of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))


def main() -> None:
    drawings = {size: draw(FOLDER / "annotator.svg", size) for size in {PNG_SIZE, *ICO_SIZES, *ICNS_SIZES}}
    drawings[PNG_SIZE].save(FOLDER / "annotator.png", optimize=True)
    ico = [drawings[size] for size in ICO_SIZES]
    ico[-1].save(FOLDER / "annotator.ico", sizes=[image.size for image in ico], append_images=ico[:-1])
    icns = [drawings[size] for size in ICNS_SIZES]
    icns[-1].save(FOLDER / "annotator.icns", append_images=icns[:-1])


if __name__ == "__main__":
    main()
