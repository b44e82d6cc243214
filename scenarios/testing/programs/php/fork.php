<?php
require __DIR__ . '/http.php';

$listener = listening($argv);
pcntl_signal(SIGCHLD, SIG_IGN);
while (true) {
    $client = stream_socket_accept($listener, -1);
    if (pcntl_fork() === 0) {
        fclose($listener);
        session($client);
        exit;
    }
    fclose($client);
}
