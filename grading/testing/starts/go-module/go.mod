module kampus.example/tugas

go 1.18
