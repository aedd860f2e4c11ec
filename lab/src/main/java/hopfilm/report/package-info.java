/**
 * HTML reports of a run and of a sweep, with their figures. Nothing is computed here and no run is
 * known: the data of a report come as records.
 */
package hopfilm.report;
