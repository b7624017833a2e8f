/**
 * Recognises enrolled people in images.
 *
 * <p>A {@link dev.facecore.gallery.Gallery} stores names and embeddings, on disk
 * (face-gallery-lucene) or in a database (face-gallery-pgvector); {@link
 * dev.facecore.gallery.Enroller} adds people, {@link dev.facecore.gallery.Recogniser} finds them. A
 * gallery is biometric data.
 */
package dev.facecore.gallery;
