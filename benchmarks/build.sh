# Sourced with $root set: builds the benchmarks; sets $jdk, $bench_flags and $bench_path.

bench_flags=(-XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
bench_path="$root/benchmarks/target/classes:$root/benchmarks/target/lib/*"

build_benchmarks() {
  jdk=$("$root/bin/jdk25") || return
  mkdir -p "$root/target"
  local log=$root/target/benchmarks.log
  rm -rf "$root/benchmarks/target/lib"
  "$root/bin/maven" -f "$root/pom.xml" -Pbenchmarks -pl benchmarks -am package -Dmaven.test.skip=true \
    -Dspotless.check.skip=true -Djacoco.skip=true >"$log" 2>&1 && return 0
  grep -E '^\[ERROR\]' "$log" | head -n 12 >&2
  echo "The benchmarks could not be built; the whole log is target/benchmarks.log. Nothing was run." >&2
  return 1
}
