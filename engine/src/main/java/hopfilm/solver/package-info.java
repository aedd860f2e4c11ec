/**
 * Linear algebra on regular layouts of nodes: stencils, conjugate gradients and residuals,
 * multigrid, Fourier transforms. No physics: values have no units here.
 */
package hopfilm.solver;
