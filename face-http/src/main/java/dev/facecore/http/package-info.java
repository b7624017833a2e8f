/** The service: settings, routes, statuses, admission, and what happens at start and end. */
package dev.facecore.http;
