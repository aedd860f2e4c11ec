package hopfilm.autocode;

import hopfilm.fourier.KernelShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the generated files of {@code hopfilm.fourier}: butterflies, tiles and products of double
 * precision, and all of single precision from those of double.
 */
final class LaneSources {

  /** What is written by hand in double precision only. */
  private static final List<String> BY_HAND =
      List.of("DoubleProduct", "DoubleLines", "DoubleRoom", "DoubleWaves", "DoubleConvolution");

  private LaneSources() {}

  /**
   * All files: name and text.
   *
   * @param folder where the sources of the package are that are written by hand
   */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("DoubleButterflies.java", ButterflySource.text());
    files.put("DoubleTiles.java", TileSource.text());
    for (KernelShape shape : KernelShape.values()) {
      files.put(ProductSource.className(shape) + ".java", ProductSource.text(shape));
    }
    Map<String, String> floats = new LinkedHashMap<>();
    files.forEach((name, text) -> floats.put(single(name), single(text)));
    for (String name : BY_HAND) {
      String file = name + ".java";
      String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
      // weights of a source are double in both
      floats.put(
          single(file),
          single(text.replace("double[] weight", "@weight")).replace("@weight", "double[] weight"));
    }
    files.putAll(floats);
    return files;
  }

  private static String single(String text) {
    return text.replace("double", "float").replace("Double", "Float");
  }
}
