package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.GivenReference;
import hopfilm.experiment.NetworkSpec;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.folder.SummaryRecord;
import hopfilm.heat.FilmTemperature;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Spelling;
import hopfilm.protocol.Hottest;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunStatus;
import hopfilm.protocol.TrainPhase;
import hopfilm.transport.Electrode;
import hopfilm.transport.OperatingPoint;
import hopfilm.transport.ResistanceMatrix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came out of runs, as {@code summary.json} has it. */
public final class Summaries {

  private Summaries() {}

  /** The summary of a run that has ended. */
  static SummaryRecord of(RunResult r, List<Electrode> electrodes) {
    Experiment e = r.experiment();
    return new SummaryRecord(
        new SummaryRecord.Head(
            e.name(),
            Provenance.version(),
            r.status().text(),
            r.message(),
            Provenance.seeds(e),
            e.temperature()),
        network(r, electrodes),
        readings(r),
        verdict(r),
        recalls(r),
        r.warnings(),
        new SummaryRecord.Effort(
            r.effort().kernels(),
            r.effort().training().joule(),
            number(r.energyPerBit()),
            r.effort().training().time(),
            r.effort().steps(),
            r.effort().solves(),
            r.effort().seconds(),
            heat(r.found().hottest())),
        r.found().phases().stream().map(TrainPhase::record).toList());
  }

  /** The summary of a run that ended by an error before it could say more. */
  public static SummaryRecord.Failed failed(Experiment e, String message, double seconds) {
    return new SummaryRecord.Failed(
        new SummaryRecord.Head(
            e.name(),
            Provenance.version(),
            RunStatus.FAILED.text(),
            message,
            Provenance.seeds(e),
            null),
        seconds);
  }

  /** Null for a number that is not finite: JSON has none. */
  public static Double number(double v) {
    return Double.isFinite(v) ? (Double) v : null;
  }

  /** The factor of a reference; null where it is 1. */
  public static Double scaling(NetworkSpec network) {
    return network.scaling() == 1 ? null : (Double) network.scaling();
  }

  private static SummaryRecord.Network network(RunResult r, List<Electrode> electrodes) {
    NetworkSpec n = r.experiment().network();
    return new SummaryRecord.Network(
        electrodes.stream().map(Electrode::name).toList(),
        r.trained().isEmpty() ? null : texts(r.trained()),
        Spelling.of(n.weights()),
        Spelling.of(n.reference()),
        n.given().map(GivenReference::run).orElse(null),
        scaling(n),
        r.found().reference(),
        Spelling.of(n.selfTerm()));
  }

  private static SummaryRecord.Readings readings(RunResult r) {
    Map<String, double[][]> conductance = new LinkedHashMap<>();
    Map<String, double[][]> resistance = new LinkedHashMap<>();
    Map<String, SummaryRecord.Point> points = new LinkedHashMap<>();
    Map<String, SummaryRecord.ReadErrors> errors = new LinkedHashMap<>();
    Map<String, Double> gx = new LinkedHashMap<>();
    Map<String, Double> gy = new LinkedHashMap<>();
    Map<String, double[][]> weights = new LinkedHashMap<>();
    Map<String, Map<String, Double>> energies = new LinkedHashMap<>();
    Map<String, Double> amplitudes = new LinkedHashMap<>();
    for (Measure m : r.measures()) {
      conductance.put(m.label(), m.g().siemens());
      resistance.put(m.label(), ResistanceMatrix.of(m.g()).ohm());
      if (m.values() != null) {
        OperatingPoint p = OperatingPoint.of(m.g().siemens(), m.values());
        points.put(m.label(), new SummaryRecord.Point(p.voltages(), p.currents(), p.power()));
      }
      errors.put(
          m.label(),
          new SummaryRecord.ReadErrors(
              m.g().symmetryError(), m.g().rowSumError(), m.g().residual(), m.condition()));
      gx.put(m.label(), number(m.gx()));
      gy.put(m.label(), number(m.gy()));
      if (m.weights() != null) {
        weights.put(m.label(), m.weights().gPrime());
      }
      if (m.landscape() != null) {
        Map<String, Double> of = new LinkedHashMap<>();
        m.landscape().entries().forEach(x -> of.put(x.pattern().toString(), x.energy()));
        energies.put(m.label(), of);
        amplitudes.put(m.label(), m.landscape().amplitude());
      }
    }
    boolean isResistance = r.experiment().network().weights() == WeightKind.RESISTANCE;
    return new SummaryRecord.Readings(
        conductance,
        isResistance ? resistance : null,
        points,
        errors,
        gx,
        gy,
        weights,
        energies,
        amplitudes);
  }

