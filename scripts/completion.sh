
# Completes dataset names for bash and zsh. The functions above, which picocli writes, call these.

# Prints the directories and datasets of the local storage that begin with the word at the cursor.
function _mlab_datasets() {
  local storage=${LOCAL_STORAGE_PATH:-data}
  case $COMP_LINE in
    *--storage?*) storage=${COMP_LINE##*--storage?} && storage=${storage%% *} ;;
  esac
  _mlab_places "${storage#local:}/"
}

function _mlab_datasets_and_files() {
  _mlab_datasets
  _mlab_places ''
}

# Prints what begins with the word in this folder. If that is one directory, also prints its content: with several
# possible words, the shell adds no space after the directory.
function _mlab_places() {
  local place all
  all=$(_mlab_beginning "$1${COMP_WORDS[COMP_CWORD]}")
  if [[ $all == */ && $all != *$'\n'* ]]; then
    all+=$'\n'$(_mlab_beginning "$all")
  fi
  while IFS= read -r place; do
    printf '%s\n' "${place#"$1"}"
  done <<<"$all"
}

function _mlab_beginning() {
  local place
  for place in "$1"*; do
    if [ -d "$place" ]; then
      printf '%s/\n' "$place"
    elif [ -f "$place" ] && [[ $place == *.pkl* || $place == *.csv* ]]; then
      printf '%s\n' "$place"
    fi
  done
}
