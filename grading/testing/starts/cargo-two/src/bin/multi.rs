use tugas_server::page::answer;
use std::net::TcpListener;
use std::thread;

fn main() {
    let server = TcpListener::bind("0.0.0.0:8031").unwrap();
    for client in server.incoming().flatten() {
        thread::spawn(move || answer(client));
    }
}
