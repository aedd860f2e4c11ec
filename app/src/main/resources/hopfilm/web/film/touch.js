// What hands do to electrodes: a click turns the sign, dragging moves one, or paints signs where there are many; the same by keys.

const STILL = 5;
const PAUSE = 500;

/**
 * @param actions flip(k), paint(list of k, sign), move(k, by in metres), dragging(k, by) or null, signOf(k), movable(k), paints()
 */
export function electrodeTouch(svg, zoom, actions) {
  let press = null;
  let keys = null;

  function under(x, y) {
    const name = document.elementFromPoint(x, y)?.closest?.("[data-electrode]");
    return name ? [...name.parentElement.children].indexOf(name) : -1;
  }
  function shift(e) {
    const k = zoom.perMetre();
    return [(e.clientX - press.x) / k, (press.y - e.clientY) / k];
  }

  svg.addEventListener("pointermove", (e) => {
    if (!press) return;
    if (!press.far && Math.hypot(e.clientX - press.x, e.clientY - press.y) < STILL) return;
    press.far = true;
    if (actions.paints()) {
      const k = under(e.clientX, e.clientY);
      if (k >= 0 && !press.painted.includes(k)) {
        press.painted.push(k);
        actions.painting(press.painted, press.sign);
      }
    } else if (actions.movable(press.k)) actions.dragging(press.k, shift(e));
  });
  const release = (e) => {
    if (!press) return;
    const { k, far, painted, sign } = press;
    const by = shift(e);
    press = null;
    actions.dragging(null);
    if (e.type === "pointercancel") return;
    if (!far) actions.flip(k);
    else if (actions.paints()) actions.paint(painted, sign);
    else if (actions.movable(k)) actions.move(k, by);
  };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);

  /** Makes the group of electrode k listen. */
  return function listen(group, k) {
    group.addEventListener("pointerdown", (e) => {
      if (e.button !== 0) return;
      e.preventDefault();
      group.focus({ focusVisible: false });
      // a drag paints with the sign that a click would give
      press = { k, x: e.clientX, y: e.clientY, far: false, painted: [k], sign: -actions.signOf(k) };
      svg.setPointerCapture?.(e.pointerId);
    });
    group.addEventListener("keydown", (e) => {
      if (e.key === "Enter" || e.key === " ") {
        e.preventDefault();
        actions.flip(k);
        return;
      }
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
      if (!step || actions.paints() || !actions.movable(k)) return;
      e.preventDefault();
      e.stopPropagation();
      const length = zoom.size[0] / (e.shiftKey ? 16 : 64);
      if (keys?.k !== k) keys = { k, by: [0, 0] };
      clearTimeout(keys.timer);
      keys.by = [keys.by[0] + step[0] * length, keys.by[1] + step[1] * length];
      actions.dragging(k, keys.by);
      const done = keys;
      keys.timer = setTimeout(() => {
        keys = null;
        actions.dragging(null);
        actions.move(k, done.by);
      }, PAUSE);
    });
  };
}
