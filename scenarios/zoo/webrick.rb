require "webrick"
WEBrick::HTTPServer.new(BindAddress: "127.0.0.1", Port: ARGV[0], DocumentRoot: ARGV[1], AccessLog: []).start
