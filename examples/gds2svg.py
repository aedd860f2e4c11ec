"""Turns a GDSII file into a drawing for Hopfilm: python3 gds2svg.py device.gds FILM_LAYER ELECTRODE_LAYER > device.svg

One unit of the drawing is 1 nm. Labels inside electrodes are their names. Needs gdspy (Debian: python3-gdspy).
"""

import sys
import gdspy

library = gdspy.GdsLibrary(infile=sys.argv[1])
cell = library.top_level()[0]
scale = library.unit / 1e-9
polygons = cell.get_polygons(by_spec=True)
labels = cell.get_labels()


def path(points):
    return "M" + " L".join(f"{x * scale:.4f},{-y * scale:.4f}" for x, y in points) + " Z"


def shapes(layer):
    return [p for (l, _), all in polygons.items() if l == layer for p in all]


film, contacts = shapes(int(sys.argv[2])), shapes(int(sys.argv[3]))
(x0, y0), (x1, y1) = cell.get_bounding_box() * scale
print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0} {-y1} {x1 - x0} {y1 - y0}">')
print(f'<path id="film" d="{" ".join(map(path, film))}"/>')
print('<g id="electrodes">')
for k, points in enumerate(contacts):
    inside = [l.text for l in labels if gdspy.inside([l.position], gdspy.Polygon(points))[0]]
    print(f'<path id="{inside[0] if inside else f"c{k + 1}"}" d="{path(points)}"/>')
print("</g></svg>")
