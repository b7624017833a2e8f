/**
 * Reads environment variables and checks them against the machine; knows the version of the build.
 */
package dev.facecore.http.settings;
