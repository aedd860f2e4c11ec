package hopfilm.file;

import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.OptimiseSpec.Parameter;
import hopfilm.file.KeyKind.Form;
import hopfilm.file.KeyKind.Measure;
import hopfilm.input.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of the keys that an optimisation varies, as they stand in an experiment file. */
public final class ParameterText {

  private ParameterText() {}

  /** How numbers of a parameter are written: dimension and usual unit. */
  public static Form form(Parameter parameter) {
    String declared = KeyPath.parse(parameter.key(), Origin.DEFAULT).declared();
    return ((Measure) ExperimentKeys.find(declared).kind()).form(parameter.dimension());
  }

  /** A value with its unit. */
  static String text(Parameter parameter, double si) {
    return YamlValues.text(si, form(parameter));
  }

  /** Values by key. */
  public static Map<String, String> texts(OptimiseSpec spec, double[] values) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      Parameter p = spec.parameters().get(k);
      texts.put(p.key(), text(p, values[k]));
    }
    return Collections.unmodifiableMap(texts);
  }
}
