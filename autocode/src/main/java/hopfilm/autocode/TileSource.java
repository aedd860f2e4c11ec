package hopfilm.autocode;

/**
 * Writes the transposition of square tiles in registers for each number of lanes: at each of log2 L
 * rounds two vectors exchange their off-diagonal parts, by one rearrangement and one blend each.
 */
final class TileSource {

  private TileSource() {}

  static String text() {
    StringBuilder out = new StringBuilder(HEAD);
    for (String op : new String[] {"add", "sub"}) {
      out.append(choice("split", op)).append(choice("join", op));
      for (int lanes : new int[] {2, 4, 8, 16}) {
        out.append(tile("split", op, lanes)).append(tile("join", op, lanes));
      }
    }
    return out.append("}\n").toString();
  }

  private static final String HEAD =
      """
      package hopfilm.fourier;

      import jdk.incubator.vector.DoubleVector;
      import jdk.incubator.vector.Vector;
      import jdk.incubator.vector.VectorMask;
      import jdk.incubator.vector.VectorShuffle;
      import jdk.incubator.vector.VectorSpecies;

      /**
       * Sums and differences of lines, transposed tile by tile. Generated.
       *
       * <p>Split: row i of a tile is y at place a[i] plus, or less, y at place b[i]; column i goes to
       * d, two vectors apart. Join: row i of a tile is that of a plus, or less, that of b, two
       * vectors apart; column i goes to y at place g[i].
       */
      final class DoubleTiles {

        private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
        private static final Class<? extends Vector<Double>> T = S.vectorType();
        private static final int L = S.length();
        private static final VectorShuffle<Double> UP1 = turned(-1);
        private static final VectorShuffle<Double> UP2 = turned(-2);
        private static final VectorShuffle<Double> UP4 = turned(-4);
        private static final VectorShuffle<Double> UP8 = turned(-8);
        private static final VectorShuffle<Double> DOWN1 = turned(1);
        private static final VectorShuffle<Double> DOWN2 = turned(2);
        private static final VectorShuffle<Double> DOWN4 = turned(4);
        private static final VectorShuffle<Double> DOWN8 = turned(8);
        private static final VectorMask<Double> HIGH1 = high(1);
        private static final VectorMask<Double> HIGH2 = high(2);
        private static final VectorMask<Double> HIGH4 = high(4);
        private static final VectorMask<Double> HIGH8 = high(8);
        private static final VectorMask<Double> LOW1 = high(1).not();
        private static final VectorMask<Double> LOW2 = high(2).not();
        private static final VectorMask<Double> LOW4 = high(4).not();
        private static final VectorMask<Double> LOW8 = high(8).not();

        private DoubleTiles() {}

        private static VectorShuffle<Double> turned(int by) {
          return VectorShuffle.fromOp(S, i -> Math.floorMod(i + by, L));
        }

        private static VectorMask<Double> high(int bit) {
          return VectorMask.fromLong(S, longMask(bit));
        }

        private static long longMask(int bit) {
          long mask = 0;
          for (int i = 0; i < L; i++) {
            mask |= (i & bit) != 0 ? 1L << i : 0;
          }
          return mask;
        }
      """;

  private static String arguments(boolean split) {
    return split
        ? "double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p"
        : "double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o";
  }

  private static String title(String op) {
    return op.equals("add") ? "Sum" : "Difference";
  }

  private static String choice(String kind, String op) {
    boolean split = kind.equals("split");
    String call = split ? "(y, a, oa, b, ob, k, d, p)" : "(a, pa, b, pb, y, g, k, o)";
    String name = kind + title(op);
    return """

      static void %1$s(%2$s) {
        switch (L) {
          case 2 -> %1$s2%3$s;
          case 4 -> %1$s4%3$s;
          case 8 -> %1$s8%3$s;
          default -> %1$s16%3$s;
        }
      }
    """
        .formatted(name, arguments(split), call);
  }

  private static String tile(String kind, String op, int lanes) {
    boolean split = kind.equals("split");
    StringBuilder out = new StringBuilder();
    String[] now = new String[lanes];
    for (int i = 0; i < lanes; i++) {
      String step = i == 0 ? "" : " + %d * L".formatted(2 * i);
      String index = i == 0 ? "k" : "k + " + i;
      String first = split ? "y, a[%s] + oa".formatted(index) : "a, pa" + step;
      String second = split ? "y, b[%s] + ob".formatted(index) : "b, pb" + step;
      now[i] = "r" + i;
      out.append(
          "    var r%d = DoubleVector.fromArray(S, %s).%s(DoubleVector.fromArray(S, %s));%n"
              .formatted(i, first, op, second));
    }
    for (int d = 1; d < lanes; d *= 2) {
      String[] next = new String[lanes];
      for (int i = 0; i < lanes; i++) {
        if ((i & d) == 0) {
          next[i] = "u%d_%d".formatted(d, i);
          next[i + d] = "v%d_%d".formatted(d, i);
          out.append(
              "    var %s = %s.blend(%s.rearrange(UP%d), HIGH%d);%n"
                  .formatted(next[i], now[i], now[i + d], d, d));
          out.append(
              "    var %s = %s.blend(%s.rearrange(DOWN%d), LOW%d);%n"
                  .formatted(next[i + d], now[i + d], now[i], d, d));
        }
      }
      now = next;
    }
    for (int i = 0; i < lanes; i++) {
      String index = i == 0 ? "k" : "k + " + i;
      String to =
          split
              ? "d, p" + (i == 0 ? "" : " + %d * L".formatted(2 * i))
              : "y, g[%s] + o".formatted(index);
      out.append("    ((DoubleVector) T.cast(%s)).intoArray(%s);%n".formatted(now[i], to));
    }
    return "\n  private static void %s%s%d(%s) {\n%s  }\n"
        .formatted(kind, title(op), lanes, arguments(split), out);
  }
}
