require "net/http"
host, port = ARGV
print "Nama file: "
name = $stdin.gets.to_s.chomp
begin
  answer = Net::HTTP.get_response(host, "/#{name}", port.to_i)
  puts "#{answer.code} #{answer.message}", answer.body
rescue SystemCallError => e
  puts "Server tidak hidup: #{e.message}"
end
