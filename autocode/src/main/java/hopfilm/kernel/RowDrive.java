package hopfilm.kernel;

/** What a current does to a film. */
public enum RowDrive {
  /** There is none. */
  FREE,
  /** Spin-transfer torque. */
  CURRENT,
  /** Spin-transfer and spin-orbit torque. */
  SPIN_ORBIT
}
