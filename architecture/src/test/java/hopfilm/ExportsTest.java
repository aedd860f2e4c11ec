package hopfilm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users of the library need the exported packages of the engine alone. */
class ExportsTest {

  private static final Path ENGINE = Path.of("..", "engine", "target", "classes");

  /** Called between packages of the engine, or by the benchmarks. */
  private static final Set<String> INTERNAL =
      Set.of(
          "hopfilm.dynamics.LlgEquation.motion",
          "hopfilm.magnet.Demag.field",
          "hopfilm.magnet.OerstedField.field");

  @Test
  void publicSignaturesNameExportedClasses() throws IOException {
    ModuleDescriptor module;
    try (InputStream in = Files.newInputStream(ENGINE.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }
    Set<String> exported =
        module.exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> leaks = new TreeSet<>();
    for (JavaClass c : new ClassFileImporter().importPath(ENGINE)) {
      if (exported.contains(c.getPackageName()) && isPublic(c)) {
        for (JavaCodeUnit unit : c.getCodeUnits()) {
          boolean names =
              Stream.concat(
                      unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                  .map(JavaClass::getBaseComponentType)
                  .anyMatch(t -> isOurs(t) && !exported.contains(t.getPackageName()));
          if (names && unit.getModifiers().contains(JavaModifier.PUBLIC)) {
            leaks.add(c.getName() + "." + unit.getName());
          }
        }
      }
    }
    assertThat(leaks).isEqualTo(new TreeSet<>(INTERNAL));
  }

  /** Whether a class and those around it are public. */
  private static boolean isPublic(JavaClass c) {
    return c.getModifiers().contains(JavaModifier.PUBLIC)
        && c.getEnclosingClass().map(ExportsTest::isPublic).orElse(true);
  }

  private static boolean isOurs(JavaClass c) {
    return c.getPackageName().startsWith("hopfilm");
  }
}
