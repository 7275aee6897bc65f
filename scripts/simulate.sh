# shellcheck shell=sh
# Runs the ledger on a database, a clock and faults that a seed decides. Expects tools.sh, build.sh, $root and $work.
# shellcheck disable=SC2154

simulate() {
  find_java
  built=$work/simulation/$(in_root hash_of pom.xml postgres ledger simulation | tr ' ' '-')
  [ -d "$built" ] || build_simulation
  # Fibers hand over to each other: a second carrier would only make that slower.
  # shellcheck disable=SC2046,SC2086 # Several options in one word.
  exec "$JAVA_HOME/bin/java" $(java_options) -XX:+UseSerialGC -Djdk.virtualThreadScheduler.parallelism=1 \
    ${QIAO_JAVA_OPTIONS:-} -cp "$built/classes:$built/lib/*" dev.qiao.ledger.Simulate "$@"
}

# Into $built, from where it runs: a build beside it does not disturb a run.
build_simulation() {
  find_maven
  say "Building the simulation …"
  quietly "The simulation does not build" in_root mvn -B -ntp -pl simulation -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true clean package
  rm -rf "$work/simulation"
  mkdir -p "$built.new"
  cp -R "$root/simulation/target/classes" "$root/simulation/target/lib" "$built.new/"
  mv "$built.new" "$built"
}
