#!/usr/bin/env bash
# What a host's build step calls: checks strictly, then publishes to public/.
# The site's address comes from --base-url, BASE_URL, or the host's own variables. Other
# flags go on to the build; --strict stands last, so that none of them takes it back.
set -euo pipefail
cd "$(dirname "$0")"

base=${BASE_URL:-}
args=()
while [ $# -gt 0 ]; do
  case $1 in
    --base-url) base=${2:?--base-url needs an address}; shift 2 ;;
    --base-url=*) base=${1#*=}; shift ;;
    *) args+=("$1"); shift ;;
  esac
done
if [ -z "$base" ] && [ -n "${NETLIFY:-}" ]; then # a preview has an address of its own
  if [ "${CONTEXT:-production}" = production ]; then base=${URL:-}; else base=${DEPLOY_PRIME_URL:-${URL:-}}; fi
fi
[ -n "$base" ] || base=${CF_PAGES_URL:-}
if [ -z "$base" ] && [ -n "${GITHUB_ACTIONS:-}" ] && [ -n "${GITHUB_REPOSITORY:-}" ]; then
  name=${GITHUB_REPOSITORY#*/}
  base="https://${GITHUB_REPOSITORY_OWNER:-${GITHUB_REPOSITORY%%/*}}.github.io/"
  [ "$name" = "${base#https://}" ] || [ "$name/" = "${base#https://}" ] || base="$base$name/"
fi

go run ./cmd/build --strict --base-url "$base" ${args[@]+"${args[@]}"} --strict
