package dev.facecore.http.request;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/** The value of one field as a body or a query has it: what it can be taken for. */
interface FieldValue {
  /** Whether it counts as left out. */
  boolean isAbsent() throws IOException;

  /** It as a number, which may be infinite; empty if it is none. */
  OptionalDouble number() throws IOException;

  /** It as true or false; empty if it is neither. */
  Optional<Boolean> truth() throws IOException;

  /** It as text; empty if it is none. */
  Optional<String> text() throws IOException;
}
