import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Build ANALYSIS POINTS.tsv INDEX: one document a point, merged into one segment, as kto's index is compacted. */
final class Build {
  private static final FieldType TEXT = new FieldType();

  static {
    TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS);  // nobody asks for phrases
    TEXT.setTokenized(true);
    TEXT.freeze();
  }

  public static void main(String[] arguments) throws Exception {
    IndexWriterConfig how = new IndexWriterConfig(Polish.forFields(arguments[0]));
    how.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    how.setRAMBufferSizeMB(256);
    try (Directory folder = FSDirectory.open(Path.of(arguments[2]));
         IndexWriter index = new IndexWriter(folder, how);
         BufferedReader lines = Files.newBufferedReader(Path.of(arguments[1]))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        index.addDocument(document(line.split("\t")));
      }
      index.forceMerge(1);
    }
  }

  /** Columns: id, office, unit, citation, first day, first day no longer in force, text. */
  private static Document document(String[] column) {
    Document document = new Document();
    document.add(new StoredField("id", column[0]));
    document.add(new StringField("office", column[1], Field.Store.YES));
    document.add(new StoredField("unit", column[2]));
    document.add(new StoredField("citation", column[3]));
    addDay(document, "from", Long.parseLong(column[4]));
    addDay(document, "to", Long.parseLong(column[5]));
    document.add(new Field("text", column[6], TEXT));
    document.add(new StoredField("shown", column[6]));
    return document;
  }

  /** Both forms: the search takes the cheaper one. */
  private static void addDay(Document document, String name, long day) {
    document.add(new LongPoint(name, day));
    document.add(new NumericDocValuesField(name, day));
  }
}
