class Iterative {
    public static void main(String[] args) throws Exception {
        var listener = Session.listening(args);
        while (true) new Session(listener.accept()).run();
    }
}