  private static SummaryRecord.Verdict verdict(RunResult r) {
    String judged = r.judged() == null ? null : r.judged().label();
    EnergyLandscape land = r.judged() == null ? null : r.judged().landscape();
    if (land == null) {
      return SummaryRecord.Verdict.none(judged);
    }
    String lowest = land.lowest().pattern().toString();
    List<Boolean> learned = land.learned(r.trained());
    List<Double> margins = land.margin(r.trained()).stream().map(Summaries::number).toList();
    return land.isSampled()
        ? SummaryRecord.Verdict.ofSample(judged, lowest, learned, margins)
        : SummaryRecord.Verdict.ofAll(judged, lowest, learned, margins);
  }

  private static SummaryRecord.Recalls recalls(RunResult r) {
    List<SummaryRecord.Retrieval> all =
        r.retrievals().stream().map(x -> retrieval(x, r.experiment())).toList();
    MemoryReading m = r.memories();
    if (m == null) {
      return new SummaryRecord.Recalls(all, null, null, null);
    }
    return new SummaryRecord.Recalls(all, memories(m), m.stored(), howTried(m));
  }

  /** How each of several patterns is held. */
  public static List<SummaryRecord.HeldMemory> memories(MemoryReading m) {
    return m.memories().stream().map(Summaries::memory).toList();
  }

  /** How that was tried. */
  public static SummaryRecord.HowTried howTried(MemoryReading m) {
    return new SummaryRecord.HowTried(
        m.measure(), Spelling.of(m.update()), number(m.gain()), m.flips());
  }

  private static SummaryRecord.HeldMemory memory(Memory m) {
    return new SummaryRecord.HeldMemory(
        m.pattern().toString(),
        m.isFixedPoint(),
        m.stability(),
        m.recalled(),
        m.copies(),
        m.energy(),
        m.rank(),
        number(m.margin()),
        number(m.basin()));
  }

  private static SummaryRecord.Retrieval retrieval(RetrievalResult x, Experiment e) {
    Map<String, SummaryRecord.End> from = new LinkedHashMap<>();
    x.summary().from().forEach((start, o) -> from.put(start.toString(), end(o)));
    return new SummaryRecord.Retrieval(
        Spelling.of(x.step().update()),
        Spelling.of(e.network().selfTerm()),
        x.step().update() == Retrieval.UpdateRule.GRADED ? (Double) x.step().gain() : null,
        x.measure(),
        x.summary().hits(),
        x.summary().total(),
        x.recall().stream().map(Summaries::recall).toList(),
        from);
  }

  private static SummaryRecord.Recall recall(RecallCurve.Point p) {
    return new SummaryRecord.Recall(
        p.flipped(),
        p.flips(),
        p.recalled().successes(),
        p.recalled().total(),
        p.distinct(),
        number(p.recalled().low()),
        number(p.recalled().high()),
        p.overlap());
  }

  private static SummaryRecord.End end(Retrieval.Outcome o) {
    return new SummaryRecord.End(
        o.end() == null ? null : o.end().toString(), o.steps(), texts(o.cycle()));
  }

  private static SummaryRecord.Heat heat(Hottest hottest) {
    if (hottest == null) {
      return null;
    }
    FilmTemperature.Balance b = hottest.balance();
    return new SummaryRecord.Heat(
        hottest.highest(), hottest.time(), b.given(), b.stored(), b.substrate(), b.contacts());
  }

  private static List<String> texts(List<Pattern> patterns) {
    return patterns.stream().map(Pattern::toString).toList();
  }
}
