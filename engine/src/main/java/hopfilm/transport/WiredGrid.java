package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.transport.Electrode.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Contacts in rows and columns that are wired to fewer neurons, placed so that as many pairs of
 * neurons as can be are neighbours somewhere, and as evenly as can be: weights live between
 * neighbours alone.
 *
 * <p>With both signs half of the patches of a neuron are inverted. Where two neurons have
 * neighbours of equal sign a current flows when they are unlike, where they have neighbours of
 * opposite sign when they are alike; so the film writes both kinds of pairs.
 *
 * <p>The places come from simulated annealing with swaps of two contacts (S. Kirkpatrick, C. D.
 * Gelatt, M. P. Vecchi, Science 220, 671 (1983), doi:10.1126/science.220.4598.671), which makes the
 * sum of the roots of how often each pair meets large, with equal and with opposite signs, and
 * keeps patches of one neuron apart. The same plan always gives the same places.
 *
 * @param plan what was asked for
 * @param places of the contacts, row by row from the top left: k for patch + of neuron k, counted
 *     from 1, and -k for a patch -
 */
public record WiredGrid(Plan plan, List<Integer> places) {

  private static final int SWEEPS = 1000;
  private static final double WARM = 0.5;
  private static final double COLD = 0.01;

  /** Plans that were searched before: all runs of a sweep ask for the same one. */
  private static final Map<Plan, WiredGrid> FOUND = new ConcurrentHashMap<>();

  private static final int MAX_KEPT = 64;

  /** Cost of a contact beside another one of the same neuron. */
  private static final double ALONE = 2;

  /**
   * What is asked for.
   *
   * @param rows of contacts
   * @param columns of contacts
   * @param neurons how many, each with as many contacts as the others
   * @param hasBothSigns whether half of the contacts of a neuron are inverted
   * @param seed of the search
   */
  public record Plan(int rows, int columns, int neurons, boolean hasBothSigns, long seed) {

    /** Contacts of a neuron. */
    public int each() {
      return rows * columns / neurons;
    }

    /** Names of the electrodes: n1, n2, ... */
    public List<String> names() {
      return IntStream.rangeClosed(1, neurons).mapToObj(k -> "n" + k).toList();
    }
  }

  /**
   * How often pairs of neurons are neighbours.
   *
   * @param equal by neurons i and j: neighbours of equal sign
   * @param opposite likewise of opposite sign
   */
  public record Meetings(int[][] equal, int[][] opposite) {}

  public WiredGrid {
    places = List.copyOf(places);
  }

  /**
   * Finds places.
   *
   * @throws IllegalArgumentException if the contacts cannot be shared evenly, or a neuron of both
   *     signs would have a single one
   */
  public static WiredGrid of(Plan plan) {
    int contacts = plan.rows() * plan.columns();
    if (plan.neurons() < 2 || contacts % plan.neurons() != 0) {
      throw new IllegalArgumentException(
          "%d contacts cannot be shared evenly by %d neurons".formatted(contacts, plan.neurons()));
    }
    if (plan.hasBothSigns() && plan.each() < 2) {
      throw new IllegalArgumentException("a neuron of both signs needs two contacts or more");
    }
    if (FOUND.size() >= MAX_KEPT) {
      FOUND.clear();
    }
    return FOUND.computeIfAbsent(plan, WiredGrid::search);
  }

  /** Count of the numbers that the search compares; none where it was made before. */
  public static double comparisons(Plan plan) {
    return FOUND.containsKey(plan) ? 0 : 20.0 * SWEEPS * plan.rows() * plan.columns();
  }

  private static WiredGrid search(Plan plan) {
    List<Integer> places = new ArrayList<>();
    for (int label : new Annealing(plan).places()) {
      places.add(label);
    }
    return new WiredGrid(plan, places);
  }

  /** The electrodes: discs of a radius [m] in a grid with a margin [m]. */
  public List<Electrode> on(Grid film, double radius, double margin) {
    List<Electrode> discs =
        ElectrodeLayouts.grid(film, plan.rows(), plan.columns(), radius, margin);
    List<Electrode> wired = new ArrayList<>();
    for (int k = 1; k <= plan.neurons(); k++) {
      List<Patch> patches = new ArrayList<>();
      for (int p = 0; p < discs.size(); p++) {
        if (Math.abs(places.get(p)) == k) {
          patches.add(new Patch(discs.get(p).shapes().get(0), places.get(p) < 0));
        }
      }
      wired.add(new Electrode(plan.names().get(k - 1), patches, 0, Electrode.Drive.VOLTAGE, null));
    }
    return wired;
  }

