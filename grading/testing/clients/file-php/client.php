<?php
if ($argc < 4) {
    exit("Cara pakai: php client.php host port nama_file\n");
}
[, $host, $port, $file] = $argv;
$s = @stream_socket_client("tcp://$host:$port", $no, $message, 5);
if (!$s) {
    exit("Koneksi gagal: $message\n");
}
fwrite($s, "GET /$file HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n\r\n");
while (!feof($s)) {
    echo fgets($s);
}
