package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user of the package sees: few types, and none of another library or of the inside. */
class PublicTypesTest {
  private static final Path CLASSES = Path.of("target/classes/dev/facecore");
  private static final int MOST_TYPES = 40;

  @Test
  void are_few() throws Exception {
    long topLevel = publicTypes().stream().filter(type -> !type.isMemberClass()).count();
    assertTrue(topLevel > 20 && topLevel <= MOST_TYPES, topLevel + " public types");
  }

  @Test
  void show_no_type_of_another_library_and_none_of_the_inside() throws Exception {
    int signatures = 0;
    for (Class<?> type : publicTypes()) {
      for (String signature : signatures(type)) {
        for (String hidden : List.of("org.opencv", "ai.onnxruntime", "org.slf4j", ".internal.")) {
          assertFalse(signature.contains(hidden), () -> type + ": " + signature);
        }
        signatures++;
      }
    }
    assertTrue(signatures > 150, "only " + signatures + " signatures were read");
  }

  private static List<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(CLASSES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (name.equals("package-info")) continue;
        Class<?> type =
            Class.forName("dev.facecore." + name, false, PublicTypesTest.class.getClassLoader());
        if (Modifier.isPublic(type.getModifiers())) types.add(type);
      }
    }
    return types;
  }

  private static List<String> signatures(Class<?> type) {
    List<String> signatures = new ArrayList<>();
    signatures.add(type.toGenericString());
    if (type.getGenericSuperclass() != null) {
      signatures.add(type.getGenericSuperclass().getTypeName());
    }
    for (var parent : type.getGenericInterfaces()) signatures.add(parent.getTypeName());
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field)) signatures.add(field.toGenericString());
    }
    List<Executable> executables = new ArrayList<>();
    executables.addAll(List.<Method>of(type.getDeclaredMethods()));
    executables.addAll(List.<Constructor<?>>of(type.getDeclaredConstructors()));
    for (Executable executable : executables) {
      if (isVisible(executable)) signatures.add(executable.toGenericString());
    }
    if (type.isRecord()) {
      for (RecordComponent part : type.getRecordComponents()) signatures.add(part.toString());
    }
    return signatures;
  }

  private static boolean isVisible(Member member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
        && !member.isSynthetic();
  }
}
