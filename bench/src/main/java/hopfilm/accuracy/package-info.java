/**
 * What accuracy costs: problems on ever smaller cells, with each discretisation, error against
 * time. Problems that must come out right belong to {@code validation}.
 */
package hopfilm.accuracy;
