package hopfilm.reading;

import hopfilm.experiment.Expectation;
import hopfilm.experiment.Experiment;
import hopfilm.expression.Expression;
import hopfilm.expression.Functions;
import hopfilm.expression.Scope;
import hopfilm.expression.Type;
import hopfilm.expression.Vocabulary;
import hopfilm.film.TableColumns;
import hopfilm.input.ExperimentException;
import hopfilm.input.Origin;
import hopfilm.result.ExpectationResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An expectation whose expressions were checked.
 *
 * @param read reading of the film
 * @param is expected value, in the unit of the reading
 * @param within tolerance, in the same unit
 */
public record Expected(Expectation given, Expression read, double is, double within) {

  /**
   * Reads an expectation.
   *
   * @param experiment whose steps and table it reads
   * @param setting what is wrong with a setting of the film; null if it can be set
   * @param place name of a key of the expectation in messages
   * @param origin where a key is written
   * @throws ExperimentException if anything is wrong with it
   */
  public static Expected of(
      Expectation given,
      Experiment experiment,
      UnaryOperator<String> setting,
      UnaryOperator<String> place,
      Function<String, Origin> origin) {
    Scope ofFilm =
        new Scope(
            Map.of(),
            Vocabulary.of(FilmReadings.class),
            List.of(),
            experiment.measures(),
            TableColumns.of(experiment).stream().map(TableColumns.Meaning::name).toList(),
            setting);
    Expression read =
        Expression.of(given.read(), origin.apply("read"), place.apply("read"), ofFilm)
            .mustBe(Type.NUMBER);
    double is = number(given.is(), origin.apply("is"), place.apply("is"));
    String tolerance = given.within().strip();
    boolean isShare = tolerance.endsWith("%");
    Origin at = origin.apply("within");
    String key = place.apply("within");
    double within =
        isShare
            ? number(tolerance.substring(0, tolerance.length() - 1), at, key) / 100 * Math.abs(is)
            : number(tolerance, at, key);
    if (within < 0) {
      throw ExperimentException.at(at, key, ReadingMessage.EXPECT_NEGATIVE, tolerance);
    }
    if (isShare && is == 0) {
      throw ExperimentException.at(at, key, ReadingMessage.EXPECT_SHARE_OF_ZERO, tolerance);
    }
    return new Expected(given, read, is, within);
  }

  /** Those of an experiment that was checked when it was read. */
  public static List<Expected> all(Experiment experiment) {
    return experiment.expect().stream()
        .map(e -> of(e, experiment, setting -> null, key -> key, key -> Origin.DEFAULT))
        .toList();
  }

  private static double number(String text, Origin origin, String key) {
    Expression e =
        Expression.of(text, origin, key, Scope.of(Map.of(), Functions.class)).mustBe(Type.NUMBER);
    double value = ((Number) e.value(Map.of(), new Functions())).doubleValue();
    if (!Double.isFinite(value)) {
      throw ExperimentException.at(origin, key, ReadingMessage.EXPECT_NOT_FINITE, text);
    }
    return value;
  }

  /** Compares a film. A reading without a value, as of a step that was not reached, is not met. */
  public ExpectationResult compare(FilmReadings film) {
    double value;
    try {
      value = ((Number) read.value(Map.of(), film)).doubleValue();
    } catch (ExperimentException e) {
      value = Double.NaN;
    }
    return ExpectationResult.of(given.read(), value, is, within, given.source());
  }
}
