package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of an album, made at the first change: who only reads an album needs none. Not
 * thread-safe.
 */
final class AlbumGroups {
  private static final int PART = 1 << 20;

  private final AlbumSettings settings;
  private final AlbumImages images;
  private final Corrections said;
  private @Nullable LiveGroups live;

  // What is read of a file, until the groups are made.
  private final List<byte[]> state = new ArrayList<>();
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

  /** Takes a part of what {@link #save} gave, in order. */
  void state(byte[] part) {
    state.add(part);
  }

  /** What was read so far is what the state is about. */
  void snapshotEnd() {
    if (state.isEmpty()) return;
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

  // By the law of the album the groups are the same in whatever order they come to be.
  private LiveGroups made() {
    LiveGroups restored = restored();
    if (restored != null) {
      restored.add(addedLater);
      for (FaceCorrection correction : correctedLater) correct(restored, correction);
      forgetWhatWasRead();
      return restored;
    }
    LiveGroups made =
        new LiveGroups(settings.similarity(), settings.samePhotoDistinct(), settings.readability());
    made.add(images.faces());
    for (FaceCorrection correction : said.all()) correct(made, correction);
    forgetWhatWasRead();
    return made;
  }

  /** Null where the state is of another version of this program: then all is grouped again. */
  private @Nullable LiveGroups restored() {
    if (state.isEmpty()) return null;
    Corrections corrections = new Corrections();
    savedCorrections.forEach(corrections::add);
    try {
      return LiveGroups.restore(
          settings.similarity(),
          settings.samePhotoDistinct(),
          settings.readability(),
          saved,
          corrections,
          new DataInputStream(new BufferedInputStream(stateAgain())));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private void forgetWhatWasRead() {
    state.clear();
    saved = Map.of();
    savedCorrections = List.of();
    addedLater.clear();
    correctedLater.clear();
  }

  private InputStream stateAgain() {
    return new SequenceInputStream(
        Collections.enumeration(state.stream().map(ByteArrayInputStream::new).toList()));
  }

  /** Gives, in parts, what makes the groups again without a search. */
  void save(AlbumFile.RecordTarget parts) throws IOException {
    if (!state.isEmpty() && addedLater.isEmpty() && correctedLater.isEmpty()) {
      for (byte[] part : state) parts.record(part);
      return;
    }
    OutputStream each =
        new OutputStream() {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            parts.record(Arrays.copyOfRange(bytes, from, from + length));
          }

          @Override
          public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
          }
        };
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(each, PART));
    live().save(out);
    out.flush();
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
