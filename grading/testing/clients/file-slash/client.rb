require "socket"
# The name is a path: it is sent as it is given.
abort "Pemakaian: ruby client.rb HOST PORT PATH" unless ARGV.size == 3
host, port, path = ARGV
begin
  server = TCPSocket.new(host, port)
rescue SystemCallError => e
  abort "Gagal terhubung ke #{host}:#{port} (#{e.message})"
end
server.write "GET #{path} HTTP/1.1\r\nHost: #{host}\r\nConnection: close\r\n\r\n"
while (line = server.gets)
  puts line
end
