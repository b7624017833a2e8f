package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of an album, made at the first change: who only reads an album needs none. Not
 * thread-safe.
 */
final class AlbumGroups {
  private final AlbumSettings settings;
  private final AlbumImages images;
  private final Corrections said;
  private @Nullable LiveGroups live;

  // What is read of a file, until the groups are made.
  private byte @Nullable [] state;
  private Map<FaceRef, Face> saved = Map.of();
  private List<FaceCorrection> savedCorrections = List.of();
  private final Map<FaceRef, Face> addedLater = new TreeMap<>();
  private final List<FaceCorrection> correctedLater = new ArrayList<>();

  /** Groups for what is in an album when {@link #live} is first called. */
  AlbumGroups(AlbumSettings settings, AlbumImages images, Corrections said) {
    this.settings = settings;
    this.images = images;
    this.said = said;
  }

  /** Takes what {@link #save} gave. */
  void state(byte[] read) {
    state = read;
  }

  /** What was read so far is what the state is about. */
  void snapshotEnd() {
    if (state == null) return;
    saved = new TreeMap<>(images.faces());
    savedCorrections = said.all();
  }

  void putLater(Map<FaceRef, Face> faces) {
    addedLater.putAll(faces);
  }

  void correctLater(FaceCorrection correction) {
    correctedLater.add(correction);
  }

  LiveGroups live() {
    if (live == null) live = made();
    return live;
  }

  // By the law of the album the groups are those that were saved, in whatever order they come to
  // be.
  private LiveGroups made() {
    LiveGroups made =
        new LiveGroups(settings.similarity(), settings.samePhotoDistinct(), settings.readability());
    made.add(images.faces());
    for (FaceCorrection correction : said.all()) correct(made, correction);
    return made;
  }

  /** What makes the groups again without searching; null where there is nothing of this kind. */
  byte @Nullable [] save() {
    return null;
  }

  /** Does what is said; returns the groups that it touches. */
  List<List<FaceRef>> correct(FaceCorrection correction) {
    return correct(live(), correction);
  }

  private static List<List<FaceRef>> correct(LiveGroups groups, FaceCorrection correction) {
    return switch (correction.kind()) {
      case SAME -> groups.same(correction.a(), correction.b());
      case DIFFERENT -> groups.different(correction.a(), correction.b());
      case WITHDRAW -> groups.withdraw(correction.a(), correction.b());
    };
  }
}
