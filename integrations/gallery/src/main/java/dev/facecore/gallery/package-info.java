/**
 * People enrolled once and recognised in new photographs.
 *
 * <p>A {@link dev.facecore.gallery.Gallery} keeps names and embeddings, on disk
 * (face-gallery-lucene) or in a database (face-gallery-pgvector); {@link
 * dev.facecore.gallery.Enroller} fills it, {@link dev.facecore.gallery.Recogniser} asks it. What it
 * keeps is biometric data of people.
 */
package dev.facecore.gallery;
