package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.input.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An external field: uniform, or that of each cell from a file. */
public record FieldSource(
    @Key("external field H in A/m or mu0 H in T; those of film and step add")
        @In(value = Ranges.FIELD, count = 3)
        Optional<List<Double>> value,
    @Key(
            "external field of each cell, instead of `value`: OVF or CSV in A/m, or in T if it names that; .npy in A/m")
        @In("a file")
        Optional<NamedFile> file,
    @Key("factor of the field of `file`")
        @In("-1e6 to 1e6")
        @Default(value = "1", isWritten = false)
        @OnlyWith(key = "file", otherwise = ExperimentMessage.SCALE_WITHOUT_FILE)
        double scale)
    implements Keys.Ruled {

  /** The same everywhere [A/m]. */
  public static FieldSource uniform(List<Double> h) {
    return new FieldSource(Optional.of(h), Optional.empty(), 1);
  }

  @Override
  public Map<String, Message> faults() {
    if (value.isPresent() == file.isPresent()) {
      return value.isPresent()
          ? Map.of("file", ExperimentMessage.FIELD_GIVEN_TWICE)
          : Map.of("value", ExperimentMessage.NO_FIELD_GIVEN);
    }
    return Map.of();
  }
}
