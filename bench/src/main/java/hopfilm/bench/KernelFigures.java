package hopfilm.bench;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Figures of kernels and solver: ratios of times of single calls. */
final class KernelFigures {

  private KernelFigures() {}

  static List<BenchFigure> measure(SmallTimes t) throws RunnerException {
    t.run("KernelBench.(rightHandSide|stream)$", "cells=200,1024 kernel=AUTO threads=1");
    t.run("KernelBench.rungeKuttaStep$", "cells=200 kernel=AUTO threads=1");
    t.run("KernelBench.rightHandSide$", "cells=200 kernel=PLAIN threads=1");
    t.run("KernelBench.rightHandSide$", "cells=400 kernel=AUTO threads=1,2");
    t.run("PotentialBench.(assemble|assembleAndSolve)$", "cells=200 threads=1");
    t.run("PotentialBench.matrixVector$", "cells=200");
    t.run("PotentialBench.assembleAndSolve$", "cells=400 threads=1,2 tolerance=1e-10");
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
    String against = "%.2f ns a cell against %.2f ns a cell";
    double cells = 200. * 200;
    double large = 1024. * 1024;
    return List.of(
        BenchFigure.of("rhs_stream_200", rhs / stream).from(against, rhs / cells, stream / cells),
        BenchFigure.of("plain_rhs_200", plain / rhs).from("%.2f ns a cell", plain / cells),
        BenchFigure.of("rhs_stream_1024", rhsLarge / streamLarge)
            .from(against, rhsLarge / large, streamLarge / large),
        BenchFigure.of("step_rhs", step / (4 * rhs)).from("%.2f ns a cell", step / cells),
        BenchFigure.of("rhs_threads", rhs1 / rhs2),
        BenchFigure.of("solve_threads", solve1 / solve2),
        BenchFigure.of("solve_products", (solve - assemble) / product)
            .from(
                "%.0f us, hierarchy in; assembly of the matrix apart: %.1f products",
                (solve - assemble) / 1e3, assemble / product));
  }
}
