package hopfilm.claims;

import java.util.List;

/** All claims, in the order of the report. */
public final class Claims {

  private Claims() {}

  /** In the order of the report. */
  public static List<Claim> all() {
    return List.of(
        new Threshold(),
        new Landscape(),
        new AlongAndAcross(),
        new Memristor(),
        new ThreePatterns(),
        new Degeneracy(),
        new JouleHeatDifference(),
        new RetrievalBasins(),
        new HebbPulses(),
        new HighVoltage(),
        new OtherMaterials(),
        new DipolarField(),
        new Pinning(),
        new HallEffects(),
        new NegativeFeedback(),
        new LargerNetworks(),
        new TwoPatterns(),
        new TimeStepControl(),
        new MeshControl());
  }
}
