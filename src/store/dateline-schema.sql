-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of a story file, version 1. Later versions only ever append columns and tables, so that a change
-- recorded under an older version can still be taken back or merged.

CREATE TABLE story (
  id          TEXT PRIMARY KEY NOT NULL,   -- the same in every copy of the story
  title       TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  language    TEXT NOT NULL DEFAULT '',    -- BCP 47
  note        TEXT NOT NULL DEFAULT ''
) STRICT;

-- What every kind of item has. The position orders items of one kind; a new one goes between two others without
-- touching them, so that two copies can each add and reorder.
CREATE TABLE item (
  id       TEXT PRIMARY KEY NOT NULL
           CHECK (id GLOB '[A-Za-z0-9]*' AND id NOT GLOB '*[^A-Za-z0-9._-]*'),
  kind     TEXT NOT NULL
           CHECK (kind IN ('article', 'person', 'event', 'quote', 'reaction', 'claim', 'account')),
  position REAL NOT NULL,
  note     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX item_by_position ON item (kind, position, id);

CREATE TABLE article (
  id        TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  headline  TEXT NOT NULL,
  publisher TEXT NOT NULL DEFAULT '',
  byline    TEXT NOT NULL DEFAULT '[]' CHECK (byline GLOB '[[]*]'),
  published TEXT,                          -- EDTF
  accessed  TEXT,                          -- EDTF
  language  TEXT NOT NULL DEFAULT '',
  url       TEXT NOT NULL DEFAULT '',
  retelling INTEGER NOT NULL DEFAULT 0 CHECK (retelling IN (0, 1))
) STRICT;

-- The text of an article is its blocks joined by one line feed; offsets count its code points.
CREATE TABLE block (
  article TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  number  INTEGER NOT NULL CHECK (number >= 0),
  kind    TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'blockquote', 'post')),
  text    TEXT NOT NULL CHECK (instr (text, char (10)) = 0),
  PRIMARY KEY (article, number)
) STRICT;

CREATE TABLE person (
  id          TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'organisation', 'group')),
  aliases     TEXT NOT NULL DEFAULT '[]' CHECK (aliases GLOB '[[]*]'),
  role        TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE event (
  id          TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  title       TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  date        TEXT NOT NULL,               -- EDTF
  kind        TEXT NOT NULL DEFAULT 'other',
  place       TEXT NOT NULL DEFAULT '',
  part_of     TEXT REFERENCES event ON DELETE SET NULL
) STRICT;
CREATE INDEX event_by_part_of ON event (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE participant (
  event    TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
  person   TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  position REAL NOT NULL,
  PRIMARY KEY (event, person)
) STRICT;
CREATE INDEX participant_by_person ON participant (person);

CREATE TABLE quote (
  id        TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  speaker   TEXT REFERENCES person ON DELETE SET NULL,
  cue       TEXT NOT NULL DEFAULT '',
  direct    INTEGER NOT NULL DEFAULT 0 CHECK (direct IN (0, 1)),
  addressee TEXT REFERENCES person ON DELETE SET NULL,
  language  TEXT NOT NULL DEFAULT '',
  original  TEXT REFERENCES quote ON DELETE SET NULL,
  event     TEXT REFERENCES event ON DELETE SET NULL
) STRICT;
CREATE INDEX quote_by_speaker ON quote (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX quote_by_addressee ON quote (addressee) WHERE addressee IS NOT NULL;
CREATE INDEX quote_by_original ON quote (original) WHERE original IS NOT NULL;
CREATE INDEX quote_by_event ON quote (event) WHERE event IS NOT NULL;

-- What a reaction answers is an event or a reaction. Its author cannot go without it.
CREATE TABLE reaction (
  id       TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  author   TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  handle   TEXT NOT NULL DEFAULT '',
  platform TEXT NOT NULL DEFAULT '',
  date     TEXT,                           -- EDTF
  form     TEXT NOT NULL DEFAULT 'post' CHECK (form IN ('post', 'comment')),
  text     TEXT NOT NULL,
  hashtags TEXT NOT NULL DEFAULT '[]' CHECK (hashtags GLOB '[[]*]'),
  themes   TEXT NOT NULL DEFAULT '[]' CHECK (themes GLOB '[[]*]'),
  language TEXT NOT NULL DEFAULT '',
  url      TEXT NOT NULL DEFAULT '',
  answers  TEXT REFERENCES item ON DELETE SET NULL
) STRICT;
CREATE INDEX reaction_by_author ON reaction (author);
CREATE INDEX reaction_by_answers ON reaction (answers) WHERE answers IS NOT NULL;

CREATE TABLE claim (
  id       TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  question TEXT NOT NULL,
  kind     TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('duration', 'count', 'date', 'text'))
) STRICT;

CREATE TABLE about (
  claim    TEXT NOT NULL REFERENCES claim ON DELETE CASCADE,
  item     TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  position REAL NOT NULL,
  PRIMARY KEY (claim, item)
) STRICT;
CREATE INDEX about_by_item ON about (item);

CREATE TABLE account (
  id        TEXT PRIMARY KEY NOT NULL REFERENCES item ON DELETE CASCADE,
  claim     TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  article   TEXT NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  value     TEXT NOT NULL,
  bound     TEXT NOT NULL DEFAULT 'exactly'
            CHECK (bound IN ('exactly', 'over', 'at-least', 'under', 'at-most', 'about', 'almost')),
  precision TEXT NOT NULL DEFAULT '',
  unit      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX account_by_claim ON account (claim);
CREATE INDEX account_by_article ON account (article);

-- The evidence of an item, and the date expressions of an article (then item is that article, and date is EDTF).
-- Keys are drawn at random, so that what two copies added does not collide.
CREATE TABLE passage (
  id       INTEGER PRIMARY KEY NOT NULL,
  item     TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  article  TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  start    INTEGER NOT NULL CHECK (start >= 0),
  "end"    INTEGER NOT NULL CHECK ("end" >= start),
  exact    TEXT NOT NULL,
  prefix   TEXT NOT NULL,
  suffix   TEXT NOT NULL,
  position REAL NOT NULL,
  date     TEXT
) STRICT;
CREATE INDEX passage_by_item ON passage (item, position);
CREATE INDEX passage_by_article ON passage (article, start);

-- What the reader picked, in the reader's order.
CREATE TABLE clipping (
  id       INTEGER PRIMARY KEY NOT NULL,
  position REAL NOT NULL,
  item     TEXT REFERENCES item ON DELETE CASCADE,
  article  TEXT REFERENCES article ON DELETE CASCADE,
  start    INTEGER,
  "end"    INTEGER,
  exact    TEXT,
  prefix   TEXT,
  suffix   TEXT,
  note     TEXT NOT NULL DEFAULT ''
) STRICT;

-- Every edit, oldest first, as a changeset of SQLite's session extension (old and new values of the changed rows):
-- what undo takes back, what another window has to refresh, and what a merge brings over. The first row of a file
-- has no changeset; it stands for all that the story began with, and copies of one story share it.
CREATE TABLE edit (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  time      INTEGER NOT NULL,              -- seconds since 1970, UTC
  name      TEXT NOT NULL,
  changeset BLOB
) STRICT;
