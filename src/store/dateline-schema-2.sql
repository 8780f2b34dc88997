-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the search index. All of it is made from the tables of version 1 and can be made again at any time, so
-- changes of it are neither recorded nor merged.

-- What can be found: an item, or a block of an article. The upper bits of the number say which group of results it is
-- in, and within a group numbers follow the order of the story: one range of numbers is one group.
CREATE TABLE search_row (
  number INTEGER PRIMARY KEY NOT NULL,
  item   TEXT NOT NULL,
  block  INTEGER NOT NULL,                -- the number of the block, or -1 for the item itself
  start  INTEGER NOT NULL,                -- of a block: its first code point; of a person: stands for where it is named
  lower  INTEGER,                         -- when it was, in seconds since 1970
  upper  INTEGER,
  title  TEXT NOT NULL,
  text   TEXT NOT NULL,
  keys   TEXT NOT NULL                    -- the articles and people that it belongs to
) STRICT;
CREATE UNIQUE INDEX search_row_by_item ON search_row (item, block);

CREATE VIRTUAL TABLE search_words USING fts5 (
  title, text, keys,
  content = 'search_row', content_rowid = 'number', columnsize = 0, tokenize = 'dateline', prefix = '1 2 3'
);

-- The words of the index; maybe some that are not in it any more. Most beginnings of words have so few ends that it is
-- far cheaper to look for each.
CREATE TABLE search_term (
  term TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- Names and aliases as they are spelled for searching.
CREATE TABLE search_name (
  name   TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (name, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_name_by_person ON search_name (person, name);

-- One row once the index is complete: which way of spelling words it was made with.
CREATE TABLE search_state (
  version INTEGER NOT NULL
) STRICT;
