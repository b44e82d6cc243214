require "socket"

server = TCPServer.new("0.0.0.0", 2000)
loop do
  client = server.accept
  begin
    while (line = client.gets)
      path = line.split[1].to_s.delete_prefix("/")
      while (field = client.gets) && field != "\r\n"; end
      if File.file?(path)
        body = File.binread(path)
        client.write "HTTP/1.1 200 OK\r\nContent-Length: #{body.bytesize}\r\n\r\n", body
      else
        client.write "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\n404"
      end
    end
  rescue SystemCallError => e
    puts e.message
  end
  client.close
end
