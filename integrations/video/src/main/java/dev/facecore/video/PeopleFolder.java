package dev.facecore.video;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Face;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the people of a video. An earlier result in the same folder is replaced. */
final class PeopleFolder {
  static final String PEOPLE = "people.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGITS = 3;

  private PeopleFolder() {}

  static void write(Path out, List<VideoPerson> people) throws IOException {
    List<byte[]> headshots = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (VideoPerson person : people) {
      headshots.add(person.person().face().headshot().jpeg());
      rows.add(row(rows.size(), person));
    }
    Headshots.write(out, headshots);
    JSON.writerWithDefaultPrettyPrinter().writeValue(out.resolve(PEOPLE).toFile(), rows);
  }

  private static Map<String, Object> row(int index, VideoPerson person) {
    Face best = person.person().face();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("person", index);
    row.put("face_id", person.person().id().toString());
    row.put("sightings", person.person().sightings().size());
    row.put("ranges", person.ranges().stream().map(PeopleFolder::row).toList());
    row.put("best_at", rounded(person.bestAt()));
    row.put("quality", rounded(best.quality()));
    row.put("headshot", Headshots.name(index));
    return row;
  }

  private static List<BigDecimal> row(TimeRange range) {
    return List.of(rounded(range.from()), rounded(range.to()));
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }
}
