/** Writes the log: its form, its level, and what others wrote made fit for a line. */
package dev.facecore.http.log;
