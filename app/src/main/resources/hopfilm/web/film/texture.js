// The film as coloured cells: mz, the direction of m as hue, log |j|, or the temperature.

import { DIRECTION, DIVERGING, NO_CURRENT, NO_FILM, SEQUENTIAL, directionIndex } from "../colours.js";

export function createTexture() {
  const cells = document.createElement("canvas");
  let picture = null;

  function paint(frame, mode) {
    const { nx, ny, m, j, warmth } = frame;
    if (!picture || cells.width !== nx || cells.height !== ny) {
      cells.width = nx;
      cells.height = ny;
      picture = cells.getContext("2d").createImageData(nx, ny);
    }
    const out = picture.data;
    const n = nx * ny;
    for (let row = 0; row < ny; row++) {
      let o = 4 * nx * (ny - 1 - row);
      for (let i = row * nx; i < (row + 1) * nx; i++, o += 4) {
        const mx = m[i];
        const my = m[n + i];
        const mz = m[2 * n + i];
        let table = DIVERGING;
        let k = 3 * (mz + 128 > 255 ? 255 : mz + 128);
        if (mx === 0 && my === 0 && mz === 0) {
          table = NO_FILM;
          k = 0;
        } else if (mode === "hue") {
          table = DIRECTION;
          k = directionIndex(mx, my, mz / 127);
        } else if (mode === "heat") {
          table = SEQUENTIAL;
          k = warmth ? 3 * (warmth.level[i] - 1) : 0;
        } else if (mode === "current") {
          table = SEQUENTIAL;
          k = j && j.log[i] > 0 ? 3 * (j.log[i] - 1) : -1;
          if (k < 0) {
            table = NO_CURRENT;
            k = 0;
          }
        }
        out[o] = table[k];
        out[o + 1] = table[k + 1];
        out[o + 2] = table[k + 2];
        out[o + 3] = 255;
      }
    }
    cells.getContext("2d").putImageData(picture, 0, 0);
  }

  return {
    paint,
    /** Draws what was painted last; single cells show once they are large. */
    draw(canvas, zoom) {
      const g = canvas.getContext("2d");
      g.setTransform(1, 0, 0, 1, 0, 0);
      g.clearRect(0, 0, canvas.width, canvas.height);
      if (!picture) return;
      const ratio = canvas.width / canvas.getBoundingClientRect().width;
      const [left, top] = zoom.pixels(0, zoom.size[1]);
      const k = zoom.perMetre();
      g.setTransform(ratio, 0, 0, ratio, 0, 0);
      g.imageSmoothingEnabled = (k * zoom.size[0]) / cells.width < 10;
      g.imageSmoothingQuality = "high";
      g.drawImage(cells, left, top, k * zoom.size[0], k * zoom.size[1]);
    },
  };
}
