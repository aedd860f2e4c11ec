package hopfilm.manual;

import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Measures;
import hopfilm.section.StepForm;
import hopfilm.units.Dimension;
import java.util.Map;
import java.util.TreeMap;

/** The SI unit of each key, for callers whose numbers have none. */
public final class KeyUnits {

  private KeyUnits() {}

  /** Units by key; what is written without braces stands by its name. */
  public static Map<String, String> all() {
    Map<String, String> units = new TreeMap<>();
    for (Key key : ExperimentKeys.all()) {
      String unit = unit(key.kind());
      if (!unit.isEmpty()) {
        units.put(key.path(), unit);
      }
    }
    units.put("initial.relax", units.get("initial.relax.time"));
    for (StepForm form : StepForm.values()) {
      String key = "protocol." + form.text() + "." + StepForm.shortKey(form.text());
      if (units.containsKey(key)) {
        units.put("protocol." + form.text(), units.get(key));
      }
    }
    return units;
  }

  /** Empty for plain numbers, for what is no number, and where one could mean two quantities. */
  private static String unit(KeyKind kind) {
    if (kind instanceof Measures list) {
      return unit(list.element());
    }
    if (!(kind instanceof Measure measure)) {
      return "";
    }
    Dimension first = measure.forms().get(0).dimension();
    // a field is given as H or as mu0 H
    boolean isOne = measure.forms().size() == 1 && first != Dimension.MAGNETIC_FIELD;
    return isOne ? first.unit() : "";
  }

  /** The module hopfilm._units of the Python package. */
  public static String python() {
    StringBuilder text =
        new StringBuilder(
            "\"\"\"SI unit of the keys of an experiment file that take one.\"\"\"\n\nUNITS = {\n");
    all().forEach((key, unit) -> text.append("    \"%s\": \"%s\",\n".formatted(key, unit)));
    return text.append("}\n").toString();
  }
}
