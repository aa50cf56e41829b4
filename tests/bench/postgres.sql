-- The points in PostgreSQL: Polish by the spelling dictionary of hunspell-pl, words in a GIN index. :points is the file,
-- :stops an array of words that say nothing. Stop words are taken out here since a dictionary reads its list only from a
-- folder of the system.
SET client_min_messages = warning;
DROP TABLE IF EXISTS points;
CREATE TEXT SEARCH DICTIONARY polish (TEMPLATE = ispell, DictFile = pl_pl, AffFile = pl_pl);
CREATE TEXT SEARCH CONFIGURATION polish (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION polish
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH polish, simple;

SELECT format('CREATE FUNCTION words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ts_delete(to_tsvector(''polish''::regconfig, $1), %L::text[]) $$', :'stops') \gexec
CREATE FUNCTION any_word(text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(quote_literal(word), ' | '), '')::tsquery FROM unnest(tsvector_to_array(words_of($1))) word $$;

CREATE UNLOGGED TABLE points (
  id text, office text, unit text, citation text, from_day int, to_day int, body text,
  words tsvector GENERATED ALWAYS AS (words_of(body)) STORED);
\copy points (id, office, unit, citation, from_day, to_day, body) FROM pstdin
CREATE INDEX ON points USING gin (words);
CREATE INDEX ON points (office);
VACUUM ANALYZE points;
