package hopfilm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Figures of kernels and solver: ratios of times of single calls. */
final class KernelFigures {

  private KernelFigures() {}

  static List<Figure> measure(SmallTimes times) throws RunnerException {
    String[] both = {"200", "1024"};
    String[] auto = {"AUTO"};
    String[] one = {"1"};
    times.run(
        "KernelBench.(rightHandSide|stream)$",
        Map.of("cells", both, "kernel", auto, "threads", one));
    times.run(
        "KernelBench.rungeKuttaStep$",
        Map.of("cells", new String[] {"200"}, "kernel", auto, "threads", one));
    times.run(
        "KernelBench.rightHandSide$",
        Map.of("cells", new String[] {"200"}, "kernel", new String[] {"PLAIN"}, "threads", one));
    times.run(
        "KernelBench.rightHandSide$",
        Map.of("cells", new String[] {"400"}, "kernel", auto, "threads", new String[] {"1", "2"}));
    times.run(
        "PotentialBench.(assemble|assembleAndSolve)$",
        Map.of("cells", new String[] {"200"}, "threads", one));
    times.run("PotentialBench.matrixVector$", Map.of("cells", new String[] {"200"}));
    times.run(
        "PotentialBench.assembleAndSolve$",
        Map.of(
            "cells", new String[] {"400"},
            "threads", new String[] {"1", "2"},
            "tolerance", new String[] {"1e-10"}));
    return figures(times);
  }

  private static List<Figure> figures(SmallTimes t) {
    double rhs = t.ns("rightHandSide cells=200 kernel=AUTO threads=1");
    double stream = t.ns("stream cells=200 kernel=AUTO threads=1");
    double plain = t.ns("rightHandSide cells=200 kernel=PLAIN threads=1");
    double rhsLarge = t.ns("rightHandSide cells=1024 kernel=AUTO threads=1");
    double streamLarge = t.ns("stream cells=1024 kernel=AUTO threads=1");
    double step = t.ns("rungeKuttaStep cells=200 kernel=AUTO threads=1");
    double rhs1 = t.ns("rightHandSide cells=400 kernel=AUTO threads=1");
    double rhs2 = t.ns("rightHandSide cells=400 kernel=AUTO threads=2");
    double solve1 = t.ns("assembleAndSolve cells=400 threads=1 tolerance=1e-10");
    double solve2 = t.ns("assembleAndSolve cells=400 threads=2 tolerance=1e-10");
    double solve = t.ns("assembleAndSolve cells=200 threads=1 tolerance=1e-6");
    double assemble = t.ns("assemble cells=200 threads=1 tolerance=1e-6");
    double product = t.ns("matrixVector cells=200");
    List<Figure> all = new ArrayList<>();
    all.add(
        Figure.atMost(
            "rhs_stream_200",
            "right-hand side 200 x 200 / streaming its arrays",
            rhs / stream,
            2.6,
            perCell(rhs, 200) + " against " + perCell(stream, 200)));
    all.add(
        Figure.atLeast(
            "plain_rhs_200",
            "plain loops / right-hand side, 200 x 200",
            plain / rhs,
            4.5,
            perCell(plain, 200)));
    all.add(
        Figure.atMost(
            "rhs_stream_1024",
            "right-hand side 1024 x 1024 / streaming its arrays",
            rhsLarge / streamLarge,
            1.5,
            perCell(rhsLarge, 1024) + " against " + perCell(streamLarge, 1024)));
    all.add(
        Figure.atMost(
            "step_rhs",
            "Runge-Kutta step / four right-hand sides",
            step / (4 * rhs),
            1.25,
            perCell(step, 200)));
    all.add(
        Figure.atLeast(
            "rhs_threads",
            "right-hand side 400 x 400, 2 threads against 1",
            rhs1 / rhs2,
            1.75,
            ""));
    all.add(
        Figure.atLeast(
            "solve_threads",
            "potential 400 x 400, 2 threads against 1",
            solve1 / solve2,
            1.75,
            ""));
    all.add(
        Figure.atMost(
            "solve_products",
            "potential 200 x 200 to 1e-6 / matrix-vector product",
            (solve - assemble) / product,
            12,
            String.format(
                Locale.ROOT,
                "%.0f us, hierarchy in; assembly of the matrix apart: %.1f products",
                (solve - assemble) / 1e3,
                assemble / product)));
    return all;
  }

  private static String perCell(double ns, int cells) {
    return String.format(Locale.ROOT, "%.2f ns a cell", ns / cells / cells);
  }
}
