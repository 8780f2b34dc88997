#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-under-xvfb.sh [-m WM] [-s WxH] [-r cairo|gl] [-b memory|keyfile] [-h HOME] -- COMMAND...
# Runs COMMAND with an X server, a session bus, a window manager and a home folder of its own, and ends all of them
# afterwards. The accessibility bus is started by the first who asks for it. Exit status: that of COMMAND.
#   -m WM       window manager: openbox, "mutter --x11 --sm-disable", none; default openbox
#   -b BACKEND  where settings are kept; default memory
#   -h HOME     use this folder as home and leave it there
# XDG_DATA_DIRS is passed on as it is: the bus looks there for services. KIT_BIN is put before the PATH, where Debian's own
# programs come first otherwise.

set -u
wm=openbox size=1280x900 renderer=${GSK_RENDERER:-cairo} backend=memory home= keep=
while getopts m:s:r:b:h: option; do
  case $option in
    m) wm=$OPTARG ;;
    s) size=$OPTARG ;;
    r) renderer=$OPTARG ;;
    b) backend=$OPTARG ;;
    h) home=$OPTARG keep=1 ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { echo "usage: $0 [OPTIONS] -- COMMAND..." >&2; exit 2; }

for tool in Xvfb dbus-daemon xprop; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: build-aux/packages.txt names what is needed" >&2; exit 3; }
done

own=$(mktemp -d "${TMPDIR:-/tmp}/dateline-kit.XXXXXX")
[ -n "$home" ] || home=$own/home
mkdir -p "$home/.config/gtk-4.0" "$home/.cache"
mkdir -m 700 "$own/run"

# Each of these is the leader of a process group, so that what they start goes with them.
groups=()
start ()
{
  set -m
  "$@" &
  groups=("$!" "${groups[@]}")
  set +m
}

# all_gone: whether no process of these groups is left
all_gone ()
{
  local group
  for group in "${groups[@]}"; do
    kill -0 -- "-$group" 2>/dev/null && return 1
  done
  return 0
}

signal_all ()
{
  local group
  for group in "${groups[@]}"; do kill "$1" -- "-$group" 2>/dev/null; done
}

clean_up ()
{
  trap '' TERM INT
  signal_all -TERM
  # Whoever ended this script may not be patient.
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    all_gone && break
    sleep 0.02
  done
  signal_all -KILL
  wait 2>/dev/null
  rm -rf "$own"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# wait_for COMMAND...: for up to 30 seconds; the machine may be busy
wait_for ()
{
  for _ in $(seq 600); do
    "$@" && return 0
    sleep 0.05
  done
  return 1
}

# With no settings daemon GTK falls back to "Sans 10" and to its own window buttons: this is how GNOME has it.
if [ ! -e "$home/.config/gtk-4.0/settings.ini" ]; then
  cat >"$home/.config/gtk-4.0/settings.ini" <<END
[Settings]
gtk-font-name=Cantarell 11
gtk-decoration-layout=appmenu:close
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-cursor-blink=0
gtk-enable-animations=${ANIMATIONS:-0}
END
fi

start Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset \
  +extension GLX +extension RANDR +extension COMPOSITE +extension DAMAGE 3>"$own/display" >"$own/xvfb.log" 2>&1
wait_for test -s "$own/display" || { cat "$own/xvfb.log" >&2; exit 3; }

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS NO_AT_BRIDGE XDG_STATE_HOME
unset DESKTOP_STARTUP_ID XDG_ACTIVATION_TOKEN DBUS_STARTER_ADDRESS DBUS_STARTER_BUS_TYPE
export DISPLAY=":$(cat "$own/display")" HOME=$home XDG_RUNTIME_DIR=$own/run XDG_CONFIG_HOME=$home/.config \
  XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache XDG_SESSION_TYPE=x11 \
  GDK_BACKEND=x11 GSK_RENDERER=$renderer GSETTINGS_BACKEND=$backend GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1 \
  LIBGL_ALWAYS_SOFTWARE=1 PATH="${KIT_BIN:+$KIT_BIN:}/usr/bin:/bin:/usr/sbin:/sbin:$PATH"

start dbus-daemon --session --nofork --nopidfile --print-address=3 3>"$own/bus" >"$own/bus.log" 2>&1
wait_for test -s "$own/bus" || { cat "$own/bus.log" >&2; exit 3; }
export DBUS_SESSION_BUS_ADDRESS=$(cat "$own/bus")

if [ "$wm" != none ]; then
  has_window_manager () { xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; }
  # shellcheck disable=SC2086 # the command of a window manager may have options
  start $wm >"$own/wm.log" 2>&1
  wait_for has_window_manager || { cat "$own/wm.log" >&2; exit 3; }
fi

start "$@" <&0
wait "${groups[0]}"
exit $?
