/**
 * Numbers of a film from its readings: what a measurement would tell (FitPlan) and what it tells
 * (FilmFit). How the runs are carried out stands in {@code sweep}.
 */
package hopfilm.fit;
