package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a row has learned of a picture, in {@code summary.json}. */
@JsonPropertyOrder({
  "picture",
  "wrong",
  "sigma",
  "gain_unlike",
  "gain_like",
  "places",
  "gains",
  "weights"
})
public record WrittenRow(
    @Field("a sign for each pixel, + if driven like the row") String picture,
    @Field("pixels on the wrong side of the middle between the two kinds") int wrong,
    @Field(
            "difference of gain per junction between - and + pixels, in standard deviations;"
                + " null with too few pixels")
        Double sigma,
    @Field(unit = "S", value = "mean conductance change to pixels of opposite sign")
        Double gainUnlike,
    @Field(unit = "S", value = "mean conductance change to pixels of equal sign") Double gainLike,
    @Field("junctions of each pixel with the row") List<Integer> places,
    @Field(unit = "S", value = "conductance change of each pixel") List<Double> gains,
    @Field(unit = "S", value = "weight of each pixel: reference minus conductance")
        List<Double> weights) {

  /** Nothing said is an empty list. */
  public WrittenRow {
    places = OrEmpty.orEmpty(places);
    gains = OrEmpty.orEmpty(gains);
    weights = OrEmpty.orEmpty(weights);
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

  /** Whether a pixel is on the wrong side; false where the picture has one kind alone. */
  public boolean isWrong(int pixel) {
    return gainUnlike != null && gainLike != null && !(reading().clearance(pixel) >= 0);
  }

  private RowReading reading() {
    return new RowReading(new Pattern(picture), gains, places, gains);
  }

  /** How it came out, in words. */
  public String words() {
    String side =
        "%s of %d pixels %s on the wrong side of the middle"
            .formatted(wrong == 0 ? "none" : wrong, picture.length(), wrong == 1 ? "is" : "are");
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
        r.places(),
        r.gains(),
        r.weights());
  }
}
