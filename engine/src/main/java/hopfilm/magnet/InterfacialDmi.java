package hopfilm.magnet;

/**
 * Interfacial Dzyaloshinskii-Moriya interaction of class Cnv, w = D [(m.grad) mz - mz div m]: Neel
 * walls. Sign of Rohart and Thiaville, doi:10.1103/PhysRevB.88.184422.
 */
public final class InterfacialDmi extends ChiralDmi {
  InterfacialDmi(Bonds bonds, Material material) {
    super(bonds, material);
  }
}
