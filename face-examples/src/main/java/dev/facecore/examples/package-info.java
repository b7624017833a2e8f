/** The command line {@code faces}, and example programs. */
package dev.facecore.examples;
