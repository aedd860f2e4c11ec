package hopfilm.key;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.numbers;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.dynamics.Coupling;
import hopfilm.experiment.ElectrodesSpec.GridSize;
import hopfilm.experiment.MaterialSpec.CubicAxes;
import hopfilm.experiment.NamedFile;
import hopfilm.experiment.OutputSpec.Blocks;
import hopfilm.experiment.OutputSpec.ContactPair;
import hopfilm.experiment.OutputSpec.ContactPairs;
import hopfilm.input.Excerpt;
import hopfilm.input.FileMessage;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values of a type of the engine stand in a file. */
public interface Codec<T> {

  /** The value of a key. */
  T read(Section s, String key);

  /** As it is written. */
  YamlNode write(T value);

  /**
   * When the potential is solved anew: {@code adaptive}, {@code every-step}, {@code {every: 3}}.
   */
  final class OfCoupling implements Codec<Coupling> {

    @Override
    public Coupling read(Section s, String key) {
      if (s.node(key) instanceof YamlNode.Mapping map) {
        if (map.entries().size() == 1
            && map.get("every") instanceof YamlNode.Scalar n
            && n.text().matches("[1-9]\\d{0,5}")) {
          return Coupling.every(Integer.parseInt(n.text()));
        }
      } else {
        String text = s.text(key);
        if (text.equals("adaptive")) {
          return Coupling.adaptive();
        } else if (text.equals("every-step")) {
          return Coupling.everyStep();
        }
      }
      throw s.error(key, FileMessage.NO_COUPLING, Section.shown(s.node(key)));
    }

    @Override
    public YamlNode write(Coupling c) {
      return c instanceof Coupling.Every every
          ? map().with("every", scalar(Integer.toString(every.steps())))
          : scalar(c instanceof Coupling.EveryStep ? "every-step" : "adaptive");
    }
  }

  /** A file that is there. */
  final class OfNamedFile implements Codec<NamedFile> {

    @Override
    public NamedFile read(Section s, String key) {
      return new NamedFile(s.file(key, s.text(key)));
    }

    @Override
    public YamlNode write(NamedFile file) {
      return scalar(file.toString());
    }
  }

  /** Rows and columns: {@code 3x3}. */
  final class OfGrid implements Codec<GridSize> {

    private static final Pattern GRID = Pattern.compile("(\\d{1,4})\\s*[xX]\\s*(\\d{1,4})");

    /** Electrodes of an experiment. */
    public static final int MOST = 1024;

    @Override
    public GridSize read(Section s, String key) {
      Matcher m = GRID.matcher(s.text(key));
      if (!m.matches()) {
        throw s.error(key, FileMessage.NO_GRID, Excerpt.of(s.text(key)));
      }
      GridSize grid = new GridSize(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
      if (grid.count() < 2 || grid.count() > MOST) {
        throw s.error(key, FileMessage.GRID_OUT_OF_RANGE, grid.count(), MOST);
      }
      return grid;
    }

    @Override
    public YamlNode write(GridSize grid) {
      return YamlValues.scalar(grid.toString());
    }
  }

  /** Blocks of cells, across and up: {@code 16x16}. */
  final class OfBlocks implements Codec<Blocks> {

    private static final Pattern BLOCKS =
        Pattern.compile("([1-9]\\d{0,4})\\s*[xX]\\s*([1-9]\\d{0,4})");

    @Override
    public Blocks read(Section s, String key) {
      Matcher m = BLOCKS.matcher(s.text(key));
      if (!m.matches()) {
        throw s.error(key, FileMessage.NO_BLOCKS, Excerpt.of(s.text(key)));
      }
      return new Blocks(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }

    @Override
    public YamlNode write(Blocks blocks) {
      return YamlValues.scalar(blocks.toString());
    }
  }

  /** Two directions: {@code [[1, 1, 0], [-1, 1, 0]]}. */
  final class OfCubicAxes implements Codec<CubicAxes> {

    @Override
    public CubicAxes read(Section s, String key) {
      List<List<Double>> axes = s.list(key).stream().map(node -> direction(s, key, node)).toList();
      if (axes.size() != 2) {
        throw s.error(key, FileMessage.NOT_TWO_AXES, axes.size());
      }
      CubicAxes cubic = new CubicAxes(axes.get(0), axes.get(1));
      if (!cubic.isSquare()) {
        throw s.error(key, FileMessage.AXES_NOT_SQUARE, s.node(key).flow());
      }
      return cubic;
    }

    private static List<Double> direction(Section s, String key, YamlNode node) {
      List<YamlNode> items = node instanceof YamlNode.Sequence q ? q.items() : List.of();
      List<Double> direction = new ArrayList<>();
      for (YamlNode item : items) {
        try {
          direction.add(Quantity.read(s.scalar(key, item), Dimension.FRACTION).value());
        } catch (UnitException e) {
          throw s.errorIn(key, item, FileMessage.NO_AXIS, Section.shown(node));
        }
      }
      boolean isLong = direction.stream().allMatch(v -> Math.abs(v) <= MOST);
      if (direction.size() != 3 || !isLong || direction.stream().allMatch(v -> v == 0)) {
        throw s.errorIn(key, node, FileMessage.NO_AXIS, Section.shown(node));
      }
      return direction;
    }

    private static final double MOST = 1e6;

    @Override
    public YamlNode write(CubicAxes axes) {
      return list(
          List.of(numbers("material.axis", axes.first()), numbers("material.axis", axes.second())));
    }
  }

  /** Pairs of contacts: {@code [[n1, n4], [n1, n2]]}, or one alone, {@code [n1, n4]}. */
  final class OfPairs implements Codec<ContactPairs> {

    @Override
    public ContactPairs read(Section s, String key) {
      List<YamlNode> items = s.list(key);
      if (items.size() == 2 && items.stream().allMatch(YamlNode.Scalar.class::isInstance)) {
        return new ContactPairs(List.of(pair(s, key, items)));
      }
      List<ContactPair> pairs = new ArrayList<>();
      for (YamlNode item : items) {
        if (!(item instanceof YamlNode.Sequence two) || two.items().size() != 2) {
          throw s.errorIn(key, item, FileMessage.NO_PAIR, Section.shown(item));
        }
        pairs.add(pair(s, key, two.items()));
      }
      return new ContactPairs(pairs);
    }

    private static ContactPair pair(Section s, String key, List<YamlNode> two) {
      return new ContactPair(s.scalar(key, two.get(0)), s.scalar(key, two.get(1)));
    }

    @Override
    public YamlNode write(ContactPairs pairs) {
      return list(
          pairs.all().stream()
              .map(p -> (YamlNode) list(List.of(scalar(p.a()), scalar(p.b()))))
              .toList());
    }
  }
}
