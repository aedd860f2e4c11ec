package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

  private static String references(String... settings) {
    return References.of(ExperimentFile.parse("", "x", List.of(settings)));
  }

  @Test
  void theSourceOfTheIdeaComesFirstInEveryRun() {
    assertThat(references())
        .startsWith("@article{Yu2021,")
        .contains("10.1103/PhysRevB.104.L180405");
    assertThat(references("protocol=[{measure: x}]")).startsWith("@article{Yu2021,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "material.dmi=bulk | Bak1980 | true",
        "material.dmi=interfacial | Bak1980 | false",
        "material.dmi=interfacial | Rohart2013 | true",
        "material.D=0 mA | Dzyaloshinsky1958 | false",
        "material.amr=0 % | McGuire1975 | false",
        "material.amr=10 % | McGuire1975 | true",
        "material.P=0 | Zhang2004 | false",
        "protocol=[{measure: x}] | Zhang2004 | false",
        "retrieve.update=graded | Hopfield1984 | true",
        "retrieve.update=asynchronous | Hopfield1984 | false",
        "initial.seed=1..3 | Wilson1927 | true",
        "initial.seed=3 | Wilson1927 | false",
        "seed=1 | Dormand1980 | false",
        "temperature=300 K | Brown1963 | true",
        "seed=1 | Brown1963 | false",
        "film.demag=on | Newell1993 | true",
        "film.demag=local | Newell1993 | false",
        "seed=1 | Newell1993 | false",
        "seed=1 | Wang2018 | false",
        "seed=1 | Barzilai1988 | false",
      })
  void onlyWhatIsUsedIsCited(String setting, String key, boolean cited) {
    assertThat(references(setting).contains("{" + key + ",")).isEqualTo(cited);
  }

  @Test
  void everyEntryIsWholeAndStandsOnce() {
    String bib = references("initial.seed=1..2");
    List<String> entries = List.of(bib.split("(?=@article)"));
    assertThat(entries).hasSizeGreaterThan(8);
    List<String> keys =
        Pattern.compile("@article\\{(\\w+)")
            .matcher(bib)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(entries);
    for (String entry : entries) {
      assertThat(entry).contains("author", "title", "journal", "year", "note");
      assertThat(entry).containsPattern("doi     = \\{10\\.\\d{4,5}/[^ {}]+\\}");
      long open = entry.chars().filter(c -> c == '{').count();
      assertThat(entry.chars().filter(c -> c == '}').count()).isEqualTo(open);
    }
  }
}
