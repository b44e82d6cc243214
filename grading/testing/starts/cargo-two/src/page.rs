use std::io::{Read, Write};
use std::net::TcpStream;

pub fn answer(mut client: TcpStream) {
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
