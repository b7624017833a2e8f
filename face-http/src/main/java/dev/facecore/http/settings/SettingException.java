package dev.facecore.http.settings;

import dev.facecore.http.log.LogText;

/**
 * An environment variable has a value that is not allowed; the message is the one line to print.
 */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingException(String variable, String value, String remedy) {
    super(variable + "=" + LogText.oneLine(value) + " is not allowed. " + remedy);
  }
}
