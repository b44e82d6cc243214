require "socket"

def serve(client)
  line = client.gets
  return if line.nil?
  name = line.split[1].to_s.delete_prefix("/")
  if File.file?(name)
    body = File.binread(name)
    client.write("HTTP/1.1 200 OK\r\nContent-Length: #{body.bytesize}\r\n\r\n", body)
  else
    client.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
  end
rescue SystemCallError
  nil
ensure
  client.close
end

server = TCPServer.new(6801)
case ARGV[0]
when "sequential" then loop { serve(server.accept) }
when "concurrent" then loop { Thread.start(server.accept) { |client| serve(client) } }
else abort "usage: server.rb sequential|concurrent"
end
