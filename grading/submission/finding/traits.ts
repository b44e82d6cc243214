// Which calls tell what a program does, for each language. Data: a new language is an entry here.

/** `one`: how it serves several clients; from weak to strong evidence that it means to serve them at once. */
export type Concurrency = "threads" | "processes" | "events";

export interface Signs {
  /** It waits for clients: listen and accept, or a library's server. */
  listens: RegExp;
  /** It goes to a server. */
  connects: RegExp;
  threads: RegExp;
  processes: RegExp;
  events: RegExp;
  /** It loads what it would need to serve several at once, and may not use it. */
  intends?: RegExp;
  udp: RegExp;
  /** A library's server serves several at once without being told to. */
  byNature?: RegExp;
  /** It can be started. None: every file can. */
  main?: RegExp;
  /** The files of its own that it uses: the first group is a name, without an ending. */
  uses: RegExp;
}

const NEVER = /(?!)/;

export const signs: Record<string, Signs> = {
  Python: {
    listens:
      /\.listen\s*\(|\.accept\s*\(\s*\)|\b(?:start_server|start_unix_server|create_server|serve_forever|make_server|run_simple|run_app|serve_until_complete)\s*\(|\b(?:Threading|Forking|Thread(?:ed|Pool)?)?(?:HTTP|TCP)Server\s*\(|\bStreamServer\s*\(|\b(?:uvicorn|hypercorn|bottle)\.run\s*\(|\bFlask\s*\(|\bWSGIServer\s*\(/,
    connects:
      /(?<!\b(?:sqlite3?|mysql|psycopg2?|pymysql|connector|cx_Oracle|db|clicked|pressed|triggered|timeout|changed|signal|mqtt\w*))\.connect(?:_ex)?\s*\(|\b(?:create_connection|open_connection|urlopen|urlretrieve|HTTPS?Connection|Telnet)\s*\(|\brequests\.\w+\s*\(|\bhttpx\.\w+\s*\(|\bpycurl\b|\baiohttp\.ClientSession\b/,
    threads:
      /\b(?:Thread|Timer|ThreadPool|ThreadPoolExecutor)\s*\(|\bstart_new_thread\s*\(|\bThreadingMixIn\b|\bThreadingTCPServer\b|\bThreadingHTTPServer\b|\bto_thread\s*\(|\brun_in_executor\s*\(|class\s+\w+\s*\([^)]{0,200}\bThread\b/,
    processes:
      /\bos\.fork\s*\(|(?<![.\w])fork\s*\(|\bProcess\s*\(|\bForking(?:MixIn|TCPServer)\b|\bProcessPoolExecutor\s*\(|\bPool\s*\(|class\s+\w+\s*\([^)]{0,200}\bProcess\b/,
    events:
      /\bselect\.\w+\s*\(|(?<![.\w])select\s*\(|\bselectors\.\w+|\bDefaultSelector\s*\(|\basyncio\.(?:start_server|run|create_task|get_event_loop|new_event_loop|gather)\b|\basync\s+def\b|\bgevent\b|\beventlet\b|\btrio\.\w+|\breactor\.\w+|\basyncore\b|\basynchat\b/,
    intends:
      /\b(?:import|from)\s+(?:threading|_thread|multiprocessing|asyncio|selectors?|concurrent|socketserver)\b/,
    udp: /\bSOCK_DGRAM\b|\bUDPServer\s*\(|\bDatagramProtocol\b|\bcreate_datagram_endpoint\b|\.(?:recvfrom|sendto)\s*\(/,
    main: /^(?!(?:async\s+)?def\b|class\b|import\b|from\b|@|#|[)\]}]|else\b|elif\b|except\b|finally\b|[\w.,\s[\]'"]{1,100}(?::[^=\n]{1,60})?=(?!=)(?![^\n]*\b(?:run|main|start|serve)\w*\s*\())\S/m,
    uses: /^[ \t]*(?:from\s+\.?([\w.]+)\s+import\b|import\s+([\w., \t]+))/gm,
  },
  JavaScript: {
    listens:
      /\.listen\s*\(|\bcreateServer\s*\(|\bDeno\.(?:serve|listen)\b|\bBun\.(?:serve|listen)\b|\bnew\s+(?:net\.)?Server\s*\(/,
    connects:
      /\b(?:net|tls|http|https)\.(?:connect|createConnection|get|request)\s*\(|(?<!\.)\b(?:createConnection|connect|fetch)\s*\(|\bnew\s+(?:net\.)?Socket\s*\(|(?:client|socket|conn|sock|klien|cliente)\w{0,20}\.connect\s*\(|\baxios\b|\bDeno\.connect\b|\bXMLHttpRequest\b/i,
    threads: /\bnew\s+(?:\w+\.)?Worker\s*\(/,
    processes: /\bcluster\.(?:fork|isMaster|isPrimary|on)\b|\bfork\s*\(/,
    events: /\bBun\.listen\b|\bDeno\.listen\b/,
    byNature: /\bcreateServer\s*\(|\.listen\s*\(|\bserve\s*\(/,
    udp: /\bdgram\b|\bcreateSocket\s*\(/,
    uses: /(?:\brequire\s*\(\s*|\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)["'`]\.{1,2}\/([\w./-]+)["'`]/g,
  },
  Java: {
    listens:
      /\bnew\s+(?:SSL)?ServerSocket\s*\(|\bServerSocketChannel\b|\bAsynchronousServerSocketChannel\b|\bHttpServer\s*\.\s*create\s*\(|\.accept\s*\(\s*\)|\bcreateServerSocket\s*\(|\bServerBootstrap\b/,
    connects:
      /\bnew\s+Socket\s*\(|\bSocketChannel\s*\.\s*open\s*\(|\bHttpURLConnection\b|\bHttpClient\b|\.openConnection\s*\(|\.openStream\s*\(|\bURLConnection\b/,
    threads:
      /\bnew\s+Thread\s*[({]|\bextends\s+Thread\b|\bExecutors?\s*\.|\bExecutorService\b|\bThreadPoolExecutor\b|\bCompletableFuture\b|\bThread\s*\.\s*(?:ofVirtual|ofPlatform|startVirtualThread)\b|\bForkJoinPool\b|\bsetExecutor\s*\(\s*(?!null\b)\S/,
    processes: NEVER,
    events: /\bSelector\s*\.\s*open\s*\(|\bAsynchronousServerSocketChannel\b|\bServerBootstrap\b/,
    intends: /\bimplements\s+[^{]{0,100}\bRunnable\b|\bimport\s+java\.util\.concurrent\b|\bsynchronized\b/,
    udp: /\bDatagram(?:Socket|Packet|Channel)\b|\bMulticastSocket\b/,
    main: /\bstatic\s+(?:public\s+)?(?:final\s+)?void\s+main\s*\(/,
    uses: /(?:\bnew\s+|\bextends\s+|(?<![.\w]))([A-Z]\w*)\b/g,
  },
  C: {
    listens: /\blisten\s*\(|\baccept4?\s*\(|\bMHD_start_daemon\s*\(/,
    connects: /(?<![.>\w])connect\s*\(|\bcurl_easy_\w+\s*\(|\bWSAConnect\s*\(/,
    threads:
      /\bpthread_create\s*\(|\bthrd_create\s*\(|\bCreateThread\s*\(|\b_beginthread(?:ex)?\s*\(|#\s*pragma\s+omp\b/,
    processes: /\bv?fork\s*\(|\bclone\s*\(/,
    events: /\bp?select\s*\(|\bp?poll\s*\(|\bepoll_\w+\s*\(|\bkqueue\s*\(|\bio_uring\w*\s*\(|\bWSAPoll\s*\(/,
    intends: /#\s*include\s*<(?:pthread|threads|sys\/epoll|sys\/select|poll|thread|future)(?:\.h)?>/,
    udp: /\bSOCK_DGRAM\b|\b(?:recvfrom|sendto)\s*\(/,
    main: /\bw?main\s*\(/,
    uses: /#\s*include\s*"([\w./-]+)"/g,
  },
  PHP: {
    listens:
      /\bsocket_listen\s*\(|\bstream_socket_server\s*\(|\bsocket_create_listen\s*\(|\bsocket_accept\s*\(|\bSwoole\\|React\\(?:Socket|Http)\\/i,
    connects: /\bsocket_connect\s*\(|\bp?fsockopen\s*\(|\bstream_socket_client\s*\(|\bcurl_init\s*\(/i,
    threads: /\bextends\s+\\?Threaded?\b|\bparallel\\/i,
    processes: /\bpcntl_fork\s*\(/i,
    events: /\b(?:stream|socket)_select\s*\(|\bSwoole\\|React\\|\bEvent(?:Base|Loop)\b/i,
    udp: /\bSOCK_DGRAM\b|\bsocket_(?:recvfrom|sendto)\s*\(/i,
    uses: /\b(?:require|include)(?:_once)?\s*\(?\s*(?:__DIR__\s*\.\s*)?["']\/?([\w./-]+)["']/g,
  },
  Ruby: {
    listens: /\bTCPServer\b|\bSocket\.tcp_server|\.listen\b|\.accept\b|\bWEBrick::HTTPServer\b|\bSinatra\b/,
    connects: /\bTCPSocket\b|\bSocket\.tcp\b(?!_)|\bNet::HTTP\b|\bURI\.open\b|\bHTTParty\b/,
    threads: /\bThread\s*\.\s*(?:new|start|fork)\b|\bRactor\.new\b|\bThreadPool\b/,
    processes: /(?<![\w.])fork\b(?!\s*[=.])|\bProcess\.fork\b/,
    events: /\bIO\.select\b|\bselect\s*\(|\bEventMachine\b|\bAsync\b|\bnio4r\b/,
    udp: /\bUDPSocket\b|\bSOCK_DGRAM\b|\brecvfrom\b/,
    uses: /\b(?:require_relative|require|load)\s*\(?\s*["']\.?\/?([\w./-]+)["']/g,
  },
  Go: {
    listens:
      /\bnet\.Listen(?:TCP)?\s*\(|\bListenAndServe(?:TLS)?\s*\(|\btls\.Listen\s*\(|\.Accept(?:TCP)?\s*\(|\bhttp\.Serve\s*\(/,
    connects:
      /\bnet\.Dial(?:TCP|Timeout)?\s*\(|\.Dial(?:Context)?\s*\(|\bhttp\.(?:Get|Post|PostForm|Head|NewRequest\w*|Client)\b|\btls\.Dial\s*\(/,
    threads: /(?<![\w.])go\s+(?:func\b|[\w.]+\s*\()/,
    processes: NEVER,
    events: NEVER,
    byNature: /\bListenAndServe(?:TLS)?\s*\(|\bhttp\.Serve\s*\(/,
    udp: /\bListenUDP\s*\(|\bListenPacket\s*\(|\bDialUDP\s*\(|\bUDPConn\b/,
    main: /\bfunc\s+main\s*\(\s*\)/,
    uses: NEVER,
  },
  Rust: {
    listens:
      /\bTcpListener\s*::\s*bind\b|\bHttpServer\s*::\s*new\b|\baxum::serve\b|\bwarp::serve\b|\.incoming\s*\(\s*\)|\.accept\s*\(\s*\)/,
    connects: /\bTcpStream\s*::\s*connect\w*|\breqwest::|\bureq::/,
    threads: /\bthread\s*::\s*(?:spawn|scope|Builder)\b|\bThreadPool\b|\brayon::/,
    processes: /\bfork\s*\(\s*\)/,
    events: /\btokio::|\basync_std::|\bmio::|\bsmol::/,
    intends: /\buse\s+std::(?:thread|sync)\b/,
    udp: /\bUdpSocket\b/,
    main: /\bfn\s+main\s*\(\s*\)/,
    uses: /\bmod\s+(\w+)\s*;/g,
  },
};
signs.TypeScript = signs.JavaScript!;
signs["C++"] = {
  ...signs.C!,
  listens: new RegExp(`${signs.C!.listens.source}|\\bacceptor\\b|\\.accept\\s*\\(|\\.async_accept\\s*\\(`),
  connects: new RegExp(
    `${signs.C!.connects.source}|\\basio::connect\\b|\\.async_connect\\s*\\(|\\bsocket\\w*\\.connect\\s*\\(`,
  ),
  threads: new RegExp(
    `${signs.C!.threads.source}|\\bstd::(?:j?thread|async)\\b|(?<![\\w:])j?thread\\s*[({]|(?<![\\w:])thread\\s+\\w+\\s*[({]|\\bvector<\\s*(?:std::)?thread\\s*>|\\bboost::thread\\b|\\bQThread\\b|\\bthread_pool\\b`,
  ),
  events: new RegExp(`${signs.C!.events.source}|\\basync_(?:accept|read|read_some)\\b`),
};

/** It speaks of the web: what this coursework is about. */
export const WEB =
  /HTTP\/1|HTTP\/2|\bGET\b|\b404\b|Content-(?:Type|Length)|text\/html|\.html?\b|Not Found|BaseHTTP|HTTPRequestHandler|createServer|HttpServer|ListenAndServe|WEBrick|HTTPServer|Flask|express/i;
/** How others do: with words that a web server has no use for. */
export const ABOUT: Record<"chat" | "game", readonly RegExp[]> = {
  chat: [
    /\bchat|chat\b|_chat/i,
    /\bbroad_?cast/i,
    /\bnick_?names?\b|\bnick\b|\bapelido\b/i,
    /\bjoined\b|\bleft the\b|\bbergabung\b|\bse ha unido\b|\bentrou\b/i,
    /\bmessages?\b|\bpesan\b|\bmensaje\b|\bmensagem\b/i,
    /\bchat_?rooms?\b|\brooms?\b|\bprivate message\b|\/(?:msg|quit|whisper|nick)\b/i,
  ],
  game: [
    /\bgames?\b|[a-z]Game\b|\bpermainan\b|\bjuego\b|\bjogo\b/i,
    /\bplayers?_?\d?\b|\bpemain\b|\bjugador(?:es)?\b|\bjogador(?:es)?\b/i,
    /\bboard\b|\bpapan\b|\btablero\b|\btabuleiro\b/i,
    /\bscores?\b|\bskor\b|\bwinner\b|\bwins?\b|\blose[rs]?\b|\bmenang\b|\bganador\b|\bvencedor\b/i,
    /\bguess\w*|\btebak\w*|\badivina\w*|\bmoves?\b|\bturn\b|\bgiliran\b/i,
    /\bpygame\b|\btic[_ -]?tac[_ -]?toe\b|\bhangman\b|\bchess\b/i,
  ],
};
/** So many of these words make it one. */
export const ENOUGH = 3;
/** What a proxy says of itself. */
export const PROXY =
  /\bprox(?:y|ies)\b|\bcache[ds]?\b|\bupstream\b|\bforward\w*|\borigin\b|\brelay\b|\bbackend\b|\bremote_?(?:server|socket|host)\b/i;
/** A script for a page in a browser. */
export const FRONT_END =
  /\bdocument\s*\.\s*\w+|\bwindow\s*\.\s*\w+|\blocalStorage\b|\bReactDOM\b|\$\s*\(\s*document\b|\buseState\s*\(/;
