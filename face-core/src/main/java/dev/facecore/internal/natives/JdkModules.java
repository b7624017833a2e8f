package dev.facecore.internal.natives;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which module of the JDK a class is missing from, in a runtime image that was made without it. */
final class JdkModules {
  private static final Pattern CLASS = Pattern.compile("\\b(?:javax?|sun|com\\.sun)(?:[.$]\\w+)+");

  // By the beginning of the class's name.
  private static final Map<String, String> MODULES = modules();

  private JdkModules() {}

  private static Map<String, String> modules() {
    Map<String, String> modules = new HashMap<>();
    modules.put("java.util.logging.", "java.logging");
    modules.put("java.lang.management.", "java.management");
    modules.put("javax.management.", "java.management");
    modules.put("com.sun.management.", "jdk.management");
    modules.put("java.net.http.", "java.net.http");
    modules.put("java.awt.", "java.desktop");
    modules.put("java.beans.", "java.desktop");
    modules.put("javax.imageio.", "java.desktop");
    modules.put("javax.swing.", "java.desktop");
    modules.put("java.sql.", "java.sql");
    modules.put("javax.xml.", "java.xml");
    modules.put("sun.misc.", "jdk.unsupported");
    return modules;
  }

  /** Empty where no class of the JDK is missing. */
  static Optional<String> missing(Throwable failure) {
    return Causes.of(failure)
        .filter(JdkModules::isOfClass)
        .flatMap(it -> CLASS.matcher(String.valueOf(it.getMessage()).replace('/', '.')).results())
        .map(type -> module(type.group()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  // Of an earlier failure the JVM keeps a description: "Exception java.lang.NoClassDefFoundError:
  // java/util/logging/Logger".
  private static boolean isOfClass(Throwable failure) {
    return failure instanceof NoClassDefFoundError
        || failure instanceof ClassNotFoundException
        || String.valueOf(failure.getMessage()).startsWith("Exception java.lang.NoClassDef");
  }

  private static Optional<String> module(String type) {
    return MODULES.entrySet().stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
