<?php
require __DIR__ . '/http.php';

$listener = listening($argv);
while (true) {
    session(stream_socket_accept($listener, -1));
}
