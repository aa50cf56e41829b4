#!/bin/bash
# What bash completes: completion.sh COMPLETION FOLDER_OF_THE_PROGRAMS
set -u
. "$1"
PATH=$2:$PATH
failed=0

# expect WORDS... = COMPLETIONS...: the last word is the one being typed.
expect() {
  local wanted
  COMP_WORDS=()
  while [ "$1" != = ]; do COMP_WORDS+=("$1"); shift; done
  shift
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _kto_complete
  wanted="$*"
  if [ "${COMPREPLY[*]}" = "$wanted" ]; then return; fi
  echo "${COMP_WORDS[*]}: \"${COMPREPLY[*]}\", not \"$wanted\""
  failed=1
}

expect kto-indexer ro = rollback
expect kto-indexer --v = --version
expect kto-indexer rollback --t = --to
expect kto-indexer build --cor = --corpus
expect kto-indexer dump di = diagnostics
expect kto-indexer dump tasks --as = --as-of
expect kto-searchd --acc = --access-log
expect kto-searchd --log-format j = json
expect kto-searchd --port 80 =
[[ $(complete -p kto-searchd) == *_kto_complete* ]] || failed=1
exit $failed
