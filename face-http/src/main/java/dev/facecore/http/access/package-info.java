/** Decides who may come in, and who may work. */
package dev.facecore.http.access;
