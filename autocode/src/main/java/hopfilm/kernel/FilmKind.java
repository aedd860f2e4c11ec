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
  INTERFACIAL_BONDS;

  /** Whether the anisotropy varies, and with it what a cell's own moment feels of itself. */
  public boolean hasLocalTerms() {
    return compareTo(DIAGONAL) >= 0;
  }

  /** Whether magnetisation and damping vary, and with them how fast a moment follows its field. */
  public boolean variesInMotion() {
    return compareTo(MATERIAL) >= 0;
  }

  /** Whether exchange and DMI of the bonds vary. */
  public boolean hasBonds() {
    return compareTo(BULK_BONDS) >= 0;
  }
}
