class Virtual {
    public static void main(String[] args) throws Exception {
        var listener = Session.listening(args);
        while (true) Thread.ofVirtual().start(new Session(listener.accept()));
    }
}
