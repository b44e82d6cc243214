// Puts what a thread of a server loads into one file: see file.ts.

export default {
  input: ["dist/servers/threads/thread.js", "dist/servers/threads/pool-thread.js"],
  platform: "node",
  external: ["koffi"],
  output: {
    dir: "dist/servers/threads/bundle",
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
  },
};
