import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

import java.util.Map;

/** The two analyses of Polish that Lucene brings: stempel guesses stems by a table, morfologik looks words up. */
final class Polish {
  private Polish() {}

  static Analyzer of(String name) {
    switch (name) {
      case "stempel": return new PolishAnalyzer();
      case "morfologik": return new LookedUp();
      default: throw new IllegalArgumentException("no analysis " + name + "; known: stempel, morfologik");
    }
  }

  /** For an index: the text is analysed, all other fields are kept whole. */
  static Analyzer forFields(String name) {
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), Map.of("text", of(name)));
  }

  /** MorfologikAnalyzer without stop words: Lucene's own has none and then reads the postings of "i" and "w". */
  private static final class LookedUp extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new MorfologikFilter(
          new StopFilter(new LowerCaseFilter(words), PolishAnalyzer.getDefaultStopSet())));
    }
  }
}
