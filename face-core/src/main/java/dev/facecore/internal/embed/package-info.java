/** Turns an aligned face into an embedding. */
package dev.facecore.internal.embed;
