package hopfilm.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.Grid;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of {@code docs/explanation/architecture.md} that begin or end here. */
class ArchitectureTest {

  @Test
  void onlyThisPackageUsesSparkAndItUsesNoneBesideStudy() {
    // the names of what is used are enough
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    // not the whole class path, on which Spark is
    List<URL> parts =
        Stream.of(SparkCluster.class, ExperimentFile.class, Grid.class)
            .map(c -> c.getProtectionDomain().getCodeSource().getLocation())
            .toList();
    var classes = new ClassFileImporter().importUrls(parts);
    noClasses()
        .that()
        .resideInAPackage("hopfilm.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "hopfilm.claims..",
            "hopfilm.reproduce..",
            "hopfilm.validation..",
            "hopfilm.cli..",
            "hopfilm.web..")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("hopfilm.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("hopfilm.cluster..", "org.apache.spark..", "org.apache.parquet..")
        .check(classes);
  }
}
