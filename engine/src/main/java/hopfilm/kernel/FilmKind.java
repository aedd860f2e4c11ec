package hopfilm.kernel;

/** What of a film varies from cell to cell, as far as the loops over its rows tell it apart. */
public enum FilmKind {
  /** Nothing; empty cells may be among the others. */
  PLAIN,
  /** Only an added field: of long range, thermal. */
  ADDED,
  /** Also the strength of the anisotropy along one of the coordinate axes. */
  DIAGONAL,
  /** Also its axis, or one that lies along no coordinate axis. */
  TENSOR,
  /** Also the magnetisation and the damping. */
  MATERIAL,
  /** All, bonds included, which turn about their own direction. */
  BULK_BONDS,
  /** All, bonds included, which turn about the direction across them in the plane. */
  INTERFACIAL_BONDS
}
