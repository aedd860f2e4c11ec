package hopfilm.experiment;

import hopfilm.heat.Substrate;
import hopfilm.heat.Substrate.HalfSpace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What films usually lie on. */
public final class Substrates {

  /**
   * By name: heat capacity a volume and thermal conductivity near 300 K, rounded, from the CRC
   * Handbook of Chemistry and Physics. Films of oxide, and crystals when they are hot, conduct
   * less.
   */
  public static final Map<String, Substrate> USUAL = usual();

  private Substrates() {}

  private static Map<String, Substrate> usual() {
    Map<String, Substrate> all = new LinkedHashMap<>();
    all.put("ideal", new Substrate.Ideal());
    all.put("MgO", new HalfSpace(3.35e6, 48));
    all.put("Si", new HalfSpace(1.66e6, 148));
    all.put("SiO2", new HalfSpace(1.64e6, 1.38));
    all.put("Al2O3", new HalfSpace(3.1e6, 40));
    all.put("diamond", new HalfSpace(1.79e6, 2000));
    return Collections.unmodifiableMap(all);
  }

  /** What a key for them takes. */
  public static String words() {
    return String.join(" | ", USUAL.keySet()) + " | {capacity, conductivity}";
  }
}
