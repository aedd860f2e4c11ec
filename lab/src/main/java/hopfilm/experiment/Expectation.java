package hopfilm.experiment;

import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;

/** A reading of the finished film with its known value: an entry of {@code expect}, as written. */
public record Expectation(
    @Key("reading of the finished film; `hopfilm help claims` lists readings and functions")
        @In("an expression")
        String read,
    @Key("expected value in SI units, such as 0.0406 or 7 / 3") @In("an expression of numbers")
        String is,
    @Key("tolerance in the same unit, or a share of the expected value") @In("a number, or %")
        String within,
    @Key("source of the value and reason for the tolerance") @In("any text") String source) {}
