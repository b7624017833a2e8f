#!/usr/bin/env bash
# Makes the screenshots of this folder again, from the browser tests. Needs Debian's packages chromium and chromium-driver.
set -euo pipefail
cd "$(dirname "$0")/../.."
most=200000

rm -f face-http/target/screenshots/documentation.png face-examples/target/screenshots/documentation*.png
mvn -B -ntp -q test -pl models,face-core,face-fetch,face-http,console,face-examples -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='PeoplePageIT#shows_each_person_with_every_place,Gallery*IT#sample_photographs_as_the_documentation_shows_them'
cp face-http/target/screenshots/documentation.png docs/pictures/service-page.png
cp face-examples/target/screenshots/documentation.png docs/pictures/gallery.png
cp face-examples/target/screenshots/documentation-corrections.png docs/pictures/corrections.png
for picture in docs/pictures/*.png; do
  size=$(wc -c <"$picture")
  echo "$picture: $size bytes"
  [ "$size" -lt "$most" ] || { echo "$picture is larger than $most bytes" >&2; exit 1; }
done
