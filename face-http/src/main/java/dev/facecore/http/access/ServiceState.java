package dev.facecore.http.access;

/** How far the service is. */
enum ServiceState {
  /** Models are being loaded. */
  STARTING,
  /** One real inference has run. */
  READY,
  /** No new requests; those under way finish. */
  STOPPING
}
