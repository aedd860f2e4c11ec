package hopfilm.kernel;

/** In plain loops. */
final class PlainFieldTurn extends FieldTurn {

  PlainFieldTurn(PaddedLayout layout, double[] precession, double[] damping) {
    super(layout, precession, damping);
  }

  @Override
  void row(
      PaddedField m, double weight, PaddedField now, PaddedField expected, int start, int end) {
    double[] mx = m.x();
    double[] my = m.y();
    double[] mz = m.z();
    for (int i = start; i < end; i++) {
      double x = mx[i];
      double y = my[i];
      double z = mz[i];
      double dx = now.x()[i] - expected.x()[i];
      double dy = now.y()[i] - expected.y()[i];
      double dz = now.z()[i] - expected.z()[i];
      double p = weight * precession()[i];
      double q = weight * damping()[i];
      double px = p * dx + q * (y * dz - z * dy);
      double py = p * dy + q * (z * dx - x * dz);
      double pz = p * dz + q * (x * dy - y * dx);
      double u = z * py - y * pz;
      double v = x * pz - z * px;
      double w = y * px - x * py;
      double square = u * u + v * v + w * w;
      double g = 1 + square * (-0.5 + square * (SECOND + square * THIRD));
      double r = g * (1.5 - 0.5 * (1 + square) * g * g);
      mx[i] = r * (x + u);
      my[i] = r * (y + v);
      mz[i] = r * (z + w);
    }
  }
}
