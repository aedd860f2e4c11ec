// One picture of the film as the server sends it: a header, then planes of bytes (see docs/reference/http.md).

const CURRENT = 1;
const HEATED = 4;

/** The frame of an ArrayBuffer, or null if it is none. */
export function readFrame(buffer) {
  const head = new DataView(buffer);
  if (buffer.byteLength < 64 || head.getUint32(0, false) !== 0x48464c4d) return null;
  const start = head.getUint16(4, true);
  const nx = head.getUint32(8, true);
  const ny = head.getUint32(12, true);
  const n = nx * ny;
  const flags = head.getUint16(6, true);
  const j =
    flags & CURRENT
      ? {
          log: new Uint8Array(buffer, start + 3 * n, n),
          x: new Int8Array(buffer, start + 4 * n, n),
          y: new Int8Array(buffer, start + 5 * n, n),
          range: [head.getFloat32(52, true), head.getFloat32(56, true)],
        }
      : null;
  const warmth =
    flags & HEATED
      ? {
          level: new Uint8Array(buffer, start + (j ? 6 : 3) * n, n),
          range: [head.getFloat32(64, true), head.getFloat32(68, true)],
        }
      : null;
  return {
    nx,
    ny,
    m: new Int8Array(buffer, start, 3 * n),
    j,
    warmth,
    time: head.getFloat64(24, true),
    nsPerSecond: head.getFloat32(40, true),
    progress: head.getFloat32(44, true),
    secondsLeft: head.getFloat32(48, true),
  };
}
