# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What run, check and screenshots share: the packages and the build folders. To be sourced.

set -u -o pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Debian's own tools, not those of a pyenv or of /usr/local: only they see the packages.
export PATH="/usr/bin:/bin:/usr/sbin:/sbin:$PATH"

say () { printf '\n== %s\n' "$*"; }
complain () { printf '%s\n' "$*" >&2; }

wanted_packages ()
{
  sed 's/#.*//' "$source_dir/build-aux/packages.txt" | tr -s ' \t\n' '\n' | sed '/^$/d'
}

missing_packages ()
{
  # dpkg-query complains about every package it never heard of: those are missing too.
  comm -23 <(wanted_packages | sort -u) \
           <(wanted_packages | xargs dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null |
             sed -n 's/ installed$//p' | sort -u)
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    complain "Installing packages takes root or sudo, and there is neither."
    return 1
  fi
}

# Installs what is missing; does nothing, and asks for nothing, when nothing is.
install_packages ()
{
  local missing apt_get

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    complain "This is no Debian: nothing is installed. build-aux/packages.txt names what is needed."
    return 0
  fi

  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} = 0 ] && return 0

  say "Installing ${#missing[@]} packages: ${missing[*]}"
  apt_get=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  as_root "${apt_get[@]}" update </dev/null || return 1
  as_root "${apt_get[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null
}

# build_folder NAME OPTION...: sets the folder _build/NAME up, if that was not done yet, with a private prefix.
# Prints nothing when all is well, and the end of the log when it is not.
build_folder ()
{
  local folder=$source_dir/_build/$1 log
  shift

  [ -f "$folder/build.ninja" ] && return 0

  mkdir -p "$source_dir/_build"
  log=$folder.setup.log
  # A set-up that was broken off leaves a folder that meson takes neither for new nor for old.
  rm -rf "$folder"
  if ! meson setup "$folder" "$source_dir" --prefix="$folder/root" --libdir=lib "$@" </dev/null >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    rm -rf "$folder"
    return 1
  fi
}
