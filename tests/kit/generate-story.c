/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a story file of any size. The same numbers and seed always give the same story. Articles are made one after
 * the other, each with what is found in it, so that a million items need no memory. */
#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "dateline-database.h"
#include "dateline-item.h"
#include "invented-text.h"

typedef struct
{
  int articles;
  int people;
  int events;
  int quotes;
  int reactions;
  int claims;
  int sentences;
  int seed;
} Numbers;

/* One sentence of the article at hand, in code points; the name it begins with is evidence too. */
typedef struct
{
  guint start;
  guint name_end;
  guint end;
  gsize offset;
  gsize length;
  guint person;
} Sentence;

typedef struct
{
  sqlite3      *db;
  GHashTable   *statements; /* SQL, a literal -> sqlite3_stmt */
  InventedText *invented;
  Numbers       numbers;
  GString      *text;       /* the article's */
  GArray       *sentences;  /* of Sentence */
  gint64        passage;
  double        position;
} Generator;

static void
check (Generator *self,
       int        result)
{
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW)
    return;

  g_printerr ("generate-story: %s\n", sqlite3_errmsg (self->db));
  exit (1);
}

/* Runs @sql with the arguments that @types tells: s(tring), i(nteger), d(ouble). */
static void
run (Generator  *self,
     const char *sql,
     const char *types,
     ...)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  va_list args;

  if (statement == NULL)
    {
      check (self, sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }

  va_start (args, types);
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 's')
        check (self, sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT));
      else if (types[i] == 'i')
        check (self, sqlite3_bind_int64 (statement, i + 1, va_arg (args, gint64)));
      else
        check (self, sqlite3_bind_double (statement, i + 1, va_arg (args, double)));
    }
  va_end (args);

  check (self, sqlite3_step (statement));
  check (self, sqlite3_reset (statement));
}

static char *
add_item (Generator  *self,
          const char *kind,
          guint       number)
{
  char *id = g_strdup_printf ("%s-%u", kind, number);

  run (self, "INSERT INTO item (id, kind, position) VALUES (?, ?, ?)", "ssd", id, kind, self->position++);

  return id;
}

static const Sentence *
pick_sentence (Generator *self)
{
  return &g_array_index (self->sentences, Sentence, invented_text_pick (self->invented, self->sentences->len));
}

/* Writes that the words from @start to @end of the article, @from bytes into its text, are evidence for an item. */
static void
add_passage (Generator  *self,
             const char *item,
             const char *article,
             guint       start,
             guint       end,
             gsize       from)
{
  const char *first = self->text->str + from;
  const char *last = g_utf8_offset_to_pointer (first, end - start);
  const char *before = first;
  const char *after = last;
  g_autofree char *exact = g_strndup (first, last - first);
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  for (guint i = 0; i < 32 && before > self->text->str; i++)
    before = g_utf8_prev_char (before);
  for (guint i = 0; i < 32 && *after != '\0'; i++)
    after = g_utf8_next_char (after);
  prefix = g_strndup (before, first - before);
  suffix = g_strndup (last, after - last);

  self->passage++;
  run (self,
       "INSERT INTO passage (id, item, article, start, \"end\", exact, prefix, suffix, position)"
       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
       "issiisssd", self->passage, item, article, (gint64) start, (gint64) end, exact, prefix, suffix,
       (double) self->passage);
}

static void
add_sentence_passage (Generator      *self,
                      const char     *item,
                      const char     *article,
                      const Sentence *sentence)
{
  add_passage (self, item, article, sentence->start, sentence->end, sentence->offset);
}

static void
add_people (Generator *self)
{
  for (int i = 0; i < self->numbers.people; i++)
    {
      g_autofree char *id = add_item (self, "person", (guint) i);
      g_autofree char *name = invented_text_dup_name ((guint) i);

      run (self, "INSERT INTO person (id, name, role) VALUES (?, ?, ?)", "sss", id, name,
           i % 7 == 0 ? "lawyer" : "");
    }
}

/* The text, and where its sentences are. */
static void
add_article (Generator *self,
             guint      number)
{
  g_autofree char *id = add_item (self, "article", number);
  g_autofree char *date = invented_text_dup_date (self->invented);
  g_autoptr(GString) headline = g_string_new (NULL);
  guint offset = 0;
  guint block = 0;
  gsize block_start = 0;

  invented_text_add_words (self->invented, headline, 5 + invented_text_pick (self->invented, 5));
  run (self, "INSERT INTO article (id, headline, publisher, published, language) VALUES (?, ?, ?, ?, 'en')", "ssss",
       id, headline->str, number % 3 == 0 ? "The Evening Courier" : "Morning Ledger", date);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->sentences, 0);
  for (int i = 0; i < self->numbers.sentences; i++)
    {
      Sentence sentence = { .start = offset, .offset = self->text->len };
      g_autofree char *name = NULL;

      sentence.person = invented_text_pick_skewed (self->invented, (guint) self->numbers.people);
      name = invented_text_dup_name (sentence.person);
      invented_text_add_sentence (self->invented, self->text, name);
      sentence.length = self->text->len - sentence.offset;
      sentence.name_end = sentence.start + (guint) g_utf8_strlen (name, -1);
      sentence.end = sentence.start
                     + (guint) g_utf8_strlen (self->text->str + sentence.offset, (gssize) sentence.length);
      g_array_append_val (self->sentences, sentence);

      offset = sentence.end + 1;
      if (i % 4 == 3 || i == self->numbers.sentences - 1)
        {
          run (self, "INSERT INTO block (article, number, kind, text) VALUES (?, ?, 'paragraph', ?)", "sis", id,
               (gint64) block++, self->text->str + block_start);
          g_string_append_c (self->text, '\n');
          block_start = self->text->len;
        }
      else
        {
          g_string_append_c (self->text, ' ');
        }
    }
  /* Nothing follows the last block. */
  g_string_truncate (self->text, self->text->len - 1);
}

