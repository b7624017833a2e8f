#!/usr/bin/env bash
# Sends photographs to the service and saves a headshot of each person. Needs curl, jq and base64.
# Set API_TOKEN where the service asks for one.
set -euo pipefail

usage() {
  echo "usage: extract-faces.sh [-s SERVER] [-o DIR] [-t THRESHOLD] IMAGE...   (a file, or an http(s) address)" >&2
  exit 2
}

headers() {
  echo 'Content-Type: application/json'
  [ -z "${API_TOKEN-}" ] || echo "Authorization: Bearer $API_TOKEN"
}

image() {
  case $1 in
    http://* | https://*) jq -nc --arg url "$1" '{image_url: $url}' ;;
    *) printf '{"image_base64":"%s"}' "$(base64 <"$1" | tr -d '\n')" ;;
  esac
}

request() {
  local separator='' source
  printf '{"similarity_threshold":%s,"images":[' "$threshold"
  for source in "$@"; do
    printf '%s' "$separator"
    image "$source"
    separator=,
  done
  printf ']}'
}

server=http://localhost:5003
out=headshots
threshold=0.4
while getopts s:o:t: option; do
  case $option in
    s) server=$OPTARG ;;
    o) out=$OPTARG ;;
    t) threshold=$OPTARG ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || usage
for source in "$@"; do
  case $source in http://* | https://*) continue ;; esac
  [ -r "$source" ] || { echo "there is no file $source" >&2; exit 1; }
done

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
# The token goes through a file descriptor: other users can read command lines.
status=$(request "$@" | curl -sS -o "$answer" -w '%{http_code}' -H @<(headers) --data-binary @- "$server/extract-faces")
if [ "$status" != 200 ]; then
  jq -r .error "$answer" >&2
  exit 1
fi

jq -r '"\(.unique_faces) unique of \(.total_faces_detected) faces"' "$answer"
mkdir -p "$out"
number=0
while read -r headshot; do
  number=$((number + 1))
  printf '%s' "${headshot#*,}" | base64 -d >"$out/face_$number.jpg"
  echo "$out/face_$number.jpg"
done < <(jq -r '.faces[].headshot_base64' "$answer")
jq -r '.image_errors // [] | .[] | "\($ARGS.positional[.image_index]): \(.error)"' "$answer" --args "$@" >&2
[ "$(jq '.image_errors // [] | length' "$answer")" = 0 ]
