/** Comparing and recognising people: {@code faces compare} and {@code faces find}. */
package dev.facecore.examples.people;
