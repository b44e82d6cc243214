use std::env;
use std::io::{Read, Write};
use std::net::TcpListener;

fn main() {
    let args: Vec<String> = env::args().collect();
    let threads: usize = args[1].parse().unwrap();
    let port: u16 = args[2].parse().unwrap();
    assert!(threads < 100);
    let server = TcpListener::bind(("0.0.0.0", port)).unwrap();
    for mut client in server.incoming().flatten() {
        let mut request = [0u8; 4096];
        let size = client.read(&mut request).unwrap_or(0);
        let text = String::from_utf8_lossy(&request[..size]).to_string();
        let name = text.split_whitespace().nth(1).unwrap_or("/").trim_start_matches('/').to_string();
        let (status, body) = match std::fs::read(&name) {
            Ok(page) => ("200 OK", page),
            Err(_) => ("404 Not Found", b"not found".to_vec()),
        };
        let _ = write!(client, "HTTP/1.1 {}\r\nContent-Length: {}\r\n\r\n", status, body.len());
        let _ = client.write_all(&body);
    }
}
