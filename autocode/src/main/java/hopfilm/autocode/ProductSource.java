package hopfilm.autocode;

import hopfilm.fourier.KernelShape;

/** Writes the product of a kernel's matrix with the three transformed components. */
final class ProductSource {

  private static final String[] REAL = {"xr", "yr", "zr"};
  private static final String[] IMAGINARY = {"xi", "yi", "zi"};

  private ProductSource() {}

  static String className(KernelShape shape) {
    return "Double" + (shape == KernelShape.SYMMETRIC ? "Symmetric" : "Cross") + "Product";
  }

  static String text(KernelShape shape) {
    return HEAD.formatted(className(shape))
        + layer(shape, false)
        + layer(shape, true)
        + layers(shape)
        + deep(shape, false)
        + deep(shape, true)
        + "}\n";
  }

  private static final String HEAD =
      """
      package hopfilm.fourier;

      import jdk.incubator.vector.DoubleVector;
      import jdk.incubator.vector.Vector;
      import jdk.incubator.vector.VectorSpecies;

      /** Generated from {@link KernelShape}; the mirrored wave has -kx. */
      final class %s extends DoubleProduct {

        private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
        private static final Class<? extends Vector<Double>> T = S.vectorType();
        private static final int L = S.length();
      """;

  /** The code for one layer, for a wave or for the mirrored one. */
  private static String layer(KernelShape shape, boolean mirrored) {
    LaneCode g = new LaneCode();
    String[] re = new String[3];
    String[] im = new String[3];
    for (int c = 0; c < 3; c++) {
      String at = c == 0 ? "b, p" : c == 1 ? "b, p + one" : "b, p + 2 * one";
      re[c] = g.load(at);
      im[c] = g.load(at + " + L");
    }
    String[] outRe = new String[3];
    String[] outIm = new String[3];
    int[] places = shape.places(true);
    for (KernelShape.Entry e : shape.entries()) {
      if (places[e.part()] >= 0) {
        String k =
            g.load(
                "k, ko" + (places[e.part()] == 0 ? "" : " + %d * L".formatted(places[e.part()])));
        int sign = e.sign() * (mirrored && shape.parts().get(e.part()).oddX() ? -1 : 1);
        boolean turned = shape.parts().get(e.part()).isImaginary();
        term(g, turned, e, k, sign, re[e.from()], im[e.from()], outRe, outIm);
      }
    }
    for (int c = 0; c < 3; c++) {
      String at = c == 0 ? "b, p" : c == 1 ? "b, p + one" : "b, p + 2 * one";
      g.store(at, outRe[c]);
      g.store(at + " + L", outIm[c]);
    }
    return """

      @Override
      void %s(double[] b, int one, int p, double[] k, int ko) {
    %s  }
    """
        .formatted(mirrored ? "mirrored" : "layer", g.text("    "));
  }

  private static void term(
      LaneCode g,
      boolean turned,
      KernelShape.Entry e,
      String k,
      int sign,
      String re,
      String im,
      String[] outRe,
      String[] outIm) {
    // i k (re + i im) = -k im + i k re
    String first = sign * (turned ? -1 : 1) < 0 ? g.neg(k) : k;
    String second = sign < 0 ? g.neg(k) : k;
    outRe[e.to()] = g.fma(first, turned ? im : re, outRe[e.to()]);
    outIm[e.to()] = g.fma(second, turned ? re : im, outIm[e.to()]);
  }

  /** The sum over the layers from l0 to l1, of which all lie on one side. */
  private static String loop(KernelShape shape, boolean below) {
    LaneCode g = new LaneCode();
    int[] places = shape.places(false);
    String[][] re = new String[2][3];
    String[][] im = new String[2][3];
    String[][] outRe = new String[2][];
    String[][] outIm = new String[2][];
    for (int side = 0; side < 2; side++) {
      for (int c = 0; c < 3; c++) {
        int o = 4 * c + 2 * side;
        re[side][c] = g.load("b, m" + (o == 0 ? "" : " + %d * L".formatted(o)));
        im[side][c] = g.load("b, m + %d * L".formatted(o + 1));
      }
      String mark = side == 0 ? "" : "m";
      outRe[side] = new String[] {mark + REAL[0], mark + REAL[1], mark + REAL[2]};
      outIm[side] = new String[] {mark + IMAGINARY[0], mark + IMAGINARY[1], mark + IMAGINARY[2]};
    }
    for (int side = 0; side < 2; side++) {
      for (KernelShape.Entry e : shape.entries()) {
        KernelShape.Part part = shape.parts().get(e.part());
        String k =
            g.load("k, o" + (places[e.part()] == 0 ? "" : " + %d * L".formatted(places[e.part()])));
        int sign =
            e.sign() * (side == 1 && part.oddX() ? -1 : 1) * (!below && part.oddZ() ? -1 : 1);
        String[] from = {re[side][e.from()], im[side][e.from()]};
        term(g, part.isImaginary(), e, k, sign, from[0], from[1], outRe[side], outIm[side]);
      }
    }
    for (int side = 0; side < 2; side++) {
      String mark = side == 0 ? "" : "m";
      for (int c = 0; c < 3; c++) {
        g.assign(mark + REAL[c], outRe[side][c]);
        g.assign(mark + IMAGINARY[c], outIm[side][c]);
      }
    }
    return g.text("      ");
  }

