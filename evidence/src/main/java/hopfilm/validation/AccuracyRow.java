package hopfilm.validation;

import hopfilm.magnet.Discretisation;
import java.util.List;

/**
 * One run of the {@link AccuracyStudy}.
 *
 * @param content name of what was computed
 * @param scheme discretisation
 * @param cell size [nm]
 * @param seconds processor time
 * @param quantities what the errors are of
 * @param errors in percent
 */
public record AccuracyRow(
    String content,
    Discretisation scheme,
    double cell,
    double seconds,
    List<String> quantities,
    List<Double> errors) {}
