package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A uniform film of one layer with the Vector API: the arithmetic of {@link PlainKernel}, a vector
 * of cells at a time. Whole vectors run over the end of a row into its fill.
 *
 * <p>Each loop is one piece, and the two for dm/dt with and without current are apart: a vector
 * that is handed to a method which is not inlined, or that meets another after a branch, would be
 * allocated. What the last stage does with dm/dt is a loop of its own: together they need more
 * registers than there are, which costs more than to read a row again.
 */
final class VectorKernel extends RowKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Largest | |v|^2 - 1 | for which the error of 1/|v|, 6e-18 times its 8th power, is rounding. */
  private static final double CLOSE = 0.01;

  private static final double HUGE = 1e300;

  private final FilmCoefficients film;

  VectorKernel(PaddedLayout layout, FilmCoefficients film, Ghosts ghosts) {
    super(layout, ghosts);
    this.film = film;
  }

  /** Whether vectors of this machine fit the fill of a row. */
  static boolean supported() {
    return SPECIES.length() <= PaddedLayout.LEAD && SPECIES.length() > 1;
  }

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  @Override
  boolean worksOnFewRows() {
    return true;
  }

  @Override
  double[] externalField() {
    return film.field();
  }

  @Override
  Object scratch() {
    // whole vectors run over the end
    int n = layout().grid().nx() + SPECIES.length();
    return new PaddedField(layout(), new double[n], new double[n], new double[n]);
  }

  @Override
  void row(Stage t, RowStarts at, Object scratch) {
    switch (t.kind()) {
      case RIGHT_HAND_SIDE, MIDDLE -> rate(t, at, t.next(), at.next);
      case LAST -> {
        PaddedField rate = (PaddedField) scratch;
        rate(t, at, rate, 0);
        if (!finish(t, at, rate)) {
          normalise(t.next(), at.next);
        }
      }
    }
  }

  /** Writes F of a row, or base + weight F, to another one that begins at {@code to}. */
  private void rate(Stage t, RowStarts at, PaddedField out, int to) {
    if (t.drift() == null) {
      free(t, at, out, to - at.m);
    } else {
      driven(t, at, out, to - at.m);
    }
  }

  /**
   * v / |v| of the last stage. |v| is close to 1, where three steps of Newton's iteration for 1/|v|
   * from 1 are exact to rounding and several times faster than root and division.
   *
   * @return whether it was close to 1 everywhere
   */
  private boolean finish(Stage t, RowStarts at, PaddedField rate) {
    final double[] rateX = rate.x();
    final double[] rateY = rate.y();
    final double[] rateZ = rate.z();
    final double[] mX = t.m().x();
    final double[] baseX = t.base().x();
    final double[] firstX = t.first().x();
    final double[] secondX = t.second().x();
    final double[] nextX = t.next().x();
    final double[] mY = t.m().y();
    final double[] baseY = t.base().y();
    final double[] firstY = t.first().y();
    final double[] secondY = t.second().y();
    final double[] nextY = t.next().y();
    final double[] mZ = t.m().z();
    final double[] baseZ = t.base().z();
    final double[] firstZ = t.first().z();
    final double[] secondZ = t.second().z();
    final double[] nextZ = t.next().z();
    final var one = DoubleVector.broadcast(SPECIES, 1);
    final var two = DoubleVector.broadcast(SPECIES, 2);
    final var third = DoubleVector.broadcast(SPECIES, 1 / 3.0);
    final var minusHalf = DoubleVector.broadcast(SPECIES, -0.5);
    final var threeHalves = DoubleVector.broadcast(SPECIES, 1.5);
    final var huge = DoubleVector.broadcast(SPECIES, HUGE);
    final var w = DoubleVector.broadcast(SPECIES, t.weight());
    final int from = at.m;
    final int to = at.next;
    final int nx = layout().grid().nx();
    var off = (DoubleVector) VectorTypes.DOUBLE.cast(DoubleVector.zero(SPECIES));
    for (int c = 0; c < nx; c += SPECIES.length()) {
      var vx =
          DoubleVector.fromArray(SPECIES, mX, from + c)
              .sub(DoubleVector.fromArray(SPECIES, baseX, from + c))
              .add(DoubleVector.fromArray(SPECIES, firstX, from + c));
      vx = two.fma(DoubleVector.fromArray(SPECIES, secondX, from + c), vx).mul(third);
      vx = DoubleVector.fromArray(SPECIES, rateX, c).fma(w, vx);
      var vy =
          DoubleVector.fromArray(SPECIES, mY, from + c)
              .sub(DoubleVector.fromArray(SPECIES, baseY, from + c))
              .add(DoubleVector.fromArray(SPECIES, firstY, from + c));
      vy = two.fma(DoubleVector.fromArray(SPECIES, secondY, from + c), vy).mul(third);
      vy = DoubleVector.fromArray(SPECIES, rateY, c).fma(w, vy);
      var vz =
          DoubleVector.fromArray(SPECIES, mZ, from + c)
              .sub(DoubleVector.fromArray(SPECIES, baseZ, from + c))
              .add(DoubleVector.fromArray(SPECIES, firstZ, from + c));
      vz = two.fma(DoubleVector.fromArray(SPECIES, secondZ, from + c), vz).mul(third);
      vz = DoubleVector.fromArray(SPECIES, rateZ, c).fma(w, vz);
      var square = vx.fma(vx, vy.fma(vy, vz.mul(vz)));
      // the zero vector of an empty cell stays as it is
      off =
          ((DoubleVector) VectorTypes.DOUBLE.cast(off))
              .max(square.sub(one).abs().min(square.mul(huge)));
      // at most 2: then the factor is positive, and only the length is wrong
      var h = square.min(two).mul(minusHalf);
      var r = h.add(threeHalves);
      r = r.mul(r).fma(h, threeHalves).mul(r);
      r = r.mul(r).fma(h, threeHalves).mul(r);
      ((DoubleVector) VectorTypes.DOUBLE.cast(vx.mul(r))).intoArray(nextX, to + c);
      ((DoubleVector) VectorTypes.DOUBLE.cast(vy.mul(r))).intoArray(nextY, to + c);
      ((DoubleVector) VectorTypes.DOUBLE.cast(vz.mul(r))).intoArray(nextZ, to + c);
    }
    return ((DoubleVector) VectorTypes.DOUBLE.cast(off)).reduceLanes(VectorOperators.MAX) <= CLOSE;
  }

  private void normalise(PaddedField f, int start) {
    for (int c = start; c < start + layout().grid().nx(); c++) {
      double x = f.x()[c];
      double y = f.y()[c];
      double z = f.z()[c];
      double r = Math.sqrt(x * x + y * y + z * z);
      if (r == 0) {
        continue;
      }
      f.x()[c] = x / r;
      f.y()[c] = y / r;
      f.z()[c] = z / r;
    }
  }

  private void free(Stage t, RowStarts at, PaddedField out, int to) {
    final double[] outX = out.x();
    final double[] outY = out.y();
    final double[] outZ = out.z();
    final double[] baseX = t.base().x();
    final double[] baseY = t.base().y();
    final double[] baseZ = t.base().z();
    final boolean adds = t.kind() == Stage.Kind.MIDDLE;
    final var w = DoubleVector.broadcast(SPECIES, t.weight());
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final int start = at.m;
    final int north = at.north - start;
    final int south = at.south - start;
    final var wxx = DoubleVector.broadcast(SPECIES, film.near().weightX()[0]);
    final var wxy = DoubleVector.broadcast(SPECIES, film.near().weightX()[1]);
    final var wxz = DoubleVector.broadcast(SPECIES, film.near().weightX()[2]);
    final var wyx = DoubleVector.broadcast(SPECIES, film.near().weightY()[0]);
    final var wyy = DoubleVector.broadcast(SPECIES, film.near().weightY()[1]);
    final var wyz = DoubleVector.broadcast(SPECIES, film.near().weightY()[2]);
    final var dx = DoubleVector.broadcast(SPECIES, film.diagonal()[0]);
    final var dy = DoubleVector.broadcast(SPECIES, film.diagonal()[1]);
    final var dz = DoubleVector.broadcast(SPECIES, film.diagonal()[2]);
    final var fx = DoubleVector.broadcast(SPECIES, t.field()[0]);
    final var fy = DoubleVector.broadcast(SPECIES, t.field()[1]);
    final var fz = DoubleVector.broadcast(SPECIES, t.field()[2]);
    final var ax = DoubleVector.broadcast(SPECIES, film.near().chiral()[0]);
    final var ay = DoubleVector.broadcast(SPECIES, film.near().chiral()[1]);
    final var bx = DoubleVector.broadcast(SPECIES, film.near().chiral()[2]);
    final var by = DoubleVector.broadcast(SPECIES, film.near().chiral()[3]);
    final var p1 = DoubleVector.broadcast(SPECIES, film.motion()[0]);
    final var q1 = DoubleVector.broadcast(SPECIES, film.motion()[2]);
    final int end = start + layout().grid().nx();
    for (int c = start; c < end; c += SPECIES.length()) {
      var mx = DoubleVector.fromArray(SPECIES, x, c);
      var my = DoubleVector.fromArray(SPECIES, y, c);
      var mz = DoubleVector.fromArray(SPECIES, z, c);
      var xe = DoubleVector.fromArray(SPECIES, x, c + 1);
      var xw = DoubleVector.fromArray(SPECIES, x, c - 1);
      var xn = DoubleVector.fromArray(SPECIES, x, c + north);
      var xs = DoubleVector.fromArray(SPECIES, x, c + south);
      var ye = DoubleVector.fromArray(SPECIES, y, c + 1);
      var yw = DoubleVector.fromArray(SPECIES, y, c - 1);
      var yn = DoubleVector.fromArray(SPECIES, y, c + north);
      var ys = DoubleVector.fromArray(SPECIES, y, c + south);
      var ze = DoubleVector.fromArray(SPECIES, z, c + 1);
      var zw = DoubleVector.fromArray(SPECIES, z, c - 1);
      var zn = DoubleVector.fromArray(SPECIES, z, c + north);
      var zs = DoubleVector.fromArray(SPECIES, z, c + south);
      var gxx = xe.sub(xw);
      var gxy = xn.sub(xs);
      var gyx = ye.sub(yw);
      var gyy = yn.sub(ys);
      var gzx = ze.sub(zw);
      var gzy = zn.sub(zs);
      var hx = mx.fma(dx, fx);
      hx = xe.add(xw).fma(wxx, hx);
      hx = xn.add(xs).fma(wyx, hx);
      var hy = my.fma(dy, fy);
      hy = ye.add(yw).fma(wxy, hy);
      hy = yn.add(ys).fma(wyy, hy);
      var hz = mz.fma(dz, fz);
      hz = ze.add(zw).fma(wxz, hz);
      hz = zn.add(zs).fma(wyz, hz);
      hx = gzy.fma(ay, gzx.fma(ax, hx));
      hy = gzy.fma(by, gzx.fma(bx, hy));
      hz = hz.sub(gyy.fma(by, gyx.fma(bx, gxy.fma(ay, gxx.mul(ax)))));
      var qx = hx.mul(q1);
      var qy = hy.mul(q1);
      var qz = hz.mul(q1);
      var px = hx.mul(p1);
      var py = hy.mul(p1);
      var pz = hz.mul(p1);
      px = my.fma(qz, px).sub(mz.mul(qy));
      py = mz.fma(qx, py).sub(mx.mul(qz));
      pz = mx.fma(qy, pz).sub(my.mul(qx));
      var kx = mz.mul(py).sub(my.mul(pz));
      var ky = mx.mul(pz).sub(mz.mul(px));
      var kz = my.mul(px).sub(mx.mul(py));
      if (adds) {
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(kx.fma(w, DoubleVector.fromArray(SPECIES, baseX, c))))
            .intoArray(outX, c + to);
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(ky.fma(w, DoubleVector.fromArray(SPECIES, baseY, c))))
            .intoArray(outY, c + to);
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(kz.fma(w, DoubleVector.fromArray(SPECIES, baseZ, c))))
            .intoArray(outZ, c + to);
      } else {
        ((DoubleVector) VectorTypes.DOUBLE.cast(kx)).intoArray(outX, c + to);
        ((DoubleVector) VectorTypes.DOUBLE.cast(ky)).intoArray(outY, c + to);
        ((DoubleVector) VectorTypes.DOUBLE.cast(kz)).intoArray(outZ, c + to);
      }
    }
  }

  private void driven(Stage t, RowStarts at, PaddedField out, int to) {
    final double[] outX = out.x();
    final double[] outY = out.y();
    final double[] outZ = out.z();
    final double[] baseX = t.base().x();
    final double[] baseY = t.base().y();
    final double[] baseZ = t.base().z();
    final boolean adds = t.kind() == Stage.Kind.MIDDLE;
    final var w = DoubleVector.broadcast(SPECIES, t.weight());
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final double[] x0 = t.drift().start().x();
    final double[] x1 = t.drift().slope().x();
    final double[] y0 = t.drift().start().y();
    final double[] y1 = t.drift().slope().y();
    final int start = at.m;
    final int north = at.north - start;
    final int south = at.south - start;
    final int drift = at.drift - start;
    final var wxx = DoubleVector.broadcast(SPECIES, film.near().weightX()[0]);
    final var wxy = DoubleVector.broadcast(SPECIES, film.near().weightX()[1]);
    final var wxz = DoubleVector.broadcast(SPECIES, film.near().weightX()[2]);
    final var wyx = DoubleVector.broadcast(SPECIES, film.near().weightY()[0]);
    final var wyy = DoubleVector.broadcast(SPECIES, film.near().weightY()[1]);
    final var wyz = DoubleVector.broadcast(SPECIES, film.near().weightY()[2]);
    final var dx = DoubleVector.broadcast(SPECIES, film.diagonal()[0]);
    final var dy = DoubleVector.broadcast(SPECIES, film.diagonal()[1]);
    final var dz = DoubleVector.broadcast(SPECIES, film.diagonal()[2]);
    final var fx = DoubleVector.broadcast(SPECIES, t.field()[0]);
    final var fy = DoubleVector.broadcast(SPECIES, t.field()[1]);
    final var fz = DoubleVector.broadcast(SPECIES, t.field()[2]);
    final var ax = DoubleVector.broadcast(SPECIES, film.near().chiral()[0]);
    final var ay = DoubleVector.broadcast(SPECIES, film.near().chiral()[1]);
    final var bx = DoubleVector.broadcast(SPECIES, film.near().chiral()[2]);
    final var by = DoubleVector.broadcast(SPECIES, film.near().chiral()[3]);
    final var p1 = DoubleVector.broadcast(SPECIES, film.motion()[0]);
    final var q1 = DoubleVector.broadcast(SPECIES, film.motion()[2]);
    final var p2 = DoubleVector.broadcast(SPECIES, film.motion()[1]);
    final var q2 = DoubleVector.broadcast(SPECIES, film.motion()[3]);
    final var ratio = DoubleVector.broadcast(SPECIES, t.drift().conduction().ratio());
    final var hall = DoubleVector.broadcast(SPECIES, t.drift().conduction().hall());
    final var s = DoubleVector.broadcast(SPECIES, t.s());
    final var ihx = DoubleVector.broadcast(SPECIES, film.near().gradientX() * t.drift().spin());
    final var ihy = DoubleVector.broadcast(SPECIES, film.near().gradientY() * t.drift().spin());
    final int end = start + layout().grid().nx();
    for (int c = start; c < end; c += SPECIES.length()) {
      var mx = DoubleVector.fromArray(SPECIES, x, c);
      var my = DoubleVector.fromArray(SPECIES, y, c);
      var mz = DoubleVector.fromArray(SPECIES, z, c);
      var xe = DoubleVector.fromArray(SPECIES, x, c + 1);
      var xw = DoubleVector.fromArray(SPECIES, x, c - 1);
      var xn = DoubleVector.fromArray(SPECIES, x, c + north);
      var xs = DoubleVector.fromArray(SPECIES, x, c + south);
      var ye = DoubleVector.fromArray(SPECIES, y, c + 1);
      var yw = DoubleVector.fromArray(SPECIES, y, c - 1);
      var yn = DoubleVector.fromArray(SPECIES, y, c + north);
      var ys = DoubleVector.fromArray(SPECIES, y, c + south);
      var ze = DoubleVector.fromArray(SPECIES, z, c + 1);
      var zw = DoubleVector.fromArray(SPECIES, z, c - 1);
      var zn = DoubleVector.fromArray(SPECIES, z, c + north);
      var zs = DoubleVector.fromArray(SPECIES, z, c + south);
      var gxx = xe.sub(xw);
      var gxy = xn.sub(xs);
      var gyx = ye.sub(yw);
      var gyy = yn.sub(ys);
      var gzx = ze.sub(zw);
      var gzy = zn.sub(zs);
      var hx = mx.fma(dx, fx);
      hx = xe.add(xw).fma(wxx, hx);
      hx = xn.add(xs).fma(wyx, hx);
      var hy = my.fma(dy, fy);
      hy = ye.add(yw).fma(wxy, hy);
      hy = yn.add(ys).fma(wyy, hy);
      var hz = mz.fma(dz, fz);
      hz = ze.add(zw).fma(wxz, hz);
      hz = zn.add(zs).fma(wyz, hz);
      hx = gzy.fma(ay, gzx.fma(ax, hx));
      hy = gzy.fma(by, gzx.fma(bx, hy));
      hz = hz.sub(gyy.fma(by, gyx.fma(bx, gxy.fma(ay, gxx.mul(ax)))));
      var w1 =
          DoubleVector.fromArray(SPECIES, x1, c + drift)
              .fma(s, DoubleVector.fromArray(SPECIES, x0, c + drift));
      var w2 =
          DoubleVector.fromArray(SPECIES, y1, c + drift)
              .fma(s, DoubleVector.fromArray(SPECIES, y0, c + drift));
      var along = mx.fma(w1, my.mul(w2)).mul(ratio);
      var across = mz.mul(hall);
      var ux = across.fma(w2, along.fma(mx, w1)).mul(ihx);
      var uy = along.fma(my, w2).sub(across.mul(w1)).mul(ihy);
      var gx = ux.fma(gxx, uy.mul(gxy));
      var gy = ux.fma(gyx, uy.mul(gyy));
      var gz = ux.fma(gzx, uy.mul(gzy));
      var qx = gx.fma(q2, hx.mul(q1));
      var qy = gy.fma(q2, hy.mul(q1));
      var qz = gz.fma(q2, hz.mul(q1));
      var px = gx.fma(p2, hx.mul(p1));
      var py = gy.fma(p2, hy.mul(p1));
      var pz = gz.fma(p2, hz.mul(p1));
      px = my.fma(qz, px).sub(mz.mul(qy));
      py = mz.fma(qx, py).sub(mx.mul(qz));
      pz = mx.fma(qy, pz).sub(my.mul(qx));
      var kx = mz.mul(py).sub(my.mul(pz));
      var ky = mx.mul(pz).sub(mz.mul(px));
      var kz = my.mul(px).sub(mx.mul(py));
      if (adds) {
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(kx.fma(w, DoubleVector.fromArray(SPECIES, baseX, c))))
            .intoArray(outX, c + to);
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(ky.fma(w, DoubleVector.fromArray(SPECIES, baseY, c))))
            .intoArray(outY, c + to);
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(kz.fma(w, DoubleVector.fromArray(SPECIES, baseZ, c))))
            .intoArray(outZ, c + to);
      } else {
        ((DoubleVector) VectorTypes.DOUBLE.cast(kx)).intoArray(outX, c + to);
        ((DoubleVector) VectorTypes.DOUBLE.cast(ky)).intoArray(outY, c + to);
        ((DoubleVector) VectorTypes.DOUBLE.cast(kz)).intoArray(outZ, c + to);
      }
    }
  }
}
