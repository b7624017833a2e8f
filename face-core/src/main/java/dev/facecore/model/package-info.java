/**
 * The networks that the library can use: what they are called, where they are, under which licence
 * their weights come and what runs them.
 */
package dev.facecore.model;
