// Elements of the page and of its drawings, made in one call each.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined));
  return element;
}

/** An HTML element; attributes that start with "on" are listeners. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export const byId = (id) => document.getElementById(id);

/** Words into an element, if they are new; a pattern such as +−+− is not broken at the end of a line. */
export function say(element, text) {
  if (element.textContent === text) return;
  element.replaceChildren(...text.split(/([+\u2212]{2,})/).map((part, k) => (k % 2 === 1 ? h("span", { class: "nb" }, part) : part)));
}

/** A canvas as large as its place on the page, sharp on fine screens; calls back after each change. */
export function fitCanvas(canvas, changed) {
  const fit = () => {
    const ratio = window.devicePixelRatio || 1;
    const box = canvas.getBoundingClientRect();
    const width = Math.max(1, Math.round(box.width * ratio));
    const height = Math.max(1, Math.round(box.height * ratio));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    changed();
  };
  new ResizeObserver(fit).observe(canvas);
  fit();
}

/** Calls f at most once for each picture of the screen, however often it is asked for. */
export function eachFrame(f) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      f();
    });
  };
}

/**
 * One stop of the Tab key for many elements; the arrow keys go from one to the nearest in that direction.
 *
 * @param elements in the order of the page, the first takes the stop
 */
export function roving(elements) {
  const middle = (e) => {
    const r = e.getBoundingClientRect();
    return [r.x + r.width / 2, r.y + r.height / 2];
  };
  const stop = (chosen) => elements.forEach((e) => e.setAttribute("tabindex", e === chosen ? 0 : -1));
  stop(elements[0]);
  for (const element of elements) {
    element.addEventListener("focus", () => stop(element));
    element.addEventListener("keydown", (k) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[k.key];
      if (!way || k.defaultPrevented) return;
      const [x, y] = middle(element);
      // far aside counts more than far ahead
      const cost = (e) => {
        const [ex, ey] = middle(e);
        const ahead = (ex - x) * way[0] + (ey - y) * way[1];
        const aside = Math.abs((ex - x) * way[1]) + Math.abs((ey - y) * way[0]);
        return ahead > 1 ? ahead + 3 * aside : Infinity;
      };
      const next = elements.reduce((best, e) => (cost(e) < cost(best) ? e : best), element);
      k.preventDefault();
      k.stopPropagation();
      next.focus();
    });
  }
}

/** Marks one button of a group as pressed and calls back with its data-value. */
export function choice(group, chosen) {
  const buttons = [...group.querySelectorAll("button[data-value]")];
  const show = (value) => {
    for (const b of buttons) b.setAttribute("aria-pressed", String(b.dataset.value === value));
  };
  for (const b of buttons) {
    b.addEventListener("click", () => {
      show(b.dataset.value);
      chosen(b.dataset.value);
    });
  }
  return show;
}