/* Who is named in the article: the first sentence of each counts. */
static void
add_mentions (Generator *self,
              guint      number)
{
  g_autoptr(GHashTable) named = g_hash_table_new (NULL, NULL);
  g_autofree char *article = g_strdup_printf ("article-%u", number);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (self->sentences, Sentence, i);
      g_autofree char *person = g_strdup_printf ("person-%u", sentence->person);

      if (g_hash_table_add (named, GUINT_TO_POINTER (sentence->person)))
        add_passage (self, person, article, sentence->start, sentence->name_end, sentence->offset);
    }
}

static void
add_event (Generator *self,
           guint      number,
           guint      article_number)
{
  static const char *const kinds[] = { "court", "arrest", "statement", "protest", "gesture", "post", "other" };
  const Sentence *sentence = pick_sentence (self);
  g_autofree char *article = g_strdup_printf ("article-%u", article_number);
  g_autofree char *id = add_item (self, "event", number);
  g_autofree char *person = g_strdup_printf ("person-%u", sentence->person);
  g_autofree char *date = invented_text_dup_date (self->invented);
  g_autoptr(GString) title = g_string_new (NULL);

  invented_text_add_words (self->invented, title, 3 + invented_text_pick (self->invented, 5));
  run (self, "INSERT INTO event (id, title, date, kind, place) VALUES (?, ?, ?, ?, ?)", "sssss", id, title->str, date,
       kinds[invented_text_pick_skewed (self->invented, G_N_ELEMENTS (kinds))], number % 4 == 0 ? "Moscow" : "");
  run (self, "INSERT INTO participant (event, person, position) VALUES (?, ?, 0)", "ss", id, person);
  add_sentence_passage (self, id, article, sentence);
}

static void
add_quote (Generator *self,
           guint      number,
           guint      article_number)
{
  const Sentence *sentence = pick_sentence (self);
  g_autofree char *article = g_strdup_printf ("article-%u", article_number);
  g_autofree char *id = add_item (self, "quote", number);
  g_autofree char *person = g_strdup_printf ("person-%u", sentence->person);
  guint start = sentence->name_end + 6;
  gsize from = g_utf8_offset_to_pointer (self->text->str + sentence->offset, start - sentence->start)
               - self->text->str;

  run (self, "INSERT INTO quote (id, speaker, cue, direct) VALUES (?, ?, 'said', ?)", "ssi", id, person,
       (gint64) (number % 2));
  add_passage (self, id, article, start, sentence->end - 1, from);
}

static void
add_reaction (Generator *self,
              guint      number,
              guint      article_number)
{
  static const char *const themes[] = { "[]", "[\"courage\"]", "[\"love\"]", "[\"prayer\"]", "[\"courage\",\"love\"]" };
  const Sentence *sentence = pick_sentence (self);
  g_autofree char *article = g_strdup_printf ("article-%u", article_number);
  g_autofree char *id = add_item (self, "reaction", number);
  g_autofree char *person = g_strdup_printf ("person-%u", sentence->person);
  g_autofree char *text = g_strndup (self->text->str + sentence->offset, sentence->length);
  g_autofree char *date = invented_text_dup_date (self->invented);

  run (self,
       "INSERT INTO reaction (id, author, handle, platform, date, text, themes) VALUES (?, ?, ?, ?, ?, ?, ?)",
       "sssssss", id, person, person, number % 3 == 0 ? "Instagram" : "Twitter", date, text,
       themes[invented_text_pick_skewed (self->invented, G_N_ELEMENTS (themes))]);
  add_sentence_passage (self, id, article, sentence);
}

/* A claim about which this article and nobody else has an account yet; later articles add theirs by chance. */
static void
add_account (Generator *self,
             guint      number,
             guint      claim,
             guint      article_number)
{
  const Sentence *sentence = pick_sentence (self);
  g_autofree char *article = g_strdup_printf ("article-%u", article_number);
  g_autofree char *claim_id = g_strdup_printf ("claim-%u", claim);
  g_autofree char *id = add_item (self, "account", number);
  g_autofree char *value = g_strdup_printf ("%u", 1000 + 500 * invented_text_pick (self->invented, 10));

  run (self, "INSERT INTO account (id, claim, article, value, bound) VALUES (?, ?, ?, ?, ?)", "sssss", id, claim_id,
       article, value, number % 5 == 0 ? "over" : "exactly");
  add_sentence_passage (self, id, article, sentence);
}

