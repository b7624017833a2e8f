package dev.facecore.gallery.lucene;

import dev.facecore.Embedding;
import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.GalleryException;
import dev.facecore.gallery.Match;
import dev.facecore.gallery.store.FaceKey;
import dev.facecore.gallery.store.PersonName;
import dev.facecore.gallery.store.StoreChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Stores a gallery in a folder, as an index of Apache Lucene; needs no server.
 *
 * <p>Any number of programs may read it while one writes: {@link #enrol} and {@link #forget} lock
 * the folder during their call, and a second writer is refused.
 *
 * <p>The search is approximate: it follows a graph of neighbours (HNSW) to {@value #CANDIDATES}
 * faces and compares these exactly. The similarity is exact; rarely, a nearer face is missed.
 */
public final class LuceneGallery implements Gallery {
  /** More than one is looked for, since a wider search through the graph misses less. */
  static final int CANDIDATES = 64;

  private static final String PERSON = "person";
  private static final String FACE = "face";
  private static final String EMBEDDING = "embedding";

  private final LuceneFolder folder;
  private final SearcherManager searchers;
  private final String model;

  private LuceneGallery(LuceneFolder folder, SearcherManager searchers, String model) {
    this.folder = folder;
    this.searchers = searchers;
    this.model = model;
  }

  /**
   * Opens the gallery in a folder, or creates an empty one that only this user may read.
   *
   * @param model the identity of the model: {@link Embedding#model}
   * @throws GalleryException if it contains embeddings of another model, is damaged, or is being
   *     created by another program
   */
  public static LuceneGallery open(Path path, String model) {
    return LuceneFolder.guarded(
        () -> {
          Directory directory = LuceneFolder.directory(path);
          try {
            LuceneFolder folder = new LuceneFolder(directory, model);
            if (!DirectoryReader.indexExists(directory)) folder.write(writer -> {});
            StoreChecks.model(folder.storedModel(), model);
            return new LuceneGallery(folder, new SearcherManager(directory, null), model);
          } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
          }
        });
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int enrol(String person, List<Embedding> faces) {
    String name = PersonName.of(person);
    StoreChecks.faces(model, faces);
    read(searcher -> requireLength(searcher, faces.get(0)));
    return LuceneFolder.guarded(
        () ->
            folder.write(
                writer -> {
                  for (Embedding face : faces) {
                    String key = name + '\n' + FaceKey.of(face);
                    writer.updateDocument(new Term(FACE, key), document(name, key, face));
                  }
                }));
  }

  @Override
  public Optional<Match> nearest(Embedding face) {
    StoreChecks.face(model, face);
    var query = new KnnFloatVectorQuery(EMBEDDING, face.values(), CANDIDATES);
    return read(
        searcher -> {
          requireLength(searcher, face);
          int nearest = -1;
          double highest = Double.NEGATIVE_INFINITY;
          for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
            double similarity = embedding(searcher, hit.doc).similarity(face);
            if (similarity > highest) {
              highest = similarity;
              nearest = hit.doc;
            }
          }
          if (nearest < 0) return Optional.empty();
          String person = searcher.storedFields().document(nearest).get(PERSON);
          return Optional.of(new Match(PersonName.composed(person), highest));
        });
  }

  @Override
  public int forget(String person) {
    Term[] forms =
        PersonName.forms(person).stream().map(form -> new Term(PERSON, form)).toArray(Term[]::new);
    return LuceneFolder.guarded(() -> -folder.write(writer -> writer.deleteDocuments(forms)));
  }

  @Override
  public SortedMap<String, Integer> people() {
    return read(
        searcher -> {
          SortedMap<String, Integer> people = new TreeMap<>();
          Terms names = MultiTerms.getTerms(searcher.getIndexReader(), PERSON);
          if (names == null) return people;
          TermsEnum each = names.iterator();
          for (BytesRef name = each.next(); name != null; name = each.next()) {
            // Exact, for a folder never holds documents that are only marked as deleted.
            people.merge(PersonName.composed(name.utf8ToString()), each.docFreq(), Integer::sum);
          }
          return people;
        });
  }

  @Override
  public int size() {
    return read(searcher -> searcher.getIndexReader().numDocs());
  }

  @Override
  public void close() {
    LuceneFolder.guarded(
        () -> {
          searchers.close();
          folder.close();
          return null;
        });
  }

  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    return LuceneFolder.guarded(
        () -> {
          searchers.maybeRefreshBlocking();
          IndexSearcher searcher = searchers.acquire();
          try {
            return reading.of(searcher);
          } finally {
            searchers.release(searcher);
          }
        });
  }

  private static Void requireLength(IndexSearcher searcher, Embedding face) {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FieldInfo stored = leaf.reader().getFieldInfos().fieldInfo(EMBEDDING);
      if (stored != null) StoreChecks.length(stored.getVectorDimension(), face);
    }
    return null;
  }

  private static Document document(String person, String key, Embedding face) {
    Document document = new Document();
    document.add(new StringField(PERSON, person, Field.Store.YES));
    document.add(new StringField(FACE, key, Field.Store.NO));
    document.add(
        new KnnFloatVectorField(EMBEDDING, face.values(), VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  // Lucene's own score is (1 + cosine) / 2 as a float; the vector itself gives the cosine.
  private Embedding embedding(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(EMBEDDING);
    vectors.advance(document - leaf.docBase);
    return Embedding.of(model, vectors.vectorValue());
  }
}
