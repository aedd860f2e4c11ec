// States reach the page by the stream and by answers to commands, and either may be the slower one.

/**
 * Tells states that are newer than all before of the film on screen. Numbers begin anew with a film and with a server: begin(id) is
 * called when a film is joined, and when its stream is back.
 */
export function createNewest() {
  let film = null;
  let last = 0;
  return {
    begin(id) {
      film = id;
      last = 0;
    },
    isNew(state) {
      if (state.id !== film || state.number <= last) return false;
      last = state.number;
      return true;
    },
  };
}
