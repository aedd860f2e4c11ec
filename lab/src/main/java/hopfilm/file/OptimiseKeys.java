package hopfilm.file;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Objective;
import java.util.Optional;

/** The section {@code optimise} as it is given; what it means is an {@code OptimiseSpec}. */
record OptimiseKeys(
    @Key("what `hopfilm optimise` makes large: a number of all runs of the sweep together")
        Optional<Objective> maximise,
    @Key("the same, made small; one of the two is needed") Optional<Objective> minimise,
    @Key("what is varied; log for ranges over which ratios count")
        @In("keys with a range [low, high] or [low, high, log]")
        Optional<YamlNode> parameters,
    @Key("sweeps at most") @In("1 to 100000") @Default("50") int evaluations,
    @Key("evaluations of a generation; by default 4 + 3 ln(parameters)") @In("2 to 10000")
        Optional<Integer> population,
    @Key("of the search") @Default("1") long seed) {}
