// Arrows of mx and my, on a grid of the screen so that they stay as dense when one zooms in.

const SPACING = 19;
const LENGTH = 15;
const LEAST = 0.35;

function arrow(path, x, y, dx, dy) {
  path.moveTo(x - dx / 2, y - dy / 2);
  path.lineTo(x + dx / 2, y + dy / 2);
  const hx = x + dx / 2;
  const hy = y + dy / 2;
  path.moveTo(hx - 0.42 * dx - 0.28 * dy, hy - 0.42 * dy + 0.28 * dx);
  path.lineTo(hx, hy);
  path.lineTo(hx - 0.42 * dx + 0.28 * dy, hy - 0.42 * dy - 0.28 * dx);
}

export function drawArrows(g, frame, zoom, width, height) {
  const { nx, ny, m } = frame;
  const n = nx * ny;
  const path = new Path2D();
  for (let y = SPACING / 2; y < height; y += SPACING) {
    for (let x = SPACING / 2; x < width; x += SPACING) {
      const [mx, my] = zoom.metres(x, y);
      const i = Math.floor((mx / zoom.size[0]) * nx);
      const k = Math.floor((my / zoom.size[1]) * ny);
      if (i < 0 || k < 0 || i >= nx || k >= ny) continue;
      const at = k * nx + i;
      const ax = m[at] / 127;
      const ay = m[n + at] / 127;
      if (Math.hypot(ax, ay) > LEAST) arrow(path, x, y, LENGTH * ax, -LENGTH * ay);
    }
  }
  g.lineCap = "round";
  g.lineJoin = "round";
  g.strokeStyle = "rgb(255 255 255 / .7)";
  g.lineWidth = 3;
  g.stroke(path);
  g.strokeStyle = "#181818";
  g.lineWidth = 1.3;
  g.stroke(path);
}
