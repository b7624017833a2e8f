/** Faces that come over time: only what a change touches is grouped again. */
package dev.facecore.internal.album;
