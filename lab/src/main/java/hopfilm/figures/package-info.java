/** Pictures of films, charts, and the reports of a run and of a sweep. */
package hopfilm.figures;
