/** Tells image formats apart, reads their headers, decodes upright pixels, encodes headshots. */
package dev.facecore.internal.image;
