/** Writes the answers. */
package dev.facecore.http.response;
