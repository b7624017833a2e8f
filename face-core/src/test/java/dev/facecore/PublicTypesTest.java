package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user of the packages sees: these types, and none of another library or of the inside. */
class PublicTypesTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "dev.facecore",
          names(
              """
              FaceExtractor FaceExtractorBuilder ExtractionOptions DedupMode Threshold Deadline ImageSource
              Extraction ImageAnalysis StageTimes Person Sighting Face Embedding Headshot
              Box Point FaceLandmarks FaceAlbum FaceRef AlbumPerson AlbumSuggestion AlbumChange Comparison
              FaceException DeadlineException ImageException AlbumException InferenceException PlatformException
              ModelException NoFaceException TooManyFacesException IntegrationException
              """),
          "dev.facecore.stage",
          names(
              """
              Picture FaceDetector Detection AlignedFace FaceEmbedder FaceDeduplicator
              ThresholdTable PoorPairs Readability
              """),
          "dev.facecore.model",
          names("FaceModels ModelInfo LicencePolicy Accelerator"));

  private static Set<String> names(String text) {
    return new TreeSet<>(List.of(text.strip().split("\\s+")));
  }

  @Test
  void are_these() throws Exception {
    for (String name : TYPES.keySet()) {
      Set<String> found = new TreeSet<>();
      for (Class<?> type : publicTypes(name)) {
        if (!type.isMemberClass()) found.add(type.getSimpleName());
      }
      assertEquals(TYPES.get(name), found, name);
    }
  }

  @Test
  void every_other_package_is_internal() throws IOException {
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .map(
              file ->
                  CLASSES.relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
          .filter(name -> !name.startsWith("dev.facecore.internal."))
          .forEach(packages::add);
    }
    assertEquals(new TreeSet<>(TYPES.keySet()), packages);
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
    for (String name : TYPES.keySet()) types.addAll(publicTypes(name));
    return types;
  }

  private static List<Class<?>> publicTypes(String from)
      throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(CLASSES.resolve(from.replace('.', '/')))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (name.equals("package-info")) continue;
        Class<?> type =
            Class.forName(from + "." + name, false, PublicTypesTest.class.getClassLoader());
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
