/** A gallery in a folder, kept by Apache Lucene. */
package dev.facecore.gallery.lucene;
