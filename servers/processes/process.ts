// One process of a preforked server: takes over the listening socket that it inherited, and works until it is ended.

import { endAtOnce, endWithParent } from "../ending.js";
import { work } from "../prefork.js";
import { Listener } from "../sockets/tcp.js";
import { INHERITED } from "./inherit.js";
import type { ProcessData } from "./start.js";

const { settings, parent } = JSON.parse(process.argv[2]!) as ProcessData;
endWithParent(parent);
try {
  work(settings, new Listener(INHERITED));
} catch (error) {
  endAtOnce(error);
}
