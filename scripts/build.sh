# shellcheck shell=sh
# Builds what changed. A hash of all that a result was made from lies beside it in .qiao/build.
# Expects tools.sh, $root and $work.
# shellcheck disable=SC2154

build() {
  { mkdir -p "$work/build" "$work/log" && [ -w "$work/build" ]; } 2>/dev/null ||
    refuse "The folder $work cannot be written: ./qiao builds there."
  app=$work/app/$(server_hash)
  [ ! -f "$app/qiao.jar" ] || return 0
  # Both before any work, so that nobody waits for the first to hear of the second.
  find_maven
  find_node
  build_web
  build_server
  prepare_fast_starts
}

build_web() {
  hash=$(web_hash)
  [ ! -d "$root/web/dist" ] || ! is_current web "$hash" || return 0
  install_packages
  say "Building the web apps …"
  quietly "The web apps do not build" in_web npm run --silent build
  keep web "$hash"
}

install_packages() {
  packages=$(cd "$root/web" && hash_of package-lock.json package.json)
  [ ! -d "$root/web/node_modules" ] || ! is_current packages "$packages" || return 0
  say "Fetching the web's packages …"
  quietly "The web's packages cannot be fetched" in_web npm ci --no-audit --no-fund
  keep packages "$packages"
}

# Clean, since a renamed migration must not stay beside its new name.
build_server() {
  say "Building the server …"
  quietly "The server does not build" \
    in_root mvn -B -ntp -pl server -am -Dmaven.test.skip=true -Dspotless.check.skip=true clean package
  unpack_server
}

# Into $app: the server runs from copies, so that a build never pulls the program from under a running server.
unpack_server() {
  rm -rf "$app.new"
  quietly "The server cannot be unpacked" \
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/server/target/qiao.jar" \
    extract --force --destination "$app.new"
  rm -rf "$app"
  mv "$app.new" "$app"
  # The last three are kept: older ones may still be running.
  # shellcheck disable=SC2012 # The names are our own hashes.
  ls -td "$work"/app/* | tail -n +4 | while read -r old; do rm -rf "$old"; done
}

# Lets Java remember its loaded classes: later starts take half the time. Without it they only take
# longer, so a failure here is none.
prepare_fast_starts() {
  say "Preparing fast starts …"
  # shellcheck disable=SC2046 # Several options.
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$app/qiao.aot" $(java_options) -jar "$app/qiao.jar" \
    --qiao.rehearsal=true --qiao.data="$work/build/sample" --qiao.fresh=true \
    --qiao.demo=true --qiao.demo-data=false --server.port=0 \
    --qiao.database.url= --qiao.database.owner-url= \
    --logging.file.name="$work/log/prepare.log" --logging.threshold.console=off \
    >/dev/null 2>&1 </dev/null || rm -f "$app/qiao.aot"
}

# The options that a remembered start shares with the later ones.
java_options() {
  echo -Duser.timezone=UTC --enable-native-access=ALL-UNNAMED
}

web_hash() {
  in_web hash_of .
}

server_hash() {
  {
    web_hash
    in_root hash_of pom.xml postgres ledger server
  } | cksum | tr ' ' '-'
}

# A hash of the names and contents of all files there, except what tests or builds make and need.
hash_of() {
  find "$@" \( -name node_modules -o -name target -o -name dist -o -path '*/src/test' \) -prune \
    -o -type f -exec cksum {} + | LC_ALL=C sort | cksum | tr ' ' '-'
}

is_current() {
  [ "$(cat "$work/build/$1" 2>/dev/null)" = "$2" ]
}

keep() {
  mkdir -p "$work/build"
  echo "$2" >"$work/build/$1"
}

in_root() {
  (cd "$root" && "$@")
}

in_web() {
  (cd "$root/web" && "$@")
}

# Runs a command with its output in a log; shows the log's end when it fails.
quietly() {
  failure=$1
  shift
  mkdir -p "$work/log"
  if ! "$@" >"$work/log/build.log" 2>&1 </dev/null; then
    tail -n 25 "$work/log/build.log" >&2
    refuse "$failure: see above, and all of it in $work/log/build.log."
  fi
}
