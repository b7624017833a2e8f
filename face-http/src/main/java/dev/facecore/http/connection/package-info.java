/** What slow clients may do, and how answers are sent. */
package dev.facecore.http.connection;