  /** Count of the times that pairs of neurons are neighbours along rows and columns. */
  public Meetings meetings() {
    int n = plan.neurons();
    int[][] equal = new int[n][n];
    int[][] opposite = new int[n][n];
    for (int p = 0; p < places.size(); p++) {
      if (p % plan.columns() + 1 < plan.columns()) {
        meet(places.get(p), places.get(p + 1), equal, opposite);
      }
      if (p + plan.columns() < places.size()) {
        meet(places.get(p), places.get(p + plan.columns()), equal, opposite);
      }
    }
    return new Meetings(equal, opposite);
  }

  private static void meet(int one, int other, int[][] equal, int[][] opposite) {
    int[][] counts = (one > 0) == (other > 0) ? equal : opposite;
    int a = Math.abs(one) - 1;
    int b = Math.abs(other) - 1;
    counts[a][b]++;
    if (a != b) {
      counts[b][a]++;
    }
  }

  /** The search for places. */
  private static final class Annealing {
    private final int rows;
    private final int columns;
    private final int[] label;
    private final int[][][] counts; // by equal or opposite signs, and by pair a <= b
    private double score;

    Annealing(Plan plan) {
      this.rows = plan.rows();
      this.columns = plan.columns();
      this.label = new int[rows * columns];
      this.counts = new int[2][plan.neurons()][plan.neurons()];
      SplittableRandom random = new SplittableRandom(plan.seed());
      int each = plan.each();
      for (int p = 0; p < label.length; p++) {
        boolean isMinus = plan.hasBothSigns() && p % each >= (each + 1) / 2;
        label[p] = (p / each + 1) * (isMinus ? -1 : 1);
      }
      for (int p = label.length - 1; p > 0; p--) {
        swap(p, random.nextInt(p + 1));
      }
      for (int p = 0; p < label.length; p++) {
        countIn(p);
      }
      search(random);
    }

    int[] places() {
      return label;
    }

    private void search(SplittableRandom random) {
      int steps = SWEEPS * label.length;
      double cooling = StrictMath.pow(COLD / WARM, 1.0 / steps);
      double temperature = WARM;
      for (int k = 0; k < steps; k++, temperature *= cooling) {
        int p = random.nextInt(label.length);
        int q = random.nextInt(label.length);
        double chance = random.nextDouble();
        if (label[p] == label[q]) {
          continue;
        }
        double before = score;
        exchange(p, q);
        if (score < before && chance >= StrictMath.exp((score - before) / temperature)) {
          exchange(p, q);
          score = before;
        }
      }
    }

    private void exchange(int p, int q) {
      around(p, q, -1);
      swap(p, q);
      around(p, q, 1);
    }

    private void swap(int p, int q) {
      int kept = label[p];
      label[p] = label[q];
      label[q] = kept;
    }

    /** Counts all neighbours of two contacts in or out, those between the two once. */
    private void around(int p, int q, int by) {
      for (int d = 0; d < 4; d++) {
        count(p, neighbour(p, d), by);
        int other = neighbour(q, d);
        if (other != p) {
          count(q, other, by);
        }
      }
    }

    /** Counts the neighbours to the right and below. */
    private void countIn(int p) {
      for (int d = 0; d < 2; d++) {
        count(p, neighbour(p, d), 1);
      }
    }

    private int neighbour(int p, int d) {
      int column = p % columns;
      int row = p / columns;
      return switch (d) {
        case 0 -> column + 1 < columns ? p + 1 : -1;
        case 1 -> row + 1 < rows ? p + columns : -1;
        case 2 -> column > 0 ? p - 1 : -1;
        default -> row > 0 ? p - columns : -1;
      };
    }

    private void count(int p, int q, int by) {
      if (q < 0) {
        return;
      }
      int a = Math.abs(label[p]) - 1;
      int b = Math.abs(label[q]) - 1;
      if (a == b) {
        score -= ALONE * by;
        return;
      }
      int[] row = counts[(label[p] > 0) == (label[q] > 0) ? 0 : 1][Math.min(a, b)];
      int at = Math.max(a, b);
      score -= Math.sqrt(row[at]);
      row[at] += by;
      score += Math.sqrt(row[at]);
    }
  }
}
