package hopfilm.protocol;

import hopfilm.experiment.Goal;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether a column of the table has come to where a step ends. */
final class GoalWatch {

  /** Times of rows are multiples of their interval up to rounding. */
  private static final double SAME = 1e-9;

  private record Row(double time, double value) {}

  private final Goal goal;
  private final Deque<Row> rows = new ArrayDeque<>();
  private double begun = Double.NaN;
  private double last = Double.NaN;
  private boolean isReached;

  GoalWatch(Goal goal) {
    this.goal = goal;
  }

  String column() {
    return goal.column();
  }

  /** Looks at a row. */
  boolean look(double time, double value) {
    last = value;
    double level = goal.level().value();
    if (goal.settled().isEmpty()) {
      isReached = goal.below().isPresent() ? value < level : value > level;
      return isReached;
    }
    begun = Double.isNaN(begun) ? time : begun;
    rows.add(new Row(time, value));
    double over = goal.over().orElse(Goal.USUAL_OVER) * (1 - SAME);
    boolean isLong = time - begun >= over;
    while (isLong && rows.peek().time() < time - over && secondIsOldEnough(time - over)) {
      rows.remove();
    }
    double low = rows.stream().mapToDouble(Row::value).min().getAsDouble();
    double high = rows.stream().mapToDouble(Row::value).max().getAsDouble();
    isReached = isLong && high - low <= level;
    return isReached;
  }

  private boolean secondIsOldEnough(double since) {
    return rows.stream().skip(1).findFirst().filter(r -> r.time() <= since).isPresent();
  }

  /** Why a step took all of its time, in words. */
  String warning(String step) {
    String wanted =
        goal.below().isPresent()
            ? "was below " + text(goal.level())
            : goal.above().isPresent()
                ? "was above " + text(goal.level())
                : "had settled within " + text(goal.level());
    return "%s ended before %s %s: the last row has %s; give it a longer time, or another value"
        .formatted(step, goal.column(), wanted, text(new Quantity(last, goal.level().dimension())));
  }

  private static String text(Quantity q) {
    return q.dimension() == Dimension.FRACTION
        ? Quantity.digits(q.value(), 4)
        : Quantity.format(q.value(), q.dimension());
  }

  boolean isReached() {
    return isReached;
  }
}
