import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Serve ANALYSIS INDEX: GET /search?q=&amp;as_of=YYYYMMDD&amp;office= answers the ten best points, any word, in force that day.
 * Its port stands on standard output when it answers.
 */
final class Serve {
  private static final int BEST = 10;
  private static final int THREADS = 16;  // more than the connections of any run

  private final IndexSearcher searcher;
  private final ThreadLocal<QueryBuilder> builder;

  private Serve(String analysis, IndexSearcher searcher) {
    this.searcher = searcher;
    this.builder = ThreadLocal.withInitial(() -> new QueryBuilder(Polish.of(analysis)));
  }

  public static void main(String[] arguments) throws Exception {
    BooleanQuery.setMaxClauseCount(20000);  // a letter read by morfologik has thousands
    Serve serve = new Serve(arguments[0], new IndexSearcher(DirectoryReader.open(MMapDirectory.open(Path.of(arguments[1])))));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 256);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/search", serve::answer);
    server.start();
    System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = search(parameters(exchange.getRequestURI().getRawQuery())).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (RuntimeException error) {
      error.printStackTrace();  // the connection is closed without an answer, which the client counts as an error
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new HashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      found.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return found;
  }

  private String search(Map<String, String> asked) throws IOException {
    StringBuilder json = new StringBuilder("{\"results\":[");
    for (ScoreDoc hit : searcher.search(query(asked), BEST).scoreDocs) {
      Document point = searcher.doc(hit.doc);
      if (json.charAt(json.length() - 1) == '}') json.append(',');
      json.append('{');
      for (String field : new String[] {"id", "office", "unit", "citation", "shown"}) {
        json.append('"').append(field).append("\":\"").append(escaped(point.get(field))).append("\",");
      }
      json.append("\"score\":").append(hit.score).append('}');
    }
    return json.append("]}").toString();
  }

  private Query query(Map<String, String> asked) {
    Query words = builder.get().createBooleanQuery("text", asked.get("q"), Occur.SHOULD);
    long day = Long.parseLong(asked.get("as_of"));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(words == null ? new MatchNoDocsQuery() : words, Occur.MUST);
    all.add(between("from", 0, day), Occur.FILTER);
    all.add(between("to", day + 1, Long.MAX_VALUE), Occur.FILTER);
    if (asked.containsKey("office")) all.add(new TermQuery(new Term("office", asked.get("office"))), Occur.FILTER);
    return all.build();
  }

  private static Query between(String day, long first, long last) {
    return new IndexOrDocValuesQuery(LongPoint.newRangeQuery(day, first, last),
        NumericDocValuesField.newSlowRangeQuery(day, first, last));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
