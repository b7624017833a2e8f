package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users read of the public types: first sentences, and examples that compile. */
class JavadocTest {
  private static final List<Path> FOLDERS =
      Stream.of(
              "src/main/java/dev/facecore",
              "src/main/java/dev/facecore/stage",
              "src/main/java/dev/facecore/model",
              "../face-fetch/src/main/java/dev/facecore/fetch")
          .map(Path::of)
          .toList();

  private static final Pattern COMMENTED =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*\\n((?:\\s*@[^\\n]*\\n)*)\\s*([^\\n]*)", Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

  /** What the examples take as given. */
  private static final String GIVEN =
      """
      import dev.facecore.*;
      import dev.facecore.model.*;
      import dev.facecore.stage.*;
      import java.awt.image.BufferedImage;
      import java.nio.file.*;
      import java.util.*;
      class Example {
        interface Database { byte[] readPhoto(int id); }
        record Row(Embedding embedding) {}
        FaceExtractor faces; List<ImageSource> images; List<Row> rows; Database database;
        Path path, folder, beach; byte[] jpeg; BufferedImage bufferedImage; Face face, other;
      """;

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  @Test
  void the_first_sentence_of_a_method_begins_with_a_verb() throws IOException {
    List<String> others = new ArrayList<>();
    int methods = 0;
    for (Path source : sources()) {
      Matcher comments = COMMENTED.matcher(Files.readString(source));
      while (comments.find()) {
        String code = comments.group(3).strip();
        boolean isMethod =
            code.contains("(")
                && !code.split("\\(")[0].contains("=")
                && !code.matches("(private|.*\\b(record|class|enum|interface)\\b).*");
        if (!isMethod) continue;
        methods++;
        String text = comments.group(1).replaceFirst("^[\\s*]+", "");
        if (!text.matches("(?s)[A-Z][a-z]+s\\b.*") || text.matches("(?s)(This|Its)\\b.*")) {
          others.add(source.getFileName() + ": " + text.lines().findFirst().orElse(""));
        }
      }
    }
    assertEquals(List.of(), others);
    assertTrue(methods > 150, methods + " methods");
  }

  @Test
  void examples_compile(@TempDir Path classes) throws IOException {
    StringBuilder code = new StringBuilder(GIVEN);
    int examples = 0;
    for (Path source : sources()) {
      if (source.startsWith(Path.of(".."))) continue; // it needs that module's classes
      Matcher example = EXAMPLE.matcher(Files.readString(source));
      while (example.find()) {
        code.append("  void example%d() throws Exception { // %s%n".formatted(examples++, source));
        code.append(example.group(1).replaceAll("(?m)^ \\* ?", "")).append("}\n");
      }
    }
    StringWriter problems = new StringWriter();
    List<String> options = List.of("-proc:none", "-d", classes.toString());
    List<JavaFileObject> sources = List.of(text(code.append("}").toString()));
    boolean compiles =
        ToolProvider.getSystemJavaCompiler()
            .getTask(problems, null, null, options, null, sources)
            .call();
    assertTrue(compiles, problems::toString);
    assertTrue(examples >= 9, examples + " examples");
  }

  private static JavaFileObject text(String code) {
    return new SimpleJavaFileObject(
        URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}
