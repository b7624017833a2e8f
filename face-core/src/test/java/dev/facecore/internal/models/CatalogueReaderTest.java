package dev.facecore.internal.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ModelException;
import dev.facecore.Threshold;
import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.model.ModelInfo;
import dev.facecore.stage.PoorPairs;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
  @Test
  void reads_the_embedded_catalogue() {
    List<ModelEntry> entries = CatalogueReader.read("here", Catalogues.embedded());
    assertEquals(
        List.of("retinaface", "mtcnn", "opencv", "ssd", "centerface", "ArcFace"),
        entries.stream().map(ModelEntry::name).toList());
    ModelEntry embedder = entries.get(5);
    assertEquals(ModelInfo.Task.EMBEDDING, embedder.task());
    assertTrue(embedder.commercialUse());
    assertEquals("input[1,3,112,112]", contract(embedder, 0).input().toString());
    assertEquals(new LengthQuantiles(2.96, 3.65, 4.35), embedder.quality().orElseThrow());
    assertEquals(new Readability(2, 2.8, 0.6), embedder.readability());
    List<ThresholdTable.Row> rows = embedder.thresholds().orElseThrow().rows();
    assertEquals(53, rows.size());
    PoorPairs poorPairs = embedder.thresholds().orElseThrow().poorPairs();
    assertEquals(3, poorPairs.end());
    assertEquals(new PoorPairs.Row(0.4, 4.88e-2), poorPairs.bands().get(2).rows().get(4));
    assertEquals(new ThresholdTable.Row(0.4, 1.5e-4, 0.0219), rows.get(40));
    assertTrue(entries.get(0).quality().isEmpty());
    assertEquals(3, contract(entries.get(0), 0).outputs().size());
  }

  @Test
  void a_model_may_have_several_files_and_a_file_may_be_no_network() {
    List<ModelEntry> entries = CatalogueReader.read("here", Catalogues.embedded());
    ModelEntry mtcnn = entries.get(1);
    assertEquals(
        List.of("mtcnn-pnet.onnx", "mtcnn-rnet.onnx", "mtcnn-onet.onnx"),
        mtcnn.files().stream().map(ModelFile::name).toList());
    assertEquals(
        List.of(28829L, 403309L, 1559570L),
        mtcnn.files().stream().map(file -> file.bytes().orElseThrow()).toList());
    assertEquals("input_2[?,24,24,3]", contract(mtcnn, 1).input().toString());
    assertEquals(3, contract(mtcnn, 2).outputs().size());
    ModelEntry cascade = entries.get(2);
    assertEquals(1, cascade.files().size());
    assertTrue(cascade.files().get(0).contract().isEmpty());
    assertThrows(IllegalStateException.class, mtcnn::file);
  }

  private static ModelContract contract(ModelEntry entry, int file) {
    return entry.files().get(file).contract().orElseThrow();
  }

  @Test
  void every_missing_or_empty_key_is_named() {
    int checked = 0;
    for (String key : Catalogues.embedded().stringPropertyNames()) {
      if (key.matches(".*\\.(readability|poor-pairs)")) continue; // may be left out
      Properties without = Catalogues.embedded();
      without.remove(key);
      assertNamed(key, without);
      Properties empty = Catalogues.embedded();
      empty.setProperty(key, "  ");
      assertNamed(key, empty);
      checked++;
    }
    assertEquals(1 + 12 + 12 + 10 + 12 + 12 + 15, checked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "retinaface.task ~ guessing",
        "retinaface.sha256 ~ B7A7ACAB",
        "retinaface.bytes ~ many",
        "retinaface.bytes ~ 1736694 1736694",
        "mtcnn.bytes ~ 28829 403309",
        "mtcnn.input ~ input_1[?,?,?,3] | input_2[?,24,24,3]",
        "mtcnn.outputs ~ softmax[?,?,?,2]",
        "retinaface.bytes ~ -1",
        "retinaface.commercial-use ~ yes",
        "retinaface.recipe ~ GBR 104 117 123 / 1",
        "retinaface.recipe ~ BGR 104 117 123 / 0",
        "retinaface.input ~ input",
        "retinaface.outputs ~ loc[?,?,4] conf",
        "models ~ ../retinaface",
        "retinaface.alias ~ a name",
        "retinaface.file ~ ../retinaface-mobilenet025.onnx",
        "retinaface.download ~ ftp://host/file.onnx",
        "retinaface.download ~ https:///file.onnx",
        "retinaface.download ~ https://host/file.zip!/",
        "retinaface.download ~ https://host/one.onnx https://host/two.onnx",
        "ArcFace.quality ~ 2.95 3.69",
        "ArcFace.quality ~ 3.69 2.95 4.36",
        "ArcFace.quality ~ 2.95 x 4.36",
        "ArcFace.readability ~ 2.8 2.0 0.6",
        "ArcFace.readability ~ 2.0 2.8",
        "ArcFace.readability ~ 2.0 2.8 1.5",
        "ArcFace.poor-pairs ~ 2.0 0.4 0.1",
        "ArcFace.poor-pairs ~ 2.0: 0.4 0.1",
        "ArcFace.poor-pairs ~ 2.0: 0.4 0.1, 0.5 0.2",
        "ArcFace.poor-pairs ~ 2.0: 0.4 0.1, 0.5 0.01; 1.0: 0.4 0.1, 0.5 0.01",
        "ArcFace.thresholds ~ 0.25 8.6e-3; 0.30 2.6e-3 .007",
        "ArcFace.thresholds ~ 0.25 NaN .005",
      })
  void every_wrong_value_is_named_and_no_class_is(String key, String value) {
    Properties wrong = Catalogues.embedded();
    wrong.setProperty(key, value);
    String message = assertNamed(key, wrong);
    assertTrue(message.contains("here"), message);
  }

  @Test
  void what_nobody_measured_is_said_so() {
    Properties unmeasured = Catalogues.embedded();
    unmeasured.setProperty("ArcFace.quality", "not measured");
    unmeasured.setProperty("ArcFace.thresholds", "not measured");
    unmeasured.remove("ArcFace.thresholds-protocol");
    unmeasured.remove("ArcFace.readability");
    unmeasured.remove("ArcFace.poor-pairs");
    ModelEntry entry = CatalogueReader.read("here", unmeasured).get(5);
    assertTrue(entry.quality().isEmpty());
    assertEquals(Readability.NOT_MEASURED, entry.readability());
    ThresholdTable table = entry.thresholds().orElseThrow();
    assertTrue(table.rows().isEmpty());
    assertEquals(PoorPairs.NOT_MEASURED, table.poorPairs());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Threshold.falseMatchRate(1e-5).similarity(table))
            .getMessage();
    assertTrue(message.contains("ArcFace was never measured"), message);
    assertEquals(0.4, Threshold.similarity(0.4).similarity(table));
  }

  private static String assertNamed(String key, Properties properties) {
    String message =
        assertThrows(ModelException.class, () -> CatalogueReader.read("here", properties), key)
            .getMessage();
    assertTrue(message.contains("'" + key + "'"), message);
    assertFalse(message.contains("dev.facecore"), message);
    assertFalse(message.contains("For input string"), message);
    return message;
  }
}
