package dev.facecore.http.response;

/** The body of every refusal. */
public record ErrorBody(String error, String requestId, String timestamp) {
  public ErrorBody {
    error = WellFormed.text(error);
  }
}
