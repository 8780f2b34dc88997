#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files are recognised as stories by name and by content, and other JSON stays what it is.
# usage: test-mime.sh MIME-PACKAGE.xml      (speaks TAP; touches nothing outside a folder of its own)

set -eu

package=$1
story=application/vnd.dateline.story+json
file=application/vnd.dateline.story

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/share" XDG_DATA_DIRS=/usr/local/share:/usr/share GIO_USE_VFS=local LC_ALL=C

mkdir -p "$XDG_DATA_HOME/mime/packages"
cp "$package" "$XDG_DATA_HOME/mime/packages/app.dateline.Dateline.xml"
update-mime-database "$XDG_DATA_HOME/mime"

count=0
failed=0

is () { # is NAME ACTUAL EXPECTED
  count=$((count + 1))
  if [ "$2" = "$3" ]; then
    echo "ok $count - $1"
  else
    echo "not ok $count - $1"
    echo "# got '$2', expected '$3'"
    failed=$((failed + 1))
  fi
}

type_of_file () { # type_of_file FILE
  gio info -a standard::content-type "$home/$1" | sed -n 's/.*standard::content-type: //p'
}

type_of () { # type_of FILE CONTENT
  printf '%s' "$2" >"$home/$1"
  type_of_file "$1"
}

head='{ "format": "dateline-story", "version": 1 }'

is 'a story is known by its name' "$(type_of x.dateline.json "$head")" $story
is 'also when it begins with something else' "$(type_of y.dateline.json '{ "title": "A story" }')" $story
is 'also when it names a JSON Schema' \
   "$(type_of s.dateline.json '{ "$schema": "https://example.org/story.schema.json", "format": "dateline-story" }')" $story
is 'a story without a telling name is known by its content' "$(type_of story "$head")" $story
is 'also with members before its format' \
   "$(type_of story-2 '{
  "id": "a-story",
  "format" : "dateline-story"
}')" $story
is 'other JSON stays JSON by name' "$(type_of x.json '{ "format": "geojson" }')" application/json
is 'other JSON stays other by content' \
   "$([ "$(type_of other '{ "format": "geojson", "version": 1 }')" = $story ] && echo story || echo other)" other
is 'the JSON Schema of stories is not a story' \
   "$(type_of story.schema.json '{ "$schema": "https://json-schema.org/draft/2020-12/schema",
  "properties": { "format": { "const": "dateline-story" } } }')" application/schema+json
is 'words that only mention the format are text' \
   "$(type_of words 'It says "format": "dateline-story" here.')" text/plain
is 'a story is a kind of JSON' \
   "$(sed -n "s|^$story ||p" "$XDG_DATA_HOME/mime/subclasses" | head -n 1)" application/json

# A database with an application id, as SQLite writes its header; the id is given as four octal escapes.
database () { # database FILE ID
  { printf 'SQLite format 3\0'; head -c 52 /dev/zero; printf "$2"; head -c 428 /dev/zero; } >"$home/$1"
  type_of_file "$1"
}

ours='\104\164\114\156'
is 'a story file is known by its name and content' "$(database x.dateline "$ours")" $file
is 'by its content alone' "$(database story-3 "$ours")" $file
printf '\1\2\3\200' >"$home/n.dateline"
is 'and by its name alone, where the content says nothing' "$(type_of_file n.dateline)" $file
is 'a database of another program stays a database' "$(database other-2 '\0\0\0\0')" application/vnd.sqlite3
is 'a story in JSON that ends in .dateline.json is not taken for a story file' "$(type_of z.dateline.json "$head")" $story
is 'a story file is a kind of database' \
   "$(sed -n "s|^$file ||p" "$XDG_DATA_HOME/mime/subclasses" | head -n 1)" application/vnd.sqlite3

echo "1..$count"
[ "$failed" -eq 0 ]
