package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hopfilm.hopfield.RowReading;
import java.util.List;

/** What a row has learned of a picture, in {@code summary.json}. */
@JsonPropertyOrder({"picture", "wrong", "sigma", "gain_unlike", "gain_like", "places", "gains"})
public record Row(
    @Field("a sign for each pixel, + where it was like the row") String picture,
    @Field("pixels on the wrong side of the middle") int wrong,
    @Field(
            "distance of the pixels unlike the row from those like it, gain by place, over the"
                + " deviation within a kind; null where there are too few")
        Double sigma,
    @Field(unit = "S", value = "mean gain between the row and a pixel unlike it; null without one")
        Double gainUnlike,
    @Field(unit = "S", value = "the same of a pixel like it") Double gainLike,
    @Field("at how many each pixel meets the row") List<Integer> places,
    @Field(unit = "S", value = "of the conductance between the row and each pixel")
        List<Double> gains) {

  /** That of a film. */
  public static Row of(RowReading r) {
    return new Row(
        r.picture().text(),
        r.wrong(),
        OrEmpty.orNull(r.sigma()),
        OrEmpty.orNull(r.gainUnlike()),
        OrEmpty.orNull(r.gainLike()),
        r.places(),
        r.gains());
  }
}
