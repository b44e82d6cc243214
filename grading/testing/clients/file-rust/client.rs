use std::env;
use std::io::{Read, Write};
use std::net::TcpStream;

fn main() {
    let args: Vec<String> = env::args().collect();
    if args.len() != 4 {
        println!("Usage: {} <host> <port> <file>", args[0]);
        return;
    }
    let address = format!("{}:{}", args[1], args[2]);
    match TcpStream::connect(&address) {
        Ok(mut stream) => {
            write!(stream, "GET /{} HTTP/1.1\r\nHost: {}\r\n\r\n", args[3], args[1]).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            println!("{}", answer);
        }
        Err(e) => println!("Server {} can't be reached: {}", address, e),
    }
}
