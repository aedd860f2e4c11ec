/**
 * Numbers that are read from a texture: topological charge, order of the stripes, domains, area and
 * place of a skyrmion, kind of texture, neighbours that turned too far. No material, no energy.
 */
package hopfilm.texture;
