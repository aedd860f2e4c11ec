// What is known of the run on screen. Each part of the page listens to the keys that it shows.

export function createStore() {
  const values = new Map();
  const listeners = new Map();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.set(key, value);
      for (const f of listeners.get(key) ?? []) f(value);
    },
    /** Calls f with every new value of the key, and at once with the present one. */
    on(key, f) {
      if (!listeners.has(key)) listeners.set(key, []);
      listeners.get(key).push(f);
      if (values.has(key)) f(values.get(key));
    },
  };
}
