/** Ends a program in order when a signal stops it. */
package dev.facecore.console.stop;
