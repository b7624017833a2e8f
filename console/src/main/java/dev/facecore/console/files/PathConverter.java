package dev.facecore.console.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path of the command line, as {@link RawArguments} gives it. */
public final class PathConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    if (text.isEmpty()) throw new TypeConversionException("must be a file or folder, got ''");
    try {
      return PathText.path(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("must be a file or folder, got '" + text + "'");
    }
  }
}
