/** Applies to every request and answer, whatever its route: methods, headers, bad HTTP. */
package dev.facecore.http.wire;
