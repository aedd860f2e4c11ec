/**
 * Charts of any numbers: axes, curves, bars, colours, text, and figures as PNG and SVG files. No
 * film, pattern or run comes in here; that is {@code hopfilm.figures}.
 */
package hopfilm.chart;
