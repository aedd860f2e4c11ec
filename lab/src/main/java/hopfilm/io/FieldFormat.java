package hopfilm.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats in which a vector field can be written; {@link FieldFiles} reads some of them. */
public enum FieldFormat {
  /** OVF 2.0 with decimal numbers. */
  OVF_TEXT("ovf-text", ".ovf", ".omf", ".ohf"),
  /** OVF 2.0 in single precision. */
  OVF4("ovf4", ".ovf", ".omf", ".ohf"),
  /** OVF 2.0 in double precision. */
  OVF8("ovf8", ".ovf", ".omf", ".ohf"),
  /** NumPy array of shape (nz, ny, nx, 3). */
  NPY("npy", ".npy"),
  /** One line a cell: its centre [m] and the vector. */
  CSV("csv", ".csv"),
  /** VTK image data for ParaView, lengths in nm. */
  VTK("vtk", ".vti"),
  /** HDF5, the layout of {@link FieldArchive}. */
  HDF5("hdf5", ".h5", ".hdf5");

  private final String text;
  private final List<String> endings;

  FieldFormat(String text, String... endings) {
    this.text = text;
    this.endings = List.of(endings);
  }

  /** Name on the command line, such as {@code ovf8}. */
  public String text() {
    return text;
  }

  /** The usual ending of its files, with the point. */
  public String ending() {
    return endings.get(0);
  }

  /** The format of that name; {@code ovf} is double precision, as the ending {@code .ovf} is. */
  public static Optional<FieldFormat> named(String text) {
    if (text.equals("ovf")) {
      return Optional.of(OVF8);
    }
    return Arrays.stream(values()).filter(f -> f.text.equals(text)).findFirst();
  }

  /** The format that the ending of a file stands for; {@code .ovf} is double precision. */
  public static Optional<FieldFormat> ofEnding(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    List<FieldFormat> found =
        Arrays.stream(values())
            .filter(f -> f.endings.stream().anyMatch(name::endsWith))
            .collect(Collectors.toList());
    return found.contains(OVF8) ? Optional.of(OVF8) : found.stream().findFirst();
  }
}
