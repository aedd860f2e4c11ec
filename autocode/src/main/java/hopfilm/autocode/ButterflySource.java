package hopfilm.autocode;

/** Writes the butterflies of radices 2, 3, 4, 5, 8, whose lanes are independent lines. */
final class ButterflySource {

  private static final int[] RADICES = {2, 3, 4, 5, 8};

  private ButterflySource() {}

  static String text() {
    StringBuilder out = new StringBuilder(HEAD);
    for (int r : RADICES) {
      for (boolean forward : new boolean[] {true, false}) {
        out.append(stage(r, forward, true)).append(stage(r, forward, false));
      }
    }
    return out.append(outer(true)).append(outer(false)).append("}\n").toString();
  }

  private static final String HEAD =
      """
      package hopfilm.fourier;

      import jdk.incubator.vector.DoubleVector;
      import jdk.incubator.vector.Vector;
      import jdk.incubator.vector.VectorSpecies;

      /**
       * Butterflies of Fourier transforms of several lines at once, a line a lane. Generated.
       *
       * <p>A number of a line stands at [place][re, im][lane]. Forward, in place, decimation in
       * frequency: what comes out is in the order of reversed digits, which the way back takes.
       * Twiddles stand as (c, s, -s).
       */
      final class DoubleButterflies {

        static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
        static final Class<? extends Vector<Double>> T = S.vectorType();
        static final int L = S.length();

        private DoubleButterflies() {}
      """;

  /** Complex: real and imaginary part. */
  private record Z(String re, String im) {}

  private static String at(int q, boolean im) {
    return "b, p" + (q == 0 ? "" : " + " + (q == 1 ? "d" : q + " * d")) + (im ? " + L" : "");
  }

  private static String far(int q, boolean im) {
    return "a, o" + (q == 0 ? "" : " + " + (q == 1 ? "e" : q + " * e")) + (im ? " + L" : "");
  }

  private static Z load(LaneCode g, int q) {
    return new Z(g.load(at(q, false)), g.load(at(q, true)));
  }

  private static void store(LaneCode g, int q, Z z) {
    g.store(at(q, false), z.re());
    g.store(at(q, true), z.im());
  }

  private static String stage(int r, boolean forward, boolean twiddled) {
    LaneCode g = new LaneCode();
    Z[] x = new Z[r];
    for (int q = 0; q < r; q++) {
      x[q] = load(g, q);
      if (!forward && twiddled) {
        x[q] = turned(g, x[q], q, true);
      }
    }
    Z[] y = transform(g, x, forward ? -1 : 1);
    for (int q = 0; q < r; q++) {
      store(g, q, forward && twiddled ? turned(g, y[q], q, false) : y[q]);
    }
    String name = (forward ? "forward" : "inverse") + r;
    if (!twiddled) {
      return """

        /** Of neighbouring numbers. */
        static void %s(double[] b, int off, int subs) {
          final int d = 2 * L;
      %s    int p = off;
          for (int s = 0; s < subs; s++) {
      %s      p += %d * d;
          }
        }
      """
          .formatted(name, g.constants("    "), g.text("      "), r);
    }
    return """

      static void %s(double[] b, int off, int n, int subs, double[] tw) {
        final int d = n * 2 * L;
    %s    for (int s = 0; s < subs; s++) {
          int p = off + s * %d * d;
          int w = 0;
          for (int j = 0; j < n; j++) {
    %s        p += 2 * L;
            w += %d;
          }
        }
      }
    """
        .formatted(name, g.constants("    "), r, g.text("        "), 3 * (r - 1));
  }

  /** The outermost stage of a line whose second half is zero, or not wanted. */
  private static String outer(boolean forward) {
    LaneCode g = new LaneCode();
    Z[] x = new Z[4];
    for (int q = 0; q < 4; q++) {
      if (!forward) {
        x[q] = turned(g, load(g, q), q, true);
      } else if (q < 2) {
        x[q] = new Z(g.load(far(q, false)), g.load(far(q, true)));
      }
    }
    Z[] y = transform(g, x, forward ? -1 : 1);
    for (int q = 0; q < (forward ? 4 : 2); q++) {
      if (forward) {
        store(g, q, turned(g, y[q], q, false));
      } else {
        g.store(far(q, false), y[q].re());
        g.store(far(q, true), y[q].im());
      }
    }
    return """

      /** %s; its numbers are {@code apart} there. */
      static void %s(double[] b, int off, int n, double[] tw, double[] a, int at, int apart) {
        final int d = n * 2 * L;
        final int e = n * apart;
    %s    int p = off;
        int o = at;
        int w = 0;
        for (int j = 0; j < n; j++) {
    %s      p += 2 * L;
          o += apart;
          w += 9;
        }
      }
    """
        .formatted(
            forward ? "From a, followed by as many zeros" : "To a, the first half only",
            forward ? "forwardHalf" : "inverseHalf",
            g.constants("    "),
            g.text("      "));
  }

  private static Z turned(LaneCode g, Z z, int q, boolean conjugate) {
    if (q == 0 || z == null) {
      return z;
    }
    int at = 3 * (q - 1);
    String c = g.scalar("tw[w%s]".formatted(at == 0 ? "" : " + " + at));
    String s = g.scalar("tw[w + %d]".formatted(at + 1));
    String minus = g.scalar("tw[w + %d]".formatted(at + 2));
    String plus = conjugate ? minus : s;
    String other = conjugate ? s : minus;
    return new Z(g.fma(z.im(), other, g.mul(z.re(), c)), g.fma(z.im(), c, g.mul(z.re(), plus)));
  }

