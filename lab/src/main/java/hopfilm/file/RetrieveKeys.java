package hopfilm.file;

import hopfilm.experiment.ExperimentMessage;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Keys.Words;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A retrieve step as it is given; what it means is a {@link hopfilm.experiment.Step.Retrieve}. */
record RetrieveKeys(
    @Key("start patterns")
        @In(value = "all | noisy | a list of patterns", isList = true)
        @Default("all")
        YamlNode from,
    @Key("how the voltages follow the currents")
        @Words({"asynchronous", "synchronous", "graded"})
        @Default("graded")
        UpdateRule update,
    @Key(
            "first gain (graded); from 1 on the input is remembered; after training of a set with looks"
                + " in between, that of the trainer")
        @In("0.01 to 8")
        @Default("1.2")
        @OnlyWith(key = "update", is = "graded", otherwise = ExperimentMessage.ONLY_GRADED_HAS_GAIN)
        OptionalDouble gain,
    @Key(name = "order", value = "order of the electrodes (asynchronous)")
        @Words(
            value = {"fixed", "random"},
            yes = "random")
        @Default("fixed")
        @OnlyWith(
            key = "update",
            is = "asynchronous",
            otherwise = ExperimentMessage.ONLY_ASYNCHRONOUS_HAS_ORDER)
        boolean isRandom,
    @Key("copies of each trained pattern (noisy)") @In("1 to 1000000") @Default("100")
        Optional<Integer> copies,
    @Key("signs turned round in each copy (noisy)") @In("1 to 1000") @Default("1")
        Optional<Integer> flips,
    @Key("fractions of the signs turned round, instead of flips: recall is given for each (noisy)")
        @In(value = "%, 0 % to 50 %", count = KeyKind.Measures.ANY)
        Optional<List<Double>> flipped) {}
