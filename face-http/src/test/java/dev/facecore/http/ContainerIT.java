package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dockerfile and compose.yaml: what they name exists, and their commands work without Docker. */
class ContainerIT {
  private static final String JAR = "/build/face-http/target/face-http.jar";
  private static final Path BASH = Path.of("/bin/bash");

  private static ContainerFile dockerfile;
  private static JsonNode service;

  @TempDir Path folder;

  @BeforeAll
  static void read() throws IOException {
    dockerfile = ContainerFile.read();
    service =
        new YAMLMapper()
            .readTree(ContainerFile.ROOT.resolve("compose.yaml").toFile())
            .at("/services/faces");
  }

  @Test
  void the_build_makes_the_jar_that_is_copied() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<finalName>face-http</finalName>"));
    assertEquals(List.of(". .", "--from=build " + JAR + " ./"), dockerfile.all("COPY"));
    assertEquals(List.of("/build", "/app"), dockerfile.all("WORKDIR"));
    assertTrue(dockerfile.all("RUN").get(0).contains(" -pl face-http -am "));
    assertTrue(dockerfile.command("ENTRYPOINT").contains("/app/face-http.jar"));
  }

  @Test
  void the_platform_is_one_that_the_build_knows() throws Exception {
    assumeBash();
    String choice = dockerfile.all("RUN").get(0).replaceAll("mvn .*", "echo \\$platform");
    String pom = Files.readString(ContainerFile.ROOT.resolve("pom.xml"));
    Map<String, String> platforms = Map.of("amd64", "linux-x64", "arm64", "linux-arm64");
    for (Map.Entry<String, String> platform : platforms.entrySet()) {
      ProcessBuilder shell = new ProcessBuilder("sh", "-c", choice);
      shell.environment().put("TARGETARCH", platform.getKey());
      Process chosen = shell.start();
      assertEquals(platform.getValue(), chosen.inputReader().readLine());
      assertTrue(pom.contains("<id>" + platform.getValue() + "</id>"));
    }
    assertEquals(2, platforms.size());
  }

  @Test
  void everything_that_is_built_is_let_through_to_the_build() throws IOException {
    List<String> rules =
        Files.readAllLines(ContainerFile.ROOT.resolve(".dockerignore")).stream()
            .filter(rule -> !rule.startsWith("#"))
            .toList();
    // podman and buildah take a folder that a rule names for left out, whatever a later one says.
    assertEquals(List.of(), rules.stream().filter(rule -> rule.startsWith("!")).toList());
    assertTrue(rules.containsAll(List.of(".git", "**/target", ".env*")), rules::toString);
    List<String> modules =
        Pattern.compile("<module>(.+?)</module>")
            .matcher(Files.readString(ContainerFile.ROOT.resolve("pom.xml")))
            .results()
            .map(module -> module.group(1))
            .toList();
    assertTrue(modules.size() >= 6, modules::toString);
    for (String module : modules) {
      for (Path folder = Path.of(module); folder != null; folder = folder.getParent()) {
        assertFalse(rules.contains(folder.toString()), folder.toString());
      }
    }
  }

  @Test
  void the_service_is_confined() {
    assertTrue(service.get("read_only").asBoolean());
    assertEquals("[\"/tmp\"]", service.get("tmpfs").toString());
    assertEquals("[\"ALL\"]", service.get("cap_drop").toString());
    assertEquals("[\"no-new-privileges:true\"]", service.get("security_opt").toString());
    assertEquals("3g", service.get("mem_limit").asText());
    assertEquals("[\"5003:5003\"]", service.get("ports").toString());
    assertTrue(service.at("/environment/API_TOKEN").asText().startsWith("${API_TOKEN:?"));
    assertEquals(".", service.get("build").asText());
    assertEquals("5003", dockerfile.only("EXPOSE"));
    assertTrue(dockerfile.only("USER").matches("[1-9]\\d*:[1-9]\\d*"), "not root");
  }

  @Test
  void both_files_ask_after_the_health_in_the_same_way() throws IOException {
    List<String> words = new ArrayList<>(List.of("CMD"));
    words.addAll(dockerfile.command("HEALTHCHECK"));
    List<String> composed = new ArrayList<>();
    // Compose reads $$ as a dollar sign.
    service.at("/healthcheck/test").forEach(word -> composed.add(word.asText().replace("$$", "$")));
    assertEquals(words, composed);
  }

  @Test
  void the_health_check_tells_a_service_that_is_ready_from_one_that_is_not() throws Exception {
    assumeBash();
    int port;
    try (RunningService running = RunningService.startUnready(Map.of())) {
      port = running.at("/").getPort();
      assertNotEquals(0, healthCheck(port), "the models are not loaded yet");
      running.loadModels();
      assertEquals(0, healthCheck(port));
    }
    assertNotEquals(0, healthCheck(port), "nobody is there");
  }

  @Test
  void the_image_holds_the_native_code_and_the_service_writes_none() throws Exception {
    Path natives = folder.resolve("native");
    Path home = Files.createDirectory(folder.resolve("home"));
    String prepare = dockerfile.all("RUN").get(1);
    assertTrue(
        prepare.matches("java (-D\\S+) -jar face-http.jar --check && chmod -R a\\+rX native"));
    List<String> inside = options(prepare.split(" ")[1], natives, home);
    try (MainProcess check = new MainProcess(Map.of(), inside, List.of("--check"))) {
      assertEquals(0, check.exitStatus(), () -> check.errors().toString());
    }
    Map<String, Object> unpacked = files(natives);
    long libraries =
        unpacked.keySet().stream().filter(name -> !name.matches(".*\\.(sha256|lock)")).count();
    assertEquals(3, libraries, unpacked::toString);

    List<String> words = dockerfile.command("ENTRYPOINT");
    assertEquals("java", words.get(0));
    assertTrue(words.contains(prepare.split(" ")[1]), "both name the same folder");
    setWritable(natives, false);
    List<String> options = new ArrayList<>(inside);
    options.addAll(words.subList(2, words.indexOf("-jar")));
    Map<String, String> environment = Map.of("HOST", "127.0.0.1", "PORT", "0");
    try (MainProcess main = new MainProcess(environment, options, List.of())) {
      String line = main.readLine();
      while (line != null && !line.contains("Ready with ")) line = main.readLine();
      assertTrue(line != null, "it is ready");
      main.terminate();
      assertEquals(0, main.exitStatus());
    } finally {
      setWritable(natives, true);
    }
    // Root is not held by the protection and may note that it has found the libraries right.
    assertEquals(withoutNotes(unpacked), withoutNotes(files(natives)));
    assertEquals(Map.of(), files(home));
  }

  private static Map<String, Object> withoutNotes(Map<String, Object> files) {
    Map<String, Object> libraries = new TreeMap<>(files);
    libraries.keySet().removeIf(name -> name.endsWith(".sha256"));
    return libraries;
  }

  private static List<String> options(String folderOption, Path natives, Path home) {
    return List.of(folderOption.replace("/app/native", natives.toString()), "-Duser.home=" + home);
  }

  private static int healthCheck(int port) throws Exception {
    ProcessBuilder check = new ProcessBuilder(dockerfile.command("HEALTHCHECK"));
    check.environment().put("PORT", String.valueOf(port));
    Process process = check.redirectErrorStream(true).start();
    process.inputReader().lines().forEach(line -> {});
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it ends");
    return process.exitValue();
  }

  /** Every file below a folder with the time of its last change. */
  private static Map<String, Object> files(Path root) throws IOException {
    Map<String, Object> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private static void setWritable(Path root, boolean writable) throws IOException {
    FileSystem system = root.getFileSystem();
    if (!system.supportedFileAttributeViews().contains("posix")) return;
    try (Stream<Path> found = Files.walk(root)) {
      for (Path path : found.toList()) {
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(writable ? "rwxr-xr-x" : "r-xr-xr-x"));
      }
    }
  }

  private static void assumeBash() {
    Assumptions.assumeTrue(Files.isExecutable(BASH), "the commands are for a shell on Linux");
  }
}
