/** Turns, scales and cuts a face to 112 x 112 pixels by its five points. */
package dev.facecore.internal.align;
