package dev.facecore.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of every refusal. */
record ErrorBody(String error, @JsonProperty("request_id") String requestId, String timestamp) {}
