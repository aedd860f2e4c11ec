package hopfilm.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Circuits of N terminals from conductance matrices, in the language of SPICE: I_i = sum_j G_ij V_j
 * is the current that enters at terminal i. The symmetric part of G becomes a resistor between each
 * two terminals, R_ij = -2 / (G_ij + G_ji); what a Hall effect adds, (G_ij - G_ji) / 2, becomes
 * sources that are controlled by voltages and give back at the last terminal what they take at the
 * others. Rows and columns of G sum to zero, so that no ground is needed; with inverters they do
 * not, and what is left of a row is a resistor to node 0.
 *
 * <p>Reference: H. Vogt, G. Atkinson, P. Nenzi, "ngspice User's Manual", chapters 3.3 and 4.2;
 * plain enough for other dialects.
 */
public final class SpiceCircuit {

  /** Beside the largest element, what is no conductance but the residual of the potential. */
  private static final double NOTHING = 1e-9;

  /** Beside the largest element, what a row may sum to without inverters. */
  private static final double GROUND = 1e-6;

  private final StringBuilder text = new StringBuilder();
  private final Set<String> names = new HashSet<>();
  private final List<String> terminals;

  /**
   * Begins a file.
   *
   * @param remarks what the first lines say
   * @param terminals names in the order of the matrices
   */
  public SpiceCircuit(List<String> remarks, List<String> terminals) {
    remarks.forEach(r -> text.append("* ").append(r).append('\n'));
    Set<String> used = new HashSet<>();
    this.terminals = terminals.stream().map(t -> unique(t, used)).toList();
  }

  /**
   * Adds a subcircuit.
   *
   * @param g matrix [S]
   * @return its name in the file: letters, digits and underscores
   */
  public String add(String name, double[][] g) {
    String own = begin(name);
    int n = terminals.size();
    double least = NOTHING * largest(g);
    boolean isGrounded = isGrounded(g);
    String last = isGrounded ? "0" : at(n - 1);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double between = -(g[i][j] + g[j][i]) / 2;
        if (Math.abs(between) > least) {
          line("R%d_%d %s %s %.17g", i + 1, j + 1, at(i), at(j), 1 / between);
        }
      }
    }
    for (int i = 0; isGrounded && i < n; i++) {
      double rest = 0;
      for (int j = 0; j < n; j++) {
        rest += (g[i][j] + g[j][i]) / 2;
      }
      if (Math.abs(rest) > least) {
        line("R%d_0 %s 0 %.17g", i + 1, at(i), 1 / rest);
      }
    }
    int sources = isGrounded ? n : n - 1;
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < sources; j++) {
        double odd = (g[i][j] - g[j][i]) / 2;
        if (Math.abs(odd) > least) {
          line("G%d_%d %s %s %s %s %.17g", i + 1, j + 1, at(i), last, at(j), last, odd);
        }
      }
    }
    text.append(".ends ").append(own).append('\n');
    return own;
  }

  /**
   * Adds a subcircuit whose conductances change in time, straight from one given time to the next.
   *
   * @param t times [s], increasing
   * @param g symmetric matrices at these times, without inverters [S]
   */
  public String add(String name, double[] t, List<double[][]> g) {
    String own = begin(name);
    int n = terminals.size();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        String pair = (i + 1) + "_" + (j + 1);
        line("B%s %s %s I=V(%s,%s)*V(g%s)", pair, at(i), at(j), at(i), at(j), pair);
        text.append("V").append(pair).append(" g").append(pair).append(" 0 PWL(");
        for (int k = 0; k < t.length; k++) {
          text.append(k == 0 ? "" : k % 4 == 0 ? "\n+ " : " ");
          text.append(String.format(Locale.ROOT, "%.10g %.17g", t[k], -g.get(k)[i][j]));
        }
        text.append(")\n");
      }
    }
    text.append(".ends ").append(own).append('\n');
    return own;
  }

  /** The file so far. */
  public String text() {
    return text.toString();
  }

  private String begin(String name) {
    String own = unique(name, names);
    text.append("\n.subckt ").append(own);
    terminals.forEach(t -> text.append(' ').append(t));
    text.append('\n');
    return own;
  }

  private String at(int terminal) {
    return terminals.get(terminal);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Whether a current goes to ground: without inverters none does. */
  private static boolean isGrounded(double[][] g) {
    double most = 0;
    for (int i = 0; i < g.length; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < g.length; j++) {
        row += g[i][j];
        column += g[j][i];
      }
      most = Math.max(most, Math.max(Math.abs(row), Math.abs(column)));
    }
    return most > GROUND * largest(g);
  }

  private static double largest(double[][] g) {
    double most = 0;
    for (double[] row : g) {
      for (double x : row) {
        most = Math.max(most, Math.abs(x));
      }
    }
    return most;
  }

  /** SPICE knows no case and few signs in names. */
  private static String unique(String name, Set<String> used) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    if (plain.equals("0") || plain.equals("gnd")) {
      plain = "e_" + plain; // these are the ground of the whole circuit
    }
    List<String> tried = new ArrayList<>();
    String own = plain;
    while (!used.add(own)) {
      tried.add(own);
      own = plain + "_" + (tried.size() + 1);
    }
    return own;
  }
}
