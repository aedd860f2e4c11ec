package hopfilm.file;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;

import hopfilm.experiment.SweepAxis;
import hopfilm.experiment.SweepRun;
import hopfilm.input.Origin;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells a study out as the tree of a file that reads back as an equal one. Of a sweep that is its
 * first run and the axes; a default that is another in other runs is left out, so that each run has
 * its own when it is read.
 */
final class StudyWriter {

  private StudyWriter() {}

  static YamlNode.Mapping tree(Study study) {
    YamlNode.Mapping root = ExperimentTree.of(study.experiment());
    if (study.isSweep()) {
      YamlNode.Mapping given = study.given();
      for (SweepRun run : study.runs().subList(1, study.runs().size())) {
        root = common(root, ExperimentTree.of(run.experiment()), given);
      }
      root = root.with("sweep", sweep(study));
    }
    if (study.optimise() != null) {
      root = root.with("optimise", OptimiseSection.tree(study.optimise()));
    }
    return study.fit() == null ? root : root.with("fit", FitSection.tree(study.fit()));
  }

  /** The entries of one map that were given, or that another has too. */
  private static YamlNode.Mapping common(
      YamlNode.Mapping one, YamlNode.Mapping other, YamlNode.Mapping given) {
    YamlNode.Mapping result = one;
    for (String key : one.entries().keySet()) {
      YamlNode mine = one.get(key);
      YamlNode its = other.get(key);
      YamlNode said = given.get(key);
      if (mine.equals(its)) {
        continue;
      }
      if (mine instanceof YamlNode.Mapping inner && its instanceof YamlNode.Mapping beside) {
        YamlNode.Mapping saidOfIt = said instanceof YamlNode.Mapping m ? m : map();
        result = result.with(key, common(inner, beside, saidOfIt));
      } else if (mine instanceof YamlNode.Sequence all
          && its instanceof YamlNode.Sequence beside
          && said instanceof YamlNode.Sequence saidOfIt) {
        result = result.with(key, common(all, beside, saidOfIt));
      } else if (said == null) {
        result = result.without(key);
      }
    }
    return result;
  }

  private static YamlNode common(
      YamlNode.Sequence one, YamlNode.Sequence other, YamlNode.Sequence given) {
    int n = one.items().size();
    if (other.items().size() != n || given.items().size() != n) {
      return one;
    }
    List<YamlNode> items = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      items.add(
          one.items().get(k) instanceof YamlNode.Mapping mine
                  && other.items().get(k) instanceof YamlNode.Mapping its
                  && given.items().get(k) instanceof YamlNode.Mapping said
              ? common(mine, its, said)
              : one.items().get(k));
    }
    return list(items);
  }

  private static YamlNode sweep(Study study) {
    List<SweepAxis> together = study.together();
    if (together.isEmpty()) {
      return lists(study.sweep());
    }
    YamlNode.Mapping rest = lists(study.sweep().subList(1, study.sweep().size()));
    return rest.with("zip", lists(together));
  }

  private static YamlNode.Mapping lists(List<SweepAxis> axes) {
    YamlNode.Mapping sweep = map();
    for (SweepAxis axis : axes) {
      List<YamlNode> values =
          axis.values().stream().map(v -> Yaml.parseValue(v, Origin.DEFAULT)).toList();
      sweep = sweep.with(axis.key(), list(values));
    }
    return sweep;
  }
}
