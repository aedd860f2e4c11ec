// Which part of the film is on screen: metres to pixels, wheel and keys to zoom, drag to move.

const CLOSEST = 40;

export function createZoom(element, changed) {
  let size = [1, 1];
  let scale = 1;
  let centre = [0.5, 0.5];

  const box = () => {
    const r = element.getBoundingClientRect();
    return [r.width, r.height];
  };
  const perMetre = () => {
    const [w, h] = box();
    return scale * Math.min(w / size[0], h / size[1]);
  };
  function keepInside() {
    const [w, h] = box();
    const k = perMetre();
    for (const [axis, length] of [[0, w], [1, h]]) {
      const half = Math.min(length / k / 2, size[axis] / 2);
      centre[axis] = Math.min(size[axis] - half, Math.max(half, centre[axis]));
    }
  }
  const zoom = {
    /** Film of another size: all of it is shown. */
    film(metres) {
      if (metres[0] === size[0] && metres[1] === size[1]) return;
      size = [...metres];
      zoom.fit();
    },
    fit() {
      scale = 1;
      centre = [size[0] / 2, size[1] / 2];
      changed();
    },
    /** Closer by a factor, with the point of the film under the pixel held. */
    by(factor, pixel = box().map((l) => l / 2)) {
      const held = zoom.metres(pixel[0], pixel[1]);
      scale = Math.min(CLOSEST, Math.max(1, scale * factor));
      const now = zoom.metres(pixel[0], pixel[1]);
      centre = [centre[0] + held[0] - now[0], centre[1] + held[1] - now[1]];
      keepInside();
      changed();
    },
    pan(dx, dy) {
      const k = perMetre();
      centre = [centre[0] - dx / k, centre[1] + dy / k];
      keepInside();
      changed();
    },
    /** y of the film runs up, of the screen down. */
    pixels(x, y) {
      const [w, h] = box();
      const k = perMetre();
      return [w / 2 + (x - centre[0]) * k, h / 2 - (y - centre[1]) * k];
    },
    metres(px, py) {
      const [w, h] = box();
      const k = perMetre();
      return [centre[0] + (px - w / 2) / k, centre[1] - (py - h / 2) / k];
    },
    perMetre,
    get scale() {
      return scale;
    },
    get size() {
      return size;
    },
  };

  element.addEventListener(
    "wheel",
    (e) => {
      // a plain wheel scrolls the page
      if (!e.ctrlKey && !e.metaKey) return;
      e.preventDefault();
      const r = element.getBoundingClientRect();
      zoom.by(e.deltaY < 0 ? 1.2 : 1 / 1.2, [e.clientX - r.left, e.clientY - r.top]);
    },
    { passive: false },
  );
  let last = null;
  element.addEventListener("pointerdown", (e) => {
    if (scale > 1 && !e.target.closest("[data-electrode]")) {
      last = [e.clientX, e.clientY];
      element.setPointerCapture(e.pointerId);
    }
  });
  element.addEventListener("pointermove", (e) => {
    if (!last) return;
    zoom.pan(e.clientX - last[0], e.clientY - last[1]);
    last = [e.clientX, e.clientY];
  });
  for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => (last = null));
  return zoom;
}
