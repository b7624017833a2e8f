package dev.facecore.http;

/**
 * A variable of the environment has a value that is not allowed; the message is the one line to
 * print.
 */
final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingException(String variable, String value, String allowed) {
    super(variable + "=" + LogText.oneLine(value) + " is not allowed: " + allowed);
  }
}
