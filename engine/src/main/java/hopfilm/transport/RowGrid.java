package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.transport.Electrode.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Contacts in rows and columns, coloured like a checkerboard: those of the colour of the first are
 * joined to one electrode, the row, and those of the other colour are dealt to pixels. So all
 * nearest neighbours, between which weights live, are places where a pixel meets the row.
 *
 * <p>Each pixel has as many contacts as the others. Those left over, with the fewest neighbours,
 * are left out. The contacts are dealt so that pixels meet the row at places as equal in number as
 * can be, and then so that contacts of a pixel are far apart. The same plan always gives the same
 * places.
 *
 * @param plan what was asked for
 * @param pixels by contact, row by row from the top left: the number of the pixel from 1, 0 of the
 *     row, -1 of a contact left out
 */
public record RowGrid(Plan plan, List<Integer> pixels) {

  public static final String ROW = "row";

  private static final int SWEEPS = 400;

  /** All of the search, for pixels of many contacts. */
  private static final int MOST_COMPARED = 4_000_000;

  /** What contacts of a pixel beside each other cost, of a place more or less. */
  private static final double APART = 0.1;

  /**
   * What is asked for.
   *
   * @param rows of contacts
   * @param columns of contacts
   * @param pixels how many
   * @param seed of the search
   */
  public record Plan(int rows, int columns, int pixels, long seed) {

    /** Contacts that are not the row's. */
    public int dealt() {
      return rows * columns / 2;
    }

    /** Contacts of a pixel. */
    public int each() {
      return dealt() / pixels;
    }
  }

  public RowGrid {
    pixels = List.copyOf(pixels);
  }

  /**
   * Deals the contacts.
   *
   * @throws IllegalArgumentException if there are fewer of them than pixels
   */
  public static RowGrid of(Plan plan) {
    if (plan.pixels() < 1 || plan.each() < 1) {
      throw new IllegalArgumentException(
          "%d contacts cannot be those of %d pixels".formatted(plan.dealt(), plan.pixels()));
    }
    return new RowGrid(plan, new Dealing(plan).pixels());
  }

  /** The electrodes row, p1, p2, ...: discs of a radius [m] in a grid with a margin [m]. */
  public List<Electrode> on(Grid film, double radius, double margin) {
    List<Electrode> discs =
        ElectrodeLayouts.grid(film, plan.rows(), plan.columns(), radius, margin);
    List<Electrode> all = new ArrayList<>();
    for (int k = 0; k <= plan.pixels(); k++) {
      int pixel = k;
      List<Patch> patches =
          IntStream.range(0, discs.size())
              .filter(c -> pixels.get(c) == pixel)
              .mapToObj(c -> new Patch(discs.get(c).shapes().get(0), false))
              .toList();
      String name = k == 0 ? ROW : "p" + k;
      all.add(new Electrode(name, patches, 0, Electrode.Drive.VOLTAGE, null));
    }
    return all;
  }

  /** Of each pixel, at how many places it meets the row. */
  public List<Integer> places() {
    int[] places = new int[plan.pixels()];
    for (int c = 0; c < pixels.size(); c++) {
      if (pixels.get(c) > 0) {
        places[pixels.get(c) - 1] += neighbours(plan, c);
      }
    }
    return IntStream.of(places).boxed().toList();
  }

  /** Contacts beside one, all of the other colour. */
  private static int neighbours(Plan plan, int contact) {
    int row = contact / plan.columns();
    int column = contact % plan.columns();
    return (row > 0 ? 1 : 0)
        + (row + 1 < plan.rows() ? 1 : 0)
        + (column > 0 ? 1 : 0)
        + (column + 1 < plan.columns() ? 1 : 0);
  }

  private static boolean isOfRow(Plan plan, int contact) {
    return (contact / plan.columns() + contact % plan.columns()) % 2 == 0;
  }

  /** The search, which exchanges contacts of two pixels as long as that makes nothing worse. */
  private static final class Dealing {
    private final Plan plan;
    private final int[] contacts; // those that are dealt: each() of the first pixel, and so on
    private final int each;

    Dealing(Plan plan) {
      this.plan = plan;
      this.each = plan.each();
      this.contacts =
          IntStream.range(0, plan.rows() * plan.columns())
              .filter(c -> !isOfRow(plan, c))
              .boxed()
              .sorted(Comparator.comparing(c -> -neighbours(plan, c)))
              .limit((long) each * plan.pixels())
              .sorted()
              .mapToInt(c -> c)
              .toArray();
      if (each > 1) {
        search();
      }
    }

    private void search() {
      SplittableRandom random = new SplittableRandom(plan.seed());
      for (int k = contacts.length - 1; k > 0; k--) {
        swap(k, random.nextInt(k + 1));
      }
      int steps = Math.min(SWEEPS * contacts.length, MOST_COMPARED / each);
      for (int n = 0; n < steps; n++) {
        int a = random.nextInt(contacts.length);
        int b = random.nextInt(contacts.length);
        int one = a / each;
        int other = b / each;
        if (one == other) {
          continue;
        }
        double before = cost(one, a) + cost(other, b);
        swap(a, b);
        if (cost(one, a) + cost(other, b) > before) {
          swap(a, b);
        }
      }
    }

    /** Of a pixel, as far as one of its contacts has a part in it. */
    private double cost(int pixel, int at) {
      double places = 0;
      double near = 0;
      for (int k = pixel * each; k < (pixel + 1) * each; k++) {
        places += neighbours(plan, contacts[k]);
        if (k != at) {
          int rows = contacts[k] / plan.columns() - contacts[at] / plan.columns();
          int columns = contacts[k] % plan.columns() - contacts[at] % plan.columns();
          near += 1.0 / (rows * rows + columns * columns);
        }
      }
      return places * places + APART * near;
    }

    private void swap(int a, int b) {
      int kept = contacts[a];
      contacts[a] = contacts[b];
      contacts[b] = kept;
    }

    /** The pixels are numbered as their first contacts come when one reads. */
    List<Integer> pixels() {
      int[] of = new int[plan.rows() * plan.columns()];
      for (int c = 0; c < of.length; c++) {
        of[c] = isOfRow(plan, c) ? 0 : -1;
      }
      List<int[]> groups = new ArrayList<>();
      for (int p = 0; p < plan.pixels(); p++) {
        groups.add(Arrays.stream(contacts, p * each, (p + 1) * each).sorted().toArray());
      }
      groups.sort(Comparator.comparing(g -> g[0]));
      for (int p = 0; p < groups.size(); p++) {
        for (int c : groups.get(p)) {
          of[c] = p + 1;
        }
      }
      return IntStream.of(of).boxed().toList();
    }
  }
}
