/**
 * The live laboratory: films over HTTP and WebSocket, and the page, see docs/reference/http.md.
 * Physics does not belong here; how a film is steered stands in {@code live}.
 */
package hopfilm.web;
