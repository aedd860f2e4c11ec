package hopfilm.check;

import hopfilm.transport.WiredGrid;
import java.util.Locale;

/** How often the neurons of a wired grid meet, in words. */
final class Wiring {

  private Wiring() {}

  /** Electrodes, contacts of each, and how many pairs are neighbours and how often. */
  static String words(WiredGrid grid) {
    WiredGrid.Plan plan = grid.plan();
    WiredGrid.Meetings m = grid.meetings();
    String each = plan.each() + (plan.each() == 1 ? " contact" : " contacts");
    String text = "%d electrodes of %s, ".formatted(plan.neurons(), each);
    return plan.hasBothSigns()
        ? text
            + "with equal signs "
            + meet(m.equal())
            + ", with opposite signs "
            + meet(m.opposite())
        : text + meet(m.equal());
  }

  private static String meet(int[][] counts) {
    int pairs = 0;
    int met = 0;
    int all = 0;
    int most = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < i; j++) {
        pairs++;
        met += counts[i][j] > 0 ? 1 : 0;
        all += counts[i][j];
        most = Math.max(most, counts[i][j]);
      }
    }
    return String.format(
        Locale.ROOT,
        "%d of %d pairs meet, %.1f times on average and %d at most",
        met,
        pairs,
        (double) all / pairs,
        most);
  }
}
