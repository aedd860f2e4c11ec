package hopfilm.dynamics;

import java.util.List;

/**
 * The common course of several signals whose potential is solved for their present values: its
 * factor is always 1, with the kinks of all.
 *
 * @param share of the longest step that follows each of them
 */
record Several(List<Envelope> signals, double share) implements Envelope {

  @Override
  public double at(double t) {
    return 1;
  }

  @Override
  public double nextKink(double t) {
    return signals.stream().mapToDouble(f -> f.nextKink(t)).min().getAsDouble();
  }

  @Override
  public double largest(double from, double to) {
    return signals.stream().anyMatch(f -> f.largest(from, to) > 0) ? 1 : 0;
  }

  @Override
  public double square(double from, double to) {
    return to - from;
  }

  @Override
  public double longestStep() {
    return share * signals.stream().mapToDouble(Envelope::longestStep).min().getAsDouble();
  }
}
