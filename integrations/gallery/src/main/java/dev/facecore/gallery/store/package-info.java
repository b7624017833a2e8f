/** What stores share; for those who write a {@link dev.facecore.gallery.Gallery} of their own. */
package dev.facecore.gallery.store;
