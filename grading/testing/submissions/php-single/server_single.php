<?php
// Only the single server: the others were not handed in.
$server = stream_socket_server("tcp://0.0.0.0:8000");
while (true) {
    $client = stream_socket_accept($server, -1);
    while (($line = fgets($client)) !== false) {
        $path = ltrim(explode(" ", $line)[1] ?? "", "/");
        while (($field = fgets($client)) !== false && trim($field) !== "");
        if (is_file($path)) {
            $body = file_get_contents($path);
            fwrite($client, "HTTP/1.1 200 OK\r\nContent-Length: " . strlen($body) . "\r\n\r\n" . $body);
        } else {
            fwrite($client, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }
    }
    fclose($client);
}
