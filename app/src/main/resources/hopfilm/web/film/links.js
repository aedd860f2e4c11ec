// The network over the film: a line for each pair of electrodes, as wide as its weight, green if the pair wants the same sign
// and purple with dashes if it wants opposite signs.

import { s } from "../dom.js";
import { diverging } from "../colours.js";
import { quantity } from "../format.js";

const SHOWN = 0.06;

/** Every pair of many nodes would be a ball of wool: so many for each node, the strongest. */
const EACH = 1.3;

/** @param marked two electrodes whose pair is looked at elsewhere on the page, or null; all: the other pairs too */
export function drawLinks(group, network, electrodes, centre, marked, all) {
  group.replaceChildren();
  const w = network?.Gprime;
  if (!w || w.length !== electrodes.length) return;
  const sizes = w.flatMap((row, a) => row.slice(0, a).map(Math.abs)).sort((a, b) => b - a);
  const largest = sizes[0];
  if (!(largest > 0)) return;
  const many = w.length > 6;
  const least = many ? sizes[Math.floor(EACH * w.length)] / largest : SHOWN;
  for (let a = 0; a < w.length; a++) {
    for (let b = 0; b < a; b++) {
      const share = w[a][b] / largest;
      const chosen = marked && marked.includes(a) && marked.includes(b);
      if (!chosen && (!all || Math.abs(share) < least)) continue;
      const [x1, y1] = centre(electrodes[a]);
      const [x2, y2] = centre(electrodes[b]);
      const width = (many ? 0.5 : 1) * (1.5 + 9 * Math.abs(share));
      const line = { x1, y1, x2, y2, "stroke-linecap": "round" };
      group.append(
        s("line", { ...line, stroke: chosen ? "#e69f00" : "rgb(255 255 255 / .85)", "stroke-width": width + 3.5 }),
        s(
          "line",
          { ...line, stroke: diverging(0.45 * Math.sign(share) + 0.55 * share), "stroke-width": width,
            "stroke-dasharray": share < 0 ? `${2 + width} ${3 + 1.2 * width}` : null },
          s("title", {}, `G′ ${electrodes[b].name}–${electrodes[a].name}: ${quantity(w[a][b], network.unit)}`),
        ),
      );
    }
  }
}
