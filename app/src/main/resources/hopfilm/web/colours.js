// The colours of the figures that a run leaves, made the same way: in Oklab (B. Ottosson, 2020), so that equal steps of a
// number look equally far apart; series and signs in the colours of Okabe and Ito (2008), safe for any kind of colour blindness.
// hopfilm.chart.ColourMap and Palette are the same in Java; PageLikeFiguresTest holds the two together.

export const BLUE = "#0072b2";
export const VERMILLION = "#d55e00";
export const SKY = "#56b4e9";
/** The last is a grey: the ink of the figures would not show on a dark page. */
export const SERIES = [BLUE, VERMILLION, "#009e73", "#cc79a7", "#e69f00", SKY, "#7d8a97"];
export const NEUTRAL = "#555555";
export const NO_FILM = [190, 190, 190];
export const NO_CURRENT = [255, 255, 254];

function linear(lightness, chroma, hue) {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const shown = (rgb) => rgb.every((v) => v >= -1e-4 && v <= 1 + 1e-4);

function encode(v) {
  const c = Math.min(1, Math.max(0, v));
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
}

/** sRGB bytes of a lightness, chroma and hue [rad]; a chroma that no screen shows is lowered. */
export function oklab(lightness, chroma, hue) {
  let low = 0;
  let high = chroma;
  if (shown(linear(lightness, chroma, hue))) low = chroma;
  else {
    for (let k = 0; k < 12; k++) {
      const middle = (low + high) / 2;
      if (shown(linear(lightness, middle, hue))) low = middle;
      else high = middle;
    }
  }
  return linear(lightness, low, hue).map(encode);
}

const RAD = Math.PI / 180;

function table(size, colour) {
  const out = new Uint8ClampedArray(3 * size);
  for (let k = 0; k < size; k++) out.set(colour(k / (size - 1)), 3 * k);
  return out;
}

/** Purple, white, green: a signed quantity from -1 to 1, 256 steps of three bytes. */
export const DIVERGING = table(256, (t) => {
  const side = 2 * t - 1;
  const a = Math.abs(side);
  return side < 0 ? oklab(0.975 - 0.545 * a, 0.19 * a, 312 * RAD) : oklab(0.975 - 0.545 * a, 0.13 * a, 155 * RAD);
});

/** Dark blue to yellow: a quantity without a sign. */
export const SEQUENTIAL = table(256, (t) => oklab(0.24 + 0.7 * t, 0.145, (290 - 185 * t) * RAD));

const LEVELS = 64;
const ANGLES = 128;
const direction = new Uint8ClampedArray(3 * LEVELS * ANGLES);
for (let l = 0; l < LEVELS; l++) {
  const mz = (2 * l) / (LEVELS - 1) - 1;
  const plane = Math.sqrt(1 - mz * mz);
  const lightness = mz < 0 ? 0.7 + 0.55 * mz : 0.7 + 0.28 * mz;
  for (let a = 0; a < ANGLES; a++) {
    direction.set(oklab(lightness, 0.17 * plane, (a / ANGLES) * 2 * Math.PI + 30 * RAD), 3 * (l * ANGLES + a));
  }
}

/** Position in DIRECTION of a unit vector: the angle in the plane as hue, mz as lightness. */
export function directionIndex(mx, my, mz) {
  const l = Math.round(((Math.max(-1, Math.min(1, mz)) + 1) / 2) * (LEVELS - 1));
  const a = Math.round((Math.atan2(my, mx) / (2 * Math.PI)) * ANGLES + ANGLES) % ANGLES;
  return 3 * (l * ANGLES + a);
}
export const DIRECTION = direction;

/** CSS colour of the diverging map for a number from -1 to 1. */
export function diverging(x) {
  const k = 3 * Math.round((Math.max(-1, Math.min(1, x)) + 1) * 127.5);
  return `rgb(${DIVERGING[k]} ${DIVERGING[k + 1]} ${DIVERGING[k + 2]})`;
}

export const signColour = (v) => (v > 0 ? VERMILLION : v < 0 ? BLUE : NEUTRAL);
