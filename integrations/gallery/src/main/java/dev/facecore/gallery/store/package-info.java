/** What stores share; used to implement a {@link dev.facecore.gallery.Gallery} . */
package dev.facecore.gallery.store;
