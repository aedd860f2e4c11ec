package hopfilm.fit;

import hopfilm.experiment.FitSpec;
import hopfilm.experiment.FitSpec.Data;
import hopfilm.experiment.FitSpec.Measured;
import hopfilm.experiment.FitSpec.Reading;
import hopfilm.folder.RunFolder;
import hopfilm.io.FieldException;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measured values, and what a run has in their place: the conductance of the same pair at the same
 * measure; a voltage or current between two samples in proportion.
 */
final class Measurement {

  private final List<Reading> readings = new ArrayList<>();
  private final List<Data> data = new ArrayList<>(); // of each reading

  Measurement(FitSpec fit) {
    for (Data d : fit.data()) {
      for (Reading r : d.measured().map(Measured::readings).orElse(List.of())) {
        readings.add(r);
        data.add(d);
      }
    }
  }

  List<Reading> readings() {
    return readings;
  }

  /** Measured values [SI]. */
  double[] values() {
    return readings.stream().mapToDouble(Reading::value).toArray();
  }

  /** Standard deviation of a reading [SI]. */
  double noise(int i) {
    return data.get(i).deviation(readings.get(i).column(), readings.get(i).value());
  }

  /** Values in units of their noise; with relative noise their logarithms. */
  double[] scaled(double[] si) {
    double[] scaled = new double[si.length];
    Arrays.setAll(scaled, i -> data.get(i).scaled(readings.get(i).column(), si[i]));
    return scaled;
  }

  /** What a run that is done has in place of the measured values [SI]. */
  double[] of(Path run) throws IOException {
    RunFolder folder = new RunFolder(run);
    Summary summary =
        folder
            .readWholeSummary()
            .orElseThrow(() -> new FieldException(folder.summary(), "is not there"));
    boolean hasSamples = readings.stream().anyMatch(Reading::isSample);
    Table samples = hasSamples ? TableReader.read(folder.samples(), TableWriter.Style.CSV) : null;
    double[] values = new double[readings.size()];
    for (int i = 0; i < values.length; i++) {
      Reading r = readings.get(i);
      if (r.isSample()) {
        values[i] = at(r.time(), samples.column("Time"), samples.column(r.column()));
      } else if (r.isPeriod()) {
        values[i] = Readings.period(folder, r.group());
      } else {
        values[i] = ofPair(r, data.get(i), summary);
      }
    }
    return values;
  }

  private static double ofPair(Reading r, Data data, Summary summary) {
    double[][] g = summary.readings().conductance().get(r.group());
    return data.pairs().orElseThrow().of(g)[r.pair().get(0)][r.pair().get(1)];
  }

  private static double at(double time, double[] times, double[] values) {
    int place = Arrays.binarySearch(times, time);
    if (place >= 0) {
      return values[place];
    }
    int after = -place - 1;
    if (after == 0 || after == times.length) {
      return values[after == 0 ? 0 : after - 1];
    }
    double share = (time - times[after - 1]) / (times[after] - times[after - 1]);
    return values[after - 1] + share * (values[after] - values[after - 1]);
  }
}
