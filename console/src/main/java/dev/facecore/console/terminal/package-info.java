/** Writes to terminals and pipes so that no name of a file can steer the terminal. */
package dev.facecore.console.terminal;
