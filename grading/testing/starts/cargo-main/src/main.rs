mod page;
use std::net::TcpListener;

fn main() {
    let server = TcpListener::bind("0.0.0.0:8032").unwrap();
    for client in server.incoming().flatten() {
        page::answer(client);
    }
}
