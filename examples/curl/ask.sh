#!/bin/sh
# Asks a running Qingdan its three questions, a batch, a list, and one question again. Needs curl alone.
# Exit code 22 means that the service refused a question (HTTP 400 and above).
set -eu
url=${QINGDAN_URL:-http://127.0.0.1:3000}
on=2026-11-22
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT

# QINGDAN_KEY is needed only where the operator asks for keys. It goes through standard input: other users of the
# machine can read what stands on a command line.
ask() {
  printf '%s\n' "${QINGDAN_KEY:+header = \"Authorization: Bearer $QINGDAN_KEY\"}" |
    curl --silent --show-error --fail-with-body --max-time 30 --config - --header 'Accept-Language: en' "$@"
  echo
}

echo '# May a village be asked for this certificate? curl percent-encodes the name.'
ask --get --data-urlencode kind=certificate --data-urlencode name=婚姻状况证明 --data on=$on "$url/v1/check"

echo '# May this board hang at its premises?'
ask --get --data-urlencode kind=signboard --data-urlencode name=村民委员会 --data on=$on "$url/v1/check"

echo '# May this work be given to it?'
ask --get --data-urlencode kind=task --data-urlencode name=人口普查协助 --data on=$on "$url/v1/check"

echo '# The first question with the name in the path, percent-encoded beforehand; its headers are kept.'
status="$url/v1/certificates/%E5%A9%9A%E5%A7%BB%E7%8A%B6%E5%86%B5%E8%AF%81%E6%98%8E/status?on=$on"
ask --dump-header "$headers" "$status"

echo '# The same again with the tag of that answer: 304 means that it still holds.'
etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: *\(.*\)/\1/p' "$headers" | tr -d '\r')
ask --write-out '%{http_code}' --header "If-None-Match: $etag" "$status"

echo '# Two questions at once.'
ask --header 'Content-Type: application/json' --data '{"questions":[
  {"id":"a","kind":"certificate","name":"居住证明","on":"2026-11-22"},
  {"id":"b","kind":"task","name":"人口普查协助","on":"2026-11-22"}]}' "$url/v1/check"

echo '# The first items of a list.'
ask "$url/v1/lists/annex-3/items?limit=2"
