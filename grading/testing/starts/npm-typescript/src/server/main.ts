import net from "net";
import { answer } from "../http/page";

net.createServer((client: net.Socket) => answer(client)).listen(8052);
