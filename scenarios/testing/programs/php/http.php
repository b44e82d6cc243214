<?php
// What the servers in PHP have in common: a listening socket, answers, and a session that lasts until the client leaves.

function listening(array $arguments)
{
    $listener = stream_socket_server('tcp://127.0.0.1:' . ($arguments[1] ?? 0), $number, $message);
    return $listener ?: exit("$message\n");
}

function complete(string $request): bool
{
    return str_contains($request, "\r\n\r\n") || trim($request) === 'exit';
}

function answer(string $request): string
{
    $path = explode(' ', $request)[1] ?? '';
    $status = $path === '/index.html' || $path === '/large' ? '200 OK' : '404 Not Found';
    $body = match ($path) {
        '/index.html' => "<h1>Hello</h1>\n",
        '/large' => str_repeat("\0", 64 << 20),
        default => "<h1>Not Found</h1>\n",
    };
    return "HTTP/1.1 $status\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
}

/** Sends all of it; false when the client is gone. */
function send_all($client, string $bytes): bool
{
    for ($sent = 0; $sent < strlen($bytes); $sent += $part) {
        $part = @fwrite($client, $sent === 0 ? $bytes : substr($bytes, $sent, 1 << 20));
        if ($part === false || $part === 0) {
            return false;
        }
    }
    return true;
}

function session($client): void
{
    $request = '';
    // Otherwise PHP takes a client that says nothing for a minute for one that left.
    stream_set_timeout($client, 86400);
    while (($part = fread($client, 4096)) !== '' && $part !== false) {
        $request .= $part;
        if (!complete($request)) {
            continue;
        }
        if (trim($request) === 'exit' || !send_all($client, answer($request))) {
            break;
        }
        $request = '';
    }
    fclose($client);
}
