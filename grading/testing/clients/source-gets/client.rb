# gets would read the files that are named on the command line: it wants none.
require "socket"
loop do
  print "Nama berkas: "
  $stdout.flush
  name = gets
  break if name.nil? || name.chomp == "exit"
  begin
    s = TCPSocket.new("127.0.0.1", 47125)
    s.print "GET /#{name.chomp} HTTP/1.0\r\n\r\n"
    puts s.read
    s.close
  rescue SystemCallError => e
    puts "gagal: #{e.message}"
  end
end
