/** A sweep on Apache Spark: each run is a task, and what it leaves comes back to the driver. */
package hopfilm.cluster;
