# shellcheck shell=sh
# Measures on this machine; give it a quiet one. Expects tools.sh, build.sh, $root and $work.
# shellcheck disable=SC2154

bench() {
  case ${1:-} in
    ledger) class=dev.qiao.bench.LedgerBench ;;
    core) class=dev.qiao.ledger.CoreBench ;;
    *) refuse "./qiao bench measures ledger or core: see docs/operating/benchmarks.md." ;;
  esac
  shift
  find_java
  built=$work/bench/$(in_root hash_of pom.xml postgres ledger bench | tr ' ' '-')
  [ -d "$built" ] || build_bench
  # The measuring library still asks Java for what it warns of.
  # shellcheck disable=SC2046,SC2086 # Several options in one word.
  exec "$JAVA_HOME/bin/java" $(java_options) --sun-misc-unsafe-memory-access=allow ${QIAO_JAVA_OPTIONS:-} \
    -cp "$built/classes:$built/lib/*" "$class" "$@"
}

# Into $built, from where it runs: a build beside it does not disturb a run.
build_bench() {
  find_maven
  say "Building the benchmark …"
  quietly "The benchmark does not build" in_root mvn -B -ntp -pl bench -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true clean package
  rm -rf "$work/bench"
  mkdir -p "$built.new"
  cp -R "$root/bench/target/classes" "$root/bench/target/lib" "$built.new/"
  mv "$built.new" "$built"
}
