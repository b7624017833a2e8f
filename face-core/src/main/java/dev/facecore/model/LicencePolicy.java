package dev.facecore.model;

/**
 * Which models may be used, by the licence of their weights. It guards against using weights by
 * mistake; whether a licence suits a use, only the user can say.
 */
public enum LicencePolicy {
  /** Only models whose licence allows commercial use. */
  COMMERCIAL_ONLY,

  /** These, and models whose licence was accepted for the model folder when they were fetched. */
  ACCEPTED,

  /** All models: the caller accepts the licence of the one that is named. */
  ANY
}
