/** Finds models by name: the catalogue, their files with checksums, their licences. */
package dev.facecore.internal.models;
