package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A uniform film of one layer whose bonds reach second neighbours, with the Vector API: the field
 * of a row, what a current adds, and the motion, one after the other.
 */
final class WideVectorKernel extends RowKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private final FilmCoefficients film;

  WideVectorKernel(PaddedLayout layout, FilmCoefficients film, Ghosts ghosts) {
    super(layout, ghosts);
    this.film = film;
  }

  /** What the motion of one row multiplies with m: p and m x q; without a current both are h. */
  private record Work(double[][] p, double[][] q) {
    Work(int n) {
      this(new double[3][n], new double[3][n]);
    }
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
  Object scratch() {
    return new Work(layout().stride());
  }

  @Override
  void row(Stage t, RowStarts at, Object scratch) {
    Work w = (Work) scratch;
    int start = at.m;
    field(t, start, w.p());
    if (t.drift() == null) {
      move(t, start, w.p(), w.p(), film.motion()[0], film.motion()[2]);
    } else {
      drive(t, start, w.p(), w.q());
      move(t, start, w.p(), w.q(), 1, 1);
    }
  }

  private void field(Stage t, int start, double[][] h) {
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final double[] toX = h[0];
    final double[] toY = h[1];
    final double[] toZ = h[2];
    final int up = layout().stride();
    final int length = layout().grid().nx();
    final var wxx = DoubleVector.broadcast(SPECIES, film.near().weightX()[0]);
    final var vxx = DoubleVector.broadcast(SPECIES, film.far().weightX()[0]);
    final var wxy = DoubleVector.broadcast(SPECIES, film.near().weightX()[1]);
    final var vxy = DoubleVector.broadcast(SPECIES, film.far().weightX()[1]);
    final var wxz = DoubleVector.broadcast(SPECIES, film.near().weightX()[2]);
    final var vxz = DoubleVector.broadcast(SPECIES, film.far().weightX()[2]);
    final var wyx = DoubleVector.broadcast(SPECIES, film.near().weightY()[0]);
    final var vyx = DoubleVector.broadcast(SPECIES, film.far().weightY()[0]);
    final var wyy = DoubleVector.broadcast(SPECIES, film.near().weightY()[1]);
    final var vyy = DoubleVector.broadcast(SPECIES, film.far().weightY()[1]);
    final var wyz = DoubleVector.broadcast(SPECIES, film.near().weightY()[2]);
    final var vyz = DoubleVector.broadcast(SPECIES, film.far().weightY()[2]);
    final var dx = DoubleVector.broadcast(SPECIES, film.diagonal()[0]);
    final var fx = DoubleVector.broadcast(SPECIES, t.field()[0]);
    final var dy = DoubleVector.broadcast(SPECIES, film.diagonal()[1]);
    final var fy = DoubleVector.broadcast(SPECIES, t.field()[1]);
    final var dz = DoubleVector.broadcast(SPECIES, film.diagonal()[2]);
    final var fz = DoubleVector.broadcast(SPECIES, t.field()[2]);
    final var ax = DoubleVector.broadcast(SPECIES, film.near().chiral()[0]);
    final var farAx = DoubleVector.broadcast(SPECIES, film.far().chiral()[0]);
    final var ay = DoubleVector.broadcast(SPECIES, film.near().chiral()[1]);
    final var farAy = DoubleVector.broadcast(SPECIES, film.far().chiral()[1]);
    final var bx = DoubleVector.broadcast(SPECIES, film.near().chiral()[2]);
    final var farBx = DoubleVector.broadcast(SPECIES, film.far().chiral()[2]);
    final var by = DoubleVector.broadcast(SPECIES, film.near().chiral()[3]);
    final var farBy = DoubleVector.broadcast(SPECIES, film.far().chiral()[3]);
    for (int i = 0; i < length; i += SPECIES.length()) {
      final int c = start + i;
      var hx = DoubleVector.fromArray(SPECIES, x, c).fma(dx, fx);
      var hy = DoubleVector.fromArray(SPECIES, y, c).fma(dy, fy);
      var hz = DoubleVector.fromArray(SPECIES, z, c).fma(dz, fz);
      var xa1 = DoubleVector.fromArray(SPECIES, x, c + 1);
      var xb1 = DoubleVector.fromArray(SPECIES, x, c - 1);
      hx = xa1.add(xb1).fma(wxx, hx);
      var ya1 = DoubleVector.fromArray(SPECIES, y, c + 1);
      var yb1 = DoubleVector.fromArray(SPECIES, y, c - 1);
      hy = ya1.add(yb1).fma(wxy, hy);
      var za1 = DoubleVector.fromArray(SPECIES, z, c + 1);
      var zb1 = DoubleVector.fromArray(SPECIES, z, c - 1);
      hz = za1.add(zb1).fma(wxz, hz);
      var gx1 = xa1.sub(xb1);
      var gy1 = ya1.sub(yb1);
      var gz1 = za1.sub(zb1);
      hx = gz1.fma(ax, hx);
      hy = gz1.fma(bx, hy);
      hz = hz.sub(gy1.fma(bx, gx1.mul(ax)));
      var xa2 = DoubleVector.fromArray(SPECIES, x, c + 2);
      var xb2 = DoubleVector.fromArray(SPECIES, x, c - 2);
      hx = xa2.add(xb2).fma(vxx, hx);
      var ya2 = DoubleVector.fromArray(SPECIES, y, c + 2);
      var yb2 = DoubleVector.fromArray(SPECIES, y, c - 2);
      hy = ya2.add(yb2).fma(vxy, hy);
      var za2 = DoubleVector.fromArray(SPECIES, z, c + 2);
      var zb2 = DoubleVector.fromArray(SPECIES, z, c - 2);
      hz = za2.add(zb2).fma(vxz, hz);
      var gx2 = xa2.sub(xb2);
      var gy2 = ya2.sub(yb2);
      var gz2 = za2.sub(zb2);
      hx = gz2.fma(farAx, hx);
      hy = gz2.fma(farBx, hy);
      hz = hz.sub(gy2.fma(farBx, gx2.mul(farAx)));
      var xa3 = DoubleVector.fromArray(SPECIES, x, c + up);
      var xb3 = DoubleVector.fromArray(SPECIES, x, c - up);
      hx = xa3.add(xb3).fma(wyx, hx);
      var ya3 = DoubleVector.fromArray(SPECIES, y, c + up);
      var yb3 = DoubleVector.fromArray(SPECIES, y, c - up);
      hy = ya3.add(yb3).fma(wyy, hy);
      var za3 = DoubleVector.fromArray(SPECIES, z, c + up);
      var zb3 = DoubleVector.fromArray(SPECIES, z, c - up);
      hz = za3.add(zb3).fma(wyz, hz);
      var gx3 = xa3.sub(xb3);
      var gy3 = ya3.sub(yb3);
      var gz3 = za3.sub(zb3);
      hx = gz3.fma(ay, hx);
      hy = gz3.fma(by, hy);
      hz = hz.sub(gy3.fma(by, gx3.mul(ay)));
      var xa4 = DoubleVector.fromArray(SPECIES, x, c + 2 * up);
      var xb4 = DoubleVector.fromArray(SPECIES, x, c - 2 * up);
      hx = xa4.add(xb4).fma(vyx, hx);
      var ya4 = DoubleVector.fromArray(SPECIES, y, c + 2 * up);
      var yb4 = DoubleVector.fromArray(SPECIES, y, c - 2 * up);
      hy = ya4.add(yb4).fma(vyy, hy);
      var za4 = DoubleVector.fromArray(SPECIES, z, c + 2 * up);
      var zb4 = DoubleVector.fromArray(SPECIES, z, c - 2 * up);
      hz = za4.add(zb4).fma(vyz, hz);
      var gx4 = xa4.sub(xb4);
      var gy4 = ya4.sub(yb4);
      var gz4 = za4.sub(zb4);
      hx = gz4.fma(farAy, hx);
      hy = gz4.fma(farBy, hy);
      hz = hz.sub(gy4.fma(farBy, gx4.mul(farAy)));
      ((DoubleVector) VectorTypes.DOUBLE.cast(hx)).intoArray(toX, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(hy)).intoArray(toY, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(hz)).intoArray(toZ, i);
    }
  }

  /** Turns h in p into p1 h + p2 g, and writes q1 h + q2 g to q. */
  private void drive(Stage t, int start, double[][] p, double[][] q) {
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final double[] x0 = t.drift().start().x();
    final double[] x1 = t.drift().slope().x();
    final double[] y0 = t.drift().start().y();
    final double[] y1 = t.drift().slope().y();
    final double[] pX = p[0];
    final double[] pY = p[1];
    final double[] pZ = p[2];
    final double[] qX = q[0];
    final double[] qY = q[1];
    final double[] qZ = q[2];
    final int up = layout().stride();
    final int length = layout().grid().nx();
    final var p1 = DoubleVector.broadcast(SPECIES, film.motion()[0]);
    final var p2 = DoubleVector.broadcast(SPECIES, film.motion()[1]);
    final var q1 = DoubleVector.broadcast(SPECIES, film.motion()[2]);
    final var q2 = DoubleVector.broadcast(SPECIES, film.motion()[3]);
    final var ratio = DoubleVector.broadcast(SPECIES, t.drift().conduction().ratio());
    final var hall = DoubleVector.broadcast(SPECIES, t.drift().conduction().hall());
    final var s = DoubleVector.broadcast(SPECIES, t.s());
    final var nearX = DoubleVector.broadcast(SPECIES, film.near().gradientX() * t.drift().spin());
    final var nearY = DoubleVector.broadcast(SPECIES, film.near().gradientY() * t.drift().spin());
    final var farX = DoubleVector.broadcast(SPECIES, film.far().gradientX() * t.drift().spin());
    final var farY = DoubleVector.broadcast(SPECIES, film.far().gradientY() * t.drift().spin());
    for (int i = 0; i < length; i += SPECIES.length()) {
      final int c = start + i;
      var mx = DoubleVector.fromArray(SPECIES, x, c);
      var my = DoubleVector.fromArray(SPECIES, y, c);
      var w1 =
          DoubleVector.fromArray(SPECIES, x1, c).fma(s, DoubleVector.fromArray(SPECIES, x0, c));
      var w2 =
          DoubleVector.fromArray(SPECIES, y1, c).fma(s, DoubleVector.fromArray(SPECIES, y0, c));
      var along = mx.fma(w1, my.mul(w2)).mul(ratio);
      var across = DoubleVector.fromArray(SPECIES, z, c).mul(hall);
      var ux = across.fma(w2, along.fma(mx, w1));
      var uy = along.fma(my, w2).sub(across.mul(w1));
      var u1 = ux.mul(nearX);
      var u2 = ux.mul(farX);
      var u3 = uy.mul(nearY);
      var u4 = uy.mul(farY);
      var gx =
          DoubleVector.fromArray(SPECIES, x, c + 1)
              .sub(DoubleVector.fromArray(SPECIES, x, c - 1))
              .mul(u1);
      gx =
          DoubleVector.fromArray(SPECIES, x, c + 2)
              .sub(DoubleVector.fromArray(SPECIES, x, c - 2))
              .fma(u2, gx);
      gx =
          DoubleVector.fromArray(SPECIES, x, c + up)
              .sub(DoubleVector.fromArray(SPECIES, x, c - up))
              .fma(u3, gx);
      gx =
          DoubleVector.fromArray(SPECIES, x, c + 2 * up)
              .sub(DoubleVector.fromArray(SPECIES, x, c - 2 * up))
              .fma(u4, gx);
      var hx = DoubleVector.fromArray(SPECIES, pX, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(gx.fma(p2, hx.mul(p1)))).intoArray(pX, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(gx.fma(q2, hx.mul(q1)))).intoArray(qX, i);
      var gy =
          DoubleVector.fromArray(SPECIES, y, c + 1)
              .sub(DoubleVector.fromArray(SPECIES, y, c - 1))
              .mul(u1);
      gy =
          DoubleVector.fromArray(SPECIES, y, c + 2)
              .sub(DoubleVector.fromArray(SPECIES, y, c - 2))
              .fma(u2, gy);
      gy =
          DoubleVector.fromArray(SPECIES, y, c + up)
              .sub(DoubleVector.fromArray(SPECIES, y, c - up))
              .fma(u3, gy);
      gy =
          DoubleVector.fromArray(SPECIES, y, c + 2 * up)
              .sub(DoubleVector.fromArray(SPECIES, y, c - 2 * up))
              .fma(u4, gy);
      var hy = DoubleVector.fromArray(SPECIES, pY, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(gy.fma(p2, hy.mul(p1)))).intoArray(pY, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(gy.fma(q2, hy.mul(q1)))).intoArray(qY, i);
      var gz =
          DoubleVector.fromArray(SPECIES, z, c + 1)
              .sub(DoubleVector.fromArray(SPECIES, z, c - 1))
              .mul(u1);
      gz =
          DoubleVector.fromArray(SPECIES, z, c + 2)
              .sub(DoubleVector.fromArray(SPECIES, z, c - 2))
              .fma(u2, gz);
      gz =
          DoubleVector.fromArray(SPECIES, z, c + up)
              .sub(DoubleVector.fromArray(SPECIES, z, c - up))
              .fma(u3, gz);
      gz =
          DoubleVector.fromArray(SPECIES, z, c + 2 * up)
              .sub(DoubleVector.fromArray(SPECIES, z, c - 2 * up))
              .fma(u4, gz);
      var hz = DoubleVector.fromArray(SPECIES, pZ, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(gz.fma(p2, hz.mul(p1)))).intoArray(pZ, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(gz.fma(q2, hz.mul(q1)))).intoArray(qZ, i);
    }
  }

  /** dm/dt = -m x (pScale p + m x qScale q), and what the stage does with it. */
  private void move(Stage t, int start, double[][] p, double[][] q, double pScale, double qScale) {
    final double[] x = t.m().x();
    final double[] y = t.m().y();
    final double[] z = t.m().z();
    final double[] pX = p[0];
    final double[] pY = p[1];
    final double[] pZ = p[2];
    final double[] qX = q[0];
    final double[] qY = q[1];
    final double[] qZ = q[2];
    final double[] baseX = t.base().x();
    final double[] firstX = t.first().x();
    final double[] secondX = t.second().x();
    final double[] nextX = t.next().x();
    final double[] baseY = t.base().y();
    final double[] firstY = t.first().y();
    final double[] secondY = t.second().y();
    final double[] nextY = t.next().y();
    final double[] baseZ = t.base().z();
    final double[] firstZ = t.first().z();
    final double[] secondZ = t.second().z();
    final double[] nextZ = t.next().z();
    final Stage.Kind kind = t.kind();
    final int length = layout().grid().nx();
    final var p1 = DoubleVector.broadcast(SPECIES, pScale);
    final var q1 = DoubleVector.broadcast(SPECIES, qScale);
    final var w = DoubleVector.broadcast(SPECIES, t.weight());
    final var two = DoubleVector.broadcast(SPECIES, 2);
    final var third = DoubleVector.broadcast(SPECIES, 1 / 3.0);
    for (int i = 0; i < length; i += SPECIES.length()) {
      final int c = start + i;
      var mx = DoubleVector.fromArray(SPECIES, x, c);
      var my = DoubleVector.fromArray(SPECIES, y, c);
      var mz = DoubleVector.fromArray(SPECIES, z, c);
      var qx = DoubleVector.fromArray(SPECIES, qX, i).mul(q1);
      var qy = DoubleVector.fromArray(SPECIES, qY, i).mul(q1);
      var qz = DoubleVector.fromArray(SPECIES, qZ, i).mul(q1);
      var px = DoubleVector.fromArray(SPECIES, pX, i).mul(p1);
      var py = DoubleVector.fromArray(SPECIES, pY, i).mul(p1);
      var pz = DoubleVector.fromArray(SPECIES, pZ, i).mul(p1);
      px = my.fma(qz, px).sub(mz.mul(qy));
      py = mz.fma(qx, py).sub(mx.mul(qz));
      pz = mx.fma(qy, pz).sub(my.mul(qx));
      var kx = mz.mul(py).sub(my.mul(pz));
      var ky = mx.mul(pz).sub(mz.mul(px));
      var kz = my.mul(px).sub(mx.mul(py));
      if (kind == Stage.Kind.MIDDLE) {
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(kx.fma(w, DoubleVector.fromArray(SPECIES, baseX, c))))
            .intoArray(nextX, c);
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(ky.fma(w, DoubleVector.fromArray(SPECIES, baseY, c))))
            .intoArray(nextY, c);
        ((DoubleVector)
                VectorTypes.DOUBLE.cast(kz.fma(w, DoubleVector.fromArray(SPECIES, baseZ, c))))
            .intoArray(nextZ, c);
      } else if (kind == Stage.Kind.LAST) {
        var vx =
            mx.sub(DoubleVector.fromArray(SPECIES, baseX, c))
                .add(DoubleVector.fromArray(SPECIES, firstX, c));
        vx = two.fma(DoubleVector.fromArray(SPECIES, secondX, c), vx).mul(third);
        vx = kx.fma(w, vx);
        var vy =
            my.sub(DoubleVector.fromArray(SPECIES, baseY, c))
                .add(DoubleVector.fromArray(SPECIES, firstY, c));
        vy = two.fma(DoubleVector.fromArray(SPECIES, secondY, c), vy).mul(third);
        vy = ky.fma(w, vy);
        var vz =
            mz.sub(DoubleVector.fromArray(SPECIES, baseZ, c))
                .add(DoubleVector.fromArray(SPECIES, firstZ, c));
        vz = two.fma(DoubleVector.fromArray(SPECIES, secondZ, c), vz).mul(third);
        vz = kz.fma(w, vz);
        var r = vx.fma(vx, vy.fma(vy, vz.mul(vz))).sqrt();
        ((DoubleVector) VectorTypes.DOUBLE.cast(vx.div(r))).intoArray(nextX, c);
        ((DoubleVector) VectorTypes.DOUBLE.cast(vy.div(r))).intoArray(nextY, c);
        ((DoubleVector) VectorTypes.DOUBLE.cast(vz.div(r))).intoArray(nextZ, c);
      } else {
        ((DoubleVector) VectorTypes.DOUBLE.cast(kx)).intoArray(nextX, c);
        ((DoubleVector) VectorTypes.DOUBLE.cast(ky)).intoArray(nextY, c);
        ((DoubleVector) VectorTypes.DOUBLE.cast(kz)).intoArray(nextZ, c);
      }
    }
  }
}
