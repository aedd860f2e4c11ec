package hopfilm.grid;

/** The neighbour beyond the last cell of an axis. */
public enum Edges {
  /** Nothing: a free edge of the magnet and an insulating edge of the conductor. */
  OPEN,
  /** The first cell again. */
  PERIODIC
}
