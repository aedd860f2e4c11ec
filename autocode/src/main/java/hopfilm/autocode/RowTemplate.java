package hopfilm.autocode;

import hopfilm.kernel.FilmKind;
import hopfilm.kernel.RowDrive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One loop over a row of cells, as {@link FilmKind} and {@link RowDrive} want it. */
final class RowTemplate {

  private static final String XYZ = "xyz";
  private static final String[] OFFSETS = {"1", "-1", "north", "south", "up", "down"};
  private static final String[] FILM_STEPS = {"1", "stride", "plane"};

  private final int axes;
  private final int reach;
  private final FilmKind kind;
  private final RowDrive drive;

  /** What is taken from the row before the loop: type and name, and the value. */
  private final Map<String, String> heads = new LinkedHashMap<>();

  /** The loop. */
  private final List<String> lines = new ArrayList<>();

  /**
   * @param axes 2 in films of one layer, 3 in others
   * @param reach how far neighbours count
   */
  RowTemplate(int axes, int reach, FilmKind kind, RowDrive drive) {
    this.axes = axes;
    this.reach = reach;
    this.kind = kind;
    this.drive = drive;
  }

  private boolean hasAdded() {
    return kind != FilmKind.PLAIN;
  }

  /** The text of the method. */
  String method(String name) {
    head("int", "end", "r.end");
    cells();
    local();
    bonds();
    rates();
    if (drive == RowDrive.FREE) {
      for (int c = 0; c < 3; c++) {
        char n = XYZ.charAt(c);
        line("var q%s = h%s.mul(q1);", n, n);
        line("var p%s = h%s.mul(p1);", n, n);
      }
    } else {
      velocity();
      gradient();
    }
    motion();
    StringBuilder text = new StringBuilder();
    text.append("  private static void ").append(name).append("(RowOperands r) {\n");
    heads.forEach((head, value) -> text.append("    final %s = %s;\n".formatted(head, value)));
    text.append("    for (int c = r.start; c < end; c += SPECIES.length()) {\n");
    lines.forEach(l -> text.append("      ").append(l).append('\n'));
    return text.append("    }\n  }\n").toString();
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  /** A value of the row, taken before the loop. */
  private String head(String type, String name, String value) {
    heads.put(type + " " + name, value);
    return name;
  }

  private String array(String name, String value) {
    return head("double[]", name, value);
  }

  private String offset(String name) {
    return head("int", name, "r." + name);
  }

  private String constant(String name, String value) {
    return head("DoubleVector", name, "DoubleVector.broadcast(SPECIES, " + value + ")");
  }

  private static String load(String array, String at) {
    return "DoubleVector.fromArray(SPECIES, " + array + ", " + at + ")";
  }

  /** Loads from an array of the whole film. */
  private String ofCell(String array) {
    return load(array, "c + " + offset("film"));
  }

  /** m of the cell and of its neighbours: x0a1 is m_x of the neighbour above along axis 0. */
  private void cells() {
    for (int c = 0; c < 3; c++) {
      String m = "m" + "XYZ".charAt(c);
      array(m, "r." + m);
      line("var m%s = %s;", XYZ.charAt(c), load(m, "c"));
    }
    for (int n = 1; n <= reach; n++) {
      for (int k = 0; k < axes; k++) {
        for (int side = 0; side < 2; side++) {
          for (int c = 0; c < 3; c++) {
            line(
                "var %s = %s;",
                neighbour(c, k, side, n), load("m" + "XYZ".charAt(c), place(k, side, n)));
          }
        }
      }
    }
  }

  private static String neighbour(int c, int k, int side, int n) {
    return "" + XYZ.charAt(c) + k + (side == 0 ? "a" : "b") + n;
  }

  private String place(int k, int side, int n) {
    if (k == 0) {
      return side == 0 ? "c + " + n : "c - " + n;
    }
    String offset = OFFSETS[2 * k + side] + (n == 1 ? "" : "2");
    return "c + " + offset(offset);
  }

  /** Field without neighbours: h, and where it is scaled by 1/(mu0 Ms), j begins with them. */
  private void local() {
    String[] start = new String[3];
    for (int c = 0; c < 3; c++) {
      char n = XYZ.charAt(c);
      String field = constant("f" + n, "r.field[" + c + "]");
      if (hasAdded()) {
        String h = array("h" + "XYZ".charAt(c), "r.h" + "XYZ".charAt(c));
        start[c] = load(h, "c + " + offset("added")) + ".add(" + field + ")";
      } else {
        start[c] = field;
      }
    }
    switch (kind) {
      case PLAIN, ADDED -> {
        for (int c = 0; c < 3; c++) {
          char n = XYZ.charAt(c);
          String d = constant("d" + n, "r.diagonal[" + c + "]");
          line("var h%s = m%s.fma(%s, %s);", n, n, d, start[c]);
        }
      }
      case DIAGONAL -> {
        for (int c = 0; c < 2; c++) {
          char n = XYZ.charAt(c);
          line("var h%s = m%s.fma(%s, %s);", n, n, ofCell(array("own" + n, tensor(c))), start[c]);
        }
        line("var hz = %s;", start[2]);
      }
      default -> {
        String[] names = {"kxx", "kyy", "kxy", "kxz", "kyz"};
        for (int i = 0; i < names.length; i++) {
          line("var %s = %s;", names[i], ofCell(array(names[i] + "s", tensor(i))));
        }
        line("var hx = mz.fma(kxz, my.fma(kxy, mx.fma(kxx, %s)));", start[0]);
        line("var hy = mz.fma(kyz, my.fma(kyy, mx.fma(kxy, %s)));", start[1]);
        line("var hz = my.fma(kyz, mx.fma(kxz, %s));", start[2]);
      }
    }
  }

  private static String tensor(int i) {
    return "r.local[" + i + "]";
  }

  private void bonds() {
    if (kind.hasBonds()) {
      bondsByCell();
    } else {
      uniformBonds();
    }
    if (kind.variesInMotion()) {
      line("var inverse = %s;", ofCell(array("inverses", "r.motion[0]")));
      for (int c = 0; c < 3; c++) {
        char n = XYZ.charAt(c);
        line("h%s = j%s.fma(inverse, h%s);", n, n, n);
      }
    }
  }

  /** Adds a b to the component c of the sum of the bonds. */
  private void add(int c, String a, String b) {
    char n = XYZ.charAt(c);
    String sum = (kind.variesInMotion() ? "j" : "h") + n;
    boolean isFirst =
        kind.variesInMotion() && lines.stream().noneMatch(l -> l.startsWith("var " + sum + " "));
    line(isFirst ? "var %s = %s.mul(%s);" : "%s = %s.fma(%s, %s);", sum, a, b, sum);
  }

  private void uniformBonds() {
    String sum = kind.variesInMotion() ? "j" : "h";
    for (int n = 1; n <= reach; n++) {
      String from = n == 1 ? "r.near" : "r.far";
      String mark = n == 1 ? "" : "2";
      for (int k = 0; k < axes; k++) {
        for (int c = 0; c < 3; c++) {
          // along z only a gradient needs z
          if (k < 2 || c < 2 || drive != RowDrive.FREE) {
            line("var g%s%d%s = %s;", XYZ.charAt(c), k, mark, difference(c, k, n));
          }
          String w = constant("w" + k + XYZ.charAt(c) + mark, from + "Weight[" + (3 * k + c) + "]");
          add(c, neighbour(c, k, 0, n) + ".add(" + neighbour(c, k, 1, n) + ")", w);
        }
      }
      for (int k = 0; k < 2; k++) {
        for (int c = 0; c < 2; c++) {
          char a = "ab".charAt(c);
          constant("" + a + k + mark, from + "Chiral[" + (2 * k + c) + "]");
        }
      }
      line("%sx = gz1%s.fma(a1%s, gz0%s.fma(a0%s, %sx));", sum, mark, mark, mark, mark, sum);
      line("%sy = gz1%s.fma(b1%s, gz0%s.fma(b0%s, %sy));", sum, mark, mark, mark, mark, sum);
      String less = "%sz = %sz.sub(gy1@.fma(b1@, gy0@.fma(b0@, gx1@.fma(a1@, gx0@.mul(a0@)))));";
      line(less.replace("@", mark), sum, sum);
      if (axes == 3) {
        constant("a2" + mark, from + "Chiral[4]");
        line("%sx = gy2%s.fma(a2%s, %sx);", sum, mark, mark, sum);
        line("%sy = %sy.sub(gx2%s.mul(a2%s));", sum, sum, mark, mark);
      }
    }
  }

  private static String difference(int c, int k, int n) {
    return neighbour(c, k, 0, n) + ".sub(" + neighbour(c, k, 1, n) + ")";
  }

  /** Bonds with arrays for what is along and across the axis a of their turn. */
  private void bondsByCell() {
    for (int n = 1; n <= reach; n++) {
      for (int k = 0; k < axes; k++) {
        boolean isBulk = kind == FilmKind.BULK_BONDS;
        int a = isBulk || k == 2 ? k : 1 - k;
        int p = (a + 1) % 3;
        int q = (a + 2) % 3;
        int b = 3 * (n - 1) + k;
        boolean isChiral = isBulk || k < 2;
        String par = array("pars" + b, "r.par[" + b + "]");
        String perp = array("perps" + b, "r.perp[" + b + "]");
        String cross = isChiral ? array("crosses" + b, "r.cross[" + b + "]") : null;
        for (int side = 0; side < 2; side++) {
          String mark = b + (side == 0 ? "a" : "b");
          String at = "c + " + offset("film");
          if (side == 1) {
            String step = k == 0 ? "1" : offset(FILM_STEPS[k]);
            at += " - " + (n == 1 || k == 0 ? (k == 0 ? "" + n : step) : "2 * " + step);
          }
          line("var par%s = %s;", mark, load(par, at));
          line("var perp%s = %s;", mark, load(perp, at));
          add(a, neighbour(a, k, side, n), "par" + mark);
          add(p, neighbour(p, k, side, n), "perp" + mark);
          add(q, neighbour(q, k, side, n), "perp" + mark);
          if (isChiral) {
            line("var cross%s = %s;", mark, load(cross, at));
            int plus = side == 0 ? p : q;
            int minus = side == 0 ? q : p;
            add(plus, neighbour(minus, k, side, n), "cross" + mark);
            char s = XYZ.charAt(minus);
            line("j%s = j%s.sub(%s.mul(cross%s));", s, s, neighbour(plus, k, side, n), mark);
          }
        }
      }
    }
  }

  /** The velocity u of a fully polarised current, and the field of the spin-orbit torque. */
  private void velocity() {
    String since = constant("since", "r.since");
    for (int k = 0; k < axes; k++) {
      String first = array("start" + k, "r.driftStart[" + k + "]");
      String slope = array("slope" + k, "r.driftSlope[" + k + "]");
      line("var w%d = %s.fma(%s, %s);", k, ofCell(slope), since, ofCell(first));
    }
    String ratio = constant("ratio", "r.ratio");
    String hall = constant("hall", "r.hall");
    String along = "mx.fma(w0, my.mul(w1))";
    line("var along = %s.mul(%s);", axes == 2 ? along : "mz.fma(w2, " + along + ")", ratio);
    if (axes == 2) {
      line("var across = mz.mul(%s);", hall);
      line("var u0 = across.fma(w1, along.fma(mx, w0));");
      line("var u1 = along.fma(my, w1).sub(across.mul(w0));");
    } else {
      for (int k = 0; k < 3; k++) {
        char p = XYZ.charAt((k + 1) % 3);
        char q = XYZ.charAt((k + 2) % 3);
        line(
            "var u%d = m%s.mul(w%d).sub(m%s.mul(w%d)).fma(%s, along.fma(m%s, w%d));",
            k, q, (k + 1) % 3, p, (k + 2) % 3, hall, XYZ.charAt(k), k);
      }
    }
    if (drive == RowDrive.SPIN_ORBIT) {
      String fl = constant("fieldLike", "r.fieldLike");
      String dl = constant("dampingLike", "r.dampingLike");
      String less = constant("lessFieldLike", "-r.fieldLike");
      line("var tilt = mz.mul(%s);", constant("lessDampingLike", "-r.dampingLike"));
      line("hx = u0.fma(tilt, u1.fma(%s, hx));", less);
      line("hy = u1.fma(tilt, u0.fma(%s, hy));", fl);
      line("hz = mx.fma(u0, my.mul(u1)).fma(%s, hz);", dl);
    }
  }

  /** g = (u.grad) m, and p and q of dm/dt = -m x (p + m x q). */
  private void gradient() {
    for (int n = 1; n <= reach; n++) {
      for (int k = 0; k < axes; k++) {
        String step = constant("step" + k + n, "r.gradient[" + (3 * (n - 1) + k) + "]");
        line("var v%d%d = u%d.mul(%s);", k, n, k, step);
      }
    }
    for (int c = 0; c < 3; c++) {
      String sum = null;
      for (int n = reach; n >= 1; n--) {
        for (int k = axes - 1; k >= 0; k--) {
          String v = "v" + k + n;
          String d = difference(c, k, n);
          if (!kind.hasBonds()) {
            d = "g" + XYZ.charAt(c) + k + (n == 1 ? "" : "2");
          }
          sum = sum == null ? v + ".mul(" + d + ")" : v + ".fma(" + d + ", " + sum + ")";
        }
      }
      line("var g%s = %s;", XYZ.charAt(c), sum);
    }
    if (kind.variesInMotion()) {
      String xi = constant("xi", "r.xi");
      for (int c = 0; c < 3; c++) {
        char n = XYZ.charAt(c);
        line("h%s = g%s.fma(%s, h%s);", n, n, xi, n);
        line("var q%s = g%s.fma(p1, h%s.mul(q1));", n, n, n);
        line("var p%s = h%s.mul(p1).sub(g%s.mul(q1));", n, n, n);
      }
    } else {
      String p2 = constant("p2", "r.p2");
      String q2 = constant("q2", "r.q2");
      for (int c = 0; c < 3; c++) {
        char n = XYZ.charAt(c);
        line("var q%s = g%s.fma(%s, h%s.mul(q1));", n, n, q2, n);
        line("var p%s = g%s.fma(%s, h%s.mul(p1));", n, n, p2, n);
      }
    }
  }

  /** The factors of the field in p and q. */
  private void rates() {
    if (kind.variesInMotion()) {
      line("var p1 = %s;", ofCell(array("p1s", "r.motion[1]")));
      line("var q1 = %s;", ofCell(array("q1s", "r.motion[2]")));
    } else {
      constant("p1", "r.p1");
      constant("q1", "r.q1");
    }
  }

  private void motion() {
    line("px = my.fma(qz, px).sub(mz.mul(qy));");
    line("py = mz.fma(qx, py).sub(mx.mul(qz));");
    line("pz = mx.fma(qy, pz).sub(my.mul(qx));");
    line("var kx = mz.mul(py).sub(my.mul(pz));");
    line("var ky = mx.mul(pz).sub(mz.mul(px));");
    line("var kz = my.mul(px).sub(mx.mul(py));");
    head("boolean", "adds", "r.adds");
    constant("weight", "r.weight");
    line("if (adds) {");
    for (int c = 0; c < 3; c++) {
      store(
          c,
          "k%s.fma(weight, %s)"
              .formatted(XYZ.charAt(c), load(array("base" + c, "r.base" + "XYZ".charAt(c)), "c")));
    }
    line("} else {");
    for (int c = 0; c < 3; c++) {
      store(c, "k" + XYZ.charAt(c));
    }
    line("}");
  }

  private void store(int c, String value) {
    String out = array("out" + c, "r.out" + "XYZ".charAt(c));
    line(
        "  ((DoubleVector) VectorTypes.DOUBLE.cast(%s)).intoArray(%s, c + %s);",
        value, out, offset("to"));
  }
}
