package hopfilm.magnet;

import hopfilm.grid.VectorField;

/** One contribution to the energy of a magnet, with the field that it makes. */
public interface EnergyTerm {

  /** Short name as in tables and files: exchange, anisotropy, dmi, zeeman, demag, oersted. */
  String name();

  /** Energy of the whole film with magnetisation m [J]. */
  double energy(VectorField m);

  /** Adds the effective field H = -(1/(mu0 Ms V)) dE/dm [A/m] of magnetisation m to {@code h}. */
  void addField(VectorField m, VectorField h);
}
