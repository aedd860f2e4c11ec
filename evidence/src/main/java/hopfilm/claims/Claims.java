package hopfilm.claims;

import hopfilm.reproduce.Claim;
import hopfilm.reservoir.Reservoir;
import hopfilm.rows.Digits;
import hopfilm.rows.RandomPictures;
import hopfilm.rows.RowDecay;
import hopfilm.rows.RowErasure;
import hopfilm.rows.RowRetention;
import hopfilm.rows.Rows;
import hopfilm.rows.SimilarPictures;
import java.util.List;
import java.util.stream.Stream;

/** All claims of the paper, in the order of the report, and those beyond it. */
public final class Claims {

  private Claims() {}

  /** The claims of the paper, in the order of the report. */
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
        new SeveralMinima(),
        new NumericalControls.TimeStep(),
        new NumericalControls.Mesh());
  }

  /** Claims beyond the paper: {@code reproduce all} leaves them out. */
  public static List<Claim> beyondPaper() {
    return List.of(
        new Letters(),
        new Capacity(),
        new ThickFilm(),
        new HotFilms(),
        new CoolFilm(),
        GridMemories.TWELVE,
        GridMemories.UNLIKE,
        GridMemories.SIXTEEN,
        GridMemories.FOUR,
        RandomPairs.EIGHT,
        RandomPairs.DENSE,
        RandomPairs.SIXTEEN,
        new LetterPairs(),
        ScaledReading.PAIRS,
        ScaledReading.CAPACITY,
        new NegativeAfter(),
        new PairRetention(),
        new Reservoir(),
        new Rows(),
        SimilarPictures.TWO,
        SimilarPictures.FOUR,
        RandomPictures.THREE,
        RandomPictures.SIX,
        Digits.SIXTEEN,
        Digits.TWENTY_EIGHT,
        new RowRetention(),
        new RowErasure(),
        new RowDecay());
  }

  /** All that can be asked for by name. */
  public static List<Claim> known() {
    return Stream.concat(all().stream(), beyondPaper().stream()).toList();
  }
}
