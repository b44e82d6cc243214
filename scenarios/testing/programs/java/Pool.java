import java.util.concurrent.Executors;

class Pool {
    public static void main(String[] args) throws Exception {
        var listener = Session.listening(args);
        var pool = Executors.newFixedThreadPool(2);
        while (true) pool.execute(new Session(listener.accept()));
    }
}
