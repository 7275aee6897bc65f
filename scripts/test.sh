# shellcheck shell=sh
# Runs every check and every suite, and adds them up. Expects tools.sh, build.sh, $root and $work.
# shellcheck disable=SC2154

test_everything() {
  passed=0 failed=0
  trap sum_up EXIT
  # Counted here for what is missing at all; the checks below count for themselves.
  failed=1
  find_java
  find_maven
  find_node
  find_chromium
  failed=0
  reports=$work/test
  rm -rf "$reports" "$root"/*/target/surefire-reports
  mkdir -p "$reports" "$work/log"

  check "packages" in_web npm ci --no-audit --no-fund
  check "web: format" in_web npm run --silent format:check
  check "web: lint" in_web npm run --silent lint
  check "web: types" in_web npm run --silent typecheck
  check "web: build" in_web npm run --silent build
  suite "web: tests" "$reports" in_web npx --no-install vitest run \
    --reporter=default --reporter=junit --outputFile.junit="$reports/TEST-web.xml"
  check "java: format" in_root mvn -B -ntp spotless:check
  # All modules are tested, even after a failure; the reports tell of it.
  suite "java: tests" "$root" in_root mvn -B -ntp -Dspotless.check.skip=true \
    -Dmaven.test.failure.ignore=true clean verify
  check "list of parts" lists_parts
  # The launcher is tested on what was just built.
  # shellcheck disable=SC2034 # Where unpack_server puts it.
  app=$work/app/$(server_hash)
  check "unpacked server" unpack_server
  suite "launcher: tests" "$reports" sh "$root/scripts/launcher-test.sh" "$reports/TEST-launcher.xml"
}

sum_up() {
  say "$passed passed, $failed failed"
  trap - EXIT
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] || exit 1
}

# What the program is made of names what it is made of.
lists_parts() {
  "$root/qiao" sbom "$work/sbom" &&
    grep -q "pkg:maven/org.springframework.security/spring-security-web@" "$work/sbom/server.cdx.json" &&
    grep -q "pkg:npm/react@" "$work/sbom/web.cdx.json" &&
    ! grep -q "pkg:npm/vitest@" "$work/sbom/web.cdx.json"
}

# One command that counts as one test.
check() {
  if logged "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}

# A command whose reports, below the folder, tell how many tests passed. One that ends badly, or
# reports nothing, counts as a failure more.
suite() {
  name=$1 below=$2
  shift 2
  touch "$work/test-began"
  ended=0
  logged "$name" "$@" || ended=1
  # shellcheck disable=SC2046 # Three numbers.
  set -- $(fresh_reports | tally)
  passed=$((passed + $1))
  failed=$((failed + $2))
  say "  $1 passed, $2 failed, $3 skipped"
  fresh_reports | failures
  if [ "$ended" -ne 0 ] && [ "$2" -eq 0 ] || [ $(($1 + $2)) -eq 0 ]; then
    failed=$((failed + 1))
  fi
}

fresh_reports() {
  find "$below" -name 'TEST-*.xml' ! -path '*/node_modules/*' -newer "$work/test-began" -exec cat {} +
}

# Names the tests of JUnit reports that failed, each with the beginning of why.
failures() {
  awk '
    function value(name,   text) {
      text = match($0, "[ \n]" name "=\"[^\"]*") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : ""
      gsub(/(&#10;|[ \n])+/, " ", text)
      sub(/^ /, "", text)
      gsub("&quot;", "\"", text)
      gsub("&apos;", "\047", text)
      gsub("&lt;", "<", text)
      gsub("&gt;", ">", text)
      gsub("&amp;", "\\&", text)
      return substr(text, 1, 300)
    }
    BEGIN { RS = "<" }
    /^testcase[ \n]/ { test = value("classname") " " value("name") }
    /^(failure|error)[ \n]/ {
      why = value("message")
      print "  ✗ " test (why == "" ? "" : ": " why)
    }'
}

# Adds up the suites of JUnit reports: passed, failed, skipped.
tally() {
  awk '
    function number(name) {
      return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) + 0 : 0
    }
    BEGIN { RS = "<" }
    /^testsuite[ \n]/ {
      bad = number("failures") + number("errors")
      failed += bad
      skipped += number("skipped")
      passed += number("tests") - bad - number("skipped")
    }
    END { print passed + 0, failed + 0, skipped + 0 }'
}

# Runs with the output in a log of its own; shows the end of it when the command fails.
logged() {
  title=$1
  shift
  log=$work/log/test-$(echo "$title" | tr -c 'a-z\n' '-').log
  if "$@" >"$log" 2>&1 </dev/null; then
    say "✓ $title"
  else
    tail -n 60 "$log"
    say "✗ $title: see above, and all of it in $log"
    return 1
  fi
}