static void
add_claim (Generator *self,
           guint      number)
{
  g_autofree char *id = add_item (self, "claim", number);
  g_autoptr(GString) question = g_string_new ("How many ");

  invented_text_add_words (self->invented, question, 4);
  g_string_append_c (question, '?');
  run (self, "INSERT INTO claim (id, question, kind) VALUES (?, ?, 'count')", "ss", id, question->str);
}

/* How many of @n things fall to article @i, so that all are told by the last. */
static guint
get_share (int   n,
           guint i,
           int   articles,
           guint *first)
{
  guint64 before = (guint64) n * i / (guint64) articles;

  *first = (guint) before;

  return (guint) ((guint64) n * (i + 1) / (guint64) articles - before);
}

static void
generate (Generator *self)
{
  const Numbers *numbers = &self->numbers;
  guint account = 0;

  check (self, sqlite3_exec (self->db, "PRAGMA synchronous = OFF; BEGIN", NULL, NULL, NULL));
  run (self, "INSERT INTO story (id, title, language) VALUES ('invented-story', 'An invented story', 'en')", "");
  run (self, "INSERT INTO edit (uuid, time, name) VALUES ('invented', 0, 'New Story')", "");
  add_people (self);
  for (guint i = 0; i < (guint) numbers->articles; i++)
    {
      guint first;
      guint n;

      add_article (self, i);
      add_mentions (self, i);
      n = get_share (numbers->events, i, numbers->articles, &first);
      for (guint k = 0; k < n; k++)
        add_event (self, first + k, i);
      /* Some of what other articles told already. */
      for (guint k = 0; k < n && first > 0; k++)
        {
          g_autofree char *article = g_strdup_printf ("article-%u", i);
          g_autofree char *event = g_strdup_printf ("event-%u", invented_text_pick_skewed (self->invented, first));

          add_sentence_passage (self, event, article, pick_sentence (self));
        }
      n = get_share (numbers->quotes, i, numbers->articles, &first);
      for (guint k = 0; k < n; k++)
        add_quote (self, first + k, i);
      n = get_share (numbers->reactions, i, numbers->articles, &first);
      for (guint k = 0; k < n; k++)
        add_reaction (self, first + k, i);
      n = get_share (numbers->claims, i, numbers->articles, &first);
      for (guint k = 0; k < n; k++)
        add_claim (self, first + k);
      for (guint k = 0; k < n; k++)
        {
          add_account (self, account++, first + k, i);
          if (first > 0)
            add_account (self, account++, invented_text_pick (self->invented, first), i);
        }
    }
  check (self, sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  Generator self = {
    .numbers = { .articles = 1000, .people = 500, .events = 10000, .quotes = 50000, .reactions = 2000, .claims = 200,
                 .sentences = 24, .seed = 1 },
  };
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_INT, &self.numbers.articles, "How many articles", "N" },
    { "people", 0, 0, G_OPTION_ARG_INT, &self.numbers.people, "How many people", "N" },
    { "events", 0, 0, G_OPTION_ARG_INT, &self.numbers.events, "How many events", "N" },
    { "quotes", 0, 0, G_OPTION_ARG_INT, &self.numbers.quotes, "How many quotes", "N" },
    { "reactions", 0, 0, G_OPTION_ARG_INT, &self.numbers.reactions, "How many reactions", "N" },
    { "claims", 0, 0, G_OPTION_ARG_INT, &self.numbers.claims, "How many claims", "N" },
    { "sentences", 0, 0, G_OPTION_ARG_INT, &self.numbers.sentences, "How many sentences an article has", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self.numbers.seed, "Another seed gives another story", "N" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) options = g_option_context_new ("FILE");
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  const Numbers *numbers = &self.numbers;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("generate-story: %s\n", error->message);
      return 2;
    }
  if (argc != 2 || numbers->articles < 1 || numbers->people < 1 || numbers->sentences < 1 || numbers->events < 0 ||
      numbers->quotes < 0 || numbers->reactions < 0 || numbers->claims < 0)
    {
      g_printerr ("generate-story: One file, at least one article, one person and one sentence.\n");
      return 2;
    }

  database = dateline_database_create (argv[1], &error);
  if (database == NULL)
    {
      g_printerr ("generate-story: %s\n", error->message);
      return 1;
    }
  self.db = dateline_database_get_handle (database);
  self.statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sqlite3_finalize);
  self.invented = invented_text_new ((guint32) numbers->seed);
  self.text = g_string_new (NULL);
  self.sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));

  generate (&self);

  g_array_unref (self.sentences);
  g_string_free (self.text, TRUE);
  invented_text_free (self.invented);
  g_hash_table_unref (self.statements);
  if (!dateline_database_publish (database, &error))
    {
      g_printerr ("generate-story: %s\n", error->message);
      return 1;
    }

  return 0;
}
