package hopfilm.fourier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the generated files of {@code hopfilm.fourier}: butterflies, tiles and products of double
 * precision, and all of single precision from those of double. Its {@code main} takes the folder of
 * the package and is to be followed by the formatter.
 */
final class LaneSources {

  private LaneSources() {}

  /** The text of each generated file, unformatted. */
  static Map<String, String> all(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("DoubleButterflies.java", ButterflySource.text());
    files.put("DoubleTiles.java", TileSource.text());
    for (KernelShape shape : KernelShape.values()) {
      files.put(ProductSource.className(shape) + ".java", ProductSource.text(shape));
    }
    Map<String, String> floats = new LinkedHashMap<>();
    files.forEach((name, text) -> floats.put(single(name), single(text)));
    for (String name : new String[] {"DoubleProduct", "DoubleLines", "DoubleConvolution"}) {
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

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, String> file : all(folder).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
  }
}
