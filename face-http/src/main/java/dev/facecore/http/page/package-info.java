/** Serves the pages for browsers and the files that they load. */
package dev.facecore.http.page;
