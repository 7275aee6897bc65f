# shellcheck shell=sh
# Finds what is needed beforehand. Expects $work.

say() {
  printf '%s\n' "$*"
}

refuse() {
  printf 'qiao: %s\n' "$*" >&2
  exit 1
}

# Sets JAVA_HOME to a JDK 25 or newer, also where an older java is the default.
find_java() {
  on_path=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || true
  for home in "${JAVA_HOME:-}" "$on_path" "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "${QIAO_JVM_FOLDER:-/usr/lib/jvm}"/* "${QIAO_JVM_FOLDER:-/Library/Java/JavaVirtualMachines}"/*/Contents/Home; do
    if is_jdk_25 "$home"; then
      export JAVA_HOME="$home" PATH="$home/bin:$PATH"
      return
    fi
  done
  refuse "JDK 25 is missing: install it, or set JAVA_HOME to where it is."
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${version:-0}" -ge 25 ]
}

find_maven() {
  command -v mvn >/dev/null || refuse "Maven is missing: install Maven 3.8 or newer."
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  # shellcheck disable=SC2086 # Two numbers in one variable.
  set -- ${version:-0 0}
  [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 8 ]; } ||
    refuse "Maven $1.$2 is too old: install Maven 3.8 or newer."
}

# Puts Node 22 or newer first on the path: the system's, or one that npm fetches into the cache.
find_node() {
  command -v npm >/dev/null || refuse "npm is missing: install Node.js, which brings it."
  [ "$(node_major)" -lt 22 ] || return 0
  cache=${XDG_CACHE_HOME:-${HOME:-$work}/.cache}/qiao/node24
  mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] || cache=$work/node24
  if [ ! -x "$cache/node_modules/.bin/node" ]; then
    say "Fetching Node 24, because the system's is older than 22 …"
    mkdir -p "$cache" "$work/log"
    npm install --prefix "$cache" --no-audit --no-fund --loglevel=error node@24 \
      >"$work/log/node.log" 2>&1 ||
      refuse "npm could not fetch Node 24 (see $work/log/node.log): install Node 22 or newer."
  fi
  export PATH="$cache/node_modules/.bin:$PATH"
  [ "$(node_major)" -ge 22 ] || refuse "Node 24 does not run here: install Node 22 or newer."
}

node_major() {
  major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  echo "${major:-0}"
}

# Exports QIAO_CHROMIUM, the browser that tests drive.
find_chromium() {
  for name in "${QIAO_CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if path=$(command -v "$name"); then
      export QIAO_CHROMIUM="$path"
      return
    fi
  done
  refuse "A browser is missing: install Chromium, or set QIAO_CHROMIUM to where one is."
}
