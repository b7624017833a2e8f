/** Finds the pictures below the paths of a command line, whatever the paths are called. */
package dev.facecore.console.files;
