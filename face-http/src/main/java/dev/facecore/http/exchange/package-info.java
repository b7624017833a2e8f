/** Keeps what is known of a request from its arrival to its end, and why it is refused. */
package dev.facecore.http.exchange;
