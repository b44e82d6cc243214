#!/bin/sh
# Speaks HTTP/1.1 on standard input and output until the client leaves, for socat: session.sh FOLDER
while read -r _ path _; do
  while read -r line && [ "$line" != "$(printf '\r')" ]; do :; done
  file=$1/${path##*/}
  if [ -f "$file" ]; then
    printf 'HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n' "$(stat -c %s "$file")"
    cat "$file"
  else
    printf 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'
  fi
done
