/**
 * Reads how the service is set and what the build says of it, and checks both against the machine.
 */
package dev.facecore.http.settings;
