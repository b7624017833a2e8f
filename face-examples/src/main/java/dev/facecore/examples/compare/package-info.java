/** {@code faces compare}: whether two images show one person. */
package dev.facecore.examples.compare;
