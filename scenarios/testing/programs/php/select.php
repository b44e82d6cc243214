<?php
require __DIR__ . '/http.php';

// One thread for everybody; but fwrite blocks, and then everybody waits.
$listener = listening($argv);
$clients = $requests = [];
while (true) {
    $ready = [$listener, ...$clients];
    $none = null;
    stream_select($ready, $none, $none, null);
    foreach ($ready as $client) {
        if ($client === $listener) {
            $client = stream_socket_accept($listener, -1);
            $clients[(int) $client] = $client;
            $requests[(int) $client] = '';
            continue;
        }
        $part = fread($client, 4096);
        $request = $requests[(int) $client] .= $part;
        if ($part === '' || $part === false || trim($request) === 'exit') {
            $gone = true;
        } elseif (complete($request)) {
            $requests[(int) $client] = '';
            $gone = !send_all($client, answer($request));
        } else {
            $gone = false;
        }
        if ($gone) {
            unset($clients[(int) $client]);
            fclose($client);
        }
    }
}
