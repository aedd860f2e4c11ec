package hopfilm.units;

/**
 * Physical constants of the simulation.
 *
 * <p>{@link #MU0} and {@link #GAMMA0} are fixed at the round values that micromagnetic programs
 * share, so that results compare to the last digit; the others are those of CODATA 2018 (Tiesinga
 * et al., Rev. Mod. Phys. 93, 025010, 2021, doi:10.1103/RevModPhys.93.025010).
 */
public final class Constants {

  /** Vacuum permeability mu0 [T m/A], exactly 4 pi 1e-7 (the value before the SI of 2019). */
  public static final double MU0 = 4e-7 * Math.PI;

  /** Gyromagnetic ratio times mu0, gamma0 [m/(A s)], exactly 2.211e5 (as in OOMMF). */
  public static final double GAMMA0 = 2.211e5;

  /** Elementary charge e [C], exact in the SI; CODATA 2018. */
  public static final double E = 1.602176634e-19;

  /** Bohr magneton muB [J/T]; CODATA 2018. */
  public static final double MUB = 9.2740100783e-24;

  /** Boltzmann constant kB [J/K], exact in the SI; CODATA 2018. */
  public static final double KB = 1.380649e-23;

  /** Reduced Planck constant hbar [J s], h/(2 pi) rounded; CODATA 2018. */
  public static final double HBAR = 1.054571817e-34;

  private Constants() {}
}
