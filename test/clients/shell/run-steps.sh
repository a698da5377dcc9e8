#!/usr/bin/env bash
# Runs the steps of the scenario that come on stdin with what a person has in a shell, and writes what came of each to stdout:
# see clients/README.md. grpcurl, which asks the service for its schema, and buf curl, which takes it from proto, make every
# second call each. Runs in the project's folder, with grpcurl on the path.
set -euo pipefail

# Starts what `reshape` asks. It runs on, since a start takes Node longer than a call takes grpcurl.
start_reshaper() {
  local requests
  requests=$(mktemp -u)
  mkfifo "$requests"
  exec 4< <(exec node test/clients/shell/reshape.js <"$requests")
  exec 3>"$requests"
  rm "$requests"
}

# Has JSON reshaped: the word and its arguments as in reshape.js. Sets `reshaped`.
reshape() {
  printf '%s\0' "$#" "$@" >&3
  IFS= read -r -d '' reshaped <&4
}

# Calls an rpc: the rpc, the request, and the headers as flags. Prints the answer or the error as JSON.
with_grpcurl() { grpcurl -plaintext -format-error -max-time 10 "${@:3}" -d @ "$ORGMETA_ADDRESS" "orgmeta.v1.$1" <<<"$2" 2>&1; }

# The program itself: the script in Node that starts it takes longer than the call.
buf=$(compgen -G 'node_modules/@bufbuild/buf-*/bin/buf')

with_buf() {
  "$buf" curl --http2-prior-knowledge --protocol grpc --schema proto "${@:3}" --data @- \
    "http://$ORGMETA_ADDRESS/orgmeta.v1.$1" <<<"$2" 2>&1
}

# Adds 1 to a member of the public metadata of an organization, and begins anew as often as others are faster.
add_one() {
  local organization="{\"organizationId\":$1}" member=$2 record code
  start_reshaper
  while :; do
    record=$(with_grpcurl BackendMetadata/GetOrganizationMetadata "$organization" "${headers[@]}") || true
    reshape increment "$1" "$member" "$record"
    code=0
    with_grpcurl BackendMetadata/ReplaceOrganizationMetadata "$reshaped" "${headers[@]}" >/dev/null || code=$?
    # grpcurl exits with 64 and the code of gRPC: 10 is ABORTED.
    if [ "$code" != 74 ]; then return "$code"; fi
  done
}

# Adds 1, as many times at once as the step says.
count_up() {
  local adding=() count time job
  reshape count "$1"
  # The organization's id as JSON, the member, and how many times.
  mapfile -t count <<<"$reshaped"
  for ((time = 0; time < count[2]; time++)); do
    add_one "${count[0]}" "${count[1]}" &
    adding+=($!)
  done
  for job in "${adding[@]}"; do wait "$job"; done
}

# Makes the calls of a step, more than one where pages go on, and sets `answers` to all of them and `code` to the last one's.
run_calls() {
  local rpc=$1 request=$2
  answers=()
  while [ -n "$request" ]; do
    code=0
    answers+=("$("$tool" "$rpc" "$request" "${headers[@]}")") || code=$?
    if [ "$code" != 0 ]; then return; fi
    reshape next-page "$request" "${answers[-1]}"
    request=$reshaped
  done
}

start_reshaper
tool=with_buf
while IFS= read -r step; do
  reshape parts "$step"
  # The call, its rpc, its arguments and its credential, a line each.
  mapfile -t parts <<<"$reshaped"
  headers=()
  if [ -n "${parts[3]}" ]; then headers=(-H "authorization: Bearer ${parts[3]}"); fi
  if [ "$tool" = with_buf ]; then tool=with_grpcurl; else tool=with_buf; fi
  if [ "${parts[0]}" = countUp ]; then count_up "$step"; fi
  run_calls "${parts[1]}" "${parts[2]}"
  reshape outcome "${parts[0]}" "$code" "${answers[@]}"
  printf '%s\n' "$reshaped"
done
