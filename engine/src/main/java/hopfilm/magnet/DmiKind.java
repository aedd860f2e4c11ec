package hopfilm.magnet;

/**
 * Symmetry of the Dzyaloshinskii-Moriya interaction, as the axis d about which it turns the
 * magnetisation from a cell to its neighbour along axis k: a bond costs D d.(m_j x m_i) per area.
 *
 * <p>Interfacial: sign of Rohart and Thiaville, Phys. Rev. B 88, 184422 (2013),
 * doi:10.1103/PhysRevB.88.184422; mumax3 counts its D with the other sign.
 */
public enum DmiKind {
  /** Class T, w = D m.(curl m): d = e_k, Bloch walls. */
  BULK,
  /** Class Cnv, w = D [(m.grad) mz - mz div m]: d = z x e_k, Neel walls, nothing along z. */
  INTERFACIAL;

  /** The axis (0, 1, 2 for x, y, z) along which d lies for bonds along axis k. */
  public int turnAxis(int k) {
    return this == BULK ? k : k == 0 ? 1 : 0;
  }

  /** Direction of d along that axis: 1, -1, or 0 where there is no interaction. */
  public int turnSign(int k) {
    return this == BULK ? 1 : k == 0 ? 1 : k == 1 ? -1 : 0;
  }
}