  private static Z[] transform(LaneCode g, Z[] x, int s) {
    return switch (x.length) {
      case 2 -> new Z[] {add(g, x[0], x[1]), sub(g, x[0], x[1])};
      case 3 -> three(g, x, s);
      case 4 -> four(g, x, s);
      case 5 -> five(g, x, s);
      default -> eight(g, x, s);
    };
  }

  private static Z add(LaneCode g, Z a, Z b) {
    return a == null ? b : b == null ? a : new Z(g.add(a.re(), b.re()), g.add(a.im(), b.im()));
  }

  private static Z sub(LaneCode g, Z a, Z b) {
    if (b == null) {
      return a;
    }
    return a == null
        ? new Z(g.neg(b.re()), g.neg(b.im()))
        : new Z(g.sub(a.re(), b.re()), g.sub(a.im(), b.im()));
  }

  /** a + s i b. */
  private static Z addTurned(LaneCode g, Z a, Z b, int s) {
    if (b == null) {
      return a;
    }
    return s < 0
        ? new Z(g.add(a.re(), b.im()), g.sub(a.im(), b.re()))
        : new Z(g.sub(a.re(), b.im()), g.add(a.im(), b.re()));
  }

  private static Z fma(LaneCode g, Z a, String c, Z b) {
    return new Z(g.fma(a.re(), c, b.re()), g.fma(a.im(), c, b.im()));
  }

  private static Z mul(LaneCode g, Z a, String c) {
    return new Z(g.mul(a.re(), c), g.mul(a.im(), c));
  }

  private static Z[] three(LaneCode g, Z[] x, int s) {
    Z sum = add(g, x[1], x[2]);
    Z a = fma(g, sum, g.constant(-0.5), x[0]);
    Z b = mul(g, sub(g, x[1], x[2]), g.constant(Math.sqrt(0.75)));
    return new Z[] {add(g, x[0], sum), addTurned(g, a, b, s), addTurned(g, a, b, -s)};
  }

  private static Z[] four(LaneCode g, Z[] x, int s) {
    Z a = add(g, x[0], x[2]);
    Z b = sub(g, x[0], x[2]);
    Z c = add(g, x[1], x[3]);
    Z d = sub(g, x[1], x[3]);
    return new Z[] {add(g, a, c), addTurned(g, b, d, s), sub(g, a, c), addTurned(g, b, d, -s)};
  }

  private static Z[] five(LaneCode g, Z[] x, int s) {
    String c1 = g.constant(Math.cos(0.4 * Math.PI));
    String c2 = g.constant(Math.cos(0.8 * Math.PI));
    String s1 = g.constant(Math.sin(0.4 * Math.PI));
    String s2 = g.constant(Math.sin(0.8 * Math.PI));
    String minus = g.constant(-Math.sin(0.4 * Math.PI));
    Z t1 = add(g, x[1], x[4]);
    Z t2 = add(g, x[2], x[3]);
    Z t3 = sub(g, x[1], x[4]);
    Z t4 = sub(g, x[2], x[3]);
    Z a1 = fma(g, t2, c2, fma(g, t1, c1, x[0]));
    Z a2 = fma(g, t2, c1, fma(g, t1, c2, x[0]));
    Z b1 = fma(g, t4, s2, mul(g, t3, s1));
    Z b2 = fma(g, t4, minus, mul(g, t3, s2));
    return new Z[] {
      add(g, add(g, x[0], t1), t2),
      addTurned(g, a1, b1, s),
      addTurned(g, a2, b2, s),
      addTurned(g, a2, b2, -s),
      addTurned(g, a1, b1, -s)
    };
  }

  private static Z[] eight(LaneCode g, Z[] x, int s) {
    Z[] even = four(g, new Z[] {x[0], x[2], x[4], x[6]}, s);
    Z[] odd = four(g, new Z[] {x[1], x[3], x[5], x[7]}, s);
    String h = g.constant(Math.sqrt(0.5));
    String minus = g.constant(-Math.sqrt(0.5));
    // (1 + s i) b and (-1 + s i) d
    Z b = odd[1];
    Z d = odd[3];
    Z first =
        s < 0
            ? new Z(g.add(b.re(), b.im()), g.sub(b.im(), b.re()))
            : new Z(g.sub(b.re(), b.im()), g.add(b.re(), b.im()));
    // the third with the sign of its second or first part turned
    Z third =
        s < 0
            ? new Z(g.sub(d.im(), d.re()), g.add(d.re(), d.im()))
            : new Z(g.add(d.re(), d.im()), g.sub(d.re(), d.im()));
    String up = s < 0 ? h : minus;
    String down = s < 0 ? minus : h;
    return new Z[] {
      add(g, even[0], odd[0]),
      fma(g, first, h, even[1]),
      addTurned(g, even[2], odd[2], s),
      new Z(g.fma(third.re(), up, even[3].re()), g.fma(third.im(), down, even[3].im())),
      sub(g, even[0], odd[0]),
      fma(g, first, minus, even[1]),
      addTurned(g, even[2], odd[2], -s),
      new Z(g.fma(third.re(), down, even[3].re()), g.fma(third.im(), up, even[3].im()))
    };
  }
}
