<?php
$u = parse_url($argv[1] ?? exit("contoh: php client.php http://localhost:8080/index.html\n"));
$s = @fsockopen($u["host"], $u["port"] ?? 80, $no, $why, 3);
if (!$s) exit("Gagal: $why\n");
fwrite($s, "GET {$u['path']} HTTP/1.0\r\nHost: {$u['host']}\r\n\r\n");
echo stream_get_contents($s);
