// run() where start() was meant: the thread is made, and never begins.
class RunNotStart {
    public static void main(String[] args) throws Exception {
        var listener = Session.listening(args);
        while (true) new Thread(new Session(listener.accept())).run();
    }
}
