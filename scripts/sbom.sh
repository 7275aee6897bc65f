# shellcheck shell=sh
# Lists what the program is made of, for the server and for the web apps. Expects tools.sh, build.sh, absolute,
# $root and $work.
# shellcheck disable=SC2154

sbom() {
  [ $# -eq 1 ] || refuse "./qiao sbom needs the folder to write to: see ./qiao help."
  folder=$(absolute "$1")
  mkdir -p "$folder" 2>/dev/null || refuse "The folder $folder cannot be made."
  find_java
  find_maven
  find_node
  say "Listing the server's parts …"
  quietly "The server's parts cannot be listed" in_root mvn -B -ntp -Psbom -pl server -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true process-resources
  cp "$root/server/target/classes/META-INF/sbom/application.cdx.json" "$folder/server.cdx.json"
  say "Listing the web's parts …"
  version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/server/pom.xml" | head -n 1)
  quietly "The web's parts cannot be listed" node "$root/web/scripts/sbom.mjs" "$work/build/sbom" "$version"
  (cd "$work/build/sbom" && npm sbom --sbom-format cyclonedx --omit dev --package-lock-only) \
    >"$folder/web.cdx.json" || refuse "The web's parts cannot be listed."
  say "$folder/server.cdx.json: $(parts "$folder/server.cdx.json") parts"
  say "$folder/web.cdx.json: $(parts "$folder/web.cdx.json") parts"
}

parts() {
  grep -c '"purl"' "$1"
}
