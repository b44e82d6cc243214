// com.sun.net.httpserver serving a folder: java Folder.java PORT FOLDER [THREADS]

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

class Folder {
    public static void main(String[] args) throws Exception {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        if (args.length > 2) server.setExecutor(Executors.newFixedThreadPool(Integer.parseInt(args[2])));
        server.createContext("/", exchange -> {
            Path file = Path.of(args[1], exchange.getRequestURI().getPath());
            boolean found = Files.isRegularFile(file);
            exchange.sendResponseHeaders(found ? 200 : 404, found ? Files.size(file) : -1);
            try (exchange) {
                if (found) Files.copy(file, exchange.getResponseBody());
            }
        });
        server.start();
    }
}
