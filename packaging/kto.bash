# Completion for bash: kto-indexer and kto-searchd. Options and sub-commands are asked of the programs' own help.

_kto_options() {
  "$@" --help 2>/dev/null | grep -oE '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u
}

_kto_complete() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]}
  local command=() wanted
  if [[ ${program##*/} == kto-indexer && $COMP_CWORD -gt 1 ]]; then command=("${COMP_WORDS[1]}"); fi
  case $before in
    --index | --corpus) COMPREPLY=($(compgen -d -- "$word")); return ;;
    --config | --dictionary | --catalogue) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --log-format) COMPREPLY=($(compgen -W 'plain json' -- "$word")); return ;;
    --host | --port | --workers | --watch | --office | --as-of | --from | --to | --remote | --remote-timeout) return ;;
    dump) COMPREPLY=($(compgen -W 'acts operations provisions units tasks diagnostics' -- "$word")); return ;;
    text) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  wanted=$(_kto_options "$program" "${command[@]}")
  if [[ ${program##*/} == kto-indexer && $COMP_CWORD == 1 ]]; then
    wanted+=$'\n'$("$program" --help 2>/dev/null | sed -n '/^Subcommands:/,$ s/^  \([a-z]*\) .*/\1/p')
  fi
  COMPREPLY=($(compgen -W "$wanted" -- "$word"))
}

complete -F _kto_complete kto-indexer kto-searchd
