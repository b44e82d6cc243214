use tugas_server::page::answer;
use std::net::TcpListener;

fn main() {
    let server = TcpListener::bind("0.0.0.0:8030").unwrap();
    for client in server.incoming().flatten() {
        answer(client);
    }
}
