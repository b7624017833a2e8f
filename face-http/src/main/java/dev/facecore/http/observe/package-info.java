/** Counts and logs the requests that are over. */
package dev.facecore.http.observe;
