/**
 * People enrolled once and recognised in new photographs.
 *
 * <p>A {@link dev.facecore.recognition.Gallery} keeps names and embeddings, on disk ({@link
 * dev.facecore.recognition.LuceneGallery}) or in a database ({@link
 * dev.facecore.recognition.PgVectorGallery}); {@link dev.facecore.recognition.Enroller} fills it,
 * {@link dev.facecore.recognition.Recogniser} asks it. What it keeps is biometric data of people.
 */
package dev.facecore.recognition;
