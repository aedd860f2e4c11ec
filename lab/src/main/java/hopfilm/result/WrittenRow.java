package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hopfilm.hopfield.RowReading;
import hopfilm.hopfield.RowReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a row has learned of a picture, in {@code summary.json}. */
@JsonPropertyOrder({
  "picture",
  "wrong",
  "sigma",
  "gain_unlike",
  "gain_like",
  "factor",
  "border",
  "wrong_dealt",
  "wrong_untrained",
  "places",
  "gains",
  "untrained",
  "weights"
})
public record WrittenRow(
    @Field("a sign for each pixel, + if driven like the row") String picture,
    @Field("pixels that recall wrongly: their weight has the other sign") int wrong,
    @Field(
            "difference of gain per junction between - and + pixels, in standard deviations;"
                + " null with too few pixels")
        Double sigma,
    @Field(unit = "S", value = "mean conductance change to pixels of opposite sign")
        Double gainUnlike,
    @Field(unit = "S", value = "mean conductance change to pixels of equal sign") Double gainLike,
    @Field("multiple of the untrained conductances from which the currents of recall count")
        Double factor,
    @Field("multiple of the untrained conductances from which `weights` count") Double border,
    @Field("control: pixels wrong if a border is fitted to the signs dealt to other pixels")
        Integer wrongDealt,
    @Field("control: pixels wrong if a border is fitted to the film before writing")
        Integer wrongUntrained,
    @Field("junctions of each pixel with the row") List<Integer> places,
    @Field(unit = "S", value = "conductance change of each pixel") List<Double> gains,
    @Field(unit = "S", value = "weight of each pixel: minus its gain over that of the border")
        List<Double> weights,
    @Field(unit = "S", value = "conductance of each pixel with the row before writing")
        List<Double> untrained) {

  /** Of the signs of the control. */
  private static final long CONTROL_SEED = 1;

  /** Nothing said is an empty list. */
  public WrittenRow {
    places = OrEmpty.orEmpty(places);
    gains = OrEmpty.orEmpty(gains);
    weights = OrEmpty.orEmpty(weights);
    untrained = OrEmpty.orEmpty(untrained);
  }

  /** How its reference was chosen; empty if the program that wrote it kept no factor. */
  public Optional<RowReference.Choice> reference() {
    if (factor == null || border == null) {
      return Optional.empty();
    }
    boolean isFitted = !factor.equals(border);
    return Optional.of(isFitted ? RowReference::fitted : (p, g, u) -> RowReference.of(factor));
  }

  /** The weights that choose the row in recall [S]; those of the signs if none were kept. */
  public List<Double> choosing() {
    return factor == null || untrained.isEmpty()
        ? weights
        : RowReference.of(factor).choosing(gains, untrained);
  }

  /** What a place of each pixel has gained [S]. */
  public double[] gainsByPlace() {
    return IntStream.range(0, gains.size())
        .mapToDouble(k -> gains.get(k) / places.get(k))
        .toArray();
  }

  /** Share of its pixels on the right side. */
  public double right() {
    return (picture.length() - wrong) / (double) picture.length();
  }

  /** Whether a pixel recalls wrongly. */
  public boolean isWrong(int pixel) {
    return !(weights.get(pixel) * (picture.charAt(pixel) == '+' ? 1 : -1) > 0);
  }

  /** How it came out, in words. */
  public String words() {
    String side =
        "%s of %d pixels %s wrong"
            .formatted(wrong == 0 ? "none" : wrong, picture.length(), wrong == 1 ? "is" : "are");
    if (wrongDealt != null && wrongUntrained != null) {
      side +=
          " (controls: %d with the signs dealt to other pixels, %d before writing)"
              .formatted(wrongDealt, wrongUntrained);
    }
    return sigma == null
        ? side
        : String.format(
            Locale.ROOT,
            "%s; pixels unlike the row have gained %.3g S and pixels like it %.3g S, %.1f deviations apart",
            side,
            gainUnlike,
            gainLike,
            sigma);
  }

  /** That of a film. */
  public static WrittenRow of(RowReading r) {
    return new WrittenRow(
        r.picture().text(),
        r.wrong(),
        OrEmpty.orNull(r.sigma()),
        OrEmpty.orNull(r.gainUnlike()),
        OrEmpty.orNull(r.gainLike()),
        r.reference().middle(),
        r.reference().border(),
        r.wrongDealt(CONTROL_SEED),
        r.wrongUntrained(),
        r.places(),
        r.gains(),
        r.weights(),
        r.untrained());
  }
}
