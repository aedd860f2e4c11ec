/**
 * A sweep on Apache Spark: each run is a task, and what it leaves comes back to the driver. Spark
 * is named here and nowhere else; what a run or a sweep is stands in {@code run} and {@code sweep}.
 */
package hopfilm.cluster;
