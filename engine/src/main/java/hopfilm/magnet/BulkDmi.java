package hopfilm.magnet;

/**
 * Bulk Dzyaloshinskii-Moriya interaction of crystal class T, w = D m.(curl m): Bloch walls; for D >
 * 0 the helix is m = (0, -sin kx, cos kx).
 */
public final class BulkDmi extends ChiralDmi {
  BulkDmi(Bonds bonds, Material material) {
    super(bonds, material);
  }
}
