package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A uniform film of one layer with the Vector API: the arithmetic of {@link PlainKernel}, a vector
 * of cells at a time. Whole vectors run over the end of a row into its fill.
 *
 * <p>Each of the two row methods is one piece, and there are two of them: a vector that is handed
 * to a method which is not inlined, or that meets another after a branch, would be allocated.
 */
final class VectorKernel extends RowKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

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
  double[] externalField() {
    return film.field();
  }

  @Override
  void row(Stage t, int row, int start, Object scratch) {
    if (t.drift() == null) {
      free(t, start);
    } else {
      driven(t, start);
    }
  }

  private void free(Stage t, int start) {
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final double[] baseX = t.base().x();
    final double[] inX = t.sumIn().x();
    final double[] sumX = t.sum().x();
    final double[] nextX = t.next().x();
    final double[] baseY = t.base().y();
    final double[] inY = t.sumIn().y();
    final double[] sumY = t.sum().y();
    final double[] nextY = t.next().y();
    final double[] baseZ = t.base().z();
    final double[] inZ = t.sumIn().z();
    final double[] sumZ = t.sum().z();
    final double[] nextZ = t.next().z();
    final int up = layout().stride();
    final Stage.Kind kind = t.kind();
    final var wxx = DoubleVector.broadcast(SPECIES, film.weightX()[0]);
    final var wxy = DoubleVector.broadcast(SPECIES, film.weightX()[1]);
    final var wxz = DoubleVector.broadcast(SPECIES, film.weightX()[2]);
    final var wyx = DoubleVector.broadcast(SPECIES, film.weightY()[0]);
    final var wyy = DoubleVector.broadcast(SPECIES, film.weightY()[1]);
    final var wyz = DoubleVector.broadcast(SPECIES, film.weightY()[2]);
    final var dx = DoubleVector.broadcast(SPECIES, film.diagonal()[0]);
    final var dy = DoubleVector.broadcast(SPECIES, film.diagonal()[1]);
    final var dz = DoubleVector.broadcast(SPECIES, film.diagonal()[2]);
    final var fx = DoubleVector.broadcast(SPECIES, film.field()[0]);
    final var fy = DoubleVector.broadcast(SPECIES, film.field()[1]);
    final var fz = DoubleVector.broadcast(SPECIES, film.field()[2]);
    final var ax = DoubleVector.broadcast(SPECIES, film.chiral()[0]);
    final var ay = DoubleVector.broadcast(SPECIES, film.chiral()[1]);
    final var bx = DoubleVector.broadcast(SPECIES, film.chiral()[2]);
    final var by = DoubleVector.broadcast(SPECIES, film.chiral()[3]);
    final var p1 = DoubleVector.broadcast(SPECIES, film.motion()[0]);
    final var q1 = DoubleVector.broadcast(SPECIES, film.motion()[2]);
    final var b = DoubleVector.broadcast(SPECIES, t.b());
    final var cc = DoubleVector.broadcast(SPECIES, t.c());
    final int end = start + layout().grid().nx();
    for (int c = start; c < end; c += SPECIES.length()) {
      var mx = DoubleVector.fromArray(SPECIES, x, c);
      var my = DoubleVector.fromArray(SPECIES, y, c);
      var mz = DoubleVector.fromArray(SPECIES, z, c);
      var xe = DoubleVector.fromArray(SPECIES, x, c + 1);
      var xw = DoubleVector.fromArray(SPECIES, x, c - 1);
      var xn = DoubleVector.fromArray(SPECIES, x, c + up);
      var xs = DoubleVector.fromArray(SPECIES, x, c - up);
      var ye = DoubleVector.fromArray(SPECIES, y, c + 1);
      var yw = DoubleVector.fromArray(SPECIES, y, c - 1);
      var yn = DoubleVector.fromArray(SPECIES, y, c + up);
      var ys = DoubleVector.fromArray(SPECIES, y, c - up);
      var ze = DoubleVector.fromArray(SPECIES, z, c + 1);
      var zw = DoubleVector.fromArray(SPECIES, z, c - 1);
      var zn = DoubleVector.fromArray(SPECIES, z, c + up);
      var zs = DoubleVector.fromArray(SPECIES, z, c - up);
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
      if (kind == Stage.Kind.MIDDLE) {
        kx.fma(b, DoubleVector.fromArray(SPECIES, inX, c)).intoArray(sumX, c);
        kx.fma(cc, DoubleVector.fromArray(SPECIES, baseX, c)).intoArray(nextX, c);
        ky.fma(b, DoubleVector.fromArray(SPECIES, inY, c)).intoArray(sumY, c);
        ky.fma(cc, DoubleVector.fromArray(SPECIES, baseY, c)).intoArray(nextY, c);
        kz.fma(b, DoubleVector.fromArray(SPECIES, inZ, c)).intoArray(sumZ, c);
        kz.fma(cc, DoubleVector.fromArray(SPECIES, baseZ, c)).intoArray(nextZ, c);
      } else if (kind == Stage.Kind.LAST) {
        var vx = kx.fma(b, DoubleVector.fromArray(SPECIES, inX, c));
        var vy = ky.fma(b, DoubleVector.fromArray(SPECIES, inY, c));
        var vz = kz.fma(b, DoubleVector.fromArray(SPECIES, inZ, c));
        var r = vx.fma(vx, vy.fma(vy, vz.mul(vz))).sqrt();
        vx.div(r).intoArray(nextX, c);
        vy.div(r).intoArray(nextY, c);
        vz.div(r).intoArray(nextZ, c);
      } else {
        kx.intoArray(nextX, c);
        ky.intoArray(nextY, c);
        kz.intoArray(nextZ, c);
      }
    }
  }

  private void driven(Stage t, int start) {
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final double[] x0 = t.drift().x0();
    final double[] x1 = t.drift().x1();
    final double[] y0 = t.drift().y0();
    final double[] y1 = t.drift().y1();
    final double[] baseX = t.base().x();
    final double[] inX = t.sumIn().x();
    final double[] sumX = t.sum().x();
    final double[] nextX = t.next().x();
    final double[] baseY = t.base().y();
    final double[] inY = t.sumIn().y();
    final double[] sumY = t.sum().y();
    final double[] nextY = t.next().y();
    final double[] baseZ = t.base().z();
    final double[] inZ = t.sumIn().z();
    final double[] sumZ = t.sum().z();
    final double[] nextZ = t.next().z();
    final int up = layout().stride();
    final Stage.Kind kind = t.kind();
    final var wxx = DoubleVector.broadcast(SPECIES, film.weightX()[0]);
    final var wxy = DoubleVector.broadcast(SPECIES, film.weightX()[1]);
    final var wxz = DoubleVector.broadcast(SPECIES, film.weightX()[2]);
    final var wyx = DoubleVector.broadcast(SPECIES, film.weightY()[0]);
    final var wyy = DoubleVector.broadcast(SPECIES, film.weightY()[1]);
    final var wyz = DoubleVector.broadcast(SPECIES, film.weightY()[2]);
    final var dx = DoubleVector.broadcast(SPECIES, film.diagonal()[0]);
    final var dy = DoubleVector.broadcast(SPECIES, film.diagonal()[1]);
    final var dz = DoubleVector.broadcast(SPECIES, film.diagonal()[2]);
    final var fx = DoubleVector.broadcast(SPECIES, film.field()[0]);
    final var fy = DoubleVector.broadcast(SPECIES, film.field()[1]);
    final var fz = DoubleVector.broadcast(SPECIES, film.field()[2]);
    final var ax = DoubleVector.broadcast(SPECIES, film.chiral()[0]);
    final var ay = DoubleVector.broadcast(SPECIES, film.chiral()[1]);
    final var bx = DoubleVector.broadcast(SPECIES, film.chiral()[2]);
    final var by = DoubleVector.broadcast(SPECIES, film.chiral()[3]);
    final var p1 = DoubleVector.broadcast(SPECIES, film.motion()[0]);
    final var q1 = DoubleVector.broadcast(SPECIES, film.motion()[2]);
    final var p2 = DoubleVector.broadcast(SPECIES, film.motion()[1]);
    final var q2 = DoubleVector.broadcast(SPECIES, film.motion()[3]);
    final var ratio = DoubleVector.broadcast(SPECIES, t.drift().ratio());
    final var hall = DoubleVector.broadcast(SPECIES, t.drift().hall());
    final var s = DoubleVector.broadcast(SPECIES, t.s());
    final var ihx = DoubleVector.broadcast(SPECIES, film.inverseTwoDx() * t.drift().spin());
    final var ihy = DoubleVector.broadcast(SPECIES, film.inverseTwoDy() * t.drift().spin());
    final var b = DoubleVector.broadcast(SPECIES, t.b());
    final var cc = DoubleVector.broadcast(SPECIES, t.c());
    final int end = start + layout().grid().nx();
    for (int c = start; c < end; c += SPECIES.length()) {
      var mx = DoubleVector.fromArray(SPECIES, x, c);
      var my = DoubleVector.fromArray(SPECIES, y, c);
      var mz = DoubleVector.fromArray(SPECIES, z, c);
      var xe = DoubleVector.fromArray(SPECIES, x, c + 1);
      var xw = DoubleVector.fromArray(SPECIES, x, c - 1);
      var xn = DoubleVector.fromArray(SPECIES, x, c + up);
      var xs = DoubleVector.fromArray(SPECIES, x, c - up);
      var ye = DoubleVector.fromArray(SPECIES, y, c + 1);
      var yw = DoubleVector.fromArray(SPECIES, y, c - 1);
      var yn = DoubleVector.fromArray(SPECIES, y, c + up);
      var ys = DoubleVector.fromArray(SPECIES, y, c - up);
      var ze = DoubleVector.fromArray(SPECIES, z, c + 1);
      var zw = DoubleVector.fromArray(SPECIES, z, c - 1);
      var zn = DoubleVector.fromArray(SPECIES, z, c + up);
      var zs = DoubleVector.fromArray(SPECIES, z, c - up);
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
          DoubleVector.fromArray(SPECIES, x1, c).fma(s, DoubleVector.fromArray(SPECIES, x0, c));
      var w2 =
          DoubleVector.fromArray(SPECIES, y1, c).fma(s, DoubleVector.fromArray(SPECIES, y0, c));
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
      if (kind == Stage.Kind.MIDDLE) {
        kx.fma(b, DoubleVector.fromArray(SPECIES, inX, c)).intoArray(sumX, c);
        kx.fma(cc, DoubleVector.fromArray(SPECIES, baseX, c)).intoArray(nextX, c);
        ky.fma(b, DoubleVector.fromArray(SPECIES, inY, c)).intoArray(sumY, c);
        ky.fma(cc, DoubleVector.fromArray(SPECIES, baseY, c)).intoArray(nextY, c);
        kz.fma(b, DoubleVector.fromArray(SPECIES, inZ, c)).intoArray(sumZ, c);
        kz.fma(cc, DoubleVector.fromArray(SPECIES, baseZ, c)).intoArray(nextZ, c);
      } else if (kind == Stage.Kind.LAST) {
        var vx = kx.fma(b, DoubleVector.fromArray(SPECIES, inX, c));
        var vy = ky.fma(b, DoubleVector.fromArray(SPECIES, inY, c));
        var vz = kz.fma(b, DoubleVector.fromArray(SPECIES, inZ, c));
        var r = vx.fma(vx, vy.fma(vy, vz.mul(vz))).sqrt();
        vx.div(r).intoArray(nextX, c);
        vy.div(r).intoArray(nextY, c);
        vz.div(r).intoArray(nextZ, c);
      } else {
        kx.intoArray(nextX, c);
        ky.intoArray(nextY, c);
        kz.intoArray(nextZ, c);
      }
    }
  }
}
