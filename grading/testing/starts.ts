// The committed servers that want to be built or told something: how each is started, and what it serves.

/** The end of the command that starts it; or why a human must look. */
export type ExpectedStart = string | { undecided: RegExp } | { fails: RegExp };

export interface ExpectedStarts {
  single?: ExpectedStart;
  multi?: ExpectedStart;
}

const pair = (single: ExpectedStart, multi: ExpectedStart): ExpectedStarts => ({ single, multi });
const single = (start: ExpectedStart): ExpectedStarts => ({ single: start });
const multi = (start: ExpectedStart): ExpectedStarts => ({ multi: start });

export const expectedStarts: Record<string, ExpectedStarts> = {
  // C and C++ in several files
  "c-two-mains": pair("./.antre/single_server", "./.antre/multi_server"),
  "c-folders": single("./.antre/server"),
  "cpp-linked": multi("./.antre/server"),
  cmake: single("./.antre/server"),
  "make-two": pair("./.antre/single", "./.antre/threaded"),
  "make-runs": single("./.antre/server"),
  "make-windows": single("./.antre/server"),
  // Java
  maven: multi("java -cp .antre:src/main/resources id.ac.kampus.WebServer"),
  "maven-library": single({ undecided: /^It needs org\.slf4j, .*\(pom\.xml asks for it\)/ }),
  "gradle-app": single("java -cp .antre:src/main/resources id.ac.kampus.WebServer"),
  // Rust and Go
  "cargo-main": single("./.antre/main"),
  "cargo-two": pair("./.antre/single", "./.antre/multi"),
  "go-files": pair("./.antre/server_single", "./.antre/server_multi"),
  "go-module": pair("./.antre/main", "./.antre/main"),
  "go-newer": single("./.antre/server"),
  // JavaScript and TypeScript
  "npm-start": multi("node --no-warnings src/app.js 8050"),
  "npm-nodemon": multi("env PORT=8051 node server.js"),
  "npm-typescript": multi("node .antre/src/server/main.js"),
  // Python
  "python-package": pair("python3 -m webserver.single", "env PYTHONPATH=. python3 webserver/multi.py"),
  "python-module": single("python3 -m server"),
  "python-above": single("env PYTHONPATH=. python3 servers/server.py"),
  "python-library": single({ undecided: /^It needs bottle, .*\(requirements\.txt asks for it\)/ }),
  // What a server wants to be told
  "words-python-port": single("server.py 8080"),
  "words-python-three": single("server.py . 10 127.0.0.1 8080"),
  "words-python-argparse": single("server.py --port 8080 --workers 10 ."),
  "words-python-equals": single("server.py --port=8080 --root=."),
  "words-python-printed": single("server.py . 8080"),
  "words-python-keyboard": single("printf '%s\\n' 127.0.0.1 8080 | python3 server.py"),
  "words-python-mode": pair("server.py single 8080", "server.py multi 8080"),
  "words-python-other": single({ undecided: /^It wants other words .*: Usage: server\.py PASSWORD$/ }),
  "words-python-broken": single({ fails: /SyntaxError/ }),
  "words-c-getopt": single("./.antre/server -p 8080 -t 10 -d ."),
  "words-c-address": single("./.antre/server 127.0.0.1 8080"),
  "words-cpp-threads-first": single("./.antre/server 10 8080"),
  "words-java": multi("java -cp .antre Server 8080 10 ."),
  "words-go-flags": multi("./.antre/server -port 8080 -root ."),
  "words-go-address": multi("./.antre/server 127.0.0.1:8080"),
  "words-node": multi("node server.js . 8080"),
  "words-node-options": multi("node server.mjs --port 8080"),
  "words-ruby": single("ruby server.rb 127.0.0.1 8080"),
  "words-ruby-options": single("ruby server.rb --port 8080"),
  "words-php": single("php server.php 8080"),
  "words-rust": single("./.antre/server 10 8080"),
};
