print("catatan: listen, lalu accept")
