// All that goes to and comes from the program: requests, and the stream of one film, which comes back by itself when it was lost.

import { readFrame } from "./film/frame.js";

/** What was wrong, in the program's words, and where in the experiment file. */
export class Refused extends Error {
  constructor(status, error) {
    super(error?.message ?? `The program answered with status ${status}.`);
    this.status = status;
    this.line = error?.line ?? null;
    this.key = error?.key ?? null;
  }
}

async function request(method, path, body, signal) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      signal,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, { message: "The program does not answer. Is hopfilm serve still running?" });
  }
  if (answer.ok) return answer;
  const wrong = await answer.json().catch(() => null);
  throw new Refused(answer.status, wrong?.error);
}

const json = async (method, path, body, signal) => (await request(method, path, body, signal)).json();

/** Of this page: a check that it sends takes the place of its last one. */
const CLIENT = Math.random().toString(36).slice(2);
const film = (id) => `/api/films/${encodeURIComponent(id)}`;

export const server = {
  hello: () => json("GET", "/api/hello"),
  examples: () => json("GET", "/api/examples"),
  films: () => json("GET", "/api/films"),
  folders: () => json("GET", "/api/folders"),
  check: (experiment, signal, drawing) => json("POST", "/api/check", { experiment, client: drawing === undefined ? CLIENT : `${CLIENT} drawing`, drawing }, signal),
  memories: () => json("GET", "/api/memories"),
  recall: (picture) => json("POST", "/api/memories", { picture }),
  open: (what) => json("POST", "/api/films", what),
  close: (id) => request("DELETE", film(id)),
  command: (id, command) => json("POST", `${film(id)}/commands`, command),
  advice: (id) => json("GET", `${film(id)}/advice`),
  experiment: async (id) => (await request("GET", `${film(id)}/experiment`)).text(),
  download: (id) => `${film(id)}/experiment?download=true`,
  snapshots: (id) => json("GET", `${film(id)}/snapshots`),
  frame: async (id, k) => readFrame(await (await request("GET", `${film(id)}/frames/${k}`)).arrayBuffer()),
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 4000;

/**
 * The stream of a film. Calls handlers.message with each message, handlers.frame with each picture, handlers.lost when the
 * program is gone and handlers.found when it is back. Answers an object to close it and to say what is wanted.
 */
export function stream(id, handlers) {
  let socket = null;
  let closed = false;
  let wait = FIRST_WAIT;
  let timer = 0;
  let want = { frames: 15, current: true, ack: true };

  function open() {
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${film(id)}/live`);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      wait = FIRST_WAIT;
      socket.send(JSON.stringify({ want }));
      handlers.found();
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") {
        handlers.message(JSON.parse(data));
        return;
      }
      const frame = readFrame(data);
      if (frame) handlers.frame(frame);
      // after it was drawn, so that a slow page is sent fewer
      requestAnimationFrame(() => socket?.readyState === WebSocket.OPEN && socket.send("ack"));
    };
    socket.onclose = () => {
      if (closed) return;
      handlers.lost(wait);
      timer = setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT, wait * 1.6);
    };
  }
  open();
  return {
    want(changes) {
      want = { ...want, ...changes };
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ want }));
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}
