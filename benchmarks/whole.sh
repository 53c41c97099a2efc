# Sourced with $home, a scratch directory, and $runs set: times whole processes.

# Prints "seconds kilobytes" of a command; the kilobytes are 0 where /usr/bin/time cannot tell them.
# Exit code 9 is as good as 0: orders are open, and no broker is there to ask.
once() {
  if /usr/bin/time -f '%e %M' -o "$home/time" true 2>/dev/null; then
    /usr/bin/time -f "%e %M" -o "$home/time" "$@" >"$home/out" 2>&1 || [ $? -eq 9 ] || { cat "$home/out" >&2; return 1; }
    tail -n 1 "$home/time"
  else
    local TIMEFORMAT=%R
    { time "$@" >"$home/out" 2>&1; } 2>"$home/time"
    echo "$(cat "$home/time") 0"
  fi
}

median() { sort -n | awk '{ x[NR] = $1 } END { print NR % 2 ? x[(NR + 1) / 2] : (x[NR / 2] + x[NR / 2 + 1]) / 2 }'; }

# $1: what it is called; then the command.
measure() {
  local name=$1 i
  shift
  : >"$home/figures"
  for ((i = 0; i < runs; i++)); do once "$@" >>"$home/figures"; done
  awk -v name="$name" -v wall="$(cut -d' ' -f1 "$home/figures" | median)" \
    -v peak="$(cut -d' ' -f2 "$home/figures" | median)" \
    '{ each = each " " $1 "/" int($2 / 1024) } END { printf "%-28s %7.2f s %6d MiB  each:%s\n", name, wall, peak / 1024, each }' \
    "$home/figures"
}

# $1: what it is called; $2: what it says on standard error once that is done; then the command, run once to its end.
measure_until() {
  local name=$1 text=$2 line began=${EPOCHREALTIME:-}
  shift 2
  [ -n "$began" ] || return 0
  { "$@" 2>&1 >/dev/null || [ $? -eq 9 ]; } | while IFS= read -r line; do
    case $line in
      *"$text"*) awk -v name="$name" -v began="$began" -v now="$EPOCHREALTIME" \
        'BEGIN { printf "%-28s %7.2f s\n", name, now - began }' ;;
    esac
  done
}
