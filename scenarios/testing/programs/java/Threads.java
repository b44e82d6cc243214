class Threads {
    public static void main(String[] args) throws Exception {
        var listener = Session.listening(args);
        while (true) new Thread(new Session(listener.accept())).start();
    }
}
