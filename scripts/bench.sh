# shellcheck shell=sh
# Measures on this machine; give it a quiet one. Expects tools.sh, build.sh, $root and $work.
# shellcheck disable=SC2154

bench() {
  [ "${1:-}" = ledger ] || refuse "./qiao bench measures one thing so far: ledger."
  shift
  find_java
  find_maven
  say "Building the benchmark …"
  quietly "The benchmark does not build" in_root mvn -B -ntp -Pbench -pl bench -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true clean package
  # shellcheck disable=SC2046,SC2086 # Several options in one word.
  exec "$JAVA_HOME/bin/java" $(java_options) ${QIAO_JAVA_OPTIONS:-} \
    -cp "$root/bench/target/classes:$root/bench/target/lib/*" \
    dev.qiao.bench.LedgerBench "$@"
}
