require "socket"

host, port = ARGV
loop do
  print "file> "
  $stdout.flush
  name = $stdin.gets&.chomp
  break if name.nil? || name == "exit"
  begin
    TCPSocket.open(host, port) do |server|
      server.write "GET /#{name} HTTP/1.0\r\nHost: #{host}\r\n\r\n"
      head = server.gets("\r\n\r\n").to_s
      puts head
      length = head[/content-length: (\d+)/i, 1]
      puts length ? server.read(length.to_i) : server.read
    end
  rescue SystemCallError => e
    puts "no connection: #{e.message}"
  end
end
