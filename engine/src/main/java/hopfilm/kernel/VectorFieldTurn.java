package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API. Whole vectors run over the end of a row into its ghosts and its fill. */
final class VectorFieldTurn extends FieldTurn {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  VectorFieldTurn(PaddedLayout layout, double[] precession, double[] damping) {
    super(layout, precession, damping);
  }

  @Override
  void row(
      PaddedField m, double weight, PaddedField now, PaddedField expected, int start, int end) {
    final double[] mx = m.x();
    final double[] my = m.y();
    final double[] mz = m.z();
    final double[] nowX = now.x();
    final double[] nowY = now.y();
    final double[] nowZ = now.z();
    final double[] expectedX = expected.x();
    final double[] expectedY = expected.y();
    final double[] expectedZ = expected.z();
    final double[] precession = precession();
    final double[] damping = damping();
    final var by = DoubleVector.broadcast(S, weight);
    final var one = DoubleVector.broadcast(S, 1);
    final var minusHalf = DoubleVector.broadcast(S, -0.5);
    final var second = DoubleVector.broadcast(S, SECOND);
    final var third = DoubleVector.broadcast(S, THIRD);
    final var threeHalves = DoubleVector.broadcast(S, 1.5);
    for (int i = start; i < end; i += S.length()) {
      var x = DoubleVector.fromArray(S, mx, i);
      var y = DoubleVector.fromArray(S, my, i);
      var z = DoubleVector.fromArray(S, mz, i);
      var dx = DoubleVector.fromArray(S, nowX, i).sub(DoubleVector.fromArray(S, expectedX, i));
      var dy = DoubleVector.fromArray(S, nowY, i).sub(DoubleVector.fromArray(S, expectedY, i));
      var dz = DoubleVector.fromArray(S, nowZ, i).sub(DoubleVector.fromArray(S, expectedZ, i));
      var p = DoubleVector.fromArray(S, precession, i).mul(by);
      var q = DoubleVector.fromArray(S, damping, i).mul(by);
      var px = p.fma(dx, q.mul(y.mul(dz).sub(z.mul(dy))));
      var py = p.fma(dy, q.mul(z.mul(dx).sub(x.mul(dz))));
      var pz = p.fma(dz, q.mul(x.mul(dy).sub(y.mul(dx))));
      var u = z.mul(py).sub(y.mul(pz));
      var v = x.mul(pz).sub(z.mul(px));
      var w = y.mul(px).sub(x.mul(py));
      var square = u.fma(u, v.fma(v, w.mul(w)));
      var g = third.fma(square, second).fma(square, minusHalf).fma(square, one);
      var r = g.mul(square.add(one).mul(g).mul(g).fma(minusHalf, threeHalves));
      ((DoubleVector) VectorTypes.DOUBLE.cast(x.add(u).mul(r))).intoArray(mx, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(y.add(v).mul(r))).intoArray(my, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(z.add(w).mul(r))).intoArray(mz, i);
    }
  }
}
