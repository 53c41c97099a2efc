# Sourced with $root set: the built program, each build in a folder of its own under cli/target/app,
# so that a running Milodex never sees its jars change and a start-up cache never meets other code.

app=$root/cli/target/app
# Nothing is written in the ways of a country (Main), so the data of all of them is not looked through:
# the driver of SQLite asks at every start on which day a week begins.
jvm_flags=(
  -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -Djava.locale.providers=SPI
  -Xlog:disable -Xlog:all=error:stderr -Xlog:aot=off:stderr -Xlog:cds=off:stderr
)
# Short commands end before the second compiler pays, before code made for what is reflected on
# does, and before what is learnt from training does; their start-up cache need not move.
short_flags=(
  -XX:TieredStopAtLevel=1 -Djdk.reflect.useNativeAccessorOnly=true
  -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions
  -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining
)
# Long commands need the second compiler, but not its widest inlining, which costs seconds of
# compiling and wins nothing back in a run this long.
long_flags=(-XX:InlineSmallCode=700 -XX:FreqInlineSize=60)

# True if the newest build is as new as the sources; sets $build and $jdk.
built() {
  [ -r "$app/current" ] || return 1
  { read -r build && read -r jdk; } <"$app/current" || return 1
  [ -x "$jdk/bin/java" ] && [ -d "$app/$build" ] || return 1
  local changed
  changed=$(find "$root/pom.xml" "$root/configs" "$root"/{strategy,engine,adapters,cli}/{pom.xml,src/main} \
    -newer "$app/current" -print -quit 2>/dev/null)
  [ -z "$changed" ]
}

# Our jars first, then the others in the order of their names.
class_path() {
  local jar path=
  for jar in "$app/$build"/*.jar "$app/$build"/lib/*.jar; do path=$path:$jar; done
  printf '%s' "${path#:}"
}

# One build at a time in this checkout: runs its arguments while it holds the lock.
locked() {
  mkdir -p "$root/target"
  if command -v flock >/dev/null 2>&1; then
    ( flock 9 && "$@" ) 9>"$root/target/build.lock"
    return
  fi
  local lock=$root/target/build.lock.d holder status=0
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$lock"; else sleep 1; fi
  done
  echo $$ >"$lock/pid"
  "$@" || status=$?
  rm -rf "$lock"
  return $status
}

# Builds without tests, unless another process just did; says so, and why if it cannot.
build_if_needed() {
  built && return 0
  local why="the sources changed"
  [ -e "$app/current" ] || why="first use"
  echo "building Milodex ($why) ... the log is target/build.log" >&2
  local began=$root/target/build.began
  touch "$began"
  rm -rf "$root/cli/target/lib"
  if ! "$root/bin/maven" -f "$root/pom.xml" -pl cli -am package -Dmaven.test.skip=true \
    -Dspotless.check.skip=true -Djacoco.skip=true >"$root/target/build.log" 2>&1; then
    grep -E '^\[ERROR\]|^No JDK' "$root/target/build.log" |
      grep -vE 'Help 1|-e switch|-X switch|For more information|^\[ERROR\] *$' | awk '!seen[$0]++' | head -n 12 >&2
    cat >&2 <<'TXT'
Milodex could not be built.
  Why:   the lines above, from target/build.log.
  Done:  nothing was started; an earlier build stays as it was.
  Next:  mend the sources or the build tools, then try again.
TXT
    return 1
  fi
  keep_build "$began"
}

# Makes what Maven packaged the current build. $1: a file as old as the begin of the packaging.
keep_build() {
  jdk=$("$root/bin/jdk25") || return
  build=$(date -u +%Y%m%dT%H%M%SZ)-$$
  mkdir -p "$app/$build/lib" || return
  local jar
  for jar in "$root"/cli/target/lib/*.jar; do
    ln "$jar" "$app/$build/lib/" 2>/dev/null || cp "$jar" "$app/$build/lib/" || return
  done
  for jar in cli adapters engine strategy; do
    rm -f "$app/$build/lib/$jar"-[0-9]*.jar
    cp "$root/$jar/target/$jar"-[0-9]*[0-9].jar "$app/$build/$jar.jar" || return
  done
  lift "$app/$build"/lib/picocli-*.jar
  unpack "$app/$build"/lib/sqlite-jdbc-*.jar
  # The start-up caches, one for short commands and one for long ones: a start without them is
  # slower, and otherwise the same.
  rm -f "$app"/*/*.aot
  train short
  train long
  rm -rf "$app/$build/training"
  printf '%s\n%s\n' "$build" "$jdk" >"$app/current.part"
  touch -r "$1" "$app/current.part"
  mv "$app/current.part" "$app/current"
  find "$app" -mindepth 1 -maxdepth 1 -type d -mtime +30 -exec rm -rf {} + 2>/dev/null || true
}

# Puts a jar into a format that the start-up cache can keep, or leaves it: a start is slower then.
lift() {
  [ -e "$1" ] || return 0
  if "$jdk/bin/java" "$root/bin/Lift.java" "$1" "$1.lifted" >>"$root/target/build.log" 2>&1; then
    mv "$1.lifted" "$1"
  else
    rm -f "$1.lifted"
  fi
}

# Puts the native library of SQLite beside its jar, or leaves it there: a start is slower then.
unpack() {
  "$jdk/bin/java" -cp "$1" "$root/bin/Unpack.java" "$app/$build/native" >>"$root/target/build.log" 2>&1 ||
    rm -rf "$app/$build/native"
}

# Lets SQLite load its native library from where it was unpacked to; sets $native.
native_flags() {
  local library
  native=()
  for library in "$app/$build"/native/*; do
    [ -r "$library" ] && native=("-Dorg.sqlite.lib.path=${library%/*}" "-Dorg.sqlite.lib.name=${library##*/}")
  done
  return 0
}

# Makes the start-up cache of short or long commands from a run of them.
train() {
  local own=()
  [ "$1" = long ] || own=("${short_flags[@]}")
  native_flags
  "$jdk/bin/java" "${jvm_flags[@]}" ${own[@]+"${own[@]}"} ${native[@]+"${native[@]}"} -XX:AOTCacheOutput="$app/$build/$1.aot" -cp "$(class_path)" \
    milodex.cli.Training "$app/$build/training" ${1/short/} >>"$root/target/build.log" 2>&1 || true
}
