require "optparse"
require "socket"
o = {}
OptionParser.new do |opts|
  opts.on("-sHOST", "--server HOST") { |v| o[:host] = v }
  opts.on("-pPORT", "--port PORT", Integer) { |v| o[:port] = v }
  opts.on("-rFILE", "--resource FILE") { |v| o[:file] = v }
end.parse!
begin
  s = TCPSocket.new(o[:host], o[:port])
  s.print "GET /#{o[:file]} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
  puts s.read
rescue SystemCallError, SocketError, TypeError => e
  puts "No connection: #{e.message}"
end
