require "socket"

host, port = ARGV
abort "Jalankan: ruby server.rb HOST PORT" if port.nil?

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
