// Charge on its way: points that follow j, faster where it is stronger, each with a short tail.

const NUMBER = 260;
const TAIL = 6;
const LIFE = 70;

export function createTracers() {
  const points = Array.from({ length: NUMBER }, () => ({ age: Infinity, trail: [] }));
  // where they begin is no result, so it needs no seed
  const random = Math.random;

  function at(frame, x, y) {
    const { nx, ny, j } = frame;
    const i = Math.floor(x * nx);
    const k = Math.floor(y * ny);
    if (i < 0 || k < 0 || i >= nx || k >= ny) return null;
    const c = k * nx + i;
    return j.log[c] === 0 ? null : [j.x[c] / 127, j.y[c] / 127, (j.log[c] - 1) / 254];
  }

  /** Moves all points by one picture and draws them. */
  function draw(g, frame, zoom) {
    const decades = frame.j.range[1] - frame.j.range[0];
    const path = new Path2D();
    const heads = new Path2D();
    for (const p of points) {
      if (p.age > LIFE) {
        p.age = random() * LIFE * 0.5;
        p.x = random();
        p.y = random();
        p.trail = [];
      }
      const v = at(frame, p.x, p.y);
      if (!v) {
        p.age = Infinity;
        continue;
      }
      // the root lets slow places move visibly
      const step = 0.009 * Math.max(0.12, 10 ** (0.5 * decades * (v[2] - 1)));
      p.trail.push([p.x, p.y]);
      if (p.trail.length > TAIL) p.trail.shift();
      const length = Math.max(zoom.size[0], zoom.size[1]);
      p.x += (v[0] * step * length) / zoom.size[0];
      p.y += (v[1] * step * length) / zoom.size[1];
      p.age++;
      p.trail.forEach(([x, y], k) => {
        const [px, py] = zoom.pixels(x * zoom.size[0], y * zoom.size[1]);
        if (k === 0) path.moveTo(px, py);
        else path.lineTo(px, py);
        if (k === p.trail.length - 1) {
          heads.moveTo(px + 1.9, py);
          heads.arc(px, py, 1.9, 0, 7);
        }
      });
    }
    g.lineCap = "round";
    g.strokeStyle = "rgb(20 20 20 / .65)";
    g.lineWidth = 3.2;
    g.stroke(path);
    g.strokeStyle = "#ffe36e";
    g.lineWidth = 1.5;
    g.stroke(path);
    g.fillStyle = "#fff8d8";
    g.fill(heads);
  }

  return { draw };
}
