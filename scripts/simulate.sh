# shellcheck shell=sh
# Runs the ledger on a database, a clock and faults that a seed decides. Expects tools.sh, build.sh, $root and $work.
# shellcheck disable=SC2154

simulate() {
  find_java
  hash=$(in_root hash_of pom.xml postgres ledger simulation)
  if [ ! -d "$root/simulation/target/lib" ] || ! is_current simulation "$hash"; then
    find_maven
    mkdir -p "$work/build"
    say "Building the simulation …"
    quietly "The simulation does not build" in_root mvn -B -ntp -pl simulation -am \
      -Dmaven.test.skip=true -Dspotless.check.skip=true clean package
    keep simulation "$hash"
  fi
  # Fibers hand over to each other: a second carrier would only make that slower.
  # shellcheck disable=SC2046,SC2086 # Several options in one word.
  exec "$JAVA_HOME/bin/java" $(java_options) -XX:+UseSerialGC -Djdk.virtualThreadScheduler.parallelism=1 \
    ${QIAO_JAVA_OPTIONS:-} -cp "$root/simulation/target/classes:$root/simulation/target/lib/*" \
    dev.qiao.ledger.Simulate "$@"
}
