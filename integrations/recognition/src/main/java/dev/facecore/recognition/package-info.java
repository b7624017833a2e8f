/** The command line over galleries. */
package dev.facecore.recognition;
