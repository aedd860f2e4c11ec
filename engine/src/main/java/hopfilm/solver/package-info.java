/**
 * Linear algebra on regular layouts of nodes: stencils, conjugate gradients and residuals,
 * multigrid. No physics: values have no units here.
 */
package hopfilm.solver;
