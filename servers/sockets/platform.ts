// What differs between the systems' socket interfaces: numbers and byte layouts, nothing else.
// Sources: Linux asm-generic/socket.h; macOS sys/socket.h; Windows winsock2.h.

export interface Platform {
  /** The library that holds the socket functions. */
  library: string;
  /** The C type of a socket: a small int, but on Windows a pointer-sized SOCKET. Read as signed, its INVALID_SOCKET is -1 too. */
  socketType: "int" | "intptr_t";
  /** The C type of a byte count that recv(2) and send(2) return, and the one that they take. */
  countType: "intptr_t" | "int";
  sizeType: "size_t" | "int";
  closeFunction: "close" | "closesocket";
  SOL_SOCKET: number;
  /** The option that lets a server bind again while old connections are in TIME_WAIT, without letting two servers share a port. */
  reuseOption: number;
  SO_RCVTIMEO: number;
  /** A timeout is a struct timeval, but on Windows a DWORD of milliseconds. */
  timeoutIsMilliseconds: boolean;
  /** Only macOS wants an option on the socket against SIGPIPE; Linux wants a flag on send; Windows has no signals. */
  SO_NOSIGPIPE: number | null;
  MSG_NOSIGNAL: number;
  /** The resource of getrlimit(2) that limits descriptors; Windows has no such limit. */
  RLIMIT_NOFILE: number | null;
  /** The BSDs begin a sockaddr with its length, in a byte taken from the family's two. */
  sockaddrHasLength: boolean;
}

export const platforms: Record<"linux" | "darwin" | "win32", Platform> = {
  linux: {
    library: "libc.so.6",
    socketType: "int",
    countType: "intptr_t",
    sizeType: "size_t",
    closeFunction: "close",
    SOL_SOCKET: 1,
    reuseOption: 2, // SO_REUSEADDR
    SO_RCVTIMEO: 20,
    timeoutIsMilliseconds: false,
    SO_NOSIGPIPE: null,
    MSG_NOSIGNAL: 0x4000,
    RLIMIT_NOFILE: 7,
    sockaddrHasLength: false,
  },
  darwin: {
    library: "/usr/lib/libSystem.B.dylib",
    socketType: "int",
    countType: "intptr_t",
    sizeType: "size_t",
    closeFunction: "close",
    SOL_SOCKET: 0xffff,
    reuseOption: 0x0004, // SO_REUSEADDR
    SO_RCVTIMEO: 0x1006,
    timeoutIsMilliseconds: false,
    SO_NOSIGPIPE: 0x1022,
    MSG_NOSIGNAL: 0,
    RLIMIT_NOFILE: 8,
    sockaddrHasLength: true,
  },
  win32: {
    library: "ws2_32.dll",
    socketType: "intptr_t",
    countType: "int",
    sizeType: "int",
    closeFunction: "closesocket",
    SOL_SOCKET: 0xffff,
    // On Windows SO_REUSEADDR would let a second program steal the port, and TIME_WAIT does not
    // stop a bind; what means the same there is SO_EXCLUSIVEADDRUSE, ~SO_REUSEADDR.
    reuseOption: ~0x0004,
    SO_RCVTIMEO: 0x1006,
    timeoutIsMilliseconds: true,
    SO_NOSIGPIPE: null,
    MSG_NOSIGNAL: 0,
    RLIMIT_NOFILE: null,
    sockaddrHasLength: false,
  },
};

export const AF_INET = 2;
export const SOCK_STREAM = 1;
export const SHUT_WR = 1;
export const IPPROTO_TCP = 6;
export const TCP_NODELAY = 1;
export const SOCKADDR_IN_SIZE = 16;

/** An IPv4 address and a TCP port in host byte order. */
export interface Address {
  address: string;
  port: number;
}

/** The 16 bytes of a struct sockaddr_in: family (and on the BSDs length), port and address in network byte order, 8 zeros. */
export function encodeSockaddr({ address, port }: Address, platform: Platform): Buffer {
  const bytes = Buffer.alloc(SOCKADDR_IN_SIZE);
  if (platform.sockaddrHasLength) {
    bytes.writeUInt8(SOCKADDR_IN_SIZE, 0);
    bytes.writeUInt8(AF_INET, 1);
  } else {
    bytes.writeUInt16LE(AF_INET, 0); // host order: every system that Node runs koffi on here is little-endian
  }
  bytes.writeUInt16BE(port, 2);
  address.split(".").forEach((part, index) => {
    bytes.writeUInt8(Number(part), 4 + index);
  });
  return bytes;
}

/** The address and port in a struct sockaddr_in; both stand at the same place on every system. */
export function decodeSockaddr(bytes: Buffer): Address {
  return { address: bytes.subarray(4, 8).join("."), port: bytes.readUInt16BE(2) };
}

/** A struct timeval (two 64-bit words), or on Windows a DWORD of milliseconds. */
export function encodeTimeout(milliseconds: number, platform: Platform): Buffer {
  const bytes = Buffer.alloc(platform.timeoutIsMilliseconds ? 4 : 16);
  if (platform.timeoutIsMilliseconds) {
    bytes.writeUInt32LE(milliseconds, 0);
  } else {
    bytes.writeBigInt64LE(BigInt(Math.floor(milliseconds / 1000)), 0);
    bytes.writeBigInt64LE(BigInt((milliseconds % 1000) * 1000), 8);
  }
  return bytes;
}
