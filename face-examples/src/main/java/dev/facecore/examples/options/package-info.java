/** Options that several commands of {@code faces} have. */
package dev.facecore.examples.options;
