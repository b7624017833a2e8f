/**
 * The networks that the library can use: what they are called, where they are, under which licence
 * their weights come and what runs them.
 */
@NullMarked
package dev.facecore.model;

import org.jspecify.annotations.NullMarked;
