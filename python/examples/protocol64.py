"""Table and figure of docs/evidence/associative.md: python protocol64.py [FIGURE.svg]"""

import sys

from hopfilm import protocol64

P = [1, 2, 4, 8, 12, 16, 24, 32, 48, 63]
ALIVE = ["nearest", "rows", "modern", "pseudo-inverse", "storkey", "hebb", "wired, 64 pads", "wired, 16 pads"]
HALF = ["rows, 4 pads", "rows, 2 pads", "rows", "modern", "pseudo-inverse", "hebb", "wired, 64 pads", "wired, 16 pads"]
COLOURS = {
    "nearest": "#8a8f98", "rows": "#c2410c", "rows, 2 pads": "#f97316", "rows, 4 pads": "#d4a017",
    "modern": "#0f766e", "pseudo-inverse": "#1d4ed8", "storkey": "#0891b2", "hebb": "#7c3aed",
    "wired, 64 pads": "#be185d", "wired, 16 pads": "#f472b6",
}
WIDTH, HEIGHT, LEFT, TOP = 360, 230, 46, 40


def text(x, y, words, anchor="start", colour="#1b2733", size=12):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">{words}</text>'


def panel(left, title, memories, dead):
    def at(p, y):
        return left + LEFT + (WIDTH - LEFT) * p / 64, TOP + HEIGHT * (1 - y)

    marks = [text(left + LEFT, 22, title + ": exact answers", size=14)]
    (x0, y0), (x1, y1) = at(0, 0), at(64, 1)
    marks.append(f'<path d="M{x0:.0f} {y1:.0f}V{y0:.0f}H{x1:.0f}" fill="none" stroke="#1b2733"/>')
    marks += [text(x0 - 6, at(0, v)[1] + 4, v, "end") for v in (0, 0.5, 1)]
    marks += [text(at(p, 0)[0], y0 + 16, p, "middle") for p in (0, 16, 32)]
    marks.append(text(x1, y0 + 16, "pictures stored", "end"))
    limit = at(0.138 * 64, 0)[0]
    marks.append(f'<path d="M{limit:.0f} {y1:.0f}V{y0:.0f}" stroke="#8a8f98" stroke-dasharray="3 3"/>')
    marks.append(text(limit + 4, at(0, 0.53)[1], "0.138 N", colour="#5b6570"))
    for k, memory in enumerate(memories):
        scores = protocol64(memory, P, dead=dead, flips=0.2)
        print(f"{title:24} {memory:16} " + " ".join(f"{s.exact:.3f}" for s in scores))
        points = " ".join("{:.1f},{:.1f}".format(*at(s.P, s.exact)) for s in scores)
        marks.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[memory]}" stroke-width="2"/>')
        marks.append(text(x0 + k % 3 * 110, y0 + 38 + 16 * (k // 3), memory, colour=COLOURS[memory]))
    return marks


def main():
    print(f"{'exact at 20 % flips, P:':41} " + " ".join(f"{p:5}" for p in P))
    marks = panel(0, "all elements work", ALIVE, 0.0) + panel(WIDTH + 20, "half of the elements dead", HALF, 0.5)
    size = f'width="{2 * WIDTH + 40}" height="{TOP + HEIGHT + 86}"'
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            file.write(f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">\n')
            file.write('<rect width="100%" height="100%" fill="#ffffff"/>\n')
            file.write("\n".join(marks) + "\n</svg>\n")


if __name__ == "__main__":
    main()
