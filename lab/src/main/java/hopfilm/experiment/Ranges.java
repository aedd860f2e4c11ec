package hopfilm.experiment;

/** What several keys take, as {@link Keys.In} spells it. */
public final class Ranges {

  public static final String DURATION = "ns, 0 ns to 1 ms";
  public static final String FIELD = "kA/m, -100 MA/m to 100 MA/m";
  public static final String FREQUENCY = "GHz, 1 Hz to 1000 THz";
  public static final String KELVIN = "K, 0 K to 100 kK";

  private Ranges() {}
}
