/** The live laboratory: films over HTTP and WebSocket, see docs/http.md. No physics. */
package hopfilm.web;
