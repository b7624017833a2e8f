/** Reads a request in whichever of its forms it comes. */
package dev.facecore.http.request;
