<?php
[$_, $host, $port] = $argv;
while (true) {
    echo "a) Ambil halaman\nb) Selesai\nPilih [a/b]: ";
    $pilih = trim(fgets(STDIN));
    if ($pilih !== "a") break;
    echo "Halaman: ";
    $nama = trim(fgets(STDIN));
    $s = @fsockopen($host, (int) $port, $no, $why, 3);
    if (!$s) {
        echo "Server tidak bisa dihubungi ($why)\n";
        continue;
    }
    fwrite($s, "GET /$nama HTTP/1.0\r\nHost: $host\r\n\r\n");
    echo stream_get_contents($s), "\n";
}
