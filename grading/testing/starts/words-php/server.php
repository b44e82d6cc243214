<?php
if ($argc < 2) {
    die("Cara pakai: php server.php <port>\n");
}
$server = stream_socket_server("tcp://0.0.0.0:" . $argv[1]);
while (true) {
    $client = stream_socket_accept($server, -1);
    $name = substr(explode(" ", fgets($client))[1] ?? "/", 1);
    while (($line = fgets($client)) !== false && trim($line) !== "") {
    }
    $body = is_file($name) ? file_get_contents($name) : "not found";
    $status = is_file($name) ? "200 OK" : "404 Not Found";
    fwrite($client, "HTTP/1.1 $status\r\nContent-Length: " . strlen($body) . "\r\n\r\n" . $body);
    fclose($client);
}
