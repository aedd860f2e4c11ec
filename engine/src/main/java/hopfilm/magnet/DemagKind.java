package hopfilm.magnet;

/** Which demagnetising field a magnet has. */
public enum DemagKind {
  /** None: what it would do is in the anisotropy, Ku less mu0 Ms^2/2. */
  OFF,
  /** The dipolar field of all cells, {@link Demag}. */
  ON,
  /** The limit of a thin film, {@link LocalDemag}. */
  LOCAL
}
