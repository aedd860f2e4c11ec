package hopfilm.bench;

/**
 * One figure beside its limit.
 *
 * @param key name in bench.json
 * @param what what is measured
 * @param value the figure
 * @param limit what it must reach
 * @param atMost whether the figure may be at most the limit; at least otherwise
 * @param detail what it is made of
 */
record Figure(String key, String what, double value, double limit, boolean atMost, String detail) {

  static Figure atMost(String key, String what, double value, double limit, String detail) {
    return new Figure(key, what, value, limit, true, detail);
  }

  static Figure atLeast(String key, String what, double value, double limit, String detail) {
    return new Figure(key, what, value, limit, false, detail);
  }

  boolean isMet() {
    return atMost ? value <= limit : value >= limit;
  }

  /** How much worse this is than an earlier one: 1.2 is a fifth worse. */
  double worseThan(double earlier) {
    return atMost ? value / earlier : earlier / value;
  }
}
