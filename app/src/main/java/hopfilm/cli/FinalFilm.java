package hopfilm.cli;

import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.page.PrefixedNumbers;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The film at the end of a run, as a person reads it. */
final class FinalFilm {

  private FinalFilm() {}

  /** Energies and magnetisation in the last row of the table. */
  static void print(RunResult r, PrintWriter out) throws IOException {
    Path file = new RunFolder(r.folder()).table();
    Table last = Files.isRegularFile(file) ? TableReader.last(file) : null;
    if (last == null || last.rows().isEmpty()) {
      return;
    }
    double[] row = last.rows().get(0);
    double largest = 0;
    for (int c = 0; c < row.length; c++) {
      if (isEnergy(last.columns().get(c))) {
        largest = Math.max(largest, Math.abs(row[c]));
      }
    }
    PrefixedNumbers energy = PrefixedNumbers.upTo(largest);
    List<String> header = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < row.length; c++) {
      Table.Column column = last.columns().get(c);
      if (isEnergy(column) && (row[c] != 0 || column.name().equals("E_total"))) {
        header.add(column.name());
        cells.add(energy.of(row[c]));
      } else if (List.of("mx", "my", "mz", "Q").contains(column.name())) {
        header.add(column.name());
        cells.add(TextTable.fixed(row[c]));
      }
    }
    out.printf("%nThe film at its end, energies in %s%n%n", energy.unit("J"));
    TextTable table = new TextTable(header.toArray(String[]::new));
    table.row(cells.toArray(String[]::new));
    table.print(out);
  }

  private static boolean isEnergy(Table.Column column) {
    return column.unit().equals("J");
  }
}
