require "socket"

server = TCPServer.new(6795)
loop do
  client = server.accept
  begin
    line = client.gets
    if line
      name = line.split[1].to_s.delete_prefix("/")
      if File.file?(name)
        body = File.binread(name)
        client.write("HTTP/1.1 200 OK\r\nContent-Length: #{body.bytesize}\r\n\r\n", body)
      else
        client.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
      end
    end
  rescue SystemCallError
    nil
  end
  client.close
end
