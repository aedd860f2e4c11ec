package hopfilm.report;

import hopfilm.figures.ConductanceReading;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.FilmState;
import hopfilm.figures.Phase;
import hopfilm.figures.RetrievalTable;
import hopfilm.io.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the report of a run shows. Lists may be empty and what is marked may be null: the report
 * leaves that section out and says so.
 *
 * @param name name of the experiment
 * @param status {@code done}, or why the run ended early
 * @param electrodes in electrode order
 * @param films in the order of time; the first is shown as before, the last as after
 * @param readings conductance matrices in the order of time
 * @param reference what G' is measured against, such as {@code untrained}
 * @param referenceNote what theory says of this reference, or null
 * @param energies E' of the patterns after each reading that has weights, in the order of time
 * @param judged label of the reading that decides what was learned; null means the last
 * @param retrievals one a retrieve step
 * @param table the time series, columns named as in {@code table.txt}, or null
 * @param phases training intervals and others, shaded in the curves
 * @param warnings one line each
 * @param provenance what and value, in the order shown: version, seed, kernels, JVM, wall time
 * @param experimentFile the resolved experiment file
 */
public record RunReportData(
    String name,
    String status,
    List<ElectrodeMark> electrodes,
    List<FilmState> films,
    List<ConductanceReading> readings,
    String reference,
    String referenceNote,
    List<EnergyReading> energies,
    String judged,
    List<RetrievalTable> retrievals,
    Table table,
    List<Phase> phases,
    List<String> warnings,
    Map<String, String> provenance,
    String experimentFile) {

  /** Copies the lists and the map. */
  public RunReportData {
    electrodes = List.copyOf(electrodes);
    films = List.copyOf(films);
    readings = List.copyOf(readings);
    energies = List.copyOf(energies);
    retrievals = List.copyOf(retrievals);
    phases = List.copyOf(phases);
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** The reading of E' that decides what was learned, or null if there is none. */
  public EnergyReading judgedEnergies() {
    return energies.stream()
        .filter(e -> e.label().equals(judged))
        .findFirst()
        .orElse(energies.isEmpty() ? null : energies.get(energies.size() - 1));
  }

  /** The conductance matrix that decides what was learned; the last if none has that label. */
  ConductanceReading judgedReading() {
    EnergyReading result = judgedEnergies();
    String label = result == null ? judged : result.label();
    return readings.stream()
        .filter(r -> r.label().equals(label))
        .findFirst()
        .orElse(readings.isEmpty() ? null : readings.get(readings.size() - 1));
  }
}
