/**
 * Convolutions over a film by Fourier transforms: what a kernel makes of three components in all
 * cells, with the Vector API and plain. No physics: a kernel is numbers at distances. Beside {@code
 * kernel} the only package that uses jdk.incubator.vector. Files that begin with Float, and the
 * butterflies, tiles and products, are written in the build by {@code hopfilm.autocode}.
 */
package hopfilm.fourier;
