package hopfilm.sweep;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.SweepRun;
import hopfilm.film.AdiabaticHeat;
import hopfilm.folder.RunFolder;
import hopfilm.report.SweepReportData;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.SweepRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What training did to the films of a sweep: how far the conductances moved, how hot it was. */
final class SweepEffect {

  private final Map<FilmSpec, Double> volumes = new HashMap<>();
  private double least = Double.NaN;
  private double most = Double.NaN;
  private double hottest;
  private String heating;

  private SweepEffect() {}

  /** That of the runs that are done. */
  static SweepReportData.Effect of(SweepResult sweep) throws IOException {
    SweepEffect effect = new SweepEffect();
    Map<Integer, Experiment> experiments = new HashMap<>();
    for (SweepRun run : sweep.study().runs()) {
      experiments.put(run.number(), run.experiment());
    }
    for (SweepRecord record : sweep.records()) {
      Experiment experiment = experiments.get(record.number());
      if (record.status() == RunStatus.DONE && experiment != null) {
        RunFolder run = new RunFolder(sweep.folder().resolve(record.folder()));
        Summary summary = run.readSummary().orElse(null);
        if (summary != null) {
          effect.change(record);
          effect.heat(experiment, summary.effort());
        }
      }
    }
    return new SweepReportData.Effect(effect.least, effect.most, effect.heating);
  }

  private void change(SweepRecord record) {
    Double share = record.film().get(FilmEnd.CHANGE);
    if (share != null) {
      least = Double.isNaN(least) ? share : Math.min(least, share);
      most = Double.isNaN(most) ? share : Math.max(most, share);
    }
  }

  private void heat(Experiment e, Summary.Effort effort) {
    if (effort.heat() != null) {
      double ambient = e.heat().map(HeatSpec::ambient).orElse(e.temperature());
      double highest = effort.heat().highest();
      hotter(highest - ambient, AdiabaticHeat.verdict(highest, ambient));
    } else if (effort.energyJoule() != null) {
      double volume = volumes.computeIfAbsent(e.film(), film -> film.cells().volume());
      double rise = AdiabaticHeat.rise(effort.energyJoule(), volume);
      hotter(rise, AdiabaticHeat.verdict(rise) + "; heat is not in the model");
    }
  }

  private void hotter(double rise, String words) {
    if (rise > hottest) {
      hottest = rise;
      heating = words;
    }
  }
}
