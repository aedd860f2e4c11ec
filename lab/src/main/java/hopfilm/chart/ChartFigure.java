package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** A chart of XChart under a title and a subtitle in the style of all figures. */
public final class ChartFigure implements Figure {
  /** Of a whole figure: at this width the text is legible on a telephone. */
  public static final int WIDTH = 660;

  private static final int HEAD = 62;
  private static final int LEFT = 16;

  private final String title;
  private final String subtitle;
  private final AxesChart<?, ?> chart;
  private final int right;

  /**
   * @param right room to the right of the chart [px]
   */
  public ChartFigure(String title, String subtitle, AxesChart<?, ?> chart, int right) {
    this.right = right;
    this.title = title;
    this.subtitle = subtitle;
    this.chart = chart;
  }

  /** Makes a chart look like the other figures. */
  public static void style(AxesChartStyler styler) {
    Color clear = new Color(255, 255, 255, 0);
    styler.setBaseFont(Fonts.TICK);
    styler.setChartBackgroundColor(clear);
    styler.setPlotBackgroundColor(clear);
    styler.setChartFontColor(Palette.INK);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(8);
    styler.setPlotBorderVisible(false);
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setPlotGridLinesColor(Palette.GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTickLabelsFont(Fonts.TICK);
    styler.setAxisTickLabelsColor(Palette.INK);
    styler.setAxisTickMarksColor(Palette.INK);
    styler.setAxisTickMarkLength(6);
    styler.setAxisTickMarksStroke(new BasicStroke(1.5f));
    styler.setAxisTitleFont(Fonts.LABEL);
    styler.setXAxisTitleColor(Palette.INK);
    styler.setYAxisTitleColor(Palette.INK);
    styler.setLegendFont(Fonts.TICK);
    styler.setLegendBackgroundColor(clear);
    styler.setLegendBorderColor(clear);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setLegendSeriesLineLength(26);
    styler.setSeriesColors(Palette.SERIES.toArray(new Color[0]));
    styler.setAntiAlias(true);
  }

  /** Relative difference below which numbers are taken for equal. */
  private static final double ROUNDING = 1e-9;

  /**
   * Sets the range of the y axis with some air, and tick labels of the decimals that it needs.
   *
   * @param zero true if zero is part of the range
   */
  public static void yRange(AxesChart<?, ?> chart, double low, double high, boolean zero) {
    double bottom = zero ? Math.min(0, low) : low;
    double top = zero ? Math.max(0, high) : high;
    // what differs by rounding only must not fill the chart, nor make ticks of its size
    double size = Math.max(1e-3, Math.max(Math.abs(top), Math.abs(bottom)));
    boolean differ = top - bottom > ROUNDING * size;
    double air = differ ? 0.1 * (top - bottom) : 0.05 * size;
    // a little beyond zero, or its tick is left out
    bottom -= differ && zero && low >= 0 ? 0.02 * air : air;
    top += differ && zero && high <= 0 ? 0.02 * air : air;
    chart.getStyler().setYAxisMin(bottom);
    chart.getStyler().setYAxisMax(top);
    // the chart has at most eight ticks, so its step is no finer than this
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10((top - bottom) / 8)));
    chart.setCustomYAxisTickLabelsFormatter(v -> Prefix.fixed(v, decimals));
  }

  @Override
  public int width() {
    return chart.getWidth() + right;
  }

  @Override
  public int height() {
    return chart.getHeight() + HEAD;
  }

  @Override
  public String description() {
    return title + ": " + subtitle;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Palette.INK);
    Fonts.draw(g, Fonts.TITLE, title, LEFT, 26, Fonts.Anchor.START);
    g.setColor(Palette.MUTED);
    Fonts.draw(g, Fonts.SUBTITLE, subtitle, LEFT, 50, Fonts.Anchor.START);
    Graphics2D below = (Graphics2D) g.create();
    below.translate(0, HEAD);
    synchronized (chart) { // it lays itself out anew, and may be part of another figure as well
      chart.paint(below, chart.getWidth(), chart.getHeight());
    }
    below.dispose();
  }
}
