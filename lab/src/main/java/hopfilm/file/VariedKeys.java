package hopfilm.file;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;
import static hopfilm.key.YamlValues.text;

import hopfilm.experiment.Parameter;
import hopfilm.experiment.SweepAxis;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Origin;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.Section;
import hopfilm.key.YamlValues;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys that are varied within ranges: the key {@code parameters} of a section. */
public final class VariedKeys {

  private static final String LOG = "log";

  private VariedKeys() {}

  /**
   * Reads the key {@code parameters} of a section.
   *
   * @param sweep of the same experiment
   */
  static List<Parameter> read(Section section, List<SweepAxis> sweep) {
    YamlNode node = section.node("parameters");
    if (!(node instanceof YamlNode.Mapping map) || map.entries().isEmpty()) {
      throw section.error(
          "parameters", FileMessage.NO_PARAMETERS, node == null ? "" : Section.shown(node));
    }
    List<Parameter> parameters = new ArrayList<>();
    map.entries()
        .forEach(
            (key, value) -> {
              Origin at = map.originOf(key);
              KeyPath path = KeyPath.parse(key, at);
              for (SweepAxis axis : sweep) {
                KeyPath swept = KeyPath.parse(axis.key(), at);
                if (path.covers(swept) || swept.covers(path)) {
                  throw ExperimentException.at(
                      at, place(section, key), FileMessage.SWEPT_TOO, axis.key());
                }
              }
              parameters.add(parameter(path, value, at, place(section, path.text())));
            });
    return parameters;
  }

  /** How a varied key is called in messages. */
  static String place(Section section, String key) {
    return section.shown("parameters") + "." + key;
  }

  private static Parameter parameter(KeyPath path, YamlNode value, Origin at, String place) {
    Key key = ExperimentKeys.find(path.declared());
    if (key == null || !(key.kind() instanceof Measure kind)) {
      throw ExperimentException.at(at, place, FileMessage.NOT_VARIABLE);
    }
    if (!(value instanceof YamlNode.Sequence list)
        || list.items().size() < 2
        || list.items().size() > 3
        || !list.items().stream().allMatch(YamlNode.Scalar.class::isInstance)
        || (list.items().size() == 3 && !text(list, 2).equals(LOG))) {
      throw ExperimentException.at(at, place, FileMessage.NO_PARAMETER_RANGE, Section.shown(value));
    }
    Quantity low = quantity(text(list, 0), kind, at, place);
    Quantity high = quantity(text(list, 1), kind, at, place);
    boolean isLogarithmic = list.items().size() == 3;
    if (low.dimension() != high.dimension() || low.value() >= high.value()) {
      throw ExperimentException.at(at, place, FileMessage.NO_PARAMETER_RANGE, Section.shown(value));
    }
    if (isLogarithmic && low.value() <= 0) {
      throw ExperimentException.at(at, place, FileMessage.LOG_FROM_ZERO, text(list, 0));
    }
    return new Parameter(path.text(), low.dimension(), low.value(), high.value(), isLogarithmic);
  }

  private static String text(YamlNode.Sequence list, int k) {
    return ((YamlNode.Scalar) list.items().get(k)).text();
  }

  private static Quantity quantity(String text, Measure kind, Origin at, String place) {
    try {
      Quantity q = kind.read(text);
      Form form = kind.form(q.dimension());
      if (!form.range().contains(q.value())) {
        throw ExperimentException.at(
            at, place, FileMessage.OUT_OF_RANGE, Excerpt.of(text), form.range());
      }
      return q;
    } catch (UnitException e) {
      throw ExperimentException.at(
          at, place, FileMessage.NO_QUANTITY, e.getMessage(), kind.allowed());
    }
  }

  /** The key {@code parameters} of a section. */
  static YamlNode tree(List<Parameter> all) {
    YamlNode.Mapping parameters = map();
    for (Parameter p : all) {
      List<YamlNode> range = new ArrayList<>();
      range.add(scalar(text(p, p.low())));
      range.add(scalar(text(p, p.high())));
      if (p.isLogarithmic()) {
        range.add(scalar(LOG));
      }
      parameters = parameters.with(p.key(), list(range));
    }
    return parameters;
  }

  /** How numbers of a parameter are written: dimension and usual unit. */
  public static Form form(Parameter parameter) {
    String declared = KeyPath.parse(parameter.key(), Origin.DEFAULT).declared();
    return ((Measure) ExperimentKeys.find(declared).kind()).form(parameter.dimension());
  }

  /** A value with its unit. */
  public static String text(Parameter parameter, double si) {
    return YamlValues.text(si, form(parameter));
  }

  /** Values by key. */
  public static Map<String, String> texts(List<Parameter> parameters, double[] values) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      Parameter p = parameters.get(k);
      texts.put(p.key(), text(p, values[k]));
    }
    return Collections.unmodifiableMap(texts);
  }
}