  private static String layers(KernelShape shape) {
    StringBuilder declared = new StringBuilder();
    StringBuilder stored = new StringBuilder();
    for (String mark : new String[] {"m", ""}) {
      for (int c = 0; c < 3; c++) {
        String at =
            "b, (%s) * one + %s"
                .formatted(
                    c == 0 ? "layer" : c == 1 ? "n + layer" : "2 * n + layer",
                    mark.isEmpty() ? "p" : "q");
        declared.append(
            "    var %s%s = zero;%n    var %s%s = zero;%n"
                .formatted(mark, REAL[c], mark, IMAGINARY[c]));
        stored.append(
            "    ((DoubleVector) T.cast(%s%s)).intoArray(%s);%n".formatted(mark, REAL[c], at));
        stored.append(
            "    ((DoubleVector) T.cast(%s%s)).intoArray(%s + L);%n"
                .formatted(mark, IMAGINARY[c], at));
      }
    }
    int parts = shape.parts().size();
    return """

      @Override
      void layers(double[] b, int lines, int n, int layer, double[] k, int ko, int one, int p, int q) {
        final var zero = (DoubleVector) T.cast(DoubleVector.zero(S));
    %1$s    for (int l = 0; l <= layer; l++) {
          int m = lines + l * 12 * L;
          int o = ko + (layer - l) * %4$d * L;
    %2$s    }
        for (int l = layer + 1; l < n; l++) {
          int m = lines + l * 12 * L;
          int o = ko + (l - layer) * %4$d * L;
    %3$s    }
    %5$s  }
    """
        .formatted(declared, loop(shape, true), loop(shape, false), parts, stored);
  }

  /** The code for waves with kz and -kz, or for those with -kx beside. */
  private static String deep(KernelShape shape, boolean mirrored) {
    LaneCode g = new LaneCode();
    String[][] re = new String[2][3];
    String[][] im = new String[2][3];
    for (int side = 0; side < 2; side++) {
      for (int c = 0; c < 3; c++) {
        re[side][c] = g.load(deep(side, c));
        im[side][c] = g.load(deep(side, c) + " + L");
      }
    }
    for (int side = 0; side < 2; side++) {
      String[] outRe = new String[3];
      String[] outIm = new String[3];
      for (KernelShape.Entry e : shape.entries()) {
        KernelShape.Part part = shape.parts().get(e.part());
        String k = g.load("k, ko" + (e.part() == 0 ? "" : " + %d * L".formatted(e.part())));
        int sign = (side == 1 && part.oddZ() ? -1 : 1) * (mirrored && part.oddX() ? -1 : 1);
        boolean turned = part.isImaginary() != part.oddZ();
        String[] from = {re[side][e.from()], im[side][e.from()]};
        term(g, turned, e, k, e.sign() * sign, from[0], from[1], outRe, outIm);
      }
      for (int c = 0; c < 3; c++) {
        g.store(deep(side, c), outRe[c]);
        g.store(deep(side, c) + " + L", outIm[c]);
      }
    }
    return """

      @Override
      void %s(double[] b, int one, int at, int[] up, int[] down, double[] k, int from) {
        int ko = from;
        for (int n = 0; n < up.length; n++) {
          final int p = at + up[n];
          final int q = at + down[n];
    %s      ko += %d * L;
        }
      }
    """
        .formatted(mirrored ? "deepMirrored" : "deep", g.text("      "), shape.parts().size());
  }

  private static String deep(int side, int c) {
    return "b, " + (side == 0 ? "p" : "q") + (c == 0 ? "" : c == 1 ? " + one" : " + 2 * one");
  }
}
