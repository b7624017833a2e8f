/** Starts and stops the service, and puts its routes and parts together. */
package dev.facecore.http;
