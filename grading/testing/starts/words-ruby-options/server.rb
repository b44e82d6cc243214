require "socket"

require "optparse"

options = {}
OptionParser.new do |o|
  o.on("-p", "--port PORT", Integer) { |v| options[:port] = v }
end.parse!
host = "127.0.0.1"
port = options.fetch(:port)

server = TCPServer.new(host, port)
loop do
  client = server.accept
  name = client.gets.to_s.split[1].to_s.delete_prefix("/")
  while (line = client.gets) && line != "\r\n"; end
  there = File.file?(name)
  body = there ? File.binread(name) : "not found"
  client.write "HTTP/1.1 #{there ? "200 OK" : "404 Not Found"}\r\nContent-Length: #{body.bytesize}\r\n\r\n"
  client.write body
  client.close
end
