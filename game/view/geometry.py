"""Boxes and the viewport: where things are, in logical pixels, and how that becomes real ones.

Room: game/view. Everything is laid out on a sheet of 1920 × 1080 logical pixels. The window may have any size and shape:
the sheet is scaled evenly and centred, and what is left over is filled with the bar's colour.
"""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 1920, 1080


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in logical pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies inside, the right and lower edges left out."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether two boxes have some of the sheet in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """The box made smaller by `dx` on the left and right, `dy` above and below."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def moved(self, dx: float, dy: float) -> Box:
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)


def inside(polygon: tuple[tuple[float, float], ...], point: tuple[float, float]) -> bool:
    """Whether a point lies in a polygon (even-odd rule)."""
    x, y = point
    result = False
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            result = not result
    return result


@dataclass(frozen=True, slots=True)
class Viewport:
    """The logical sheet inside a window of real pixels."""

    window: tuple[int, int]
    scale: float = field(init=False)  # real pixels for one logical pixel
    origin: tuple[int, int] = field(init=False)  # real position of the sheet's upper left corner

    def __post_init__(self) -> None:
        """Worked out once: everything that is drawn asks for both."""
        k = max(0.05, min(self.window[0] / WIDTH, self.window[1] / HEIGHT))
        object.__setattr__(self, "scale", k)
        object.__setattr__(self, "origin", (int((self.window[0] - WIDTH * k) / 2), int((self.window[1] - HEIGHT * k) / 2)))

    def real(self, point: tuple[float, float]) -> tuple[int, int]:
        """A logical point in real pixels."""
        k, (ox, oy) = self.scale, self.origin
        return round(ox + point[0] * k), round(oy + point[1] * k)

    def logical(self, point: tuple[float, float]) -> tuple[float, float]:
        """A real point (a mouse, a finger) on the logical sheet."""
        k, (ox, oy) = self.scale, self.origin
        return (point[0] - ox) / k, (point[1] - oy) / k

    def length(self, logical: float) -> int:
        """A logical length in real pixels, never less than one."""
        return max(1, round(logical * self.scale))
