/** Checks and values that all implementations of {@link dev.facecore.gallery.Gallery} share. */
package dev.facecore.gallery.store;
